"""All the sets in one run, clean and perturbed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from actions.desk import desk
from bot.evaluation import sets
from bot.evaluation.answering import (
    Grade,
    ask_each,
    dialogue_figures,
    question_figures,
    talk,
    unanswerable_figures,
)
from bot.evaluation.examinee import Examinee
from bot.evaluation.perturbation import SINGLE, STRENGTHS, Strength, perturb
from bot.evaluation.risk import Curve, curve_of
from bot.evaluation.understanding import entity_figures, hear, intent_figures, known_names, share

Tick = Callable[[], object]
Asked = TypeVar("Asked", sets.Utterance, sets.Question)


@dataclass(frozen=True)
class Sets:
    """What is asked; a field may be cut short for a quick look."""

    utterances: Sequence[sets.Utterance]
    report_utterances: Sequence[sets.Utterance]
    questions: Sequence[sets.Question]
    unanswerable: Sequence[sets.Question]
    dialogues: Sequence[sets.Dialogue]
    wrappings: Sequence[sets.Wrapping]
    reworded: Sequence[sets.Question]
    reworded_unanswerable: Sequence[sets.Question]

    @classmethod
    def read(cls) -> Sets:
        """The sets on the programme and all utterances, those that are training examples left out."""
        questions, unanswerable = sets.questions(), sets.unanswerable()
        return cls(
            sets.unseen(sets.utterances()),
            sets.unseen(sets.utterances("report_utterances")),
            questions,
            unanswerable,
            sets.dialogues(),
            sets.wrappings(),
            sets.reworded(questions),
            sets.reworded(unanswerable),
        )

    def messages(self, perturbed: int) -> int:
        """How many messages a run sends, with ``perturbed`` perturbations."""
        turns = sum(len(dialogue.turns) for dialogue in self.dialogues)
        answers = len(self.questions) + len(self.unanswerable)
        once = len(self.utterances) + answers
        others = len(self.reworded) + len(self.reworded_unanswerable)
        return once * (1 + perturbed) + answers + others + len(self.report_utterances) + turns


@dataclass(frozen=True)
class Results:
    """The figures of a run and the curve drawn from it."""

    figures: dict[str, Any]
    curve: Curve


def perturbations(names: Sequence[str]) -> dict[str, Strength]:
    """The strengths and single damages of these names; raises :class:`sets.BadSet` for an unknown one."""
    known = {**STRENGTHS, **SINGLE}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise sets.BadSet(f"unknown perturbation {unknown[0]}: use {', '.join(known)}")
    return {name: known[name] for name in names}


async def evaluate(
    examinee: Examinee, asked: Sets, perturbed: Mapping[str, Strength], seed: int, target: float, tick: Tick
) -> Results:
    """Run every set; ``target`` is the risk that the suggested threshold keeps to."""
    examinee.pretend(sets.DEFAULT_DAY)
    pairs = await hear(examinee, asked.utterances, tick)
    report_pairs = await hear(examinee, asked.report_utterances, tick)
    answerable = await ask_each(examinee, asked.questions, tick)
    without = await ask_each(examinee, asked.unanswerable, tick)
    dialogues = await talk(examinee, asked.dialogues, tick)
    curve = curve_of([*answerable, *without])
    figures: dict[str, Any] = {
        "made": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "intents": intent_figures([*pairs, *report_pairs]),
        "intents_programme": intent_figures(pairs)["accuracy"],
        "intents_reports": intent_figures(report_pairs)["accuracy"],
        "entities": entity_figures(pairs, known_names(desk().base)),
        "questions": question_figures(answerable),
        "dialogues": dialogue_figures(dialogues),
        "unanswerable": unanswerable_figures(without),
        "english": english(pairs, [*answerable, *without]),
        "wrapped": await _wrapped(examinee, asked, seed, tick),
        "reworded": await _both(examinee, asked.reworded, asked.reworded_unanswerable, tick),
        "perturbed": {
            name: await _damaged(examinee, asked, strength, seed, tick)
            for name, strength in perturbed.items()
        },
        "risk_coverage": curve.to_dict(target),
    }
    return Results(figures, curve)


def english(pairs: Sequence[tuple[sets.Utterance, Any]], grades: Sequence[Grade]) -> dict[str, float]:
    """Right intents and right answers (or honest refusals) for English alone."""
    return {
        "intents": share([u.intent == h.intent for u, h in pairs if u.lang == "en"]),
        "answers": share([one.right for one in grades if one.question.lang == "en"]),
    }


async def _wrapped(examinee: Examinee, asked: Sets, seed: int, tick: Tick) -> dict[str, float]:
    """Every question between what people say around theirs, a wrapping of its language for each."""
    chance = random.Random(seed)
    kinds = {lang: [one for one in asked.wrappings if one.lang == lang] for lang in ("fr", "en")}

    def wrapped(questions: Sequence[sets.Question]) -> list[sets.Question]:
        return [chance.choice(kinds[one.lang]).around(one) for one in questions]

    return await _both(examinee, wrapped(asked.questions), wrapped(asked.unanswerable), tick)


async def _both(
    examinee: Examinee, questions: Sequence[sets.Question], without: Sequence[sets.Question], tick: Tick
) -> dict[str, float]:
    """The shares of questions answered right and of those ``without`` an answer answered all the same."""
    answerable = question_figures(await ask_each(examinee, questions, tick))
    unanswerable = unanswerable_figures(await ask_each(examinee, without, tick))
    return {
        "questions": answerable["accuracy"],
        "answered_wrongly": answerable["answered_wrongly"],
        "answered_though_unanswerable": unanswerable["answered_though_unanswerable"],
    }


async def _damaged(
    examinee: Examinee, asked: Sets, strength: Strength, seed: int, tick: Tick
) -> dict[str, float]:
    examinee.pretend(sets.DEFAULT_DAY)
    pairs = await hear(examinee, _perturbed(asked.utterances, strength, seed), tick)
    questions, without = (_perturbed(one, strength, seed) for one in (asked.questions, asked.unanswerable))
    return {
        "intents": share([u.intent == h.intent for u, h in pairs]),
        **await _both(examinee, questions, without, tick),
    }


def _perturbed(asked: Sequence[Asked], strength: Strength, seed: int) -> list[Asked]:
    return [dataclasses.replace(one, text=perturb(one.text, strength, seed)) for one in asked]
