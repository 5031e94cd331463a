"""What is asked of the reports as texts: whose there are, where they come from and are read, who may
republish them, in what language.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer
from actions.compose import plain
from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.question import Question
from actions.registry import answers
from actions.reports.answers import ask_reports
from actions.reports.routing import is_about_reports
from actions.wording import say
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import STOP_WORDS, fold

_TEXTS = r"(?:rapports?|reports?|textes|texts|extraits|excerpts|passages|citations|quotes)"
_DOWNLOADED = re.compile(
    r"\b(?:telecharg\w*|download\w*|export\w*)\b.{0,30}\b(?:donnees|data|datasets?|rapports|reports|base)\b"
    r"|\b(?:ou|where|avez|have|is there|y a)\b.{0,30}\b(?:open ?data|jeux? de donnees|datasets?)\b"
)
_REUSED = re.compile(
    r"\b(?:republi\w+|publi(?:er|sh)|reprodui\w+|reproduce|reutilis\w+|rediffus\w+|reprendre|copier"
    rf"|reuse|diffuser|partager|share|copy)\b.{{0,40}}\b{_TEXTS}\b"
    rf"|\blicen[cs]e\b.{{0,30}}\b{_TEXTS}\b"
    rf"|\b{_TEXTS}\b.{{0,30}}\b(?:licen[cs]e|copyright|libres? de droits?)\b"
)
_IS_ALLOWED = re.compile(
    r"\b(?:droit|peu[xt]|puis|pouvons|peut[- ]on|possible|autoris\w+|libres?|licen[cs]e|may|can|allowed"
    r"|permi\w+|copyright)\b"
)
_IN_ENGLISH = re.compile(
    r"\b(?:rapports?|reports?|documents?|textes?|texts?)\b.{0,40}"
    r"\b(?:in english|en anglais|traduits?|translated|anglaise?)\b"
    r"|\b(?:english|anglaise?|translations?|traductions?)\b.{0,20}\b(?:of|des?|du|for)\b.{0,12}"
    r"\b(?:rapports?|reports?)\b"
)


_LOCAL = (
    r"(?:locaux|regionaux|territoriaux|departementaux"
    r"|(?:des|de la|d ?'une) (?:crc|chambres?)(?: region\w+)?(?: des comptes)?)"
)
_HELD = re.compile(
    r"\b(?:pourquoi|pk|pkoi|comment ca se fait)\b.{0,24}\b(?:pas|plus|aucuns?)\b.{0,12}"
    rf"\brapports {_LOCAL}"
    rf"|\b(?:ou|why|where)\b.{{0,12}}\b(?:sont|are|trouver|trouve)\b.{{0,10}}\b(?:les )?rapports {_LOCAL}"
    rf"|\b(?:sont|est)[- ](?:ils )?ou\b.{{0,10}}\brapports {_LOCAL}"
    r"|\bchambres\b.{0,30}\ble plus de rapports\b"
    r"|\bcombien de rapports (?:par|pour chaque) (?:chambre|juridiction)\b"
    r"|\b(?:why|where)\b.{0,24}\b(?:not?|are|n't)\b.{0,16}\b(?:local|regional) reports\b"
)
"""« pourquoi vous n'avez pas les rapports locaux ? »: whose reports the base has."""
_FULL_TEXT = re.compile(
    r"\b(?:textes?|versions?|rapports?|documents?|reports?) (?:complet\w*|integra\w+|entiere?s?)\b"
    r"|\b(?:full|complete|whole|entire) (?:texts?|reports?|versions?)\b"
)
"""« vous avez le texte complet ? »"""
_COME_FROM = re.compile(
    rf"\b(?:vos|tes|les|quelles|your|the|what) sources?\b.{{0,24}}\b{_TEXTS}"
    rf"|\bd ?['’]? ?ou (?:viennent|proviennent|sortent|tenez|tiens|sors|prenez|prends)\b.{{0,24}}\b{_TEXTS}"
    rf"|\bwhere (?:do|did)\b.{{0,12}}\b{_TEXTS}.{{0,6}}\b(?:come from|get)"
    rf"|\bwhere (?:do|did) you get\b.{{0,12}}\b{_TEXTS}"
)
"""« quelles sont vos sources pour les rapports nationaux ? »"""
_ASKING_FOR_IT = frozenset(
    "avez as acces possible lire consulter trouver donner donnez donne peux pouvez voir obtenir texte textes "
    "version versions complet complete complets completes integral integrale integralite entier entiere "
    "rapport rapports document documents report reports full text texts complete whole entire national "
    "nationaux read see find access base ceux ici here".split()
)
"""All that a message says that asks for the text itself and names no report."""
_REPORT_ALONE = re.compile(r"^\W*(?:(?:bonjour|hello|un|des|le|vos|a|the)\W+)?(?:rapports?|reports?)\W*$")
"""« rapport », and nothing else."""
_OF_THE_TEXTS = ("reports_text", "reports_sources", "reports_reuse")
_ALL = {"fr": "quels rapports avez-vous ?", "en": "which reports do you have?"}


def wish_on_the_texts(question: Question) -> str | None:
    """The intent of a message on the texts of the reports, not on what they say; None of another.

    In a talk on the programme only where the message says reports: its own data are told by its entries.
    """
    folded, on_a_report = fold(question.text), question.focus.on_a_report
    said = set(re.findall(r"[a-z]{2,}", folded)) - STOP_WORDS
    if not on_a_report and said <= _ASKING_FOR_IT and _FULL_TEXT.search(folded):
        return "reports_text"
    if not on_a_report and not is_about_reports(question):
        return None
    if _HELD.search(folded) or not on_a_report and _REPORT_ALONE.search(folded):
        return "reports_held"
    if _COME_FROM.search(folded):
        return "reports_sources"
    if _IN_ENGLISH.search(folded):
        return "reports_language"
    reused = _REUSED.search(folded) and _IS_ALLOWED.search(folded)
    return "reports_reuse" if reused or _DOWNLOADED.search(folded) else None


def where_to_read_them(question: Question) -> str | None:
    """« où les lire ? » after an answer on the texts of the reports: where they stand."""
    return "reports_text" if question.focus.intent in _OF_THE_TEXTS else None


@answers(*_OF_THE_TEXTS, "reports_language")
def on_the_texts(question: Question, desk: Desk) -> Answer:
    """Where the texts stand and whose they are, or that there are only cards; that they are in French."""
    lang, base = question.lang, desk.reports
    if question.intent == "reports_language":
        return plain("smalltalk", say(lang, question.intent))
    try:
        known, cards = (base.count(), base.count(cards=True)) if base else (0, 0)
    except BaseUnavailable:
        known = cards = 0
    where = say(lang, "reports_text_cards" if known and cards == known else "reports_text", number=known)
    whose = "" if question.intent == "reports_text" else f" {say(lang, question.intent)}"
    return plain("smalltalk", f"{where}{whose}")


@answers("reports_held")
def held(question: Question, desk: Desk) -> Answer:
    """How many reports of whom the base has, which says that it has no others."""
    every = replace(question.with_intent("report_list"), text=_ALL[question.lang], said="", focus=Focus())
    return ask_reports(every, desk)
