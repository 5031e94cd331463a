"""What kind of thing a question asks for, and how far a sentence gives it: a date for « quand », a number of
these very things for « combien de », a length of time for « durée », an amount, a name, a cause.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from actions.answer_type import DURATION
from actions.reports.asked import WHY, asks_overall
from actions.reports.figures.asked import TIMES, asked_of, asks_by_the_hour, speaks_of_a_change
from actions.reports.figures.kinds import changed_by
from actions.reports.figures.measures import measures_asked
from actions.reports.figures.own import of_its_own
from actions.reports.figures.stage import of_the_stage
from actions.reports.passages.verdict import asks_whether_too
from knowledge.dates import FOLDED_MONTHS, YEAR
from knowledge.number_words import NUMBER_WORDS
from knowledge.reports.questions import read_question
from knowledge.text import fold, stems

_CAUSE = re.compile(
    r"\b(?:en raison|du fait|expliqu\w+|car|parce|afin|en effet|(?<!en )result\w+|compte tenu|causes?"
    r"|motif\w*|grace|faute d\w+|absence d\w+|manque d\w+|lie(?:es?|s)? a|impute\w*|imputable\w*|provien\w+"
    r"|decoule\w*)\b"
)
_WHO = re.compile(
    r"\b(?:qui|ki|who|whom|quel(?:le)? (?:organisme|societe|entreprise|association)"
    r"|(?:quels?|qui) (?:sont|etaient) (?:les|ses|leurs) (?:actionnaires|associes|membres|partenaires))\b"
)
_OWNERS = re.compile(
    r"\bactionnaires?\b|\bqui (?:detient|detenait|possede)\b|\bshareholders?\b"
    r"|\bcapital (?:est|etait) detenu\b"
)
_OWNED_BY = re.compile(
    r"(?:\bcapital\b|\bdetenu|\bparts?\b|\bactions?\b)[^.;]{0,80}\d ?%[^.;]{0,20}\bpar\b"
    r"|\bdetenue?s?\b[^.;%]{0,90}\d ?%|\d ?% (?:du capital|des (?:parts|actions))"
)
"""Who owns a company, and which share of it."""
_WHEN = re.compile(r"\b(?:quand|kan[dt]|when|quelle? (?:annee|date|jour))\b")
_WHICH_YEAR = re.compile(r"\bquelle annee\b|\bwhat year\b")
_HOW_LONG = re.compile(r"\b(?:durees?|how long|combien de temps)\b")
_AUTHOR, _SAYS = (
    r"\b(?:chambre|cour|crc|rapport|magistrats|court|report|audit office|auditors)\b",
    r"\b(?:di[st]|disent|pense\w*|juge\w*|estime\w*|constate\w*|conclu\w*|says?|said|thinks?|finds?|found)\b",
)
_OPINION = re.compile(rf"{_AUTHOR}.{{0,60}}{_SAYS}|{_SAYS}.{{0,25}}{_AUTHOR}")
_OTHERWISE = re.compile(
    r"\b(?:comment|how|ou|where|quoi|koi"
    r"|(?:peu(?:t|vent)|doi(?:t|vent)|avai(?:t|ent)|a|ont)[ -](?:t[ -])?(?:ils?|elles?|on))\b"
)
"""What asks for something told in words, though it names money: « peut-elle transformer le prêt ? »."""
_A_NAME = re.compile(r"(?<=[\w,;:'’(«] )(?:[ldLD]['’])?[A-ZÀ-ÝŒ][\w-]{2,}|\b[A-Z]{3,}\b")
_A_MONTH = re.compile(rf"\b(?:{'|'.join(FOLDED_MONTHS)})\b")
_A_DATE = re.compile(rf"{YEAR.pattern}|{_A_MONTH.pattern}")
_A_SPAN = re.compile(
    r"\b(?:avant|apres|entre|jusqu['’]en) (?:fin |debut )?(?:19|20)\d\d(?: et (?:19|20)\d\d)?"
)
"""A year that bounds, and dates nothing: « avant 2010 »."""
_SINCE = re.compile(
    r"\b(?:(?:depuis|a partir d\w*|a compter d\w*) (?:[\w'’]+ ){0,3}"
    rf"|des (?:l[ae] (?:\w+ ){{0,2}}|l['’]\w+ |fin |debut )?){YEAR.pattern}"
)
"""« dès 2012 », « dès la rentrée 2012 », unlike « des travaux réalisés en 2012 »."""
_AN_AMOUNT = re.compile(
    r"\d[\d\s.,]{0,14}(?:€|[km]€|md€|keuros?|meuros?|euros?\b|millions?\b|milliards?\b|f ?cfp)"
)
_HOURLY = re.compile(r"(?:€|euros?)(?: ?ht| ?ttc)?(?: de l['’]heure| par heure| ?/ ?h)|\btarifs? horaires?\b")
_A_SHARE = re.compile(r"\d ?(?:%|pour ?cent\b|points?\b)|\b(?:tiers|moitie|quart)\b")
_A_COUNT = re.compile(
    rf"(?:(?<![\d,.])\d[\d\s.]{{0,12}}(?:,\d+)?(?: ?(?:millions?|milliers|milliards?))?"
    rf"|\b(?:{'|'.join(NUMBER_WORDS)}|cent\w*|mille|aucune?)\b)(?!\d|[\s.,]\d| ?(?:%|€|[km]€|pour ?cent))"
    r"(?P<after>(?:[ (]*[a-z’'-]+){0,2})"
)
"""A number that is no share and no amount, with the words after it: « 75 000 abonnés »."""
_NUMBER_OF = re.compile(
    r"\b(?:nombre|effectifs?|total) (?:total |moyen |global )?(?:des? |d['’])(?:la |l['’]|nos |ses )?([a-z]+)"
)
_WHOLE, _FULL_DATE, _YEAR_ALONE, _BOUND, _NEAR, _BESIDE, _OF_A_CHANGE, _SURELY = (
    1.0,
    1.0,
    0.6,
    0.3,
    0.6,
    0.3,
    0.4,
    2.0,
)
"""How far a sentence gives what is asked: by a number of these things, a date to the month, a year alone, a
year that bounds, a number somewhere beside the things, a number of others, an amount by which it changed; by
what nothing else is told with."""


def asks_opinion(text: str) -> bool:
    """« que dit la chambre de… », « quel bilan », « quel est le problème »: what is found."""
    return asks_overall(text) or _OPINION.search(fold(text)) is not None


@dataclass(frozen=True)
class Asks:
    """The kind of thing a question asks for, the years, whether something is so, and its words."""

    kind: str
    counted: frozenset[str]
    years: tuple[int, ...]
    whether: bool
    opinion: bool
    folded: str
    measures: frozenset[str] = frozenset()
    """Stems of the amounts with a name of their own that are asked for: a debt, a budget."""

    @classmethod
    def of(cls, text: str) -> Asks:
        folded, figure, read = fold(text), asked_of(text), read_question(text)
        whether = asks_whether_too(text)
        kinds = (("owners", _OWNERS), ("why", WHY), ("how_long", _HOW_LONG), ("who", _WHO), ("when", _WHEN))
        in_words = next((name for name, pattern in kinds if pattern.search(folded)), "")
        otherwise = whether or in_words or _OTHERWISE.search(folded)
        number = "" if otherwise and not read.asks_figure else figure.kind
        measures = measures_asked(text) if number == "money" else frozenset[str]()
        opinion = asks_opinion(text)
        return cls(number or in_words, figure.counted, read.years, whether, opinion, folded, measures)

    @property
    def exact(self) -> bool:
        """Whether a number or a date is asked for: a cause or a name is told in more ways, of which many are
        not seen.
        """
        return self.kind in ("count", "money", "percent", "when", "how_long", "owners")

    @property
    def counts_things(self) -> bool:
        """Whether a number of things is asked for, which no law tells, as it does of hours and days."""
        return self.kind == "count" and TIMES.isdisjoint(self.counted)

    def given(self, sentence: str, said: Set[str]) -> float:
        """How far a sentence with the stems ``said`` gives such a thing, 0 to 1; 2 by what is told of nothing
        else.
        """
        folded = fold(sentence)
        if self.kind == "count":
            given = self._counts(folded, said) * of_the_stage(folded, self.folded)
            return given * of_its_own(folded, self.folded)
        if self.kind == "money":
            given = self._amounts(folded) * of_the_stage(folded, self.folded)
            return given * of_its_own(folded, self.folded)
        if self.kind == "when":
            return self._dates(folded)
        if self.kind == "owners":
            return _SURELY * (_OWNED_BY.search(folded) is not None)
        if self.kind == "how_long":
            return float(DURATION.search(folded) is not None)
        if self.kind == "who":
            return float(_A_NAME.search(sentence) is not None)
        pattern = {"percent": _A_SHARE, "why": _CAUSE}.get(self.kind)
        return float(pattern is not None and pattern.search(folded) is not None)

    def _counts(self, folded: str, said: Set[str]) -> float:
        """How far a sentence tells a number of the things counted."""
        undated = YEAR.sub("", folded)
        numbers = [*_A_COUNT.finditer(undated)]
        if not numbers:
            return 0.0
        after = {one for number in numbers for one in stems(number["after"])}
        named = {one for what in _NUMBER_OF.findall(undated) for one in stems(what)}
        if self.counted & (after | named):
            return _WHOLE
        return _NEAR if self.counted & said else _BESIDE

    def _amounts(self, folded: str) -> float:
        """How far a sentence tells an amount, which is not only by how much something changed."""
        if asks_by_the_hour(self.folded):
            return _SURELY if _HOURLY.search(folded) else _BESIDE * (_AN_AMOUNT.search(folded) is not None)
        before = [folded[: one.start()] for one in _AN_AMOUNT.finditer(folded)]
        if not before:
            return 0.0
        changes = not speaks_of_a_change(self.folded) and all(map(changed_by, before))
        return _OF_A_CHANGE if changes else _WHOLE

    def _dates(self, folded: str) -> float:
        """How far a sentence dates something: to the month, by its year, or by a year that bounds it."""
        if "depuis" in self.folded and _SINCE.search(folded):
            return _FULL_DATE
        if _A_MONTH.search(folded) or _WHICH_YEAR.search(self.folded) and YEAR.search(folded):
            return _FULL_DATE
        if not YEAR.search(_A_SPAN.sub("", folded)):
            return _BOUND * (_A_DATE.search(folded) is not None)
        return _YEAR_ALONE
