"""To whom a report is written, by whom, who headed the body, who runs a thing, what was replied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, Block, Paragraph, Quote, Source
from actions.desk import Desk
from actions.question import Question
from actions.reports.about.account import (
    Said,
    addressees,
    heads,
    names_a_person,
    replied,
    replies,
    reply_text,
    sent_to,
    signatory,
)
from actions.reports.about.people_asked import (
    FRAME,
    ROLES,
    Asked,
    asks_for_a_name,
    asks_for_the_operator,
    asks_what_was_replied,
    people_asked,
    plain,
)
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.matters import name_stems, words_beside_the_name
from actions.reports.parts import report_line, report_source, told_by, untold_by, ways_on
from actions.reports.passages.answer import passages
from actions.reports.subject import Subject, reports_of, with_keys
from actions.reports.words import things
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold, sentences, stem, stems, words

_MOST, _READ = 3, 12
"""Sentences quoted for one thing, and passages looked into for who runs something."""
_RUN = re.compile(
    r"\bdélégat|\bdélégu|\bDSP\b|\bconcession|\baffermage|\bexploité|\bconfié|\bgérée?s? par|\ben régie\b"
    r"|\bgestion (?:directe|est assurée)|\bassurée?s? par|\btitulaire d[eu]"
)
_RUN_BY = re.compile(r"(?:exploité|géré|confié|assuré|délégué)\w* (?:à|par|au)\b")
"""How a report says who runs a thing, and plainly by whom."""
_RUNNING = "qui gestion exploitation délégataire"
_OPERATING = frozenset(map(stem, "delegataire exploitant gestionnaire concessionnaire fermier".split()))
_A_FIRM = re.compile(
    r"\b(?:sociétés?|groupe|entreprise|filiale|délégataire|exploitant|concessionnaire|fermier|gestionnaire)s?"
    r",? (?:(?:anonyme|dénommée|privée|publique|locale|d['’]économie|mixte|actuel|est|la|société|SA|SEM) "
    r"){0,4}[«(]? ?[A-ZÉÈ][\w’'&.-]*[a-zéA-Z]"
)
"""A firm by its name: « la société d'économie mixte Sogespar »."""
_Part = tuple[str, Sequence[Said]]


def people_told(question: Question, subject: Subject, base: ReportBase) -> Asked | None:
    """What is asked of the people of the report meant; None where other words ask for something else."""
    asked = people_asked(question.text) if subject.named else None
    if asked in (None, "reply", "manager"):
        return asked
    return None if _matter(question.text, subject, base) else asked


def report_people(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The words of the report that name them; that it does not say it where none do."""
    asked, report = people_asked(question.text), reports_of(subject, base)[0]
    if asked == "manager":
        told = _who_runs(question, subject, base, report)
        if not told:
            return passages(question, desk, base, subject)
        return _answer(question, base, subject, report, [("report_says", told)])
    if asked == "reply":
        parts = _of_the_reply(question, subject, base, report)
    else:
        key = {"addressee": "report_addressee", "signatory": "report_signatory"}.get(
            str(asked), "report_head"
        )
        parts = [(key, _named(question.text, base, report))]
    if any(told for _, told in parts):
        return _answer(question, base, subject, report, parts)
    untold = "report_card_not_said" if report.card else "report_people_untold"
    unknown = "report_reply_untold" if asked == "reply" else untold
    text = say(question.lang, unknown, report=report_line(report, question.lang))
    return untold_by(report, question, desk, text, subject.bodies)


def unless_unnamed(
    given: Answer, question: Question, desk: Desk, base: ReportBase, subject: Subject
) -> Answer:
    """The answer, but where it names nobody though a name is asked for: that the report does not say it."""
    if given.status != "answered" or not asks_for_a_name(question.text) or names_a_person(given.text):
        return given
    told_of = with_keys([source.report for source in given.sources if source.report][:1], base)
    if not told_of:
        return given
    untold = "report_card_not_said" if told_of[0].card else "report_people_untold"
    text = say(question.lang, untold, report=report_line(told_of[0], question.lang))
    return untold_by(told_of[0], question, desk, text, subject.bodies)


def _answer(
    question: Question, base: ReportBase, subject: Subject, report: ReportSummary, parts: Sequence[_Part]
) -> Answer:
    """Each part with its words from the report, the heading of a section once for those in a row."""
    blocks: list[Block] = []
    sources: list[Source] = []
    for key, told in parts:
        if not told:
            continue
        blocks.append(Paragraph(say(question.lang, key, report=report_line(report, question.lang))))
        before = None
        for one in told[:_MOST]:
            source = report_source(report, one.place, one.text)
            heading = one.place.label if one.place.label != before else ""
            blocks.append(Quote(one.text, source.id, heading or None))
            sources.append(source)
            before = one.place.label
    ways = ways_on(question.lang, report, "people", base)
    return told_by([report], question.lang, subject.bodies, blocks, sources, ways)


def _named(text: str, base: ReportBase, report: ReportSummary) -> list[Said]:
    """Who is written to, who signed, or who headed the body."""
    asked, stored = people_asked(text), base.passages(report.id)
    written_to = addressees(stored, base.tables(report.id))
    if asked == "addressee":
        return written_to or sent_to(stored)
    if asked == "signatory":
        signed = signatory(stored)
        return [signed] if signed else []
    role = next((role for role, said in ROLES.items() if said.search(plain(text))), None)
    office = fold(role) if role else "|".join(map(fold, ROLES))
    held = [
        one for one in written_to
        if names_a_person(one.text) and re.search(rf"\b(?:{office})", fold(one.text))
    ]  # fmt: skip
    audited = [m.organisation.name for m in base.mentions(report.id) if m.role == "audited"]
    names = frozenset(name_tokens(" ".join([report.title, *audited])))
    return [*held[:1], *heads(stored, role, names, everywhere=not held)]


def _of_the_reply(
    question: Question, subject: Subject, base: ReportBase, report: ReportSummary
) -> list[_Part]:
    """What the report recounts of the reply, its text where the file holds it, else that it was received."""
    stored, what = base.passages(report.id), asks_what_was_replied(question.text)
    matter = _matter(question.text, subject, base) or (
        _before(question, subject, base) if what else frozenset()
    )
    whole = [Said(p.text, p.place) for p in reply_text(stored) if not matter or matter & set(stems(p.text))]
    announced: _Part = ("report_reply_there" if whole else "report_reply_announced", replies(stored))
    recounted: _Part = ("report_reply_recounted", replied(stored, matter) if what or matter else [])
    return [("report_reply", whole), *((recounted, announced) if what or matter else (announced, recounted))]


def _who_runs(question: Question, subject: Subject, base: ReportBase, report: ReportSummary) -> list[Said]:
    """The sentences that say who runs the thing asked about, with the one before that names it."""
    own = _matter(question.text, subject, base)
    named = {term for _, term in things(question.focus.text, base)} if subject.continued and not own else own
    matter = named - name_stems(subject) - KIND_STEMS - FRAME
    by_name = asks_for_the_operator(question.text)
    matter = matter if own - FRAME or not by_name else _OPERATING
    words_of_it = f"{_RUNNING} {' '.join(sorted(matter))}"
    hits = base.search_passages(words_of_it, report_id=report.id, limit=_READ).hits if matter else ()
    found: list[tuple[bool, Said]] = []
    for hit in (hit for hit in hits if hit.kind == "text"):
        for line in hit.text.split("\n"):
            before = ""
            for sentence in sentences(line):
                told = sentence if matter & set(stems(sentence)) else f"{before} {sentence}"
                if _RUN.search(sentence) and matter & set(stems(told)):
                    found.append((_RUN_BY.search(sentence) is not None, Said(told.strip(), hit.place)))
                before = sentence
    plain_ones = [said for by_whom, said in found if by_whom]
    if by_name:
        firms = [said for _, said in found if _A_FIRM.search(said.text)]
        return firms or (plain_ones if own - FRAME else [])
    return plain_ones or [said for _, said in found]


def _matter(text: str, subject: Subject, base: ReportBase) -> frozenset[str]:
    """Stems of what a message names beside people and the body: « qui est le directeur des achats ? »."""
    said = " ".join(word for word in words(text) if stem(word) not in FRAME and len(word) > 2)
    return words_beside_the_name(said, subject, base) - FRAME


def _before(question: Question, subject: Subject, base: ReportBase) -> frozenset[str]:
    """What was spoken of before, that « qui les gère ? » goes on about."""
    return _matter(question.focus.text, subject, base) if subject.continued else frozenset()
