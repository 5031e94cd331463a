"""The words of the reports: misspelt ones corrected, those a report never says, how common each is."""

from __future__ import annotations

import pytest

from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import PassageHit, Place
from knowledge.reports.synonyms import same
from knowledge.text import best_rows, stem, stems
from tests.knowledge.reports.invented import WIDE, make_wide_base


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> ReportBase:
    return ReportBase(make_wide_base(tmp_path_factory.mktemp("words")))


@pytest.mark.parametrize(
    ("typed", "meant"), [("canttine", "cantine"), ("comune", "commune"), ("gymnsae", "gymnase")]
)
def test_a_misspelt_word_becomes_one_of_the_reports(base: ReportBase, typed: str, meant: str) -> None:
    assert base.well_spelt([stem(typed)]) == (stem(meant),)


@pytest.mark.parametrize(("typed", "meant"), [("doublent", "doubl"), ("pretent", "pret"), ("vent", "vent")])
def test_a_verb_in_the_plural_is_read_by_its_stem(base: ReportBase, typed: str, meant: str) -> None:
    assert base.well_spelt([typed]) == (meant,)


def test_a_misspelt_word_with_its_article_is_one_of_the_reports(base: ReportBase) -> None:
    assert base.well_spelt(["lcantinne"]) == (stem("cantine"),)


@pytest.mark.parametrize("word", ["cantine", "eolienne", "xyz", "2014", "zzzzzzzzz", "eu"])
def test_a_known_a_short_or_a_far_word_stays(base: ReportBase, word: str) -> None:
    assert base.well_spelt([stem(word)]) == (stem(word),)


def test_a_word_said_once_is_not_what_was_meant(base: ReportBase) -> None:
    assert base.report_shares([stem("architecte")])[stem("architecte")] > 0
    assert base.well_spelt([stem("architexte")]) == (stem("architexte"),)


def test_what_a_report_never_says_is_absent(base: ReportBase) -> None:
    asked = [stem("cantine"), stem("casino"), stem("eolienne")]
    assert base.absent_terms("201", asked) == (stem("casino"), stem("eolienne"))
    assert base.absent_terms("207", asked) == (stem("cantine"), stem("eolienne"))


def test_a_word_of_a_phrase_that_means_the_same_does_not_say_it(base: ReportBase) -> None:
    said = {term for passage in base.passages("203") for term in stems(passage.text)}
    assert stem("personnel") in said
    assert base.absent_terms("203", [stem("APA"), stem("personnel")]) == (stem("APA"),)
    assert same(stem("rsa")) == {frozenset(stems("revenu solidarité active"))}
    assert not same(*stems("revenu solidarité"))


def test_a_word_of_the_title_is_not_absent(base: ReportBase) -> None:
    assert base.absent_terms("201", [stem("montclair")]) == ()


def test_a_synonym_and_a_word_of_the_family_are_not_absent(base: ReportBase) -> None:
    said = {term for passage in base.passages("206") for term in stems(passage.text)}
    assert stem("plaisance") in said
    assert stem("plaisanciers") not in said
    assert base.absent_terms("206", [stem("plaisanciers")]) == ()
    assert base.absent_terms("201", [stem("restauration")]) == ()


def test_an_unknown_report_says_nothing(base: ReportBase) -> None:
    assert base.absent_terms("none", ["cantin"]) == ("cantin",)


def test_the_share_of_the_reports_that_say_a_word(base: ReportBase) -> None:
    shares = base.report_shares([stem("casino"), stem("commune"), stem("eolienne")])
    assert shares[stem("casino")] == pytest.approx(1 / len(WIDE))
    assert shares[stem("commune")] == pytest.approx(3 / len(WIDE))
    assert shares[stem("eolienne")] == 0.0


def test_the_synthesis_is_found_though_it_says_other_words(base: ReportBase) -> None:
    hits = base.search_passages("canalisations de 1960", limit=20).hits
    places = [hit.place.path[-1] for hit in hits if hit.report.id == "204"]
    assert places[0] == "Les fuites"
    assert "Synthèse" in places


def test_a_filter_keeps_the_other_reports_out(base: ReportBase) -> None:
    found = base.search_passages("personnel", ReportFilter(kind="hôpital"), limit=20).hits
    assert {hit.report.id for hit in found} == {"203"}


def test_the_same_question_again_is_answered_alike(base: ReportBase) -> None:
    assert base.search_passages("le casino") == base.search_passages("le casino")


def test_one_table_lists_its_own_figures_in_reading_order(base: ReportBase) -> None:
    every = base.figures("203", limit=50)
    assert [figure.printed for figure in every] == ["410 k€", "760 k€", "50 k€", "40 k€"]
    assert base.figures_at("203", every[0].place.anchor) == every
    assert base.figures_at("203", "s9-b9") == ()
    assert [figure.year for figure in base.figures("203", year=2014)] == [2014, 2014]
    assert len(base.figures("203", limit=1)) == 1


TABLE = "Montants (en k€)\n | 2013 | 2014\n" + "\n".join(f"Poste {n} | {n} | {n}" for n in range(30))
TABLE += "\nDragage du chenal | 310 | 325"


def test_a_quoted_table_keeps_its_heading_and_the_rows_asked_for() -> None:
    quoted = best_rows(TABLE, [stem("dragage")], 3).split("\n")
    assert quoted[:2] == TABLE.split("\n")[:2]
    assert quoted[-1] == "Dragage du chenal | 310 | 325"
    assert len(quoted) == 5
    assert set(quoted) <= set(TABLE.split("\n"))


def test_a_short_table_is_quoted_whole() -> None:
    assert best_rows("a\nb\nc\nd", ["x"], 6) == "a\nb\nc\nd"


def _hit(base: ReportBase, kind: str, text: str, wanted: str) -> PassageHit:
    report = base.find_reports().reports[0]
    place = Place("s1-b1", ("Les chiffres",))
    return PassageHit(report, place, 1, kind, text, "", 1.0, 1.0, (), "", frozenset(stems(wanted)))


def test_a_quotation_is_cut_to_what_was_asked(base: ReportBase) -> None:
    filler = " ".join(f"La phrase numéro {n} ne dit rien du sujet." for n in range(40))
    text = f"{filler} Le dragage du chenal a coûté le double. {filler}"
    quote = _hit(base, "text", text, "dragage chenal").quote
    assert "Le dragage du chenal a coûté le double." in quote
    assert quote in text
    assert len(quote) < len(text) / 2


def test_a_quoted_table_is_cut_by_rows(base: ReportBase) -> None:
    quote = _hit(base, "table", TABLE, "dragage").quote
    assert "Dragage du chenal | 310 | 325" in quote
    assert quote.startswith("Montants (en k€)")
    assert quote.count("\n") < TABLE.count("\n") / 2
