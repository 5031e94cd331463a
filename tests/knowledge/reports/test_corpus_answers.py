"""Questions of people on a dozen real reports, asked as the assistant asks them; left out where none are."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from actions.answer import Answer, Quote
from actions.reports.answers import ask_reports
from knowledge.reports.base import ReportBase
from knowledge.reports.ingest import add
from knowledge.text import fold
from nlu.entities import detect_language
from tests.actions.report_base import asked, desk_with

FILES = (
    "388346 388634 390638 391210 391250 392407 392519 392771 393049 394663 394847 395038 400209 400629"
).split()  # fmt: skip
"""Short reports of fourteen kinds of body: towns, boards, a school, a hospital, two national ones."""

(
    SEWERS, WIRETAPS, CAR_PARKS, SAINT_LEGER, TILH, MANOT, WATER_COMPANY, SAUMUR, KITCHEN, ILE_DE_RE, CANCER,
    FAMILIES, SCHOOL, CUCQ,
) = FILES  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The reports read and understood by the rules the command uses, in a base of their own."""
    place = os.environ.get("GREFFIER_CORPUS_DIR")
    if not place:
        pytest.skip("GREFFIER_CORPUS_DIR is not set: the questions on real reports are left out")
    folder = tmp_path_factory.mktemp("corpus")
    for path in (Path(place) / "reports").glob("*.html"):
        if path.stem.split("-")[0] in FILES:
            (folder / path.name).write_bytes(path.read_bytes())
    base = folder / "data" / "reports.sqlite3"
    outcome = add(folder, base, next((Path(place) / "reports").glob("*.csv")), workers=1)
    assert (outcome.added, outcome.skipped) == (len(FILES), ())
    return desk_with(ReportBase(base))


def _ask(desk: Any, text: str, intent: str = "report_search", lang: str = "fr") -> Answer:
    return ask_reports(asked(text, intent, lang=lang), desk)


def _plain(text: str) -> str:
    """Without accents, capitals and kinds of space and apostrophe."""
    return re.sub(r"\s+", " ", fold(text))


def _quoted(answer: Answer) -> str:
    shown = [block.text for block in answer.blocks if isinstance(block, Quote)]
    return _plain(" ".join([*shown, *(source.quote or "" for source in answer.sources)]))


@pytest.mark.parametrize(
    ("text", "report", "words"),
    [
        ("Qui écoute les téléphones pour la police, et pourquoi est-ce si cher ?", WIRETAPS, "interceptions"),
        ("Pourquoi n'a-t-on pas creusé le parking souterrain de Saumur ?", SAUMUR, "abandonne"),
        ("pourqoi le parking souterain de saumur a été abandoné", SAUMUR, "abandonne"),
        ("Le syndicat des égouts du Villeneuvois a-t-il pris des emprunts risqués ?", SEWERS, "risque"),
        ("Qui s'occupe de l'informatique à l'institut de cancérologie de la Loire ?", CANCER, "trois agents"),
        ("L'eau est-elle enfin potable à Taiarapu ?", WATER_COMPANY, "eau potable"),
        ("Le lycée de Soissons avait-il un trou dans son budget ?", SCHOOL, "deficit"),
        ("Combien l'île de Ré a-t-elle payé à son avocat ?", ILE_DE_RE, "honoraires"),
        ("À Cucq, l'eau est-elle chère pour les habitants ?", CUCQ, "prix de l'eau"),
        ("Does the family union UNAF own a building in Paris?", FAMILIES, "patrimoine immobilier"),
    ],
)
def test_the_report_and_its_passage_are_found(desk: Any, text: str, report: str, words: str) -> None:
    answer = _ask(desk, text, lang=detect_language(text))
    assert answer.status == "answered", answer.text
    assert answer.sources[0].report == report
    assert words in _quoted(answer)


@pytest.mark.parametrize(
    ("text", "report", "figure"),
    [
        ("Combien de repas la cuisine centrale de Quimper a-t-elle vendus en 2013 ?", KITCHEN, "855 661"),
        ("Combien les associations familiales ont-elles eu du fonds spécial en 2015 ?", FAMILIES, "28,4 M€"),
        ("Combien de places de parking la régie de Bordeaux gère-t-elle ?", CAR_PARKS, "8 411"),
        ("combien d'habitants a manot", MANOT, "596 habitants"),
    ],
)
def test_the_figure_is_given_with_its_report(desk: Any, text: str, report: str, figure: str) -> None:
    answer = _ask(desk, text, "report_figure")
    assert answer.status == "answered", answer.text
    assert answer.sources[0].report == report
    assert _plain(figure) in _plain(answer.text)


def test_recommendations_are_those_of_the_report(desk: Any) -> None:
    answer = _ask(desk, "Que doit corriger la commune de Tilh ?", "report_recommendations")
    assert answer.status == "answered"
    assert {source.report for source in answer.sources} == {TILH}
    assert "emprunts" in answer.text


def test_a_department_lists_its_report(desk: Any) -> None:
    answer = _ask(desk, "Quels rapports avez-vous dans les Landes ?", "report_list")
    assert {source.report for source in answer.sources} == {TILH}


def test_two_towns_are_put_side_by_side(desk: Any) -> None:
    answer = _ask(desk, "Comparez Manot et Tilh", "report_compare")
    assert {MANOT, TILH} <= {source.report for source in answer.sources}


def test_the_body_and_the_synthesis_are_both_quoted(desk: Any) -> None:
    answer = _ask(desk, "Pourquoi la commune de Manot peine-t-elle à se désendetter ?")
    places = [_plain(source.locator or "") for source in answer.sources if source.report == MANOT]
    assert any("synthese" in place for place in places)
    assert any("synthese" not in place for place in places)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le rapport sur Manot parle-t-il d'éoliennes ?", "éoliennes"),
        ("La commune de Manot a-t-elle un plan canicule ?", "canicule"),
        ("Le rapport sur Saumur parle-t-il de vidéosurveillance ?", "vidéosurveillance"),
        ("La commune de Cucq a-t-elle une école de danse ?", "danse"),
    ],
)
def test_what_the_report_does_not_treat_is_refused_by_its_word(desk: Any, text: str, word: str) -> None:
    answer = _ask(desk, text)
    assert answer.status == "not_found"
    assert f"« {word} »" in answer.text


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Le rapport sur Manot parle-t-il du chômage ?", MANOT),
        ("Est-ce que le rapport sur Manot aborde la dette ?", MANOT),
        ("Le rapport sur Cucq évoque-t-il les associations sportives ?", CUCQ),
    ],
)
def test_what_it_does_treat_is_answered(desk: Any, text: str, report: str) -> None:
    answer = _ask(desk, text)
    assert answer.status == "answered", answer.text
    assert answer.sources[0].report == report


@pytest.mark.parametrize(
    "text",
    [
        "Quelle est la dette de la commune de Plougastel ?",
        "Que dit la chambre sur l'hôpital de Dax ?",
        "L'hôpital de Saumur est-il en déficit ?",
    ],
)
def test_a_body_without_a_report_has_no_answer_and_no_figure(desk: Any, text: str) -> None:
    answer = _ask(desk, text, "report_figure")
    assert answer.status == "not_found"
    assert not answer.sources
    assert "€" not in answer.text


@pytest.mark.parametrize(
    ("text", "report"), [("la dette de Manot en 1987", MANOT), ("dette de Cucq en 1991", CUCQ)]
)
def test_a_year_not_covered_gives_the_years_known(desk: Any, text: str, report: str) -> None:
    answer = _ask(desk, text, "report_figure")
    assert answer.status == "not_found"
    assert answer.sources[0].report == report
    told = re.search(r"(20\d\d)–(20\d\d)", answer.text)
    assert told is not None
    assert int(told[1]) >= 2010, "years named in passing are not covered"
    assert "€" not in answer.text


def test_every_quotation_stands_word_for_word_in_its_report(desk: Any) -> None:
    answer = _ask(desk, "Pourquoi les interceptions judiciaires coûtent-elles si cher ?")
    assert len(answer.sources) > 3
    for source in answer.sources:
        kept = (source.quote or "").strip("… ")
        if "|" not in kept:
            assert any(kept in passage.text for passage in desk.reports.passages(source.report))


def test_everything_asked_of_a_body_to_be_mended_is_what_is_recommended(desk: Any) -> None:
    answer = _ask(desk, "Que demande-t-on au lycée Le Corbusier de corriger ?", "report_recommendations")
    assert answer.status == "answered"
    assert answer.sources[0].report == SCHOOL
