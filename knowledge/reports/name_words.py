"""How the words of a name stand in a text: side by side, with the little words of the name, with its kind."""

from collections.abc import Sequence

from knowledge.reports.communes import is_commune_alone
from knowledge.reports.name_forms import PARTICLES

_OTHER_KIND = 0.72
_KIND_UNSAID = 0.94
"""What a match keeps of its score when another kind of body is said than its own, or none."""


def stands_in(name: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether the words of a name follow one another in a text."""
    said = f" {' '.join(token for token in tokens if token not in PARTICLES)} "
    return f" {' '.join(name)} " in said


def is_short(word: str) -> bool:
    """Whether a word in small letters is too short to be a name: « sem », but « dax » is but a town's."""
    return len(word) <= 3 and not is_commune_alone(word)


def kind_factor(own: frozenset[str], asked: frozenset[str]) -> float:
    if own & asked:
        return 1.0
    if asked and own:
        return _OTHER_KIND
    # A town's name alone means the town before its hospital.
    return 1.0 if not own or own == {"commune"} or not asked and not own else _KIND_UNSAID


def together(places: frozenset[int]) -> float:
    if len(places) < 2:
        return 1.0
    gaps = max(places) - min(places) + 1 - len(places)
    return 1.0 if gaps <= 3 else 0.9


def with_fillers(tokens: Sequence[str], places: frozenset[int], fillers: frozenset[str]) -> frozenset[int]:
    """The places of a name with those of its filler words beside it: « pays de Mayenne », « Tours plus »."""
    if not places or not fillers:
        return places
    before, after = min(places) - 1, max(places) + 1
    while before > 0 and tokens[before] in PARTICLES:
        before -= 1
    beside = {before, after} & set(range(len(tokens)))
    return places | {place for place in beside if tokens[place] in fillers}
