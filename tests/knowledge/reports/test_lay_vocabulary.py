"""What people say for what reports say."""

from importlib.resources import files

from knowledge.reports.lay_vocabulary import report_words, single
from knowledge.text import content_stems, stem


def test_a_word_leads_to_those_of_reports_and_not_back() -> None:
    meant = report_words([stem("cantine")])[stem("cantine")]
    assert frozenset(content_stems("restauration scolaire")) in meant
    assert frozenset({stem("cantine")}) not in report_words([stem("restauration"), stem("scolaire")]).get(
        stem("restauration"), ()
    )


def test_a_phrase_counts_only_when_all_of_it_is_said() -> None:
    alone, both = (report_words(content_stems(t))[stem("hopital")] for t in ("hôpital", "hôpital psy"))
    assert set(alone) < set(both)


def test_familiar_phrases_are_known_in_standard_words() -> None:
    stress, work = content_stems("stress travail")
    assert frozenset(content_stems("risques psychosociaux")) in report_words([stress, work])[stress]


def test_a_verb_in_the_plural_is_known_as_the_others_of_its_stem() -> None:
    plural, other = stem("grimpent"), stem("grimper")
    assert plural != other
    assert report_words([plural])[plural] == report_words([other])[other] != ()


def test_nothing_is_known_for_most_words() -> None:
    assert report_words(["zzz"]) == {"zzz": ()}
    assert report_words([]) == {}


def test_single_words_among_phrases() -> None:
    assert single([frozenset({"a"}), frozenset({"b", "c"})]) == {"a"}


def test_every_line_has_both_sides() -> None:
    text = files("knowledge.reports").joinpath("lay_vocabulary.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(lines) > 1000
    for line in lines:
        said, meant = line.split(" = ")
        assert said.strip() and meant.strip(), line
    assert len(set(lines)) == len(lines)
