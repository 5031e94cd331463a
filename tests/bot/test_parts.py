"""Questions of one message are asked apart only where each is understood."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.question import Question, read_message
from bot import parts
from knowledge.base import KnowledgeBase


def parsed(intent: str, confidence: float, challenge: str | None = None) -> dict[str, Any]:
    entities = [{"entity": "challenge", "value": challenge}] if challenge else []
    return {"intent": {"name": intent, "confidence": confidence}, "entities": entities}


def split(text: str, readings: Mapping[str, dict[str, Any]]) -> list[str]:
    async def parse(part: str) -> dict[str, Any]:
        return readings.get(part, parsed("out_of_scope", 0.9))

    async def hear(part: str) -> str:
        return part

    return asyncio.run(parts.understood_parts(text, parse, hear))


@pytest.fixture(autouse=True)
def at_the_desk(monkeypatch: pytest.MonkeyPatch, base: KnowledgeBase) -> None:
    monkeypatch.setattr(parts, "desk", lambda: Desk(base, lambda: dt.datetime.now(dt.UTC)))
    unsure = SimpleNamespace(intent="nlu_fallback", certainty=0.0)
    monkeypatch.setattr(parts, "respond", lambda *_: (Answer("not_found", ""), unsure))


def test_each_part_is_understood() -> None:
    readings = {
        "combien gagne un EIG": parsed("pay", 0.9),
        "où travaille-t-il ?": parsed("work_location", 0.8),
    }
    assert split("combien gagne un EIG et où travaille-t-il ?", readings) == list(readings)


def test_a_part_that_is_not_understood_leaves_the_message_whole() -> None:
    text = "combien gagne un EIG et où est mon chat ?"
    assert split(text, {"combien gagne un EIG": parsed("pay", 0.9)}) == [text]


def test_a_part_that_the_base_surely_tells_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = SimpleNamespace(intent="eligibility", certainty=0.97)
    monkeypatch.setattr(parts, "respond", lambda *_: (Answer("answered", ""), sure))
    text = "c trop dur d'etre pris ? combien de candidats ?"
    assert len(split(text, {"combien de candidats ?": parsed("count_applications", 0.9)})) == 2


def test_a_part_written_as_an_entry_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    as_written = SimpleNamespace(intent="nlu_fallback", certainty=None, confidence=1.0)
    entry = Answer("answered", "", rows=("faq:why",))
    monkeypatch.setattr(parts, "respond", lambda *_: (entry, as_written))
    asked = ["combien de temps durait un défi", "pourquoi ce temps-là ?"]
    assert split(" et ".join(asked), {}) == asked


def test_whoever_says_so_is_asked_of_what_was_answered_before() -> None:
    text = "Fermée ou en sommeil ? qui dit ça ?"
    readings = {"Fermée ou en sommeil ?": parsed("nlu_fallback", 0.2)}
    assert split(text, {**readings, "qui dit ça ?": parsed("explain_source", 0.9)}) == text.replace(
        "? q", "?|q"
    ).split("|")
    assert split(text, {**readings, "qui dit ça ?": parsed("person_lookup", 0.9)}) == [text]


def test_whether_the_court_says_so_is_asked_of_the_clause_before() -> None:
    text = "faut-il vendre le fort ? c'est ce que dit la Cour ?"
    asked = ("faut-il vendre le fort ?", "c'est ce que dit la Cour ?")
    readings = {one: parsed("explain_source", 0.9) for one in asked}
    assert split(text, readings) == [text]


def test_a_further_part_is_read_with_the_challenge_named_before() -> None:
    readings = {
        "SOS Ponts c'est quoi exactement": parsed("describe_challenge", 0.9, "sos-ponts"),
        "la designer s'appelait comment (SOS Ponts) ?": parsed("challenge_people", 0.8, "sos-ponts"),
    }
    text = "SOS Ponts c'est quoi exactement et la designer s'appelait comment"
    assert split(text, readings) == list(readings)


def test_a_part_is_read_with_the_challenge_named_after_it() -> None:
    text = "où est le code et qui l'a fait (SOS Ponts) ?"
    readings = {"où est le code": parsed("challenge_code", 0.6)}
    readings["où est le code (SOS Ponts) ?"] = parsed("challenge_code", 0.9, "sos-ponts")
    readings["qui l'a fait (SOS Ponts) ?"] = parsed("challenge_people", 0.9, "sos-ponts")
    assert split(text, readings) == ["où est le code (SOS Ponts) ?", "qui l'a fait (SOS Ponts) ?"]


def test_challenges_are_asked_for_with_what_the_first_part_names() -> None:
    first = "combien de juristes en promo 5"
    skill: dict[str, Any] = {"entity": "skill", "value": "law", "start": 11, "end": 19}
    readings = {first: {**parsed("count_eig", 0.9), "text": first, "entities": [skill]}}
    assert split(f"{first} et sur quels défis ?", readings)[1:] == ["sur quels défis (juristes) ?"]


def test_what_is_asked_beside_an_audited_body_is_asked_of_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(part: str, _limit: int) -> list[SimpleNamespace]:
        return [SimpleNamespace(reports=1, score=1.0)] if "Montclair" in part else []

    at = SimpleNamespace(reports=SimpleNamespace(find_organisations=find), base=parts.desk().base, now=None)
    monkeypatch.setattr(parts, "desk", lambda: at)
    monkeypatch.setattr(parts, "is_of_a_card", lambda *_: False)
    monkeypatch.setattr(parts, "coordinated", lambda _: [])
    both = "Combien d'élèves à Montclair et quel est le prix de la cantine ?"
    assert split(both, {}) == ["Combien d'élèves à Montclair", "quel est le prix de la cantine ?"]
    assert split("Montclair c'est quoi ? et le prix de l'eau", {}) == [
        "Montclair c'est quoi ?",
        "et le prix de l'eau",
    ]
    of_one = "Combien de grèves à Montclair, et ça a coûté combien ?"
    assert split(of_one, {}) == [of_one]
    of_the_programme = "Combien d'EIG à Montclair et quel est le prix de la cantine ?"
    assert split(of_the_programme, {}) == [of_the_programme]


def told(rows: tuple[str, ...], status: str = "answered", certainty: float = 0.95) -> tuple[Any, ...]:
    return Answer(status, "", rows=rows), certainty  # type: ignore[arg-type]


HOME, TOWN = "on peut télétravailler ?", "faut habiter Paris ?"
JOINED = "on peut télétravailler ou faut habiter Paris ?"
SURELY = {JOINED: told(("faq:home",)), HOME: told(("faq:home",)), TOWN: told(("faq:town",))}


def asked_together(
    monkeypatch: pytest.MonkeyPatch, answers: Mapping[str, tuple[Any, ...]], **of: str
) -> bool:
    """Whether two matters joined in one question are answered as one, given what each is told."""

    def respond(message: Mapping[str, Any], focus: Focus, at: Desk) -> tuple[Answer, Question]:
        answer, certainty = answers[message["text"]]
        question = read_message(parsed(of.get("intent", "remote_work"), 0.9) | message, focus, at.now)
        return answer, replace(question, certainty=certainty)

    async def parse(part: str) -> dict[str, Any]:
        return parsed(of.get("intent", "remote_work"), 0.9) | {"text": part}

    async def hear(part: str) -> str:
        return part

    monkeypatch.setattr(parts, "respond", respond)
    found = asyncio.run(parts.understood_parts(JOINED, parse, hear))
    assert found in ([JOINED], [HOME, TOWN])
    return found == [JOINED]


def test_two_matters_joined_are_answered_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not asked_together(monkeypatch, SURELY)
    refused = {**SURELY, TOWN: told(("faq:untold",), "not_found")}
    assert asked_together(monkeypatch, refused)
    assert not asked_together(monkeypatch, {**refused, JOINED: told(("faq:untold",), "not_found")})


@pytest.mark.parametrize(
    "answers",
    [
        {TOWN: told(("faq:town",), certainty=0.6)},
        {TOWN: told(("faq:town", "faq:home"))},
        {TOWN: told(("challenge:town",))},
        {TOWN: told((), "not_found")},
        {JOINED: told(("faq:town", "faq:home"))},
        {JOINED: told((), "out_of_scope")},
    ],
)
def test_what_is_one_matter_or_not_told_of_each_stays_whole(
    monkeypatch: pytest.MonkeyPatch, answers: Mapping[str, tuple[Any, ...]]
) -> None:
    assert asked_together(monkeypatch, {**SURELY, **answers})


@pytest.mark.parametrize(
    ("intent", "certainty", "whole", "unanswered"),
    [
        ("administration_cost", 0.95, "not_found", True),
        ("administration_cost", 0.95, "out_of_scope", True),
        ("administration_cost", 0.95, "answered", False),
        ("pay", None, "not_found", False),
        ("contact_address", None, "not_found", True),
    ],
)
def test_what_goes_unanswered_after_a_part_without_an_answer(
    monkeypatch: pytest.MonkeyPatch, intent: str, certainty: float | None, whole: str, unanswered: bool
) -> None:
    part, text = "combien l'employeur paie-t-il ?", "y a-t-il une mutuelle ? combien l'employeur paie-t-il ?"
    answers = {
        part: (Answer("answered", ""), SimpleNamespace(intent=intent, certainty=certainty)),
        text: (told(("faq:untold",), whole)[0], SimpleNamespace()),
    }

    async def parse(words: str) -> dict[str, Any]:
        return {"text": words}

    monkeypatch.setattr(
        Answer, "tells_that_nobody_does", property(lambda answer: answer.status == "not_found")
    )
    monkeypatch.setattr(parts, "respond", lambda message, *_: answers[message["text"]])
    assert asyncio.run(parts.goes_unanswered(part, text, parse)) == unanswered


@pytest.mark.parametrize(
    ("weather", "pay", "whole", "apart"),
    [
        ("out_of_scope", None, "not_found", True),
        ("out_of_scope", 0.95, "not_found", False),
        ("answered", None, "not_found", False),
        ("out_of_scope", None, "answered", False),
    ],
)
def test_a_question_beyond_doubt_is_answered_beside_one_that_is_refused(
    monkeypatch: pytest.MonkeyPatch, weather: str, pay: float | None, whole: str, apart: bool
) -> None:
    asked = ["il fait beau ?", "quel est le salaire ?"]
    told = {
        asked[0]: (Answer(weather, ""), SimpleNamespace(intent="nlu_fallback", certainty=0.1)),  # type: ignore[arg-type]
        asked[1]: (Answer("answered", ""), SimpleNamespace(intent="pay", certainty=pay)),
        " ".join(asked): (Answer(whole, ""), SimpleNamespace(sureness=1.0)),  # type: ignore[arg-type]
    }

    async def parse(words: str) -> dict[str, Any]:
        return parsed("pay", 0.9) | {"text": words}

    monkeypatch.setattr(parts, "respond", lambda message, *_: told[message["text"]])
    found = asyncio.run(parts._beside_a_refusal(" ".join(asked), parse))
    assert found == (asked if apart else [])


def test_what_the_reports_are_asked_is_not_answered_where_another_part_is_unsure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, answered = "que dit la Cour de Dole ? quel salaire ?", list[str]()
    unsure = SimpleNamespace(intent="pay", certainty=0.9, sureness=0.9)

    async def parse(words: str) -> dict[str, Any]:
        return parsed("report_search" if "Cour" in words else "pay", 0.9) | {"text": words}

    def respond(message: dict[str, Any], *_: Any) -> tuple[Answer, SimpleNamespace]:
        answered.append(message["text"])
        return Answer("answered", ""), unsure

    monkeypatch.setattr(parts, "respond", respond)
    assert asyncio.run(parts._beside_a_refusal(text, parse)) == []
    assert answered == [text, "quel salaire ?"]


def test_lists_and_reports_are_asked_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_together(monkeypatch, SURELY, intent="list_challenges")
    assert asked_together(monkeypatch, SURELY, intent="report_search")


def test_the_writer_s_own_file_is_one_matter() -> None:
    text = "j'ai déposé mon dossier n° 123 il y a un mois. Où en est-il ?"
    readings = {part.strip(): parsed("pay", 0.9) for part in (text[:46], text[46:])}
    assert split(text, readings) == [text]


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("Basegun", "De quel ministère dépend ce défi ?", "De quel ministère dépend Basegun ?"),
        ("Basegun", "Ce projet, qui l'a fait ?", "Basegun, qui l'a fait ?"),
        ("Basegun", "Which ministry runs this project?", "Which ministry runs Basegun?"),
        ("Basegun", "Ce défi Basegun, qui l'a fait ?", "Ce défi Basegun, qui l'a fait ?"),
        ("Basegun", "De quel ministère dépendez-vous ?", "De quel ministère dépendez-vous ?"),
        (None, "De quel ministère dépend ce défi ?", "De quel ministère dépend ce défi ?"),
    ],
)
def test_this_challenge_is_the_one_named_around_the_question(name: str | None, text: str, meant: str) -> None:
    assert parts.of_the_challenge(name, text) == meant
