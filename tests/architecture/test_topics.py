"""A topic is three files of one name, and every intent of them has an answer."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from actions.registry import REGISTRY
from bot.evaluation.sets import unseen, utterances
from knowledge.settings import ROOT

FOLDERS = {
    "nlu": ROOT / "nlu",
    "bot/topics": ROOT / "bot" / "topics",
    "tests/dialogues": ROOT / "tests" / "dialogues",
}
TOPICS = sorted({path.stem for folder in FOLDERS.values() for path in folder.glob("*.yml")})


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content


def taught(topic: str) -> set[str]:
    return {block["intent"] for block in read(FOLDERS["nlu"] / f"{topic}.yml")["nlu"]}


def rules(topic: str) -> dict[str, str]:
    """Intent → action of the topic's rules."""
    steps = [rule["steps"] for rule in read(FOLDERS["bot/topics"] / f"{topic}.yml")["rules"]]
    return {step[0]["intent"]: step[1]["action"] for step in steps}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_its_three_files(topic: str) -> None:
    missing = [
        f"{name}/{topic}.yml" for name, folder in FOLDERS.items() if not (folder / f"{topic}.yml").exists()
    ]
    assert not missing, f"the topic « {topic} » lacks {', '.join(missing)}"


@pytest.mark.parametrize("topic", TOPICS)
def test_every_intent_has_a_rule_and_an_answer(topic: str) -> None:
    ActionExecutor().register_package("actions")
    declared = read(FOLDERS["bot/topics"] / f"{topic}.yml")
    assert taught(topic) == set(declared["intents"]) == set(rules(topic)), (
        "examples, intents and rules differ"
    )
    assert set(rules(topic).values()) == set(declared["actions"])
    assert taught(topic) <= REGISTRY.keys(), f"no answer for {sorted(taught(topic) - REGISTRY.keys())}"


def test_every_action_of_the_rules_exists() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    assert set(chain.from_iterable(rules(topic).values() for topic in TOPICS)) <= executor.actions.keys()


def test_no_answer_is_without_an_intent() -> None:
    ActionExecutor().register_package("actions")
    known = set(chain.from_iterable(taught(topic) for topic in TOPICS))
    assert REGISTRY.keys() - known == {
        "nlu_fallback", "repeated_failure", "contact_address", "words_kept", "last_links", "report_which",
        "not_understood", "reports_reuse", "reports_text", "reports_sources", "reports_language",
        "reports_held", "report_about", "report_meant", "report_since", "report_in_short",
        "report_dated", "report_unanswered",
    }  # fmt: skip


def test_an_example_is_taught_once_and_not_measured_on() -> None:
    lines = [
        line.removeprefix("- ").strip().lower()
        for topic in TOPICS
        for block in read(FOLDERS["nlu"] / f"{topic}.yml")["nlu"]
        for line in block["examples"].splitlines()
        if line.startswith("- ")
    ]
    assert not {line for line in lines if lines.count(line) > 1}
    measured = {utterance.text.strip().lower() for utterance in unseen(utterances())}
    assert len(measured) >= 400
    assert not measured & set(lines)
