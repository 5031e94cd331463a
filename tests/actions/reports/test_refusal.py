"""What the reports do not say is not answered: the body, place, matter or year missing is named."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.answer import Answer, Quote
from actions.reports.answers import ask_reports
from actions.reports.evidence import Evidence
from actions.reports.passages.findings import search
from actions.reports.refusal import not_said, refused
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from knowledge.reports.document import Document
from knowledge.reports.extracted import Extraction, OrganisationMention
from knowledge.reports.ingest import add
from tests.actions.report_base import asked, desk_with, wide_desk
from tests.knowledge.reports.builders import StubExtractor
from tests.knowledge.reports.invented import Report, store, write_reports


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("refusal"))


def _refused(desk: Any, text: str, intent: str = "report_search", lang: str = "fr") -> Answer:
    answer = ask_reports(asked(text, intent, lang=lang), desk)
    assert answer.status == "not_found", answer.text
    assert answer.contact is not None
    return answer


@pytest.mark.parametrize("intent", ["report_search", "report_figure", "report_recommendations"])
@pytest.mark.parametrize(
    "text",
    ["Quelle est la dette de la mairie de Sauveterre ?", "Que faut-il améliorer à la mairie de Sauveterre ?"],
)
def test_a_body_without_a_report_is_refused_whatever_is_asked(desk: Any, text: str, intent: str) -> None:
    answer = _refused(desk, text, intent)
    assert "Sauveterre" in answer.text
    assert not answer.sources
    assert "k€" not in answer.text


def test_a_body_without_a_report_is_named_as_it_is_written(desk: Any) -> None:
    assert "« Villeneuve-d'Ascq »" in _refused(desk, "Quelle est la dette de Villeneuve-d'Ascq ?").text


def test_a_body_described_leaves_the_passages_of_the_report_that_stands_out(desk: Any) -> None:
    answer = _refused(desk, "Les urgences de l'hôpital de Belgrève font-elles attendre les patients ?")
    assert "Aucun rapport" in answer.text
    assert {source.report for source in answer.sources} == {"203"}
    another_town = _refused(desk, "Les urgences de l'hôpital de Cahors font-elles attendre les patients ?")
    assert not another_town.sources


def test_a_refusal_gives_all_the_nearest_passages_to_read(desk: Any) -> None:
    subject = Subject("Le personnel soignant de Valbrune a-t-il une crèche ?")
    found = search(subject, desk.reports)
    question = asked(subject.text, "report_search")
    given = not_said(question, desk, desk.reports, found.reports[0], subject, (), found.hits)
    assert given.status == "not_found"
    quoted = [source.quote for source in given.sources if source.quote]
    assert [hit.text for hit in found.hits] == quoted


@pytest.mark.parametrize("unsure", [True, False])
def test_a_refusal_that_is_not_sure_quotes_what_comes_nearest(desk: Any, unsure: bool) -> None:
    subject = Subject("Le personnel soignant de la commune", reports=("201",))
    found, question = search(subject, desk.reports), asked(subject.text, "report_search")
    weighed = SimpleNamespace(elsewhere=None, unheard=None, towns=(), missing=(), unsure=unsure)
    given = refused(question, desk, desk.reports, subject, found, cast(Evidence, weighed))
    quoted = [block.text for block in given.blocks if isinstance(block, Quote)]
    assert given.status == "not_found" and bool(quoted) is unsure
    assert all(any(text in hit.text for hit in found.hits) and text in given.text for text in quoted)


def test_the_nearest_body_is_offered_in_its_place(desk: Any) -> None:
    answer = _refused(desk, "L'hôpital de Montclair manque-t-il de médecins ?")
    assert "Commune de Montclair" in answer.text
    assert [reply.label.split(" (")[0] for reply in answer.quick_replies] == ["Commune de Montclair"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'hôpital de Montclair manque-t-il de médecins ?", "hôpital de Montclair"),
        ("l'hopital de montclair manque de medecins ?", "hopital de montclair"),
        ("Quelle est la dette de Sauveterre ?", "Sauveterre"),
        ("Un hôpital coûte cher : et l'hôpital de Montclair ?", "hôpital de Montclair"),
    ],
)
def test_the_body_is_named_as_it_was_written(desk: Any, text: str, name: str) -> None:
    assert re.findall("« (.*?) »", _refused(desk, text).text)[0] == name


def test_a_town_without_a_report_is_named_however_little_is_said(desk: Any) -> None:
    answer = _refused(desk, "dette de cahors")
    assert "« cahors »" in answer.text.casefold()
    assert answer.sources


def test_near_a_body_others_of_its_department_are_offered(desk: Any) -> None:
    answer = ask_reports(asked("la commune à côté de Valbrune", "report_search"), desk)
    offered = [reply.label for reply in answer.quick_replies]
    assert answer.status == "clarify"
    assert offered[0].startswith("Commune de Montclair")
    assert not any(label.startswith("Commune de Valbrune (") for label in offered)


def test_near_a_body_that_is_alone_in_its_kind_there_is_none(desk: Any) -> None:
    assert "voisin" in _refused(desk, "et l'hôpital à côté de l'hôpital de Valbrune ?").text


def test_what_is_offered_is_then_answered(desk: Any) -> None:
    offer = _refused(desk, "L'hôpital de Montclair manque-t-il de médecins ?").quick_replies[0]
    answer = ask_reports(asked(offer.text, "report_search"), desk)
    assert answer.status == "answered"
    assert answer.sources[0].report == "201"


@pytest.mark.parametrize(
    ("text", "word", "report"),
    [
        ("Le rapport sur Montclair parle-t-il des éoliennes ?", "« éoliennes »", "201"),
        ("La commune de Montclair a-t-elle un plan canicule ?", "« canicule »", "201"),
        ("Le port de Grisemer a-t-il une école de voile ?", "« voile »", "206"),
        ("le rapport sur grisemer parle des helicopteres ?", "« helicopteres »", "206"),
    ],
)
def test_a_matter_the_report_never_names_is_refused_by_its_word(
    desk: Any, text: str, word: str, report: str
) -> None:
    answer = _refused(desk, text)
    assert word in answer.text
    assert answer.sources[0].report == report
    assert answer.links[0].url == f"/rapports/{report}"


def test_only_the_matter_is_named_not_the_verb(desk: Any) -> None:
    answer = _refused(desk, "Le rapport sur Montclair parle-t-il des éoliennes ?")
    assert re.findall("« (.*?) »", answer.text) == ["éoliennes"]


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Le rapport sur Montclair parle-t-il de la cantine ?", "201"),
        ("Le rapport sur le port de Grisemer évoque-t-il le dragage ?", "206"),
        ("Le syndicat des eaux de Brumelande répare-t-il les fuites ?", "204"),
    ],
)
def test_a_matter_the_report_treats_is_answered(desk: Any, text: str, report: str) -> None:
    answer = ask_reports(asked(text, "report_search"), desk)
    assert answer.status == "answered"
    assert answer.sources[0].report == report


def test_a_matter_of_no_report_is_refused(desk: Any) -> None:
    answer = _refused(desk, "Combien coûte le téléphérique ?", "report_figure")
    assert not any(block for block in answer.blocks if type(block).__name__ in ("Quote", "Figure"))


def test_a_year_no_figure_covers_gives_the_years_known(desk: Any) -> None:
    text = "Combien ont coûté les travaux du gymnase de la commune de Valbrune en 1998 ?"
    answer = _refused(desk, text, "report_figure")
    assert "1998" in answer.text
    assert "2013–2014" in answer.text
    assert not {"800", "1 650", "k€"} & set(re.findall(r"1 650|800|k€", answer.text))
    assert [reply.label for reply in answer.quick_replies] == ["2013", "2014"]


def test_a_year_named_in_passing_is_not_one_the_report_covers(tmp_path: Path) -> None:
    told = [("", "2012", "2013", "2014"), *((f"Poste {n}", "100", "110", "120") for n in range(12))]
    town = Report(
        "Commune de Montclair",
        {"Synthèse": "La commune s’endette."},
        told,
        [("", "1988", "1989"), ("Encours de la dette", "700", "800")],
    )
    path = store(write_reports(tmp_path / "reports", {"201": town}), tmp_path / "data" / "reports.sqlite3")
    base = ReportBase(path)
    assert 1988 in {figure.year for figure in base.figures("201", limit=99)}
    answer = _refused(desk_with(base), "Quelle était la dette de Montclair en 1999 ?", "report_figure")
    assert "2012–2014" in answer.text


def test_a_year_after_the_report_is_told_with_what_is_asked_of_it(tmp_path: Path) -> None:
    town = Report(
        "Commune de Montclair",
        {
            "Synthèse": "La commune s’endette, et le personnel coûte cher.",
            "Le camping": "Le bail du camping court jusqu’en 2027.",
            "Le personnel": "Le personnel coûte 900 k€ et coûtera 950 k€ en 2026.",
        },
        [("", "2013", "2014"), ("Encours de la dette", "700", "800"), ("Personnel", "880", "900")],
    )
    path = store(write_reports(tmp_path / "reports", {"201": town}), tmp_path / "data" / "reports.sqlite3")
    desk = desk_with(ReportBase(path))
    _refused(desk, "Quel sera l'encours de la dette de Montclair en 2027 ?", "report_figure")
    foreseen = asked("Combien coûtera le personnel de Montclair en 2026 ?", "report_figure")
    assert "950 k€" in ask_reports(foreseen, desk).text


def test_inhabitants_are_asked_of_the_town(desk: Any) -> None:
    answer = ask_reports(asked("Combien d'habitants à Valbrune ?", "report_figure"), desk)
    offered = {reply.label.split(" (")[0] for reply in answer.quick_replies}
    assert offered == {"Commune de Valbrune", "Commune de Valbrune-sur-Mer"}


def test_a_year_offered_is_answered_with_its_figure(desk: Any) -> None:
    text = "Combien ont coûté les travaux du gymnase de la commune de Valbrune en 2014 ?"
    answer = ask_reports(asked(text, "report_figure"), desk)
    assert answer.status == "answered"
    assert "1 650 k€" in answer.text.split("\n")[1]


def test_the_refusal_is_in_the_language_of_the_question(desk: Any) -> None:
    french = _refused(desk, "Le rapport sur Montclair parle-t-il des éoliennes ?").text
    english = _refused(desk, "Le rapport sur Montclair parle-t-il des éoliennes ?", lang="en").text
    assert "Je ne trouve" in french
    assert "Je ne trouve" not in english


def test_bodies_of_one_name_are_asked_about(desk: Any) -> None:
    answer = ask_reports(asked("Quelle est la dette de Valbrune ?", "report_figure"), desk)
    assert answer.status == "clarify"
    offered = {reply.label.split(" (")[0] for reply in answer.quick_replies}
    assert {"Commune de Valbrune", "Hôpital de Valbrune"} <= offered
    assert "k€" not in answer.text


@pytest.mark.parametrize(
    ("text", "report", "figure"),
    [
        ("Combien ont coûté les intérimaires des urgences de Valbrune en 2014 ?", "203", "760 k€"),
        ("Combien ont coûté les travaux du gymnase de Valbrune en 2014 ?", "202", "1 650 k€"),
    ],
)
def test_the_words_choose_between_bodies_of_one_name(desk: Any, text: str, report: str, figure: str) -> None:
    answer = ask_reports(asked(text, "report_figure"), desk)
    assert answer.status == "answered"
    assert {source.report for source in answer.sources} == {report}
    assert figure in answer.text


class _AlsoTheRailways(StubExtractor):
    """Finds a company that a report mentions beside the body it audits."""

    def extract(self, document: Document) -> Extraction:
        found = super().extract(document)
        railways = OrganisationMention("SNCF", "company", "mentioned", mentions=3)
        return replace(found, organisations=(*found.organisations, railways))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Que dit la Cour des comptes sur la SNCF ?", "fr"),
        ("Que disent les rapports de la SNCF ?", "fr"),
        ("What does the Cour des comptes say about SNCF?", "en"),
    ],
)
def test_what_is_said_of_a_body_is_not_told_by_a_report_that_mentions_it(
    tmp_path: Path, text: str, lang: str
) -> None:
    reports = {
        "301": Report(
            "Commune de Montclair",
            {"La gare": "La SNCF a vendu la gare à la commune. La SNCF y garde un quai, la SNCF un guichet."},
        )
    }
    path = tmp_path / "data" / "reports.sqlite3"
    add(write_reports(tmp_path / "reports", reports), path, extractor=_AlsoTheRailways(), workers=1)
    desk = desk_with(ReportBase(path))
    answer = ask_reports(asked(text, "report_search", lang=lang), desk)
    assert answer.status == "not_found"
    assert "SNCF" in answer.text and "Cour" not in answer.text
    assert not answer.sources
