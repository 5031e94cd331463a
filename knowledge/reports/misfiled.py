"""Whether a text that two reports share is on the body of the one or of the other."""

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from knowledge.reports.name_forms import distinctive, name_tokens, without_plural
from knowledge.text import fold, words

_HARDLY = 1 / 3
"""Share of the times a text names the body it is on, up to which it is on no other that it names."""
_SAINT = {"st": "saint", "ste": "saint", "sainte": "saint"}


def is_on_the_second(first: str, second: str, passages: Sequence[str]) -> bool:
    """Tell whether the passages of a text name the second of two bodies, and hardly the first.

    Never so of one body under two names. Bringing the kinds of body in a text to one form takes long, so it
    is done only where no word of the names tells the two apart, in the passages that hold a name's own words.
    """
    own, other = set(distinctive(first)), set(distinctive(second))
    if own == other:
        return False
    count = _counter(passages, own | other)
    said = count(second, other - own)
    return said > 0 and count(first, own - other) <= _HARDLY * said


def _counter(passages: Sequence[str], named: Set[str]) -> Callable[[str, Set[str]], int]:
    """What counts how often passages have the words that tell a body from the other, or its name at worst.

    Only the words ``named`` are looked at: most passages hold none of them.
    """
    written = {form for form, one in _SAINT.items() if one in named}
    begun = re.compile("|".join(map(re.escape, sorted(named | written))))
    times = [Counter(map(_one_form, words(text)) if begun.search(fold(text)) else ()) for text in passages]

    def count_of(name: str, telling: Set[str]) -> int:
        if telling:
            return min(sum(counted[token] for counted in times) for token in telling)
        said, own = f" {' '.join(name_tokens(name))} ", distinctive(name)
        near = [text for text, counted in zip(passages, times, strict=True) if all(map(counted.get, own))]
        return sum(f" {' '.join(name_tokens(text))} ".count(said) for text in near)

    return count_of


def _one_form(word: str) -> str:
    return _SAINT.get(word, without_plural(word))
