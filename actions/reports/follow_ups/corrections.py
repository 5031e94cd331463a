"""Messages that correct the talk: they say again which report is meant, or set aside what was just told.

« je reparle du rapport sur la biennale » after another report was taken asks nothing of its own: the question
that went astray is asked of the report named. « non, pas la dette, les résultats » is not answered by the
passages on the debt once more.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, Quote
from actions.compose import plain_text
from actions.desk import Desk
from actions.question import SURE, Question
from actions.reports.bodies.titles import subject_asked
from actions.reports.cards.meant import surest_card
from actions.reports.english import in_words_of_reports
from actions.reports.follow_ups.recalled import recalled_by_name, title_of
from actions.reports.follow_ups.years import affirmed
from actions.reports.framing import unframed
from actions.reports.parts import report_line, untold_by
from actions.reports.passages.quotations import is_shown_again
from actions.reports.subject import GONE_ON, ITSELF, reports_of
from actions.wording import say
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.questions import read_question
from knowledge.text import fold, sentences, stems

_NO = r"(?:non|nan|no|nope|mais|but|euh|heu|bah|ben|ah|eh|pardon|desolee?|sorry|attention|si|oui|ok|bon)"
_NAMED_AGAIN = re.compile(
    rf"\W*(?:{_NO}\W+)*"
    r"(?:(?:je|j|nous|on) (?:te |vous )?(?:ne )?(?:re)?parl\w+|c est|i am talking|i m talking|we are talking"
    r"|je (?:veux|voulais) (?:dire|parler)|il s agit|i meant?)"
    r"(?: (?:toujours|encore|bien|plutot|ici|seulement|juste|still))*"
    r" (?:d[eu]s?|d|about|of|le|la|l|les|the)\b"
    r"|\W*(?:(?:euh|mais|ah|pardon|heu)\W+)*(?:non|no)\W+(?=(?:le|la|l|les|du|the)\b)"
)
"""« je parle toujours de SIRHEN », « non, le CCAS », and what is named then."""
_TELLS_WHICH = re.compile(r"\bparl\w+|\breparl\w+|\brapports?\b|\breferes?\b|\breports?\b|\btalking\b")
_ASKS = re.compile(
    r"[?]|\b(?:qu|que|quoi|koi|quels?|quelles?|qui|combien|cb|comment|pourquoi|pk|quand|ou|est ce|dit|disent"
    r"|recommand\w*|chiffres|resume\w*|what|who|which|how|why|when|where)\b"
)
_CORRECTS = re.compile(
    r"^\W*(?:(?:mais|euh|ah|bah|but)\W+)*(?:non|nan|no)\b(?! plus\b)"
    r"|\bje (?:re)?parl\w+ (?:de|du|des|d)\b"
    r"|(?:^|[,;(]) ?(?:et |mais )?pas (?:de la|du|de l|des|les?|la|l) \w"
    r"|\b(?:pas |im)possible\b|\bn importe quoi\b"
)
"""« non, les résultats », « je parle du nombre total »."""


def names_the_report_again(read: Question) -> bool:
    """Whether a message may only say which report or body is meant, in a talk where one was asked about."""
    folded = words_apart(read.text)
    found = _NAMED_AGAIN.match(folded)
    return bool(found and read.focus.text) and _ASKS.search(folded[found.end() :] if found else "") is None


def of_the_report_named(read: Question, desk: Desk, base: ReportBase) -> Question | None:
    """The last question, of the report that a message names again; None where it is on that one already."""
    if not names_the_report_again(read):
        return None
    named = unframed(read.text[_named_from(read.text) :])
    before = read.focus
    alone = replace(read, text=named, said="", focus=before.unasked())
    subject = subject_asked(in_words_of_reports(alone, base), base)
    told_which = _TELLS_WHICH.search(fold(read.text)) and not (subject.named or subject.rivals)
    card = surest_card(alone, desk) if told_which else None
    keys = [card] if card else [report.id for report in reports_of(subject, base)[:1]]
    known = None if keys else recalled_by_name(named, {rows: title_of(rows, base) for rows in before.reports})
    keys = keys or [row.removeprefix("report:") for row in (known or ())[:1]]
    if not keys or base.report(keys[0]) is None:
        return None
    row = f"report:{keys[0]}"
    on_it = before.asked_reports and before.status == "answered" and before.reports[:1]
    if on_it and row in before.reports[0]:
        return None
    asked = _asked_last(before.said or before.text)
    of_another = subject_asked(replace(alone, text=asked), base)
    elsewhere = of_another.named or of_another.unknown or of_another.rivals
    if elsewhere and keys[0] not in {report.id for report in reports_of(of_another, base)}:
        return None  # « et la dette de Lorient ? », then back to the report before
    heard = before.intent if before.intent in ("report_figure", "report_recommendations") else "report_search"
    intent = "report_figure" if read_question(asked).asks_figure else str(heard)
    return replace(
        read.with_intent(intent, SURE),
        ruled=True,
        text=asked,
        said=asked,
        focus=replace(before, rows=(row,), text=""),
        inherited=frozenset({GONE_ON, ITSELF}),
    )


def _named_from(text: str) -> int:
    """Where in a message the name begins."""
    folded = words_apart(text)
    found = _NAMED_AGAIN.match(folded)
    return found.end() if found and len(folded) == len(text) else 0


def _asked_last(text: str) -> str:
    """The sentence of a message that asks, without the greeting and the story before it."""
    every = sentences(text)
    return next((one for one in reversed(every) if "?" in one), text)


def set_aside(text: str) -> str:
    """What is asked instead of what a message sets aside: « les résultats » of « pas la dette, les … »."""
    kept = affirmed(text)
    if kept == text:
        return text
    return re.sub(r"^\W*(?:non|nan|no)\b", "", kept, flags=re.IGNORECASE).strip(" ,;:.") or text


def without_what_was_rejected(read: Question, told: Answer, desk: Desk, base: ReportBase) -> Answer:
    """What is told after a correction, but for the passages that were shown before; that there is nothing
    else where no other is left.
    """
    said = read.said or read.text
    if told.status != "answered" or not _CORRECTS.search(words_apart(said)):
        return told
    if any(map(str.isdigit, said)):
        return told  # « non, en 2012 »
    quotes = [block for block in told.blocks if isinstance(block, Quote)]
    rejected, under, again = set(stems(said)) - set(stems(affirmed(said))), "", []
    for one in quotes:
        under = one.heading or under
        if is_shown_again(one, read) or rejected & set(stems(under)):
            again.append(one)
    if not again:
        return told
    if len(again) < len(quotes):
        kept = tuple(block for block in told.blocks if block not in again)
        return replace(told, blocks=kept, text=plain_text(kept))
    key = next((row.removeprefix("report:") for row in told.rows if row.startswith("report:")), "")
    details = base.report(key) if key else None
    if details is None:
        return told
    report = details.summary
    text = say(read.lang, "report_nothing_else", report=report_line(report, read.lang))
    return untold_by(report, read, desk, text)
