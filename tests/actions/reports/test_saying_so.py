"""What is said first: the verdict on the whole, that no report is on the body named, what is wished."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.answer import Answer, Quote
from actions.reports.answers import ask_reports
from actions.reports.lists.excluded import without_excluded
from actions.reports.none_on_it import only_whether_audited
from actions.reports.passages.gathered import asks_of_several
from actions.reports.subject import Subject
from actions.reports.wished import action_wished
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with
from tests.knowledge.reports.invented import Report, store, write_reports

_VERDICT = "La situation financière de la commune est préoccupante."
_SHORT = "Les agents travaillent 1 540 heures, soit moins que la durée, inférieure à celle de 1 607 heures."
REPORTS = {
    "501": Report(
        "Commune de Valbrune",
        {
            "Synthèse": "L’examen de la gestion de la commune a porté sur les finances et le personnel. "
            f"</p></div><div class='normal'><p>La commune compte 4 000 habitants et un port. </p></div>"
            f"<div class='normal'><p>{_VERDICT} Les ventes de terrains ont été faites sans délibération.",
            "Le personnel": _SHORT,
        },
    ),
    "502": Report(
        "Commune de Montclair",
        {
            "Synthèse": "La commune possède une gare, que la SNCF exploite.",
            "Le personnel": "Les agents ne respectent pas la durée de 1 607 heures, inférieure de 40 heures.",
            "Les emprunts": "La dette ne comporte aucun emprunt toxique.",
        },
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("saying")
    reports = write_reports(folder / "reports", REPORTS)
    return desk_with(ReportBase(store(reports, folder / "data" / "reports.sqlite3")))


def _told(desk: Any, text: str, intent: str = "report_search") -> Answer:
    return ask_reports(asked(text, intent), desk)


def _first_quote(answer: Answer) -> str:
    return next(block.text for block in answer.blocks if isinstance(block, Quote))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("que dit la chambre sur Valbrune", "report_recommendations"),
        ("Valbrune est-elle bien gérée en fin de compte ?", "report_search"),
        ("que pense la chambre des finances de Valbrune ?", "report_search"),
        ("c'est quoi le bilan de la chambre sur Valbrune", "report_search"),
        ("Valbrune, c'est mal géré ?", "report_search"),
    ],
)
def test_the_verdict_stands_before_how_the_body_is_presented(desk: Any, text: str, intent: str) -> None:
    assert _first_quote(_told(desk, text, intent)) == _VERDICT


@pytest.mark.parametrize("text", ["que dit la chambre du personnel de Valbrune", "les agents de Valbrune"])
def test_a_matter_of_its_own_is_no_question_on_the_whole(desk: Any, text: str) -> None:
    assert _VERDICT not in _told(desk, text).text[:200]


@pytest.mark.parametrize(
    "text",
    ["est-ce que la commune d'Orange a été contrôlée ?", "la ville de Cahors est elle dans vos rapports"],
)
def test_that_no_report_audits_the_body_named(desk: Any, text: str) -> None:
    told = _told(desk, text, "report_find")
    assert told.status == "not_found" and "Aucun rapport" in told.text


@pytest.mark.parametrize(("intent", "only"), [("report_find", True), ("report_list", False)])
def test_several_of_a_kind_are_listed_not_said_to_have_no_report(desk: Any, intent: str, only: bool) -> None:
    text = "Quels hôpitaux bretons ont un rapport ?"
    subject = Subject(text, unknown="hôpitaux bretons")
    assert only_whether_audited(asked(text, intent), desk.reports, subject) is only


def test_whether_a_body_was_audited_is_told_by_its_report(desk: Any) -> None:
    assert "porte sur" in _told(desk, "est-ce que Valbrune a été contrôlée ?", "report_find").text


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("je cherche des exemples de communes qui ne respectent pas les 1607 heures", True),
        ("quelles collectivités ont eu des emprunts toxiques", True),
        ("quelles métropoles ont eu des emprunts toxiques", True),
        ("y a-t-il des communes qui ont un absentéisme élevé ?", True),
        ("la taxe de séjour, il y a un rapport là-dessus ?", True),
        ("quelles communes sont les plus endettées ?", False),
        ("combien de communes ont un port ?", False),
        ("les communes doivent-elles verser une subvention ?", False),
        ("la communauté de communes est-elle endettée ?", False),
    ],
)
def test_what_is_asked_of_several_bodies(text: str, several: bool) -> None:
    assert asks_of_several(text) is several


def test_a_matter_of_no_body_is_gathered_across_reports(desk: Any) -> None:
    told = _told(desk, "des exemples de communes qui ne respectent pas les 1607 heures")
    assert {source.report for source in told.sources} == {"501", "502"}


def test_what_is_denied_is_no_example(desk: Any) -> None:
    told = _told(desk, "quelles communes ont des emprunts toxiques ?")
    assert "Plusieurs rapports" not in told.text


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("la cour veut la supprimer ?", "supprimer"),
        ("la chambre recommande-t-elle de supprimer la prime ?", "supprimer"),
        ("la chambre demande-t-elle à Valbrune de réorganiser la cantine ?", "reorganiser"),
        ("que recommande la chambre ?", None),
        ("qu'est-ce que la chambre demande de faire ?", None),
        ("la chambre conseille de faire quoi ?", None),
        ("la chambre elle leur demande de faire koi", None),
        ("combien veut-elle dépenser ?", None),
        ("la commune veut-elle augmenter les impôts ?", None),
        ("et elle recommande de le supprimer ?", "supprimer"),
        ("je voudrais savoir si le camping est en déficit", None),
        ("je souhaite connaître la dette de la commune", None),
        ("je demande à consulter le rapport sur Valbrune", None),
    ],
)
def test_a_thing_to_do_that_may_be_wished(text: str, verb: str | None) -> None:
    found = action_wished(text)
    assert (found["verb"] if found else None) == verb


def test_what_is_wished_and_what_is_not(desk: Any) -> None:
    yes = _told(desk, "la chambre recommande-t-elle d'adopter un plan de désendettement à Valbrune ?")
    no = _told(desk, "la chambre recommande-t-elle de supprimer la cantine scolaire à Valbrune ?")
    assert yes.text.startswith("Oui") and no.text.startswith("Aucune des recommandations")


def test_that_none_asks_for_it_is_not_said_where_one_uses_the_verb(desk: Any) -> None:
    other = _told(desk, "la chambre recommande-t-elle d'adopter un budget vert à Valbrune ?")
    pronoun = _told(desk, "la chambre recommande-t-elle de l'adopter à Valbrune ?")
    assert "mot pour mot" in other.text and pronoun.text.startswith(("Recommandations qui", "Oui"))


def test_what_a_list_leaves_out() -> None:
    assert without_excluded("rapports du Rhône en 2016 hors Lyon") == "rapports du Rhône en 2016"
    assert without_excluded("rapports sur les dépenses hors taxes") == "rapports sur les dépenses hors taxes"
