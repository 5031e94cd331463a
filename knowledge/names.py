"""Find the names of the knowledge base in what a person typed, misspelt or shortened.

Every window of up to six words of the message is compared, as one run of letters, with
every known form. Long forms may differ by a few letters (normalised Levenshtein
similarity of rapidfuzz); short codes must be exact, since « ADEX » and « index » are
different things. A name that is also an ordinary word (« Label ») counts only where the
message says what kind of thing it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from knowledge.base import KnowledgeBase
from knowledge.everyday import everyday_words
from knowledge.lexicon import ordinary_words
from knowledge.name_windows import LEAST_ALIKE, TOKEN, Window, apart_from, says_otherwise, windows_of
from knowledge.text import STOP_WORDS, fold, words

_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+){2,}")
_KIND_WORDS = {
    "challenge": frozenset({"defi", "defis", "projet", "projets", "challenge", "challenges", "produit"})
}
_GENERIC = frozenset(
    "ministere ministeres direction agence service services secretariat general generale nationale "
    "national institut "
    "centre commune mairie ville prefecture region france francais francaise administration etat public "
    "publique "
    "departement office conseil mission eig promotion promo the of and".split()
)
_KIND_ORDER = ("challenge", "administration", "town", "person", "skill", "theme", "promotion")

_ARTICLES = frozenset({"la", "le", "les", "the"})
_AT = frozenset("a in at vers near pres".split())
_ENDINGS = ("aient", "ions", "ait", "ais", "ent", "ant", "iez", "ons", "ez", "es", "e", "a")
"""Of verbs in « -er », folded."""


@dataclass(frozen=True)
class NameMatch:
    """A name found: what it is, where in the message, and how alike (1.0 is letter for letter)."""

    kind: str
    ref: str
    form: str
    start: int
    end: int
    score: float


class NameIndex:
    """All the names of one state of the base, ready to be looked for."""

    def __init__(
        self,
        forms: list[tuple[str, str, str]],
        vocabulary: frozenset[str],
        is_usual: Callable[[str], bool] | None = None,
    ) -> None:
        """``forms`` are (kind, ref, form); ``vocabulary`` the folded ordinary words of the base's prose.

        ``is_usual`` tells everyday words: « reçues » is no slip for the challenge Recrues, and « matchID »,
        however often the prose has it, is nothing but a name.
        """
        self.vocabulary = vocabulary
        self._is_usual = is_usual
        self._by_letters: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for kind, ref, form in forms:
            letters = "".join(words(form))
            if letters and (kind, ref, form) not in self._by_letters[letters]:
                self._by_letters[letters].append((kind, ref, form))
        self._letters = sorted(self._by_letters)

    @classmethod
    def from_base(cls, base: KnowledgeBase) -> NameIndex:
        """Read the forms and the ordinary words of ``base``."""
        forms = [
            (row["kind"], row["ref"], row["form"]) for row in base.rows("select kind, ref, form from name")
        ]
        everyday = everyday_words(base.path.with_name("everyday.pickle"))
        return cls(forms + _last_names(forms), ordinary_words(base), everyday.is_usual)

    def find(self, text: str, misspelt: bool = True) -> list[NameMatch]:
        """The names in ``text``: the best and longest, none overlapping; same-named things all kept.

        ``misspelt`` names are not looked for in texts of the base, which spell them.
        """
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        windows = windows_of(text, known=None if misspelt else self._by_letters)
        windows = apart_from(windows, addresses, whole=True)
        tokens = [fold(m.group()) for m in TOKEN.finditer(text)]
        candidates = [match for window in windows for match in self._exact(window, tokens, text)]
        candidates += self._fuzzy(apart_from(windows, addresses, whole=False)) if misspelt else []
        return _without_overlaps(candidates)

    def nearest(self, name: str, kind: str, limit: int = 3, cutoff: float = 0.5) -> list[NameMatch]:
        """The known names of ``kind`` most like ``name``, for « vouliez-vous dire »."""
        letters = "".join(words(name))
        found: dict[str, NameMatch] = {}
        for form, score, _ in process.extract(
            letters, self._letters, scorer=Indel.normalized_similarity, limit=60
        ):
            for form_kind, ref, label in self._by_letters[form]:
                if form_kind == kind and score >= cutoff and ref not in found:
                    found[ref] = NameMatch(kind, ref, label, 0, len(name), score)
        return list(found.values())[:limit]

    def _exact(self, window: Window, tokens: list[str], text: str) -> list[NameMatch]:
        return [
            NameMatch(kind, ref, form, window.start, window.end, 1.0)
            for kind, ref, form in self._by_letters.get(window.letters, ())
            if not self._is_ordinary(kind, form, window, tokens, text)
        ]

    def _is_ordinary(self, kind: str, form: str, window: Window, tokens: list[str], text: str) -> bool:
        if _runs_words_together(form, window) or _is_a_small_word(window, text):
            return True
        if _is_a_common_noun(kind, form, window, tokens, text):
            return True
        if form.endswith("+"):
            return not text[window.end :].lstrip().startswith(("+", "plus"))
        if kind not in ("challenge", "person", "town") or (len(window.tokens) > 1 and kind != "challenge"):
            return False
        if len(window.tokens) > 1:
            return all(token in STOP_WORDS or len(token) < 2 for token in window.tokens)
        shown = text[window.start : window.end]
        if not self._is_a_word(kind, shown, window.tokens[0]):
            return False
        if kind == "person":
            return True
        in_capitals = len(shown) > 2 and shown.isupper() and not text.isupper()
        capitalised = in_capitals or (shown[:1].isupper() and window.first > 0)
        last = window.first + len(window.tokens)
        beside = {*tokens[max(0, window.first - 2) : window.first], *tokens[last : last + 1]}
        return not (capitalised or beside & _KIND_WORDS.get(kind, frozenset()))

    def _is_a_word(self, kind: str, shown: str, token: str) -> bool:
        """Whether the name is also a word that may stand there for itself."""
        if token in _GENERIC or token in STOP_WORDS:
            return True
        if self._is_usual is None or kind == "town":
            return token in self.vocabulary
        usual = self._is_usual(token)
        if kind == "challenge":
            return usual and token in self.vocabulary
        return token in self.vocabulary or usual and shown.islower()

    def _fuzzy(self, windows: list[Window]) -> list[NameMatch]:
        fit = [window for window in windows if self._may_be_misspelt(window)]
        if not fit or not self._letters:
            return []
        scores = process.cdist(
            [window.letters for window in fit],
            self._letters,
            scorer=Indel.normalized_similarity,
            score_cutoff=0.8,
        )
        found: list[NameMatch] = []
        for row, window in enumerate(fit):
            for column in np.flatnonzero(scores[row] >= _cutoff(len(window.letters))):
                found += [
                    NameMatch(kind, ref, form, window.start, window.end, float(scores[row, column]))
                    for kind, ref, form in self._by_letters[self._letters[column]]
                    if self._plausible(kind, form, window) and scores[row, column] < 1.0
                ]
        return found

    def _may_be_misspelt(self, window: Window) -> bool:
        """A window of ordinary words only is what it says, unless long enough to be a known title."""
        if len(window.letters) < 5 or window.letters in self._by_letters:
            return False
        edges = (window.tokens[0], window.tokens[-1])
        if any(edge in STOP_WORDS for edge in edges) and len(window.tokens) > 1:
            return False
        unknown = [t for t in window.tokens if t not in self.vocabulary and t not in STOP_WORDS]
        return bool(unknown) or (len(window.tokens) > 1 and len(window.letters) >= 10)

    def _plausible(self, kind: str, form: str, window: Window) -> bool:
        form_words = words(form)
        if _numbered(form_words) != _numbered(window.tokens) or says_otherwise(form_words, window):
            return False
        if kind == "person":
            return len(window.tokens) >= 2
        usual = self._is_usual is not None and _is_usual_verb(window.tokens[0], self._is_usual)
        if kind == "challenge" and len(window.tokens) == 1 and usual:
            return False
        distinctive = [w for w in form_words if w not in _GENERIC | STOP_WORDS and not w.isdigit()]
        if not distinctive:
            return False
        return any(
            Indel.normalized_similarity(wanted, token) >= LEAST_ALIKE or wanted in window.letters
            for wanted in distinctive
            for token in window.tokens
        )


def _numbered(tokens: Sequence[str]) -> set[str]:
    return {token for token in tokens if any(c.isdigit() for c in token)}


def _is_usual_verb(token: str, is_usual: Callable[[str], bool]) -> bool:
    """Whether a folded word is an everyday one, or a form of an everyday verb: « remboursait »."""
    return is_usual(token) or any(
        is_usual(f"{token[: -len(ending)]}er") for ending in _ENDINGS if token.endswith(ending)
    )


def _runs_words_together(form: str, window: Window) -> bool:
    """« 52 ans c'est » is not ANSC; « A.N.S.C. » is."""
    return (
        len(window.tokens) > 1
        and len(window.letters) < 6
        and max(map(len, window.tokens)) > 1
        and len(words(form)) == 1
    )


def _is_a_common_noun(kind: str, form: str, window: Window, tokens: list[str], text: str) -> bool:
    """« c'est quoi la suite ? » is not LaSuite, nor « un projet de la défense » in La Défense, where people
    are « à la défense ».
    """
    noun = text[: window.end].split()[-1]
    if len(window.tokens) != 2 or window.tokens[0] not in _ARTICLES or not noun.islower():
        return False
    before = tokens[window.first - 1] if window.first else ""
    return before not in _AT if kind == "town" else kind == "challenge" and len(words(form)) == 1


def _is_a_small_word(window: Window, text: str) -> bool:
    """« has » is a verb where it is not written in capitals, as the body is."""
    shown = text[window.start : window.end]
    return len(window.tokens) == 1 and window.tokens[0] in STOP_WORDS and not shown.isupper()


def _last_names(forms: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """People are often called by their last name alone, when it is long enough to be one."""
    people = [(ref, form.split()) for kind, ref, form in forms if kind == "person"]
    return [
        ("person", ref, " ".join(parts[1:]))
        for ref, parts in people
        if len(parts) > 1 and len(parts[-1]) >= 4
    ]


def _cutoff(length: int) -> float:
    return 0.88 if length < 7 else 0.86 if length < 10 else 0.84


def _without_overlaps(candidates: list[NameMatch]) -> list[NameMatch]:
    """Longest first, then most alike; several things of one name at one place all stay, of one kind."""
    ranked = sorted(candidates, key=lambda m: (-(m.end - m.start) * m.score**3, _KIND_ORDER.index(m.kind)))
    kept: list[NameMatch] = []
    for match in ranked:
        clash = [other for other in kept if other.start < match.end and match.start < other.end]
        if not clash:
            kept.append(match)
        elif all((o.start, o.end, o.kind) == (match.start, match.end, match.kind) for o in clash):
            if all(o.ref != match.ref for o in clash) and match.score >= max(o.score for o in clash) - 0.02:
                kept.append(match)
    return sorted(kept, key=lambda m: m.start)
