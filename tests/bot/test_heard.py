"""Which words of a message are answered, with answers made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer, Source
from actions.conversation.focus import Focus
from bot import heard as module
from bot.heard import LONG, heard


class Told:
    """An answer as it was understood."""

    def __init__(self, intent: str, sure: float, inherited: bool = False, weighed: bool = False) -> None:
        self.intent, self.inherited = intent, frozenset({"x"} if inherited else ())
        self.sureness = self.confidence = sure
        self.certainty = sure if weighed else None
        self.content, self.subjects = ("defis",), {"promotion"}
        self.lang = "fr"
        self.content_words = self.content


class SaysLittle(Told):
    """One that names nothing of ours."""

    def __init__(self, intent: str, sure: float) -> None:
        super().__init__(intent, sure)
        self.content, self.subjects = (), set[str]()
        self.content_words = ()


LONG_STORY = "words " * LONG
LONG_AND_CLEAR = "clear words " * LONG
ROWS = {
    "nobody tells": ("faq:unp-leave",),
    "town with its report": ("organisation:1", "report:204"),
    "one report": ("report:204", "passage:204#1"),
    "near several reports": ("report:204", "report:205"),
    "cinema of Combourg": ("organisation:1", "report:204"),
    "story of someone at Cahors": ("organisation:1", "report:204"),
    "of the hospital Cahors": ("organisation:1", "report:204"),
}
REPORTS = {"story near one report": "204", "of that report": "204", "of another report": "205"}
ANSWERS: dict[str, tuple[str, Told]] = {
    "story sure": ("answered", Told("pay", 0.97)),
    "story unsure": ("answered", Told("pay", 0.6)),
    LONG_STORY: ("answered", Told("pay", 0.6)),
    LONG_AND_CLEAR: ("answered", Told("pay", 0.8)),
    "nobody tells": ("not_found", Told("nlu_fallback", 0.1)),
    "far": ("out_of_scope", Told("out_of_scope", 0.7)),
    "town with its report": ("answered", Told("report_search", 0.45)),
    "one report": ("answered", Told("report_search", 0.7)),
    "near several reports": ("answered", Told("report_search", 0.45)),
    "thanks alone": ("smalltalk", Told("thank", 1.0)),
    "contact me": ("contact", Told("human_contact", 1.0)),
    "story refused": ("not_found", Told("nlu_fallback", 0.3)),
    "story far": ("out_of_scope", Told("out_of_scope", 0.9)),
    "story nearly told": ("out_of_scope", Told("out_of_scope", 0.6, weighed=True)),
    "story without an answer": ("out_of_scope", Told("nlu_fallback", 0.5, weighed=True)),
    "says little, surely": ("answered", SaysLittle("pay", 0.97)),
    "story going on": ("answered", Told("pay", 0.6, inherited=True)),
    "report of Cahors": ("not_found", Told("nlu_fallback", 0.3)),
    "cinema of Combourg": ("not_found", Told("report_search", 0.6)),
    "story of someone at Cahors": ("not_found", Told("report_search", 0.6)),
    "of the hospital": ("not_found", Told("report_search", 0.5)),
    "of the hospital Cahors": ("answered", Told("report_search", 0.5)),
    "debt Cahors": ("not_found", Told("report_figure", 0.45)),
    "hardly Combourg": ("answered", Told("faq_other", 0.6)),
    "story on a town": ("answered", Told("report_search", 0.45)),
    "says little": ("answered", SaysLittle("pay", 0.85)),
    "says little?": ("answered", SaysLittle("pay", 0.85)),
    "says little (matchID) ?": ("answered", Told("describe_challenge", 0.9)),
    "hardly": ("answered", Told("faq_other", 0.6)),
    "question": ("answered", Told("count_eig", 0.8)),
    "unknown": ("not_found", Told("nlu_fallback", 0.1)),
    "debt": ("answered", Told("report_figure", 0.45)),
    "au fait, t'aurais": ("answered", Told("pay", 0.97)),
    "story near one report": ("not_found", Told("report_search", 0.4)),
    "of that report": ("answered", Told("report_search", 0.4)),
    "of another report": ("answered", Told("report_search", 0.4)),
}


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def respond(parsed: dict[str, Any], *_: Any) -> tuple[Answer, Told]:
        status, told = ANSWERS[parsed["text"]]
        key = REPORTS.get(parsed["text"])
        sources = (Source("report", "title", "publisher", "/", report=key),) if key else ()
        rows = ROWS.get(parsed["text"], ())
        return Answer(status, "", sources=sources, rows=rows), told  # type: ignore[arg-type]

    monkeypatch.setattr(module, "respond", respond)
    monkeypatch.setattr(module, "desk", lambda: None)
    monkeypatch.setattr(module, "only_challenge", lambda _: None)
    monkeypatch.setattr(module, "words_of_a_card", lambda *_: [])


async def parse(text: str) -> dict[str, Any]:
    told = ANSWERS.get(text, ANSWERS["unknown"])[1]
    return {"text": text, "intent": {"name": told.intent, "confidence": told.confidence}}


@pytest.mark.parametrize("failing", [LONG_STORY, "question"])
async def test_a_trial_that_fails_leaves_the_whole(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, failing: str
) -> None:
    answering = module.respond

    def respond(parsed: dict[str, Any], *rest: Any) -> Any:
        if parsed["text"] == failing:
            raise ValueError("an answer from the base needs a source")
        return answering(parsed, *rest)

    monkeypatch.setattr(module, "respond", respond)
    assert await heard(LONG_STORY, ["question"], parse, Focus()) == LONG_STORY
    assert "needs a source" in caplog.text


@pytest.mark.parametrize(
    ("text", "shorter", "expected"),
    [
        ("anything", [], "anything"),
        ("story sure", ["question"], "story sure"),
        ("story unsure", ["question"], "story unsure"),
        (LONG_STORY, ["question"], "question"),
        (LONG_STORY, ["unknown"], "unknown"),
        (LONG_AND_CLEAR, ["unknown"], LONG_AND_CLEAR),
        ("story refused", ["nobody tells", "question"], "nobody tells"),
        ("story refused", ["au fait, t'aurais"], "story refused"),
        ("story nearly told", ["says little"], "story nearly told"),
        ("story nearly told", ["says little", "question"], "question"),
        ("story without an answer", ["says little"], "story without an answer"),
        ("story without an answer", ["says little, surely"], "says little, surely"),
        ("nobody tells", ["question"], "nobody tells"),
        ("near several reports", ["unknown"], "unknown"),
        ("one report", ["unknown"], "one report"),
        ("town with its report", ["unknown"], "town with its report"),
        ("town with its report", ["far"], "far"),
        ("contact me", ["question"], "contact me"),
        ("thanks alone", ["question"], "thanks alone"),
        ("story refused", ["unknown", "question"], "question"),
        ("story refused", ["unknown"], "unknown"),
        ("story far", ["question"], "story far"),
        ("story nearly told", ["question"], "question"),
        ("story going on", ["question"], "story going on"),
        ("story refused", ["debt"], "debt"),
        ("story on a town", ["question"], "question"),
        ("one report", ["hardly"], "one report"),
        ("story of someone at Cahors", ["of the hospital"], "of the hospital Cahors"),
        ("report of Cahors", ["debt"], "report of Cahors"),
        ("cinema of Combourg", ["hardly"], "cinema of Combourg"),
        ("story near one report", ["of another report", "of that report"], "of that report"),
        ("story near one report", ["of another report"], "story near one report"),
        ("story near one report", ["debt"], "story near one report"),
    ],
)
async def test_the_whole_or_its_question(text: str, shorter: list[str], expected: str) -> None:
    assert await heard(text, shorter, parse, Focus()) == expected


async def test_a_question_that_says_nothing_is_asked_of_the_challenge_named_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "only_challenge", lambda _: "matchID")
    assert await heard("story refused", ["says little?"], parse, Focus()) == "says little (matchID) ?"
    assert await heard("story refused", ["question"], parse, Focus()) == "question"


QUESTION = "Combien de défis en promotion 4 ?"
COUNTED = ("answered", Told("count_challenges", 0.9))


@pytest.mark.parametrize(
    ("whole", "alone", "expected"),
    [
        (("answered", Told("programme_figures", 0.85)), COUNTED, True),
        (("not_found", Told("count_challenges", 0.9)), COUNTED, True),
        (("smalltalk", Told("thank", 0.8)), ("answered", SaysLittle("pay", 0.5)), True),
        (("answered", Told("count_challenges", 0.85)), ("answered", Told("count_eig", 0.5)), False),
        (("answered", Told("eligibility", 0.85)), ("answered", Told("eligibility", 0.9)), False),
        (("answered", Told("describe_challenge", 0.6)), ("answered", Told("eligibility", 0.9)), True),
        (("not_found", Told("nlu_fallback", 0.3)), ("answered", SaysLittle("pay", 0.9)), False),
        (("not_found", Told("nlu_fallback", 0.3)), ("answered", Told("report_search", 0.9)), False),
    ],
)
async def test_a_question_without_what_its_author_says_of_himself(
    monkeypatch: pytest.MonkeyPatch, whole: tuple[str, Told], alone: tuple[str, Told], expected: bool
) -> None:
    text = f"Je suis journaliste à Dole. {QUESTION}"
    monkeypatch.setitem(ANSWERS, text, whole)
    monkeypatch.setitem(ANSWERS, QUESTION, alone)
    assert await heard(text, [], parse, Focus()) == (QUESTION if expected else text)


async def test_a_question_of_the_author_keeps_who_he_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Je suis allemande, puis-je être EIG ?"
    monkeypatch.setitem(ANSWERS, text, ("not_found", Told("nlu_fallback", 0.3)))
    monkeypatch.setitem(ROWS, text, ("faq:cand-nationality",))
    monkeypatch.setitem(ANSWERS, "puis-je être EIG ?", ("answered", Told("eligibility", 0.9)))
    assert await heard(text, [], parse, Focus()) == text


async def test_a_question_of_the_authors_body_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Je travaille au Louvre. Combien de défis notre musée a-t-il eus ?"
    asked = "Combien de défis notre musée a-t-il eus (Louvre) ?"
    monkeypatch.setitem(ANSWERS, text, ("not_found", Told("count_challenges", 0.9)))
    monkeypatch.setitem(ANSWERS, asked, COUNTED)

    async def with_the_body(one: str) -> dict[str, Any]:
        start = text.index("Louvre")
        return {"text": one, "entities": [{"entity": "administration", "start": start, "end": start + 6}]}

    assert await heard(text, [], with_the_body, Focus()) == asked


@pytest.mark.parametrize(("rows", "complains"), [((), True), (("report:204",), False)])
async def test_a_complaint_that_asks_nothing_is_heard_as_one(
    monkeypatch: pytest.MonkeyPatch, rows: tuple[str, ...], complains: bool
) -> None:
    text, begins = "c'est nul, on nous oublie dans les campagnes", "c'est nul,"
    refused = Told("nlu_fallback", 0.2)
    refused.subjects = set()
    monkeypatch.setitem(ANSWERS, text, ("not_found", refused))
    monkeypatch.setitem(ANSWERS, begins, ("smalltalk", Told("insult", 0.95)))
    monkeypatch.setitem(ROWS, text, rows)
    assert await heard(text, [], parse, Focus()) == (begins if complains else text)


async def test_thanks_are_heard_whole() -> None:
    assert await heard("merci quand même", ["question"], parse, Focus()) == "merci quand même"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bonjour, je m'appelle Karim et j'habite à Lyon", "bonjour"),
        ("je suis graphiste à Dole", "bonjour"),
        ("les marées à Brest", "les marées à Brest"),
    ],
)
async def test_someone_who_only_says_who_they_are_is_welcomed(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: str
) -> None:
    refused = Told("out_of_scope", 0.5)
    monkeypatch.setitem(ANSWERS, text, ("out_of_scope", refused))
    assert await heard(text, [], parse, Focus()) == expected
    assert await heard(text, [], parse, Focus("pay")) == text


async def test_a_question_on_a_recruit_is_not_left_to_what_several_reports_come_near_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, asked = "si ma fille est prise, elle travaille pour qui ?", "elle travaille pour qui ?"
    sure = SaysLittle("contract", 0.9)
    sure.content_words = ("travaille", "public", "prive")
    sources = tuple(Source("report", "title", "publisher", "/", report=key) for key in ("204", "205"))

    def respond(parsed: dict[str, Any], *_: Any) -> tuple[Answer, Told]:
        if parsed["text"] == asked:
            return Answer("answered", "", rows=("statement:1",)), sure
        return Answer("answered", "", sources=sources), Told("report_search", 0.45)

    monkeypatch.setattr(module, "respond", respond)
    assert await heard(text, [], parse, Focus()) == asked


def test_what_the_whole_tells_later_leads_where_it_is_asked() -> None:
    """« je suis en préfecture, je voudrais savoir si des défis ont concerné les préfectures »."""
    asked, meant = Told("administration_eligibility", 0.99), Told("administration_eligibility", 0.85)
    alone = Answer("answered", "", rows=("faq:had",))
    whole = Answer("answered", "", rows=("faq:may", "faq:had"))

    def leads(question: str, of: Answer) -> bool:
        return module._needs_no_speaker(question, alone, asked, of, meant)  # type: ignore[arg-type]

    assert leads("des défis ont concerné les préfectures ?", whole)
    assert not leads("puis-je candidater ?", whole)
    assert not leads("à quels défis y a-t-on droit ?", whole)
    assert not leads("des défis ont concerné les préfectures ?", Answer("answered", "", rows=("faq:may",)))


def test_that_nobody_tells_is_said_where_the_whole_has_no_answer() -> None:
    untold = Answer("not_found", "", rows=("faq:unp-page",))
    lost, unsure = Answer("not_found", ""), Told("nlu_fallback", 0.05)
    assert module._needs_no_speaker("comment faire ?", untold, unsure, lost, unsure)  # type: ignore[arg-type]


def test_a_question_of_a_challenge_is_of_the_one_named_beside_it() -> None:
    assert module._is_of_the_named(Told("challenge_code", 0.6))  # type: ignore[arg-type]
    assert not module._is_of_the_named(Told("pay", 0.6))  # type: ignore[arg-type]


async def test_what_stands_in_brackets_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ANSWERS, "[debt]", ANSWERS["debt"])
    assert await heard("story refused", ["[debt]"], parse, Focus()) == "story refused"
