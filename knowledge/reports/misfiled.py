"""Whether a text that two reports share is on the body of the one or of the other."""

from collections import Counter
from collections.abc import Callable, Set

from knowledge.reports.name_forms import distinctive, name_tokens, without_plural
from knowledge.text import words

_HARDLY = 1 / 3
"""Share of the times a text names the body it is on, up to which it is on no other that it names."""
_SAINT = {"st": "saint", "ste": "saint", "sainte": "saint"}


def is_on_the_second(first: str, second: str, text: str) -> bool:
    """Tell whether a text names the second of two bodies, and hardly the first.

    Never so of one body under two names. Bringing the kinds of body in a long text to one form takes half a
    second, so it is done only where no word of the names tells the two apart.
    """
    own, other = set(distinctive(first)), set(distinctive(second))
    if own == other:
        return False
    count = _counter(text)
    said = count(second, other - own)
    return said > 0 and count(first, own - other) <= _HARDLY * said


def _counter(text: str) -> Callable[[str, Set[str]], int]:
    """What counts how often the text has the words that tell a body from the other, or its name at worst."""
    times: Counter[str] = Counter()
    for word, count in Counter(words(text)).items():
        times[_SAINT.get(word, without_plural(word))] += count

    def count_of(name: str, telling: Set[str]) -> int:
        if telling:
            return min(times[token] for token in telling)
        return f" {' '.join(name_tokens(text))} ".count(f" {' '.join(name_tokens(name))} ")

    return count_of
