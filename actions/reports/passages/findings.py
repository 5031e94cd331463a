"""The passages for a question to the reports, and how surely they are of the report that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from actions.reports.passages.introductions import has_a_hole, only_titles
from actions.reports.passages.letters import without_formulas
from actions.reports.subject import Subject, reports_of
from knowledge.reports.base import DEEP, ReportBase
from knowledge.reports.models import PassageHit, ReportSummary, SearchResult
from knowledge.reports.name_forms import KINDS, PARTICLES, distinctive, kinds, name_tokens
from knowledge.text import content_stems, fold, stem

SURE_LEAD, CLEAR_LEAD, _NAMED_LEAD = 0.8, 0.3, 0.1
"""How far the best report must be ahead to be shown alone, or first, or alone when it audits the body named.

Measured on the evaluation sets: a report that leads by the second is the right one nineteen times in twenty,
by less than that one in two.
"""

_LOOKED_AT, _SHOWN = 6, 3
"""Best reports of which those published under a wrong title are left out, and those shown."""
_MOST_NAMED = 3
"""Reports on one body that are searched."""
_CLEARLY_MORE = 0.15
"""How much more of the question another report on the same body must say to be the one that answers."""
_SYNTHESIS = re.compile(r"synth|resume|principales obs|observations principales|conclusion generale")
_FROM_BODY, _FROM_SYNTHESIS = 8, 4
"""Passages given as sources from the body of a report and from its synthesis: what citizens ask stands
in either, said in other words."""
_PEOPLE = frozenset(map(stem, "habitant population nombre compte peuplé ville commune".split()))
_READ = 30
"""Passages of the best report that are read for the sentence that answers."""
_OF_THE_FIRST, _OF_ANOTHER = 8, 3
"""The same where it is not sure which report is meant: from the best one, and from each of two others."""


@dataclass(frozen=True)
class Findings:
    """What to show, best first, each report's best passage before its further ones; and how sure it is."""

    hits: tuple[PassageHit, ...]
    result: SearchResult
    sure: bool
    lead: float = 0.0

    @property
    def reports(self) -> tuple[ReportSummary, ...]:
        """The reports shown, best first."""
        return tuple({hit.report.id: hit.report for hit in self.hits}.values())

    @property
    def further_on(self) -> tuple[PassageHit, ...]:
        """Passages of the best report that are not shown: a sentence that answers may stand in one."""
        best = [hit for hit in self.result.hits if hit.report.id == self.hits[0].report.id]
        return tuple(hit for hit in best[:_READ] if hit not in self.hits)


def search(subject: Subject, base: ReportBase) -> Findings:
    """The passages for a subject: of the report meant alone when the conversation or the words say which."""
    if subject.reports and not subject.bodies:
        result = _best_of(subject, base)
        return Findings(tuple(_two_voices(result.hits)), result, True)
    result = _passages(subject, base)
    by_report: dict[str, list[PassageHit]] = {}
    for hit in result.hits:
        by_report.setdefault(hit.report.id, []).append(hit)
    found = sorted(by_report.values(), key=lambda hits: -hits[0].score)[:_LOOKED_AT]
    named = [report.id for report in reports_of(subject, base)]
    told_apart = bool(named) and _says_which_of_a_name(subject)
    ranked = [
        hits
        for hits in found
        if not base.report_on_another(hits[0].report.id)
        and not (told_apart and _is_of_a_namesake(hits[0].report.id, subject, base))
    ][:_SHOWN]
    if not ranked:
        return _of_the_named(subject, base, named) if named else Findings((), result, False)
    lead = ranked[0][0].score - ranked[1][0].score if len(ranked) > 1 else SURE_LEAD
    best = ranked[0]
    another = named and best[0].report.id not in named
    if another and (lead < _NAMED_LEAD or _asks_its_people(subject) or not _names_them(best, subject)):
        return _of_the_named(subject, base, named)
    main = _two_voices(best)
    if lead >= SURE_LEAD or best[0].report.id in named and lead >= _NAMED_LEAD:
        return Findings(tuple(main), result, True, lead)
    others = [hits[0] for hits in ranked[1:]]
    if lead >= CLEAR_LEAD:
        return Findings((*main[:3], *others, *main[3:]), result, True, lead)
    further = [hit for hits in ranked[1:] for hit in hits[1:_OF_ANOTHER]]
    return Findings((*main[:1], *others, *main[1:_OF_THE_FIRST], *further), result, False, lead)


def _asks_its_people(subject: Subject) -> bool:
    """Whether nothing but how many people live there is asked, which reports on others tell as well."""
    names = {stem(token) for body in subject.bodies for token in name_tokens(body.name)}
    return set(content_stems(subject.text)) - names <= _PEOPLE


def _says_which_of_a_name(subject: Subject) -> bool:
    """Whether the kind of the body meant is said, or it was chosen among those of its name."""
    said = kinds(name_tokens(subject.text))
    return bool(subject.namesakes or said & kinds(name_tokens(subject.bodies[0].name)))


def _is_of_a_namesake(report: str, subject: Subject, base: ReportBase) -> bool:
    """Whether a report is on a body of the name and another kind than the one meant: « la commune de Vannes »
    is not Vannes Agglo.
    """
    details = base.report(report)
    same = [
        one.kind == body.kind
        for body in subject.bodies
        for one in (details.audited if details else ())
        if set(distinctive(body.name)) <= set(distinctive(one.name))
    ]
    return bool(same) and not any(same)


def _names_them(hits: Sequence[PassageHit], subject: Subject) -> bool:
    """Whether passages of another report, or its title, name a body as far as the question does: the festival
    of another town does not, nor do the « Pays de la Loire » name the « Pays de Mayenne ». Where the question
    names none in full, nor a part of it with its kind (« la métropole de Grenoble »), another may be meant.
    """
    asked = set(name_tokens(subject.text))
    if asked.isdisjoint(word for body in subject.bodies for word in _own_words(body.name)):
        return False  # it was named before
    names = []
    for body in subject.bodies:
        if set(distinctive(body.name)) <= asked or kinds(name_tokens(body.name)) & asked:
            names.append([word for word in _own_words(body.name) if word in asked])
    texts = [hits[0].report.title, *(hit.text for hit in hits[:_OF_THE_FIRST])]
    said = f" {' '.join(word for text in texts for word in _own_words(text))} "
    return not any(names) or any(f" {' '.join(name)} " in said for name in names if name)


def _own_words(text: str) -> list[str]:
    """The words of a name or a text but those for kinds of body and the little words between."""
    return [token for token in name_tokens(text) if token not in KINDS | PARTICLES]


def _of_the_named(subject: Subject, base: ReportBase, keys: Sequence[str]) -> Findings:
    """What the reports on the body named say, though others hold more of the question's words."""
    results = [_passages(subject, base, key) for key in keys[:_MOST_NAMED]]
    best = max(results, key=_coverage)
    return Findings(tuple(_two_voices(best.hits)), best, True)


def _best_of(subject: Subject, base: ReportBase) -> SearchResult:
    """What the report pointed back to says, or another on the same body that says clearly more of it."""
    first, *others = (_passages(subject, base, key) for key in subject.reports)
    best = max(others, key=_coverage, default=first)
    return best if _coverage(best) >= _coverage(first) + _CLEARLY_MORE else first


def _passages(subject: Subject, base: ReportBase, report: str | None = None) -> SearchResult:
    """The passages found, of one report when given, less those with only titles or a letter's formulas."""
    result = base.search_passages(subject.text, report_id=report, limit=DEEP)
    hits = tuple(hit for hit in result.hits if without_formulas(hit.text) and not only_titles(hit.text))
    return replace(result, hits=hits)


def _coverage(result: SearchResult) -> float:
    return max((hit.coverage for hit in result.hits), default=0.0)


def is_synthesis(hit: PassageHit) -> bool:
    """Whether a passage stands in the part of a report that says what it finds as a whole."""
    return _SYNTHESIS.search(fold(" ".join(hit.place.path))) is not None


def _two_voices(hits: Sequence[PassageHit]) -> list[PassageHit]:
    """The best passages of one report, in turn from its body and from its synthesis."""
    hits = sorted(hits, key=lambda hit: has_a_hole(hit.text))
    synthesis = [hit for hit in hits if is_synthesis(hit)]
    spoken = synthesis[:_FROM_SYNTHESIS]
    body = [hit for hit in hits if hit not in spoken][: _FROM_BODY + _FROM_SYNTHESIS - len(spoken)]
    pairs = zip_longest(body, spoken)
    return [hit for pair in pairs for hit in pair if hit is not None]
