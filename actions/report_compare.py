"""Two bodies side by side: their reports, and the measures both have."""

from __future__ import annotations

from actions.answer import Answer, Paragraph, Table
from actions.compose import answered, clarify, reply
from actions.desk import Desk
from actions.question import Question
from actions.report_parts import body_name, links_to, report_line, report_source, subject_rows
from actions.report_passages import passages
from actions.report_subject import Subject
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ComparedFigure, OrganisationRow

_ROWS = 12


def comparison(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """A table of the figures two bodies have in common, else what each report is about."""
    bodies = list(subject.bodies)
    before = [
        row.removeprefix("organisation:") for row in question.focus.rows if row.startswith("organisation:")
    ]
    if len(bodies) == 1:
        bodies += [o for key in before if (o := base.organisation(int(key))) and o.id != bodies[0].id][:1]
    if not bodies:
        return passages(question, desk, base, subject)
    if len(bodies) == 1:
        near = base.neighbours(bodies[0].id, 4)
        names = [
            reply(body_name(o), say(question.lang, "report_ask_compare", a=bodies[0].name, b=o.name))
            for o in near
        ]
        return clarify(question, say(question.lang, "report_compare_with", body=body_name(bodies[0])), names)
    return _tell(question, base, bodies[:3])


def _tell(question: Question, base: ReportBase, bodies: list[OrganisationRow]) -> Answer:
    lang = question.lang
    compared = base.compare([body.id for body in bodies])
    names = [body_name(body) for body in compared.organisations]
    reports = [report for own in compared.reports for report in own[:2]]
    rows = [
        (
            say(lang, "report_reports"),
            *("; ".join(report_line(r, lang) for r in own[:3]) for own in compared.reports),
        ),
        *(_row(figure) for figure in compared.figures[:_ROWS]),
    ]
    themes = [theme.label_en if lang == "en" else theme.label for theme in compared.common_themes[:5]]
    lead = say(lang, "report_comparison", names=join(names, lang))
    if themes:
        lead += " " + say(lang, "report_common_themes", themes=join(themes, lang))
    cells = [cell for figure in compared.figures[:_ROWS] for cell in figure.values if cell is not None]
    sources = [*map(report_source, reports), *(report_source(c.report, c.place, c.quote) for c in cells)]
    return answered(
        [Paragraph(lead), Table(("", *names), tuple(rows))],
        sources,
        rows=subject_rows(reports, bodies),
        links=links_to(lang, reports),
    )


def _row(figure: ComparedFigure) -> tuple[str, ...]:
    label = f"{figure.label} ({figure.year})" if figure.year else figure.label
    return (label[:1].upper() + label[1:], *(cell.printed if cell else "–" for cell in figure.values))
