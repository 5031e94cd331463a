"""Every answer has a source, and every figure in it stands in the rows it cites."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace
from functools import cache
from typing import Any

import pytest
import yaml

from actions.answer import Answer
from knowledge.settings import PARIS, ROOT
from tests.actions.conftest import Talk
from tests.actions.figures import figures, unsupported

SAMPLES = 7
SUBJECTS = (
    "promotion 1", "promotion 3", "la deuxième", "la promotion 6", "promotion 7", "les DIG",
    "la promotion 12", "promotions 3 et 4", "2018", "le défi Signaux Faibles", "le défi Zorglub",
    "le ministère de l'Intérieur",
    "data science", "à Lyon", "toutes les promotions",
)  # fmt: skip
DAYS = ("2018-10-01", "2022-04-10", "2026-11-24")


@cache
def examples() -> dict[str, list[str]]:
    """The training examples of each intent: what people may say with it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8")).get("nlu", ()):
            lines = [
                line.removeprefix("- ") for line in block["examples"].splitlines() if line.startswith("- ")
            ]
            found.setdefault(block["intent"], []).extend(lines)
    return found


def intents() -> list[str]:
    return sorted(
        intent
        for intent in {*examples(), "nlu_fallback", "repeated_failure"}
        if not intent.startswith("report_")
    )


def texts(intent: str) -> list[str]:
    """Examples spread over the file, then the intent asked of every kind of subject."""
    lines = examples().get(intent) or examples()["faq_other"]
    step = max(1, len(lines) // SAMPLES)
    return [*lines[::step][:SAMPLES], *(f"{lines[0].rstrip(' ?')} {subject} ?" for subject in SUBJECTS)]


def assert_grounded(answer: Answer, talk: Talk, asked: str, before: tuple[str, ...] = ()) -> None:
    """No claim without a source; no figure that is not in a cited row."""
    if answer.status != "answered":
        return
    assert answer.sources, asked
    assert all(source.title for source in answer.sources), asked
    supported = replace(answer, rows=(*answer.rows, *before))
    assert supported.rows, f"{asked}: no row is cited for « {answer.text[:80]} »"
    assert not unsupported(supported, talk.base, talk.desk.now, asked), f"{asked}: {answer.text[:300]}"


@pytest.mark.parametrize("intent", intents())
def test_every_figure_stands_in_a_cited_row(intent: str, talk: Talk) -> None:
    for asked in texts(intent):
        for lang in ("fr", "en"):
            fresh = Talk(talk.base, talk.finder, talk.desk)
            assert_grounded(fresh.ask(asked, intent, lang=lang), fresh, asked)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("intent", ["call_status", "next_call", "programme_state", "programme_figures"])
def test_figures_stand_in_rows_whatever_the_day(day: str, intent: str, talk: Talk) -> None:
    then = talk.on(day)
    for asked in texts(intent):
        fresh = Talk(then.base, then.finder, then.desk, day=day)
        assert_grounded(fresh.ask(asked, intent), fresh, asked)


def test_follow_ups_are_grounded_too(talk: Talk) -> None:
    for intent in (
        "count_eig",
        "list_challenges",
        "pay",
        "describe_challenge",
        "call_status",
        "compare_promotions",
    ):
        fresh = Talk(talk.base, talk.finder, talk.desk)
        fresh.ask(texts(intent)[0], intent)
        for asked in ("et la promotion 3 ?", "et le défi Signaux Faibles ?", "et à Lyon ?"):
            assert_grounded(fresh.ask(asked, "follow_up"), fresh, asked)
        before = fresh.focus.rows
        answer = fresh.ask("d'où vient ce chiffre ?", "explain_source")
        named = " ".join(str(value) for source in answer.sources for value in asdict(source).values())
        assert_grounded(answer, fresh, named, before)


def test_every_intent_that_states_facts_can_be_answered(talk: Talk, registered: dict[str, Any]) -> None:
    """The check above would be empty if intents were answered with « not found »."""
    without = {
        intent
        for intent in intents()
        if not any(
            Talk(talk.base, talk.finder, talk.desk).ask(asked, intent).status == "answered"
            for asked in texts(intent)
        )
    }
    assert without <= {
        "greet", "goodbye", "thank", "affirm", "deny", "bot_identity", "capabilities", "insult",
        "human_contact", "explain_source", "out_of_scope", "repeated_failure", "unknown_detail",
    }  # fmt: skip


class TestTheCheckItself:
    """A check that cannot fail shows nothing."""

    def test_a_changed_figure_is_seen(self, talk: Talk) -> None:
        answer = talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
        assert not unsupported(answer, talk.base, talk.desk.now)
        changed = replace(answer, text=answer.text.replace("28", "29"))
        assert unsupported(changed, talk.base, talk.desk.now) == {"29"}

    def test_a_row_left_out_is_seen(self, talk: Talk) -> None:
        answer = talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
        assert {"28", "32"} <= unsupported(replace(answer, rows=()), talk.base, talk.desk.now)

    def test_a_wrong_count_of_challenges_is_seen(self, talk: Talk) -> None:
        answer = talk.ask("les défis à Lyon", "list_challenges")
        assert not unsupported(answer, talk.base, talk.desk.now)
        number = str(len(answer.rows))
        changed = replace(answer, text=answer.text.replace(f"{number} défi", "917 défi", 1))
        assert unsupported(changed, talk.base, talk.desk.now) == {"917"}

    def test_days_left_hold_for_one_day_only(self, talk: Talk) -> None:
        then = talk.on("2018-10-01")
        answer = then.ask("l'appel à candidatures est-il ouvert ?", "call_status")
        assert not unsupported(answer, talk.base, then.desk.now)
        assert "14" in unsupported(answer, talk.base, dt.datetime(2018, 10, 9, 12, tzinfo=PARIS))

    def test_a_row_that_does_not_exist_is_seen(self, talk: Talk) -> None:
        with pytest.raises(AssertionError, match="in no table"):
            unsupported(Answer("answered", "1", rows=("statement:999999",)), talk.base, talk.desk.now)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1\u202f912\u202f641 €", {"1912641"}),
            ("1,912,641", {"1912641"}),
            ("3 500 euros", {"3500"}),
            ("2,5 %", {"2.5"}),
            ("28.0", {"28"}),
            ("1er octobre 2018", {"1", "2018"}),
            ("01/02", {"1", "2"}),
            ("sans chiffre", set()),
        ],
    )
    def test_figures_are_read(self, text: str, expected: set[str]) -> None:
        assert figures(text) == expected
