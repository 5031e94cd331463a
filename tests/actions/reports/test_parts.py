"""Names of bodies within a sentence, and titles of reports."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.parts import body_name, short_title, the_body, ways_after_a_refusal, ways_on
from knowledge.reports.models import OrganisationRow


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


def test_a_title_is_told_without_the_law_that_closes_it() -> None:
    report: Any = SimpleNamespace(title="La gestion durable. [article 58-2° de la loi organique (LOLF)]")
    assert short_title(report) == "La gestion durable"
    assert short_title(SimpleNamespace(title="[brouillon]")) == "[brouillon]"  # type: ignore[arg-type]


def test_what_fits_a_report_is_offered() -> None:
    body = OrganisationRow(1, "commune de Valbrune", "commune", None)
    report: Any = SimpleNamespace(id="1", title="Commune de Valbrune", card=False)
    other: Any = SimpleNamespace(id="2")
    details = SimpleNamespace(audited=(body,), recommendations=3, figures=0)

    def offered(ways: Any, *reports: Any) -> list[str]:
        base: Any = SimpleNamespace(report=lambda _: details, reports_on=lambda _: reports)
        return [one.label for one in ways(base)]

    beside = "Les rapports sur cet organisme"
    assert beside in offered(lambda base: ways_on("fr", report, "passages", base), report, other)
    assert beside not in offered(lambda base: ways_on("fr", report, "passages", base), report)
    after = offered(lambda base: ways_after_a_refusal("fr", report, base), report)
    assert after == ["Ce que dit ce rapport", "Ses recommandations"]
