"""Pieces of answers about reports: sources, names, ways to go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from actions.answer import Answer, Block, Link, QuickReply, Source
from actions.compose import answered, not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.reports.subject import Subject
from actions.wording import join, say
from knowledge.dates import written
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow, Place, RecommendationRow, ReportDetails, ReportSummary
from knowledge.reports.name_forms import HYPHENED, name_tokens, without_law
from knowledge.reports.questions import read_question
from knowledge.text import fold

_BODY = "organisation:"
"""Before the id of a body in the rows of an answer."""
_OF_THE = re.compile(r"\bde (Les?) (?=[A-ZÀ-Ý])")
"""« commune de Le Houlme »: « commune du Houlme »."""
_FEMININE = frozenset(
    "commune communaute association societe region chambre regie direction caisse agence collectivite union "
    "maison metropole fondation ecole universite clinique federation".split()
)
_MASCULINE = frozenset(
    "centre syndicat ministere etablissement conseil departement groupement office opera institut theatre "
    "foyer aeroport orchestre lycee college musee parc port festival hopital service comite fonds".split()
)
"""First words of the names of bodies, by gender."""


def page_address(report: str, anchor: str | None = None) -> str:
    """The page of a report on this site, at one passage when ``anchor`` is given."""
    return f"/rapports/{report}#{anchor}" if anchor else f"/rapports/{report}"


def report_source(report: ReportSummary, place: Place | None = None, quote: str | None = None) -> Source:
    """A report as a source, at a place of it and with the words quoted from there."""
    anchor = place.anchor if place else None
    return Source(
        f"report:{report.id}:{anchor}" if anchor else f"report:{report.id}",
        report.title,
        report.jurisdiction,
        page_address(report.id, anchor),
        place_words(place) if place else None,
        report.date.isoformat() if report.date else None,
        quote=quote,
        report=report.id,
    )


def place_words(place: Place) -> str | None:
    """Section with its number, the heading above it, and the page: where to look in the report."""
    if len(place.path) > 1:
        return f"{place.path[-2]} > {place.label}"
    return place.label or None


def recommendation_source(row: RecommendationRow) -> Source:
    """The place of a recommendation, with its words."""
    return report_source(row.report, row.place, row.text)


def short_title(report: ReportSummary) -> str:
    """The title of a report without the article of law that closes it: « [article 58-2° de la loi…] »."""
    return without_law(report.title)


def report_line(report: ReportSummary, lang: str, name: str | None = None) -> str:
    """A report in a list: title, or the ``name`` that tells it from others, jurisdiction, date."""
    date = written(report.date, lang) if report.date else say(lang, "report_undated")
    return ", ".join(part for part in (name or short_title(report), report.jurisdiction, date) if part)


def body_name(organisation: OrganisationRow) -> str:
    """A body with its department where the name does not say it."""
    department, name = organisation.department, _contracted(organisation.name)
    shown = department and department.lower() not in organisation.name.lower()
    return f"{name} ({department})" if shown else name


def the_body(name: str, lang: str) -> str:
    """The name of a body within a French sentence, with its article: « la commune de Vannes ».

    As it is where its first word is none of those for a kind of body.
    """
    name = _contracted(name)
    kind, lower = fold(name).partition(" ")[0], f"{name[:1].lower()}{name[1:]}"
    if lang == "en" or kind not in _FEMININE | _MASCULINE:
        return name
    if kind[0] in "aeiouh":
        return f"l'{lower}"
    return f"{'la' if kind in _FEMININE else 'le'} {lower}"


def _contracted(name: str) -> str:
    return _OF_THE.sub(lambda found: "du " if found.group(1) == "Le" else "des ", name)


def subject_rows(reports: Iterable[ReportSummary], bodies: Iterable[OrganisationRow] = ()) -> list[str]:
    """The rows by which the next message finds what was spoken of."""
    return [*(f"report:{r.id}" for r in reports), *(f"{_BODY}{b.id}" for b in bodies)]


def bodies_in(rows: Iterable[str]) -> list[int]:
    """The ids of the bodies among the rows of an answer; see :func:`subject_rows`."""
    return [int(row.removeprefix(_BODY)) for row in rows if row.startswith(_BODY)]


def ways_on(lang: str, report: ReportSummary, done: str, base: ReportBase) -> list[QuickReply]:
    """What else may be asked of this report; ``done`` is what was just answered."""
    details = base.report(report.id)
    if details is None:
        return []
    if report.card:
        return _ways_on_a_card(lang, report, done, details)
    body = the_body(details.audited[0].name, lang) if details.audited else report.title
    choices = [
        ("recommendations", details.recommendations),
        ("figures", details.figures),
        ("others", len({one.id for body in details.audited for one in base.reports_on(body.id)}) > 1),
    ]
    return [
        reply(say(lang, f"report_reply_{name}"), say(lang, f"report_ask_{name}", body=body))
        for name, number in choices
        if number and name != done and (name != "figures" or _has_usual_figures(report, base))
    ]


def _ways_on_a_card(lang: str, report: ReportSummary, done: str, details: ReportDetails) -> list[QuickReply]:
    """The same of a report told by its card, by its title: the body it addresses may have several."""
    choices = [("recommendations", details.recommendations), ("figures", details.figures)]
    return [
        reply(
            say(lang, f"report_card_reply_{name}"),
            say(lang, f"report_card_ask_{name}", title=short_title(report)),
        )
        for name, number in choices
        if number and name != done
    ]


def ways_after_a_refusal(lang: str, report: ReportSummary, base: ReportBase) -> list[QuickReply]:
    """What may be asked of a report that did not tell what was asked: what it says, then the rest."""
    ask = say(lang, "report_ask_numbered", title=report.title, number=report.id)
    return [reply(say(lang, "report_reply_whole"), ask), *ways_on(lang, report, "others", base)]


def _has_usual_figures(report: ReportSummary, base: ReportBase) -> bool:
    """Whether a report speaks of all that « Ses chiffres » asks for: few on the whole country do."""
    return not base.absent_terms(report.id, read_question(say("fr", "report_ask_figures", body="")).terms)


def links_to(lang: str, reports: Sequence[ReportSummary]) -> list[Link]:
    """The pages of the reports an answer rests on."""
    return [Link(say(lang, "report_open", title=r.title), page_address(r.id)) for r in reports[:3]]


def told_by(
    reports: Sequence[ReportSummary],
    lang: str,
    bodies: Iterable[OrganisationRow],
    blocks: Sequence[Block],
    sources: Iterable[Source],
    ways: Sequence[QuickReply] = (),
) -> Answer:
    """An answer from reports, with their pages and the rows by which the next message finds them."""
    rows, links = subject_rows(reports, bodies), links_to(lang, reports)
    return answered(blocks, sources, rows=rows, quick_replies=ways, links=links)


def untold_by(
    report: ReportSummary, question: Question, desk: Desk, text: str, bodies: Iterable[OrganisationRow] = ()
) -> Answer:
    """That one report does not tell something, with its page."""
    refused = not_found(question, desk, text, rows=subject_rows([report], bodies))
    return replace(refused, sources=(report_source(report),), links=tuple(links_to(question.lang, [report])))


def nothing_on(question: Question, desk: Desk, base: ReportBase, subject: Subject, name: str) -> Answer:
    """No report audits the body named: the nearest ones, and no figure."""
    near = base.find_organisations(name, 6)
    hits = [m.organisation for m in near if m.reports][:3]
    titles = [body_name(o) for o in hits]
    key = "report_no_body_near" if titles else "report_no_body"
    written = as_written(subject.text, name)
    text = say(question.lang, key, name=written, near=join(titles, question.lang))
    replies = [
        reply(title, say(question.lang, "report_ask_body", body=the_body(title, question.lang)))
        for title in titles
    ]
    return not_found(question, desk, text, replies)


def as_written(text: str, name: str) -> str:
    """The shortest run of words of a message that says ``name``, as far as it does; else ``name``."""
    tokens = {token for token in name_tokens(name) if len(token) > 2}
    said = [(m, tokens & {*name_tokens(m.group())}) for m in re.finditer(rf"\w{HYPHENED}", text)]
    wanted = set().union(*(held for _, held in said))
    runs = [
        text[first.start() : last.end()]
        for at, (first, named) in enumerate(said)
        for end, (last, _) in enumerate(said[at:], at + 1)
        if named and wanted <= set().union(*(held for _, held in said[at:end]))
    ]
    return min(runs, key=len, default=name)
