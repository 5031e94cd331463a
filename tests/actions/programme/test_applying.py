"""Applying and being chosen, for candidates and for administrations."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("comment candidater ?", "apply_procedure"),
        ("comment proposer un défi ?", "propose_procedure"),
        ("qui peut candidater ?", "eligibility"),
        ("quelles administrations peuvent participer ?", "administration_eligibility"),
        ("quels profils sont recherchés ?", "profiles_sought"),
        ("comment se passe la sélection ?", "selection_process"),
        ("qui est dans le jury ?", "jury"),
    ],
)
@pytest.mark.parametrize("promotion", ["", " pour la promotion 3", " pour la promotion 6"])
def test_the_rules_are_told_with_their_sources(talk: Talk, text: str, intent: str, promotion: str) -> None:
    answer = talk.ask(text.replace(" ?", f"{promotion} ?"), intent)
    assert answer.status in ("answered", "not_found")
    assert answer.status == "not_found" or answer.sources
    if not promotion:
        assert answer.status == "answered"


def test_a_promotion_named_is_the_one_told(talk: Talk) -> None:
    answer = talk.ask("qui a présidé le jury de la promotion 1 ?", "jury")
    ids = [row.removeprefix("statement:") for row in answer.rows if row.startswith("statement:")]
    subjects = {
        r["subject"] for i in ids for r in talk.base.rows("select subject from statement where id = ?", (i,))
    }
    assert subjects == {"1"}
