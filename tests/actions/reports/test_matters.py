"""Whether a question is of the kind that audit reports answer, whatever words of it stand in one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from actions.reports.matters import asked_stems, matters, named_beside, read_matters
from actions.reports.subject import Subject
from knowledge.reports.models import OrganisationRow

STORED = {"start": 0.5, "shift": -1.0, "vector": [2.0, 0.0], "stems": {"det": [3.0, 1.0], "hor": [4.0, -1.0]}}


def test_stems_weigh_by_rarity_over_the_length_of_what_is_known() -> None:
    model = read_matters(STORED)
    assert model.log_odds([], None) == 0.5
    assert model.log_odds(["det", "inconnu"], None) == pytest.approx(1.5)
    assert model.log_odds(["det", "hor"], None) == pytest.approx(0.5 + (3 - 4) / 5)


def test_a_vector_counts_only_where_there_is_one() -> None:
    vector = np.array([1.0, 7.0], dtype=np.float32)
    assert read_matters(STORED).log_odds([], vector) == pytest.approx(0.5 - 1.0 + 2.0)


def test_names_say_nothing_of_the_kind_of_a_question() -> None:
    body = OrganisationRow(1, "commune de Vannes", "commune", "Morbihan")
    said = asked_stems(Subject("la dette de Vannes ?", bodies=(body,)))
    assert "vann" not in said and "det" in said


def test_debt_is_what_reports_tell_and_opening_hours_are_not() -> None:
    told = matters().log_odds(["det", "endet"], None)
    assert told > matters().log_odds(["horair", "ouvertur", "dimanch"], None)


def test_another_body_named_beside_the_one_audited_is_asked_about() -> None:
    def named(title: str) -> frozenset[str]:
        bodies = [
            SimpleNamespace(organisation=OrganisationRow(1, "musée Gauguin", "museum", None)),
            SimpleNamespace(organisation=OrganisationRow(2, "Papeete", "commune", None)),
        ]
        result = SimpleNamespace(
            organisations=bodies,
            terms=("musee", "gauguin", "polynes", "papeet"),
            naming=frozenset(("gauguin", "polynes", "papeet")),
        )
        found: Any = SimpleNamespace(result=result, reports=(SimpleNamespace(title=title),))
        return named_beside(found)

    assert named("Collectivité de la Polynésie française") == {"gauguin"}
    assert named("Musée Gauguin (Polynésie)") == frozenset()
    assert named("Commune de Vannes") == frozenset()
