"""A message that is the name of a challenge and nothing else: « cartobio », « le défi Label ? »."""

from __future__ import annotations

from dataclasses import replace

from actions.desk import Desk
from actions.programme.challenge_intents import TOLD_BY_ITS_ROW
from actions.question import Question
from knowledge.text import STOP_WORDS, words

_BEFORE = frozenset(
    "bonjour bonsoir salut hello hi bjr slt le la l les un the defi projet challenge project outil tool "
    "nomme appele called".split()
)
_AFTER = frozenset("svp stp please merci thanks s il vous te plait defi projet challenge project".split())
"""Words beside a name that ask nothing."""
_MOST_WORDS, _LEAST_LETTERS, _ALIKE = 6, 6, 0.9
"""Words and letters of a message that may be a name with a slip, and how like the name it must be."""


def name_alone(read: Question, desk: Desk) -> Question | None:
    """The question what a challenge is, of a message that only names it, be its name an everyday word.

    None of any other message; nor after a question on another challenge, which may be asked again of this
    one, nor in the talk on a report, whose words an everyday name may be.
    """
    if read.focus.intent in TOLD_BY_ITS_ROW and read.values("challenge"):
        return None
    refs = _named(read.said or read.text, desk) or _named(read.text, desk) or _misspelt(read, desk)
    if not refs or read.focus.on_a_report and set(words(read.text)) <= desk.vocabulary:
        return None
    asked = replace(read, entities={"challenge": refs}, spans=((0, len(read.text), "challenge"),))
    return replace(asked.with_intent("describe_challenge", 1.0), unfamiliar=(), ruled=True)


def _named(text: str, desk: Desk) -> tuple[str, ...]:
    """The challenges of which ``text`` is a name, whatever the case and the spaces."""
    said = words(text)
    first, last = 0, len(said)
    while first < last and said[first] in _BEFORE:
        first += 1
    while last > first and said[last - 1] in _AFTER:
        last -= 1
    starts, ends = range(first + 1), range(len(said), last - 1, -1)
    found = (desk.challenges_named("".join(said[start:end])) for start in starts for end in ends)
    return next((refs for refs in found if refs), ())


def _misspelt(read: Question, desk: Desk) -> tuple[str, ...]:
    """The one challenge whose name, with a slip, is all that the message says."""
    beside = set(read.own_words) - _BEFORE - _AFTER
    if read.subjects == {"challenge"} and len(read.values("challenge")) == 1 and not beside:
        return read.values("challenge")
    said = [word for word in words(read.said or read.text) if word not in _AFTER]
    of_another = read.subjects - {"challenge", "unknown_challenge"} or len(said) > _MOST_WORDS
    if of_another or len("".join(said)) < _LEAST_LETTERS or set(said) <= desk.vocabulary | STOP_WORDS:
        return ()
    near = desk.names.nearest(" ".join(said), "challenge", cutoff=_ALIKE)
    return (near[0].ref,) if near else ()
