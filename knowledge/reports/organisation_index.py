"""Which organisation a name or question means: fuzzy, several candidates where several are meant as
likely.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from knowledge.cache import Cache
from knowledge.extraction.places import written_small
from knowledge.reports.communes import communes_beginning
from knowledge.reports.demonyms import is_demonym
from knowledge.reports.hardly_named import is_hardly_named, of_several
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import KINDS, PARTICLES, distinctive, kinds, name_tokens, without_partners
from knowledge.reports.name_words import is_short, kind_factor, stands_in, together, with_fillers
from knowledge.search import inverse_frequency
from knowledge.text import STOP_WORDS, fold, stem

NAMED = 0.75
"""Score of a match from which the organisation is meant."""

LIKELY_NAMED = 0.66
"""Score from which it is when no better match with a report is there."""

_SIMILAR = 0.8
"""Least similarity (share of letters in common, in order) for a misspelt word of five letters or more."""

_LEAST_SCORE = 0.6
_ORDINARY_WEIGHT = 0.3
_PARTLY_NAMED = 0.7
"""Score of an audited body of the kind asked when only the most telling word of its name is said."""

_SHORT_NAME, _LONG = 0.76, 5
"""Score of an audited body of whose name only the first word is said, which begins no other name, and the
least letters of that word."""
_THIS = frozenset("ce cet cette ces".split())
_OF_MANY = frozenset("programme projet plan dispositif mission operation agence".split())
"""First words of names that are no short form of one: « le programme » is not « Programme Copernicus »."""
_LONGEST_JOIN = 4
_REMEMBERED = 32
"""Texts whose names are remembered: one message is looked through several times on its way to an answer."""

AREAS = ("department", "region")
"""Kinds of area that bodies lie in."""
_PLACES = frozenset((*AREAS, "commune", "place"))


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to write an organisation's name, with how many reports audit the organisation."""

    organisation: OrganisationRow
    form: str
    reports: int


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A form found in a text: `score` up to 1.0, and the places of its words among the text's tokens."""

    form: NameForm
    score: float
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Entry:
    form: NameForm
    tokens: tuple[str, ...]
    joined: str
    kinds: frozenset[str]
    fillers: frozenset[str]
    """Its first and last word where they tell no body from another, of one audited: « Pays de Mayenne »."""


class OrganisationIndex:
    """All names of one state of the base. Build once, ask from any thread."""

    def __init__(
        self,
        forms: Iterable[NameForm],
        ordinary: frozenset[str] = frozenset(),
        spelt: frozenset[str] = frozenset(),
    ) -> None:
        """`ordinary` are folded words so common that alone, in small letters, they name nobody; `spelt` the
        stems of words that are no misspelt names.
        """
        self._entries: list[_Entry] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._ordinary = ordinary
        self._spelt = spelt
        forms = list(forms)
        said: dict[int, frozenset[str]] = defaultdict(frozenset)
        for form in forms:
            said[form.organisation.id] |= kinds(name_tokens(f"{form.form} / {form.organisation.kind}"))
        for form in forms:
            tokens = name_tokens(form.form)
            own = tuple(dict.fromkeys(distinctive(form.form)))
            if not own:
                continue
            for key in {*own, "".join(own)}:
                self._postings[key].append(len(self._entries))
            # A short form without a word for its kind has the kind of the long ones.
            of_kind = kinds(tokens) or said[form.organisation.id]
            named = [token for token in tokens if token not in KINDS | PARTICLES]
            fillers = frozenset((*named[:1], *named[-1:]) if form.reports else ()) - {*own}
            self._entries.append(_Entry(form, own, "".join(own), of_kind, fillers))
        self._beginnings: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for entry in self._entries:
            for length in range(2, len(entry.tokens)) if entry.form.reports else ():
                self._beginnings[entry.tokens[:length]].add(entry.tokens)
        self._begun: dict[str, set[str]] = defaultdict(set)
        for entry in self._entries:
            self._begun[entry.tokens[0]].add(entry.joined)
        self._weights = {token: self._weight(token) for entry in self._entries for token in entry.tokens}
        self._vocabulary = [token for token in self._postings if len(token) >= 5]
        self._recent: Cache[list[NameMatch]] = Cache(_REMEMBERED)

    def find(self, text: str, limit: int = 5) -> list[NameMatch]:
        """Return the organisations `text` may name, best first, one match each."""
        return self._recent.get(text, lambda: self._find(text))[:limit]

    def _find(self, text: str) -> list[NameMatch]:
        tokens = name_tokens(text)
        asked = kinds(without_partners(tokens))
        capitals = frozenset(
            token
            for word in text.split()
            if word[:1].isupper() or word[:2].lower() in ("l'", "d'")
            for token in name_tokens(word)
        ) | written_small(text)
        similar = self._similar(tokens)
        several = of_several(text)
        best: dict[int, NameMatch] = {}
        for entry in {index for key in similar for index in self._postings[key]}:
            match = self._match(self._entries[entry], tokens, similar, asked, capitals)
            if match is None or _is_pointed_to(tokens, match) or {tokens[p] for p in match.places} <= several:
                continue
            identity = match.form.organisation.id
            if identity not in best or match.score > best[identity].score:
                best[identity] = match
        return _without_parts(sorted(best.values(), key=_rank))

    def _similar(self, tokens: Sequence[str]) -> dict[str, tuple[float, frozenset[int]]]:
        """Return the known words the text holds, each with its likeness and its places in the text."""
        found: dict[str, tuple[float, frozenset[int]]] = {}
        for start in range(len(tokens)):
            for end in range(start + 1, min(start + _LONGEST_JOIN, len(tokens)) + 1):
                if end - start > 1 and (tokens[start] in STOP_WORDS or tokens[end - 1] in STOP_WORDS):
                    continue
                joined = "".join(
                    token for token in tokens[start:end] if end - start == 1 or token not in STOP_WORDS
                )
                places = frozenset(range(start, end))
                if joined in self._postings:
                    _keep(found, joined, 1.0, places)
                elif len(joined) >= 5 and (end - start == 1 or joined[:2].isalpha() and end - start <= 3):
                    self._add_misspelt(found, joined, places, exact_needed=end - start > 1)
        return found

    def _add_misspelt(
        self,
        found: dict[str, tuple[float, frozenset[int]]],
        word: str,
        places: frozenset[int],
        exact_needed: bool,
    ) -> None:
        if word in self._ordinary | KINDS | STOP_WORDS or stem(word) in self._spelt or is_demonym(word):
            return
        cutoff = 0.9 if exact_needed else _SIMILAR
        for key, score, _ in process.extract(
            word, self._vocabulary, scorer=Indel.normalized_similarity, score_cutoff=cutoff, limit=3
        ):
            if key[0] == word[0] or score >= 0.88:
                _keep(found, key, score * 0.97, places)

    def _match(
        self,
        entry: _Entry,
        tokens: Sequence[str],
        similar: dict[str, tuple[float, frozenset[int]]],
        asked: frozenset[str],
        capitals: frozenset[str],
    ) -> NameMatch | None:
        whole = similar.get(entry.joined)
        hits = {token: similar[token] for token in entry.tokens if token in similar}
        total = sum(map(self._weights.__getitem__, entry.tokens))
        coverage = sum(self._weights[token] * hit[0] for token, hit in hits.items()) / total
        places = frozenset().union(*(hit[1] for hit in hits.values())) if hits else frozenset()
        if whole is not None and whole[0] >= coverage:
            coverage, places = whole
        gaps = together(places)
        places = with_fillers(tokens, places, entry.fillers)
        words_found = {tokens[place] for place in places}
        if (
            words_found
            and (words_found <= self._ordinary or words_found <= STOP_WORDS)
            and not words_found & capitals
            and not entry.kinds & asked
            and not _is_said_whole(entry, tokens)
        ):
            return None
        if len(words_found) == 1 and not words_found & capitals and is_short(*words_found):
            return None
        body = entry.form.organisation
        if words_found and not entry.kinds & asked and is_hardly_named(body, words_found, capitals):
            return None
        score = coverage * kind_factor(entry.kinds, asked) * gaps
        if (
            entry.form.reports
            and entry.kinds & asked
            and max(entry.tokens, key=self._weights.__getitem__) in hits
        ):
            score = max(score, _PARTLY_NAMED)
        if (
            entry.form.reports
            and not (asked and not entry.kinds & asked)
            and self._is_short_name(entry, hits)
        ) or self._begins_a_name(entry, tokens):
            score = max(score, _SHORT_NAME)
        return NameMatch(entry.form, round(min(score, 1.0), 4), places) if score >= _LEAST_SCORE else None

    def _is_short_name(self, entry: _Entry, hits: Mapping[str, tuple[float, frozenset[int]]]) -> bool:
        """« laudun » for Laudun-l'Ardoise: the first word of a name, that begins no other."""
        first = entry.tokens[0]
        if len(first) < _LONG or first in self._ordinary | _OF_MANY or hits.get(first, (0.0,))[0] < 1.0:
            return False
        return len(self._begun[first] - {first}) == 1 and communes_beginning(first) <= 1

    def _begins_a_name(self, entry: _Entry, tokens: Sequence[str]) -> bool:
        """« institut de cancérologie de la Loire » for that which has a patron as well: the first words of an
        audited body's name, not all of them ordinary, that begin no other.
        """
        if not entry.form.reports or entry.form.organisation.kind in _PLACES:
            return False
        begun = (entry.tokens[:length] for length in range(len(entry.tokens) - 1, 1, -1))
        said = next((name for name in begun if stands_in(name, tokens)), ())
        return bool(set(said) - self._ordinary) and len(self._beginnings[said]) == 1

    def _weight(self, token: str) -> float:
        # Squared: « Champagnole » says more of « Champagnole Porte du Haut-Jura » than its ordinary words.
        rarity = inverse_frequency(len(self._entries), len(self._postings.get(token, ()))) ** 2
        return rarity * (_ORDINARY_WEIGHT if token in self._ordinary else 1.0)


def _is_pointed_to(tokens: Sequence[str], match: NameMatch) -> bool:
    """« ce réseau »: the one spoken of, not « SNCF Réseau »."""
    return len(match.places) == 1 and bool(_THIS.intersection(tokens[max(min(match.places) - 1, 0) :][:1]))


def _keep(
    found: dict[str, tuple[float, frozenset[int]]], key: str, score: float, places: frozenset[int]
) -> None:
    if key not in found or found[key][0] < score:
        found[key] = (score, places)


def _is_said_whole(entry: _Entry, tokens: Sequence[str]) -> bool:
    """« somme numerique », « sainte marie »: ordinary words that are all the name of an audited body."""
    body = entry.form.organisation
    local = body.department is not None and body.kind not in AREAS
    return bool(entry.form.reports) and local and len(entry.tokens) > 1 and stands_in(entry.tokens, tokens)


def _rank(match: NameMatch) -> tuple[float, int, str]:
    return (-match.score - 0.02 * len(match.places), -match.form.reports, fold(match.form.organisation.name))


def _without_parts(matches: list[NameMatch]) -> list[NameMatch]:
    # « Saint-Denis » is not meant where « Saint-Denis-d'Oléron » is written, nor a place where a body of its
    # name is.
    return [match for match in matches if not any(_covers(other, match) for other in matches)]


def _covers(other: NameMatch, match: NameMatch) -> bool:
    if match.places < other.places and other.score >= match.score - 0.1:
        return True
    bodies = match.form.organisation.kind == "place" != other.form.organisation.kind
    return bodies and other.places >= match.places and other.score >= match.score - 0.1
