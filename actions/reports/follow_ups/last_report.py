"""Messages on the report last spoken of as a whole: its subject, which it is, what came since, in short."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, Block, Paragraph
from actions.compose import answered, not_found, plain, reply
from actions.conversation.wishes import says_it_was_not_answered
from actions.desk import Desk
from actions.question import Question
from actions.registry import answers
from actions.reports.about.facts import which_report
from actions.reports.parts import links_to, report_line, report_source, ways_after_a_refusal, ways_on
from actions.reports.passages.quotations import quotations, shown
from actions.wording import join, say
from knowledge.dates import YEAR_REPORTED, written
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import STOP_WORDS, fold, sentences

_SHORTER = re.compile(
    r"\b(?:plus|trop|tres|too|more|faites|fai[st]|faire|soyez|sois|be) (?:\w+ )?"
    r"(?:court\w*|bref|breve\w*|long\w*|concis\w*|simple\w*|brief|short|concise)\b"
    r"|\bshorter\b|\ben (?:une?|deux|trois|quelques|[123]) (?:seule )?(?:phrases?|lignes?|mots?)\b"
    r"|\bin (?:an?|one|two|a few|few) (?:sentences?|words?|lines?)\b"
    r"|\b(?:en bref|abreg\w+|raccourci\w*|tldr|simplifi\w+)\b"
)
_SINCE = re.compile(
    r"\b(?:encore|toujours|tjrs|tjs|still) (?:vrai\w*|d ?['’]? ?actualite|valables?|a jour|le cas|comme ca"
    r"|pareil|actuel\w*|true|valid|up to date|the case|relevant|accurate)\b"
    r"|\b(?:ca|cela|les choses|la situation|it|things|anything|much) "
    r"(?:n ?['’]? ?)?(?:a|ont|has|have) (?:\w+ )?(?:change\w*|evolue\w*|improved)\b.{0,12}"
    r"\b(?:depuis|since|aujourd ?['’]? ?hui|maintenant|now)\b"
    r"|^\W*(?:et|and|ok et) (?:aujourd ?['’]? ?hui|depuis|actuellement|today|since(?: then)?)"
    r"\W*$"
    r"|\b(?:ou|qu) ?['’]? ?en est[- ](?:on|il)\b.{0,6}\b(?:maintenant|aujourd ?['’]? ?hui|actuellement)\b"
)
_WHICH = re.compile(
    r"\b(?:tu|vous|on|you)\b.{0,6}\bparl\w+ (?:de |d ?['’])(?:quel\w*|laquelle|lequel|qui|quoi)\b"
    r"|\b(?:de |d ?['’])(?:quel\w*|laquelle|lequel|qui|quoi)\b.{0,24}\b(?:tu|vous|on|you)\b.{0,6}\bparl\w+"
    r"|\b(?:which|what) (?:one|town|city|body|report|hospital)\b.{0,12}"
    r"\b(?:are you|you are|is this|do you mean)\b"
    r"|\bc ?['’]? ?est (?:quel rapport|quelle ville|quel organisme|laquelle|lequel)\b"
)
_ABOUT = re.compile(
    r"\b(?:de quoi|sur quoi)\b.{0,24}\b(?:parl\w+|trait\w+|s ?['’]? ?agit|port\w+)\b"
    r"|\b(?:parl|trait|port)\w+ (?:de|sur) (?:quoi|koi)\b|\bc ?['’]? ?est sur (?:quoi|koi)\b"
    r"|\bwhat (?:is|s|was) (?:it|this|that|the report|this report) (?:\w+ )?about\b"
)
_DATED = re.compile(
    r"\bde (?:quand|quelles? (?:annees?|dates?|periodes?|epoques?))\b|\bremont\w+ a (?:quand|quelle \w+)\b"
    r"|\bc ?['’]? ?est (?:vieux|recent|ancien)\b"
    r"|\b(?:from|of) (?:when|(?:what|which) (?:years?|date|period))\b|\bhow (?:old|recent)\b"
    r"|\b(?:what|which) (?:years?|date|period)\b.{0,24}\bfrom\b"
    r"|\bwhen (?:is|was|are|were|do|does) (?:it|this|that|these|those|they)\b.{0,16}\b(?:from|dated?)\b"
)
_FIGURES = re.compile(r"\b(?:chiffres?|donnees|montants?|figures?|numbers?|data)\b")
_BESIDE = frozenset(
    "complique compliquee complexe complicated "
    "ca cela rapport report document citation citations reponse reponses answer answers texte textes gros "
    "exactement exactly juste precisement encore toujours still comprends comprend compris rien stp svp "
    "please merci ok ville organisme moment desole sorry peux pouvez pourriez could can make faites fais "
    "faire dire dis dites donne donnez resume resumez resumer beaucoup vraiment really aujourd hui "
    "maintenant now today info infos information informations chiffre chiffres constat situation choses "
    "things anything donnees figures selon alors donc franchement lis lire read ecris ecrivez reponds "
    "repondez trop phrase phrases mots vrai depuis since then date dates datent datait dated remonte "
    "remontent viennent vient annee annees year years period montant montants numbers number ceux".split()
)
"""Words beside these that name no matter of their own."""
_WISHES = (
    (_ABOUT, "report_about"),
    (_WHICH, "report_meant"),
    (_SINCE, "report_since"),
    (_DATED, "report_dated"),
    (_SHORTER, "report_in_short"),
)
ON_THE_LAST = (*(intent for _, intent in _WISHES), "report_unanswered")
"""Intents after which the talk is where it was: « plus court » shortens what was told before them."""
_SHORT, _OPENING = 300, 2
"""Characters of a short answer, and passages that tell what a report is about."""
_YEAR = re.compile(rf"(?<![\d,.]){YEAR_REPORTED}(?![\d,.]?\d)")


def wish_on_the_last(question: Question) -> str | None:
    """The intent of a message on the report last spoken of as a whole, with no matter of its own."""
    focus = question.focus
    if not focus.asked_reports or not focus.reports:
        return None
    if says_it_was_not_answered(question.text):
        return "report_unanswered"
    folded = fold(question.text)
    for pattern, intent in _WISHES:
        rest = set(re.findall(r"[a-z0-9]{2,}", pattern.sub(" ", folded)))
        if pattern.search(folded) and rest <= _BESIDE | STOP_WORDS:
            return intent
    return None


@answers(*ON_THE_LAST)
def on_the_last(question: Question, desk: Desk) -> Answer:
    """What is said of that report as a whole; a short answer repeats the first of what was just quoted."""
    base, lang = desk.reports, question.lang
    try:
        details = base.report(question.focus.report) if base else None
    except BaseUnavailable:
        details = None
    if base is None or details is None:
        return not_found(question, desk, say(lang, "no_reports"))
    report = details.summary
    if question.intent == "report_unanswered":
        wrong = reply(say(lang, "report_reply_wrong"), say(lang, "report_ask_wrong"))
        offered = [wrong, *ways_after_a_refusal(lang, report, base)]
        return replace(
            plain("smalltalk", say(lang, "report_unanswered"), offered), rows=question.focus.reports[0]
        )
    line, sources = report_line(report, lang), [report_source(report)]
    lead = Paragraph(which_report(report, lang))
    blocks: list[Block] = [lead]
    if question.intent == "report_since":
        date = written(report.date, lang) if report.date else ""
        blocks = [Paragraph(say(lang, "report_since" if date else "report_since_undated", date=date)), lead]
    elif question.intent == "report_dated":
        years = _years_quoted(question)
        named = [Paragraph(say(lang, "report_years_quoted", years=join(years, lang)))] if years else []
        blocks = [*named, lead] if _FIGURES.search(fold(question.text)) else [lead, *named]
    elif question.intent == "report_in_short":
        quoted = next((str(one["quote"]) for one in question.focus.sources if one.get("quote")), "")
        if not quoted or question.focus.status in ("not_found", "out_of_scope", "clarify"):
            return not_found(question, desk, say(lang, "report_not_shorter"))
        key = "report_card_in_short" if report.card else "report_in_short"
        blocks = [Paragraph(say(lang, key, quote=beginning(quoted), report=line))]
    elif question.intent == "report_about":
        for quote, source in quotations(base.opening(report.id, _OPENING), report.id):
            blocks.append(quote)
            sources.append(source)
    return answered(
        blocks,
        sources,
        rows=question.focus.reports[0],
        quick_replies=ways_on(lang, report, "", base),
        links=links_to(lang, [report]),
    )


def _years_quoted(question: Question) -> list[str]:
    """The years named in what the last answer quoted; none after a refusal, which quotes nothing."""
    focus = question.focus
    quotes = shown(focus.sources, focus.quoted) if focus.status == "answered" else []
    return sorted({year for quote in quotes for year in _YEAR.findall(quote)})


def beginning(text: str) -> str:
    """The first sentences of a quotation, as many as are short; always one."""
    kept = ""
    for sentence in (one for line in text.split("\n") for one in sentences(line)):
        if kept and len(kept) + len(sentence) > _SHORT:
            break
        kept = f"{kept} {sentence}".strip()
    return kept
