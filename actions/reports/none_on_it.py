"""That no report is on the town or the body named, said before what another report tells."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import plain_text
from actions.question import Question
from actions.reports.bodies.kinds import AREAS, BODIES
from actions.reports.matters import words_beside_the_name
from actions.reports.parts import as_written
from actions.reports.subject import Subject, with_keys
from actions.reports.words import is_mention_question
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow, ReportSummary
from knowledge.reports.name_forms import distinctive, name_tokens
from knowledge.text import stem

_WHETHER_THERE = frozenset(
    map(
        stem,
        "controle controlee controler audit audite auditee auditer examine examinee rapport existe base "
        "concerne".split(),
    )
)
"""Words that only ask whether there is a report."""
_WRITERS = frozenset("cour chambre".split())


def only_whether_audited(question: Question, base: ReportBase, subject: Subject) -> bool:
    """« est-ce que la commune d'Orange a été contrôlée ? »: nothing else is asked of the body named, nor for
    several of a kind: « quels hôpitaux bretons ont un rapport ? ».
    """
    if subject.unknown and question.intent == "report_list":
        return False
    if not (subject.unknown or subject.bodies) or subject.reports or is_mention_question(question.text):
        return False
    return not words_beside_the_name(question.text, subject, base) - _WHETHER_THERE


def told_of_another(found: Answer, question: Question, base: ReportBase, subject: Subject) -> Answer:
    """The answer, after that no report is on the town named, or on the body a report on which is asked for,
    where it is told from reports whose titles do not name it.
    """
    if found.status != "answered" or subject.bodies or subject.continued:
        return found
    wanted = [one for one in subject.places if _may_be_meant(one, question)]
    titles = [set(name_tokens(report.title)) for report in _reports(found, base)]
    said = set(name_tokens(question.text))
    for one in wanted:
        own = set(distinctive(one.name))
        if own and own <= said and titles and not any(own <= title for title in titles):
            name = as_written(question.text, " ".join(own))
            lead = Paragraph(say(question.lang, "report_none_on_it", name=name))
            blocks = (lead, *found.blocks)
            return replace(found, blocks=blocks, text=plain_text(blocks))
    return found


def _may_be_meant(body: OrganisationRow, question: Question) -> bool:
    """A town, whatever is asked; any body but those who write the reports, where a report on it is."""
    if body.kind == "commune":
        return True
    of_any = question.intent == "report_find" and body.kind not in (*AREAS, "theme")
    return of_any and not _WRITERS & set(name_tokens(body.name)) and not set(name_tokens(body.name)) <= BODIES


def _reports(found: Answer, base: ReportBase) -> list[ReportSummary]:
    return with_keys(dict.fromkeys(source.report for source in found.sources if source.report), base)
