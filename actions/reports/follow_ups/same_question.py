"""Messages that ask of another body what was asked before: « et à Lyon ? », « non, entre X et Y »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import SURE, Question
from actions.reports.asked import asks_comparison
from actions.reports.bodies.kinds import BODIES, town_alone
from actions.reports.framing import unframed
from actions.reports.lists.criteria import criteria
from actions.reports.words import EXPLAINS_A_WORD
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.communes import communes_in
from knowledge.reports.models import OrganisationRow, ReportDetails
from knowledge.reports.name_forms import KINDS, kinds, name_tokens
from knowledge.reports.organisation_index import LIKELY_NAMED, NAMED
from knowledge.reports.questions import read_question
from knowledge.text import STOP_WORDS, content_stems, fold, stem, stems

AS_WELL = re.compile(
    r"^\W*(?:(?:ok|oui|bon|non|no|ah)\W+)*(?:et|and|mais|what about|how about|idem|pareil|meme)\b"
    r"(?!.*\b(?:ils?|elles?|on|y a|they|it|there)\b)|\bje (?:veux|voulais) dire\b|\bi me(?:an|ant)\b"
)
"""« et à Saint-Étienne ? »: the same question on another body."""
_POINTING = frozenset(
    "celle celles celui ceux veux voulais dire mean meant fin end question chose same non pareil pareille "
    "pareils idem meme cas situation mieu pire aussi gere geree geres gerees".split()
)
"""Words beside a name that ask nothing of it, as tokens of names."""
_THERE = re.compile(r"\b(?:l[àa][- ]bas|labas|chez (?:eux|elle|lui)|over there)\b", re.IGNORECASE)
"""« et l'absentéisme là-bas ? »: the place told before, which another now takes."""
_OF_A_TOWN = frozenset("commune intercommunality hospital nursing-home school social-action".split())
_OF_A_DEFINITION = frozenset(
    map(stem, "definition signifie veut dire expliquer simplement mot terme".split())
)
_VOWELS = frozenset("aeiouyh")
_OF_AN_AREA = 30
"""Reports of a department on bodies of one kind that are looked at."""


def same_question(asked: Question, base: ReportBase) -> Question:
    """« et à Saint-Étienne ? » asks of another body what was asked before."""
    before = unframed(asked.focus.text)
    if not before or not AS_WELL.search(fold(asked.text)):
        return asked
    if _matter(asked.text, base):
        return _on_the_matter_spoken_of(asked, base)
    alike = _of_the_same_kind(asked, base) or _alike_in_the_area(asked, base) or _the_town(asked, base)
    text = YEAR.sub(" ", before) if read_question(asked.text).years else before
    kept = " ".join(without_names(text, base))
    named = " ".join(word for word in asked.text.split() if not _POINTING.intersection(name_tokens(word)))
    said = f"{alike} {named}" if alike else named
    return replace(asked.with_intent(asked.focus.intent or asked.intent, SURE), text=f"{kept} {said}")


def _of_the_same_kind(asked: Question, base: ReportBase) -> str:
    """The name of the body of a place that is of the kind of the last one: after a département, « et en
    Mayenne ? » asks of that département, not of the « Pays de Mayenne »; empty where a kind is said.
    """
    tokens = name_tokens(asked.text)
    kind = _kind_spoken_of(asked, base)
    if kind is None or kinds(tokens):
        return ""
    found = [m for m in base.names().find(asked.text, 8) if m.form.reports and m.score >= LIKELY_NAMED]
    named = {m.form.organisation for m in found if m.form.organisation.kind == kind}
    if len(named) != 1 or len(found) == 1:
        return ""
    body = named.pop()
    return " ".join([body.name, *_spoken_of_in_titles(asked, body, base)])


def _the_town(asked: Question, base: ReportBase) -> str:
    """« et à Angers ? » after a town is on the town, which has no report, not on its hospital."""
    town = town_alone(asked.text) if _kind_spoken_of(asked, base) == "commune" else None
    found = [m.form for m in base.names().find(asked.text, 8) if m.form.reports]
    of_others = bool(found) and all(form.organisation.kind != "commune" for form in found)
    if not (town and of_others):
        return ""
    name = next(word for word in asked.text.split() if set(name_tokens(word)) & set(town.split()))
    of = "d'" if fold(name)[:1] in _VOWELS else "de "
    return f"commune {of}{name.strip(' ?!.,;:')}"


def _on_the_matter_spoken_of(asked: Question, base: ReportBase) -> Question:
    """« et Saumur, combien de places ? » after the car parks of Arras: of its reports that on car parks."""
    found = [m for m in base.names().find(asked.text, 4) if m.form.reports > 1 and m.score >= NAMED]
    said = set(name_tokens(asked.text))
    matter = (
        [t for t in _spoken_of_in_titles(asked, found[0].form.organisation, base) if t not in said]
        if found
        else []
    )
    return replace(asked, text=f"{asked.text} {' '.join(matter)}") if matter else asked


def names_another_area(asked: Question, base: ReportBase) -> bool:
    """« et dans la Somme ? » after a report on a body of another department, and nothing else."""
    return _area_named(asked, base) is not None and not _matter(asked.text, base)


def _area_named(asked: Question, base: ReportBase) -> str | None:
    """The department that a message goes on to, unless it is that of the report spoken of."""
    here = _report_spoken_of(asked, base)
    if here is None or here.summary.department is None or not AS_WELL.search(fold(asked.text)):
        return None
    area = criteria(asked.text, base).filter.department
    return area if area != here.summary.department else None


def _alike_in_the_area(asked: Question, base: ReportBase) -> str:
    """The only body of a department that is of the kind of the last one and does the same: « et dans la
    Somme ? » after « Manche Numérique » is on « Somme numérique ». Of towns there are many.
    """
    kind, here = _kind_spoken_of(asked, base), _report_spoken_of(asked, base)
    area = _area_named(asked, base)
    if kind is None or kind in _OF_A_TOWN or area is None or here is None or not here.themes:
        return ""
    within = base.find_reports(ReportFilter(department=area, kind=kind), size=_OF_AN_AREA).reports
    others = [details for report in within if (details := base.report(report.id)) is not None]
    alike = [one for one in others if one.audited and one.themes and one.themes[0].id == here.themes[0].id]
    return alike[0].audited[0].name if len(alike) == 1 else ""


def _spoken_of_in_titles(asked: Question, body: OrganisationRow, base: ReportBase) -> list[str]:
    """What tells the reports on a body apart and was just quoted of another: « Gestion du stationnement »."""
    titles = [name_tokens(report.title) for report in base.reports_on(body.id)]
    told = stems(" ".join(f"{one.get('locator')} {one.get('quote')}" for one in asked.focus.sources))
    alone = (t for title in titles for t in title if sum(t in other for other in titles) == 1)
    return [t for t in dict.fromkeys(alone) if t not in KINDS | BODIES | STOP_WORDS and stem(t) in {*told}]


def _kind_spoken_of(asked: Question, base: ReportBase) -> str | None:
    """The kind of the one body that the report spoken of audits."""
    details = _report_spoken_of(asked, base)
    audited = {body.kind for body in details.audited} if details else set()
    return audited.pop() if len(audited) == 1 else None


def _report_spoken_of(asked: Question, base: ReportBase) -> ReportDetails | None:
    spoken_of = asked.focus.rows or next(iter(asked.focus.reports), ())
    rows = (row.partition(":") for row in spoken_of)
    key = next((key for name, _, key in rows if name == "report"), None)
    return base.report(key) if key else None


def _matter(text: str, base: ReportBase) -> bool:
    """Whether a message says what it asks of the body that it names."""
    tokens = [t for t in without_names(text, base) if t not in _POINTING]
    return bool(read_question(" ".join(tokens)).terms)


def without_names(text: str, base: ReportBase) -> list[str]:
    """The words of a message but for the names of bodies and the words for their kind."""
    text = _THERE.sub(" ", text)
    tokens = name_tokens(text)
    named = {place for match in base.names().find(text, 8) for place in match.places}
    towns = {token for town in communes_in(text) for token in town.split()}
    return [t for at, t in enumerate(tokens) if at not in named and t not in KINDS | BODIES | towns]


def of_another_body_as_well(read: Question, base: ReportBase) -> Question | None:
    """« et Corrençon, c'est pareil ? » after what no report told asks it of another body; else None."""
    before = replace(read.focus, intent="report_search")  # what no report told is no report to find
    asked = replace(read.with_intent("report_search", SURE), ruled=True, focus=before)
    if not read.focus.asked_reports or not AS_WELL.search(fold(read.text)):
        return None
    named = bodies_named(read.text, base) or town_alone(read.text)
    return same_question(asked, base) if named and not _matter(read.text, base) else None


def of_a_word_explained(read: Question, base: ReportBase) -> Question | None:
    """« et celle de Boucau ? » after « qu'est-ce que la capacité d'autofinancement ? »; else None."""
    explained = read.focus.rows[:1] and read.focus.rows[0].startswith(EXPLAINS_A_WORD)
    if not explained or not AS_WELL.search(fold(read.text)) or not bodies_named(read.text, base):
        return None
    asked = replace(read.with_intent("report_figure", SURE), ruled=True, focus=read.focus.unasked())
    asking = read.focus.text.strip(" ?!.").split()
    word = " ".join(one for one in asking if set(content_stems(one)) - _OF_A_DEFINITION)
    return replace(asked, text=f"{word} {read.text}")


def of_those_compared(asked: Question, base: ReportBase) -> Question | None:
    """« non, entre Arras et Compiègne » after a comparison: the last question of these; of one of those
    compared what is asked of it; else None.
    """
    after = asked.focus.intent == "report_compare"
    named = bodies_named(asked.text, base) if after else 0
    again = named > 1 and AS_WELL.search(fold(asked.text)) or named == 1 and _is_of_them(asked, base)
    return same_question(asked, base) if again else None


def _is_of_them(asked: Question, base: ReportBase) -> bool:
    """« et le stationnement à Saumur ? » after Saumur was compared, and nothing that compares."""
    compared = {row for row in asked.focus.rows if row.startswith("organisation:")}
    named = [m.form for m in base.names().find(asked.text, 8) if m.form.reports and m.score >= NAMED]
    of_them = any(f"organisation:{form.organisation.id}" in compared for form in named)
    return of_them and not asks_comparison(asked.text, len(compared))


def bodies_named(text: str, base: ReportBase) -> int:
    """How many audited bodies a message names by words of their own."""
    found = [one for one in base.names().find(text, 8) if one.form.reports and one.score >= NAMED]
    return len({place for one in found for place in [min(one.places)]})
