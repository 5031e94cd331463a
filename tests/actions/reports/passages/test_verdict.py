"""The sentence that decides a question to be answered by yes or no stands first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.answer import Quote
from actions.reports.answers import ask_reports
from actions.reports.passages.findings import Findings
from actions.reports.passages.verdict import Verdict, asks_whether, asks_whether_too, verdict
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with
from tests.knowledge.reports.invented import Report, store, write_reports

_HEALTHY = "La situation financière est saine."
_STABLE = "Les taux de la fiscalité locale sont restés stables pendant toute la période."
_GAIN = "Les résultats du budget annexe ont été excédentaires sur toute la période."
_SHORT = "Les agents ne travaillent pas 1 607 heures par an : ils en font plutôt 1 540."
_LOSS = "Le résultat d’exploitation est négatif depuis trois ans."
_DEAR = "Si le prix de l’eau est supérieur à la moyenne, en revanche le réseau est neuf."
_LESS = "Le temps de travail des pompiers s’établit en réalité à 1 533 heures, au lieu de la durée légale."
REPORT = Report(
    "Commune de Valbrune",
    {
        "Histoire": "La commune a toujours pris soin de sa santé financière et de ses impôts ; ses agents "
        "viennent de toute la région. La loi fixe la durée annuelle du travail à 1 607 heures.",
        "Les impôts": "Les impôts locaux rapportent deux millions d’euros. Le produit des impôts vient de "
        f"trois taxes. {_STABLE} La commune devrait augmenter les impôts fonciers.",
        "Le personnel": f"Un contrat signé en 1982 règle le temps de travail. {_SHORT}",
        "Synthèse": f"La commune compte mille habitants. {_HEALTHY} Elle possède un port.",
        "L’eau": f"L’eau vient de la montagne. {_DEAR} La commune la distribue elle-même.",
        "Les pompiers": f"Les pompiers ne sont pas plus de vingt et ouvrent à 6 heures. {_LESS}",
        "Le camping": f"Le camping municipal compte deux cents emplacements. {_GAIN} Cela lui permet de "
        "bénéficier d’un emprunt pour le camping.",
    },
)

THEATRE = Report(
    "Théâtre de Montperrin",
    {
        "Histoire": "Le théâtre de Montperrin, en situation financière déficitaire, fut fermé en 1993.",
        "Le résultat": f"Le théâtre de Montperrin donne vingt pièces par an. {_LOSS}",
    },
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("verdict")
    reports = write_reports(folder / "reports", {"401": REPORT, "402": THEATRE})
    return desk_with(ReportBase(store(reports, folder / "data" / "reports.sqlite3")))


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("elle a une bonne santé financière, oui ou non ?", True),
        ("on fait les 1607h ou pas", True),
        ("c vrai kon est dans le rouge ?", True),
        ("la commune a-t-elle augmenté les impôts ?", True),
        ("Est-ce que la dette baisse ?", True),
        ("la situation est bonne ?", True),
        ("Is the hospital in debt?", True),
        ("je voudrais savoir si la ville est trop endettée", True),
        ("le musée est déficitaire ?", True),
        ("la ville est en faillite ou quoi", True),
        ("comment vont les finances de la ville ?", True),
        ("comment se porte la ville, côté finances ?", True),
        ("et les finances, ça va ?", True),
        ("le musée perd de l'argent ?", True),
        ("la ville a beaucoup de dettes ?", True),
        ("la ville a combien de dettes ?", False),
        ("comment va le musée ?", False),
        ("ça va coûter combien ?", False),
        ("qu'est-ce que la chambre reproche ?", False),
        ("combien doit-elle ?", False),
        ("quelle est la dette ?", False),
        ("la dette de la commune", False),
    ],
)
def test_questions_to_be_answered_by_yes_or_no(text: str, whether: bool) -> None:
    assert asks_whether(text) is whether


def test_a_part_of_a_message_may_ask_it() -> None:
    text = "qui contrôle les comptes, c'est bien fait ?"
    assert asks_whether_too(text)
    assert not asks_whether(text)
    assert not asks_whether_too("qui contrôle les comptes, et quand ?")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Valbrune a-t-elle une bonne santé financière ?", _HEALTHY),
        ("La commune de Valbrune a-t-elle augmenté les impôts ?", _STABLE),
        ("Valbrune : le camping est-il en déficit ?", _GAIN),
        ("Bonjour, j'habite à Valbrune, le camping perd-il de l'argent ? soyez francs", _GAIN),
        ("Valbrune est-elle dans le rouge ?", _HEALTHY),
        ("Valbrune, les finances, ça va ?", _HEALTHY),
        ("Théâtre de Montperrin, la situation financière, ça va ?", _LOSS),
        ("comment vont les finances de Valbrune ?", _HEALTHY),
        ("la commune de Valbrune est dans le rouge ou quoi", _HEALTHY),
        ("commune de Valbrune : les agents font les 1607h ou pas ?", _SHORT),
        ("Je voudrais savoir si le camping de Valbrune est en déficit", _GAIN),
        ("Le théâtre de Montperrin est-il déficitaire ?", _LOSS),
        ("C'est vrai que l'eau est plus chère à Valbrune qu'ailleurs ?", _DEAR),
        ("Les pompiers de Valbrune font-ils bien 1 607 heures ?", _LESS),
    ],
)
@pytest.mark.parametrize("intent", ["report_search", "report_figure"])
def test_the_sentence_that_decides_stands_first(desk: Any, text: str, first: str, intent: str) -> None:
    answer = ask_reports(asked(text, intent), desk)
    assert answer.status == "answered", answer.text
    quotes = [block.text for block in answer.blocks if isinstance(block, Quote)]
    assert quotes[0] == first
    assert not any(first in quote for quote in quotes[1:])


def test_the_sentence_is_looked_for_once(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(subject: Subject, found: Findings, base: ReportBase) -> Verdict | None:
        looked.append(subject.text)
        return verdict(subject, found, base)

    monkeypatch.setattr("actions.reports.evidence.verdict", counted)
    monkeypatch.setattr("actions.reports.passages.answer.verdict", counted)
    ask_reports(asked("Valbrune : le camping est-il en déficit ?", "report_search"), desk)
    assert len(looked) == 1


def test_a_question_for_what_the_report_says_keeps_its_passages_whole(desk: Any) -> None:
    answer = ask_reports(asked("Que dit le rapport des impôts de Valbrune ?", "report_search"), desk)
    quotes = [block.text for block in answer.blocks if isinstance(block, Quote)]
    assert any(_STABLE in quote and quote != _STABLE for quote in quotes)
