"""Which passages are told beside the first: those that fit the question nearly as well and say more than it.

Each rule was measured on the right answers of the evaluation: of 1,709 further passages that they were given
with, half are set aside so, and some ten answers in 2,631 then lack something that they were to hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer_type import missing_kinds, says_per_year
from actions.brevity import SAID_ALREADY, is_said_in
from actions.evidence import Passage, accounted, tells_of_others, was
from actions.leading import led_by
from actions.question import Question
from actions.times import asks_how_it_was, is_of_an_earlier_time, names_a_time
from knowledge.text import content_stems, stems

NEARLY = 0.05
"""How much less than the first a further passage may fit."""
OTHER_MATTER = 0.22
"""How much less it may in any case, if it is not on a promotion asked about: « je suis au chômage, je peux
postuler ? » is not told who is at university."""
SAME_PROMOTION = 0.2
"""How much less it may where it is on a promotion asked about and the first is as well."""
AHEAD = 0.05
"""By how much the score of what the intent asks for exceeds that of an entry told first as it fits better."""
VAGUE, ALIKE = 0.45, 0.12
"""Fit of the first below which the words of a question tell little; what is said under the same property may
then fit so much less."""
FAR, FAR_BEHIND_FIRST, FAR_BEHIND_BEST = 0.5, 0.12, 0.2
"""Fit below which a passage lies far from the question, if its fit is so much less than that of the first and
its score than the best."""

_YES_OR_NO = re.compile(r"(?:Oui|Non|Yes|No)\b")
TOLD_FULLY = 0.5
"""Share of the words of the first, and all its figures, with which a further passage tells it more fully."""


def arranged(
    question: Question, chosen: Sequence[Passage], best: float, known: Sequence[str]
) -> tuple[list[Passage], frozenset[str]]:
    """The passages in the order in which they are told, then the rows of those that are not and the ids of
    the sources of none but them. What one of those told says more fully is left to it.
    """
    chosen = _by_the_year(question, chosen)
    told = [chosen[0]]
    aside: list[Passage] = []
    for passage in chosen[1:]:
        wanted = _is_wanted(passage, told, question, best, known)
        (told if wanted else aside).append(passage)
    fuller = None if known else _fuller(told)
    if fuller is not None:
        aside, told = [*aside, told[0]], [fuller, *(one for one in told[1:] if one is not fuller)]
    near = {source.id for passage in told for source in passage.sources}
    far = {source.id for passage in aside for source in passage.sources}
    return [*told, *aside], frozenset([*(passage.row for passage in aside), *(far - near)])


def _by_the_year(question: Question, chosen: Sequence[Passage]) -> Sequence[Passage]:
    """The passages, that first which speaks of a year where « par an » is asked and the first does not."""
    if not says_per_year(question.bare) or says_per_year(chosen[0].text):
        return chosen
    yearly = next((one for one in chosen if says_per_year(one.text)), None)
    return chosen if yearly is None else led_by(yearly, chosen)


def _fuller(told: Sequence[Passage]) -> Passage | None:
    """The fittest of the further passages that say what the first does, and more; its no is not left to a yes
    on the promotions of the past, nor the other way round.
    """
    first = told[0]
    said = _YES_OR_NO.match(first.text)
    begin = [one for one in told[1:] if said is None or one.text.startswith(said[0])]
    more = (one for one in begin if one.fit >= first.fit - NEARLY and len(one.text) > len(first.text))
    same = (one for one in more if is_said_in(first.text, one.text, TOLD_FULLY))
    return max(same, key=lambda one: one.fit, default=None)


def _is_wanted(
    passage: Passage, told: Sequence[Passage], question: Question, best: float, known: Sequence[str]
) -> bool:
    first, earlier, behind = told[0], is_of_an_earlier_time(question), told[0].fit - passage.fit
    asked_about = passage.subject in known and not tells_of_others(passage, known)
    if passage.current and passage.subject not in known and not first.current and asks_how_it_was(question):
        return False
    far = behind > FAR_BEHIND_FIRST and passage.fit < FAR and passage.score < best - FAR_BEHIND_BEST
    if (behind > OTHER_MATTER and not asked_about) or (far and not earlier):
        return False
    lacking = set(missing_kinds(question.bare, first.text)) - set(missing_kinds(question.bare, passage.text))
    said = " ".join(one.text for one in told)
    if lacking or (passage.score >= first.score + AHEAD and not is_said_in(passage.text, said, TOLD_FULLY)):
        return True
    old = was(passage) and not was(first) and not asked_about and behind > -NEARLY
    if old and not names_a_time(question):
        return False
    only = asked_about and (first.subject not in known or behind <= SAME_PROMOTION)
    alike = first.fit < VAGUE and passage.property == first.property and behind <= ALIKE
    near = behind <= NEARLY or only or alike or earlier
    return near and (
        not is_said_in(passage.text, said, SAID_ALREADY) or _says_a_word_asked(passage, said, question)
    )


def _says_a_word_asked(passage: Passage, said: str, question: Question) -> bool:
    """« c'est un CDI ? » is told that it is none, though nothing else is new."""
    before, own = set(stems(said)), set(stems(passage.text))
    return any(accounted(word, own) and not accounted(word, before) for word in content_stems(question.bare))
