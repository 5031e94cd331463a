"""What a question asks that a report does not say: verbs are no things, synonyms count, slips pass."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest

from actions.reports.words import is_mention_question, says_itself, things, unheard_place, unsaid
from knowledge.reports.base import ReportBase
from knowledge.text import stem
from tests.knowledge.reports.invented import make_wide_base

TOWN, PORT, WATER = "201", "206", "204"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> ReportBase:
    return ReportBase(make_wide_base(tmp_path_factory.mktemp("words")))


def unsaid_words(
    text: str, reports: Sequence[str], base: ReportBase, known: Collection[str] = ()
) -> tuple[str, ...]:
    return tuple(word for word, _ in unsaid(things(text, base, known), reports, base))


@pytest.mark.parametrize(
    ("text", "report", "missing"),
    [
        ("Y a-t-il un crématorium ?", TOWN, ("crématorium",)),
        ("La commune a-t-elle des éoliennes ?", TOWN, ("éoliennes",)),
        ("Le casino et le tramway coûtent-ils cher ?", TOWN, ("casino", "tramway")),
        ("Que dit le rapport de la cantine ?", TOWN, ()),
        ("La critique de la cantine, les points positifs, la couleur de l'argent ?", TOWN, ()),
        ("Combien coûtent les repas des élèves ?", TOWN, ()),
        ("Combien de vice-présidents ?", TOWN, ("vice-présidents",)),
        ("combien de vice présidents", TOWN, ("vice-présidents",)),
        ("Que dit ce rapport-là de la cantine ?", TOWN, ()),
        ("La cantine, près du port, au bout du compte ?", TOWN, ("port",)),
        ("La cantine, chère ou pas ?", TOWN, ()),
        ("une cantine lourde, des cantines nombreuses ?", TOWN, ()),
        ("nb élèves cantine redis moi", TOWN, ()),
        ("pour un article : la cantine, je viens d'emménager à côté", TOWN, ()),
        ("un article sur la cantine", TOWN, ("article",)),
        ("La cantine, ça coûte combien à l'état ?", TOWN, ()),
        ("Le port vit de quoi ?", PORT, ()),
        ("combien d'élèves sont morts à l'école", TOWN, ("morts",)),
        ("combien d'élèves sont servis par la cantine", TOWN, ()),
        ("combien de gens sont allés écouter la chorale de l'école", TOWN, ("chorale",)),
        ("cantine subir cyberattaque", TOWN, ("cyberattaque",)),
        ("Le dragage du chenal est-il fait ?", PORT, ()),
        ("Qu'est-ce que la chambre suggère ou réclame à la commune ?", TOWN, ()),
        ("cantine crc", TOWN, ()),
        ("Que devrait améliorer la cantine d'après les contrôleurs ?", TOWN, ()),
        ("Les contrôleurs de la cantine", TOWN, ("contrôleurs",)),
        ("Le dragage du chenal est-il fait ?", TOWN, ("dragage", "chenal")),
    ],
)
def test_the_things_a_report_never_names_are_given_as_written(
    base: ReportBase, text: str, report: str, missing: tuple[str, ...]
) -> None:
    assert unsaid_words(text, [report], base) == missing


@pytest.mark.parametrize(
    "text",
    [
        "Le rapport sur Grisemer parle-t-il du dragage ?",
        "le rapport sur Grisemer parle t il du dragage",
        "Est-ce que le rapport sur Grisemer parle du dragage ?",
        "Le rapport sur Grisemer évoque-t-il le dragage ?",
        "Le rapport sur Grisemer aborde-t-il le dragage ?",
        "Le port de Grisemer reçoit-il le dragage ?",
        "Le port de Grisemer paie-t-il le dragage ?",
    ],
)
def test_the_verb_of_a_question_is_no_thing_to_look_for(base: ReportBase, text: str) -> None:
    assert unsaid_words(text, [PORT], base) == ()


def test_a_synonym_of_the_report_says_the_thing(base: ReportBase) -> None:
    assert "restauration" not in " ".join(passage.text for passage in base.passages(TOWN))
    assert unsaid_words("Que dit-on de la restauration ?", [TOWN], base) == ()


def test_a_misspelt_thing_is_not_missing(base: ReportBase) -> None:
    assert unsaid_words("Que dit-on de la canttine ?", [TOWN], base) == ()


def test_one_of_several_reports_is_enough(base: ReportBase) -> None:
    text = "Où en sont les fuites ?"
    assert unsaid_words(text, [TOWN], base) == ("fuites",)
    assert unsaid_words(text, [TOWN, WATER], base) == ()


def test_what_names_the_body_is_not_looked_for(base: ReportBase) -> None:
    assert unsaid_words("Où en sont les éoliennes ?", [TOWN], base, {stem("eoliennes")}) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("l'hopital de sauveterre est en deficit ?", "sauveterre"),
        ("le musée de quimperlac a des visiteurs ?", "quimperlac"),
    ],
)
def test_a_place_typed_without_a_capital_is_heard(base: ReportBase, text: str, place: str) -> None:
    heard = unheard_place(text, ["203", "205"], base)
    assert heard is not None
    assert place in heard


def test_the_place_of_the_report_is_not_unheard(base: ReportBase) -> None:
    assert unheard_place("l'hopital de valbrune est en deficit ?", ["203"], base) is None


@pytest.mark.parametrize(
    "text", ["Le rapport parle-t-il de la dette ?", "Évoque-t-il le casino ?", "aborde-t-on ce point"]
)
def test_whether_a_matter_is_there_is_asked(text: str) -> None:
    assert is_mention_question(text)


@pytest.mark.parametrize(
    "text", ["La communication au Parlement", "Les abords de la gare", "La dette de Montclair"]
)
def test_other_questions_ask_what_is_said(text: str) -> None:
    assert not is_mention_question(text)


@pytest.mark.parametrize(
    ("word", "itself"), [("cantine", True), ("cuisinier", True), ("restauration", False)]
)
def test_another_word_for_a_thing_is_not_the_thing(base: ReportBase, word: str, itself: bool) -> None:
    hits = base.search_passages("la cantine et sa cuisine centrale", report_id=TOWN).hits[:1]
    assert says_itself(hits, stem(word)) is itself
