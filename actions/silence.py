"""How near a question is to one that no source answers: then the honest answer is that nothing tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.conversation.again import asked_again
from actions.desk import Desk
from actions.evidence import holds_for
from actions.question import Question
from actions.tell import known_promotions
from knowledge.entries import Hit
from knowledge.faq import FaqEntry

_LOOKED_AT, _ALIKE = 8, 0.5
"""How many of the entries that no source answers are looked at, and how like the question one must be: in a
short question one word is all of them."""
WORDS_ALONE = 0.4
"""What covered words are worth as nearness to a question that no source answers, without sentence vectors."""
NOBODY, AHEAD = 0.72, 0.03
"""Score from which a question is one that no source answers, and how far behind any other entry must be."""
NEAR, FAR_AHEAD = 0.45, 0.06
"""The same for a question that is less near: of 1,400 answered, that was so of 3 with an answer and of 17
without."""
PLAINLY, FAR_BEHIND = 0.7, 0.08
"""The same for one that no source answers, however sure an answer on its matter is: « c'est quel jour du
mois, la paye ? »; of 2,316 right answers one was so, of 77 given where there is none, 6."""
UNTOLD = 0.65
"""Score from which no report is asked instead."""
_OTHERS, _AROUND = 8, 12
"""How many entries are looked at for one that tells something, and for how many of them tell nothing."""
_FIRST = 3
"""How many of those the first ones are."""
_MOST_LOG_ODDS = 5.0


def unpublished(question: Question, desk: Desk) -> tuple[FaqEntry, float] | None:
    """The nearest entry that says what no source tells, with its score."""
    known, _ = known_promotions(question, desk)
    scores = desk.search.fits(question.bare, "faq", desk.unpublished)
    for identifier in sorted(scores, key=lambda one: -scores[one])[:_LOOKED_AT]:
        entry = desk.faq([identifier])[0]
        if (known and entry.promotions) and not set(known) & set(entry.promotions):
            continue
        hit = desk.search.scores(question.bare, "faq", [identifier])[identifier]
        if hit.similarity is None or hit.similarity >= _ALIKE:
            return entry, hit.score
    return None


@dataclass(frozen=True)
class Around:
    """The entries nearest to a question: whether the first of all is one that no source answers, what share
    of the first three and of the first twelve are, and how alike the nearest is that tells something.
    """

    first: float = 0.0
    of_three: float = 0.0
    of_twelve: float = 0.0
    told: float = 0.0


@dataclass(frozen=True)
class Silence:
    """How near a question is to one that no source answers, from 0 to 1.

    ``nobody``: it is that one, rather than any that an entry answers; ``plainly``, far rather. ``kind``, -1
    to 1, is above 0 when the question is of the kind that no source answers, whatever single entry is near;
    ``around`` tells of the nearest entries of all.
    """

    score: float = 0.0
    nobody: bool = False
    plainly: bool = False
    kind: float = 0.0
    around: Around = Around()

    def where_told(self) -> Silence:
        """The same where a rule tells what is asked: that no source answers a near question says nothing."""
        return replace(
            self, score=0.0, nobody=False, plainly=False, around=replace(self.around, first=0.0, of_three=0.0)
        )

    def features(self) -> dict[str, float]:
        """What the confidence in an answer takes of it."""
        return {
            "silence": self.score,
            "silent_kind": self.kind,
            "plainly_untold": float(self.plainly),
            "first_untold": self.around.first,
            "three_untold": self.around.of_three,
            "twelve_untold": self.around.of_twelve,
            "nearest_told": self.around.told,
        }


def silence_of(question: Question, desk: Desk) -> Silence:
    """The silence of all sources on what is asked; none on the last question, which was told, of another
    promotion.
    """
    if asked_again(question) and question.focus.status == "answered":
        return Silence()
    known = unpublished(question, desk)
    if not desk.search.by_meaning:
        return Silence(WORDS_ALONE * known[1] if known is not None else 0.0)
    kind = max(-1.0, min(desk.search.untold(question.bare) / _MOST_LOG_ODDS, 1.0))
    hits = desk.search.search(question.bare, _AROUND)
    near = around(hits, desk)
    if known is None:
        return Silence(kind=kind, around=near)
    score = known[1]
    if score < NEAR:
        return Silence(score, kind=kind, around=near)
    promotions, _ = known_promotions(question, desk)
    told = (hit.score for hit in hits[:_OTHERS] if _may_tell(hit, promotions, desk))
    ahead = score - max(told, default=0.0)
    nobody = ahead >= (AHEAD if score >= NOBODY else FAR_AHEAD)
    return Silence(score, nobody, score >= PLAINLY and ahead >= FAR_BEHIND, kind, near)


def around(hits: Sequence[Hit], desk: Desk) -> Around:
    """What the entries nearest to a question are, best first."""
    silent = [hit.kind == "faq" and hit.ref in desk.unpublished for hit in hits]
    told = [hit.similarity or 0.0 for hit, says_nothing in zip(hits, silent, strict=True) if not says_nothing]
    return Around(
        float(silent[:1] == [True]),
        sum(silent[:_FIRST]) / _FIRST,
        sum(silent) / _AROUND,
        max(told, default=0.0),
    )


def _may_tell(hit: Hit, known: Sequence[str], desk: Desk) -> bool:
    """Whether an entry tells something, of the promotions ``known`` to be asked about if any are."""
    if hit.kind != "faq":
        return True
    entry = desk.faq([hit.ref])[0]
    return entry.published and (not known or holds_for(entry, known))
