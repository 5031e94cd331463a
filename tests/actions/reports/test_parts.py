"""Names of bodies within a sentence, and quotations in a row."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.parts import body_name, quotations, the_body
from knowledge.reports.models import OrganisationRow, Place


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("commune de Rochefort", "la commune de Rochefort"),
        ("Commune de Valbrune (Brume)", "la commune de Valbrune (Brume)"),
        ("commune de Le Houlme", "la commune du Houlme"),
        ("commune de Les Moutiers", "la commune des Moutiers"),
        ("commune de La Flotte", "la commune de La Flotte"),
        ("ministère de l'intérieur", "le ministère de l'intérieur"),
        ("établissement public foncier", "l'établissement public foncier"),
        ("SIVU des Vallées", "SIVU des Vallées"),
    ],
)
def test_a_body_has_its_article_where_its_kind_is_known(name: str, said: str) -> None:
    assert the_body(name, "fr") == said


def test_english_keeps_the_name() -> None:
    assert the_body("commune de Rochefort", "en") == "commune de Rochefort"


def test_a_department_stands_beside_the_contracted_name() -> None:
    body = OrganisationRow(1, "commune de Le Houlme", "commune", "Brume")
    assert body_name(body) == "commune du Houlme (Brume)"


def test_titles_are_said_once_for_quotations_in_a_row() -> None:
    def hit(report: str, section: str) -> Any:
        summary = SimpleNamespace(id=report, title=f"Rapport {report}", jurisdiction="CRC", date=None)
        return SimpleNamespace(report=summary, place=Place("s1-b1", (section,)), text="Dit.", kind="text")

    hits = [hit("1", "La dette"), hit("1", "La dette"), hit("1", "Le personnel"), hit("2", "Le personnel")]
    headings = [quote.heading for quote, _ in quotations(hits)]
    assert headings == ["Rapport 1 – La dette", None, "Le personnel", "Rapport 2 – Le personnel"]
    assert all(source.title.startswith("Rapport") for _, source in quotations(hits))
