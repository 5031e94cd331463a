"""What is asked of a report itself: its date and authors, the years it looks at, its link, how to cite it."""

from __future__ import annotations

import re

from actions.answer import Answer, Paragraph
from actions.desk import Desk
from actions.question import Question
from actions.reports.cards.lines import card_lines
from actions.reports.follow_ups.years import years_later
from actions.reports.parts import page_address, report_line, report_source, told_by
from actions.reports.subject import Subject, reports_of
from actions.wording import join, say
from actions.words_apart import elisions_apart
from knowledge.dates import YEAR, written
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.text import STOP_WORDS, fold, words

_MOST, _THEMES = 3, 3
"""Reports on one body whose facts are told, and the themes of each."""
_REPORT = r"(?:rapport|refere|raport|document|report|audit|controle|enquete)"
_MADE = r"(?:publi|sorti|paru|ecrit|rendu|fait|date)"
_CITED = re.compile(
    r"\bciter\b.{0,20}\b(?:rapport|refere)\b|\bcomment .{0,20}\bciter\W*$"
    r"|\bhow .{0,20}\bcite\b|\bbibliograph\w+"
)
_TEXT = r"(?:rapport|refere|report|document|pdf)"
_TO_READ = re.compile(
    rf"\b(?:copies?|exemplaires?|liens?|url|pdf|telecharger|link|download)\b.{{0,25}}\b{_TEXT}\b"
    r"|\b(?:le|un|the|a) (?:lien|url|pdf|link)\W*$"
    r"|\b(?:ou|comment|peut on|peux|puis je|how|where|can i)\b.{0,20}\b(?:telecharg\w+|download)\b"
    rf"|\b(?:ou|where)\b.{{0,25}}\b(?:trouver|lire|consulter|find|read|get)\b.{{0,15}}\b{_TEXT}\b"
)
_SEVERAL = re.compile(
    r"\b(?:pourquoi|pk|comment ca se fait|difference\w*|why|how come)\b(?!.{0,40}\b(?:pas|not)\b).{0,40}"
    r"\b(?:deux|trois|quatre|plusieurs|2|3|4|two|three|four|several|les|the|des)\b ?"
    r"(?:differents |different )?(?:rapports|referes|reports|audits)\b"
)
"""« pourquoi y a-t-il deux rapports sur Compiègne ? »: what each of them is on."""
_YEARS = re.compile(
    r"\bsur (?:quelles?|quels?) (?:annees|periode|exercices)\b|\bquelle periode\b|\bwhich (?:years|period)\b"
)
_TYPE = re.compile(
    rf"\b(?:c est|est ce|s agit il d|is it) (?:une? |an? )(?:{_REPORT}|communication)\b.{{0,20}}\b(?:ou|or)\b"
    r"|\b(?:est|etait|s agit il d)\b.{0,12}\b(?:un|une|an?)\b.{0,40}"
    r"\b(?:refere|communication (?:au parlement|a)|rapport d observations?|rod|rapport public)\b"
    rf"|\b(?:quel|which|what) (?:type|genre|sorte|kind) (?:de|d|of) {_REPORT}\b"
)
"""« c'est un référé ou une communication au Parlement ? »."""
_OF_A_REPORT = re.compile(
    r"^\W*(?:(?:et|ok|and|c ?est quoi) )?(?:la|sa|quelle|the|its|what) date\W*$"
    r"|\bdate de (?:publication|parution)\b"
    rf"|\bdate (?:du|de|of) (?:ce |cet |the |this )?{_REPORT}\b"
    rf"|\b(?:auteurs?|authors?)\b.{{0,15}}\b{_REPORT}\b"
    r"|\b(?:date|datait?|datent) de quand\b"
    rf"(?! (?:l[ae]s?|l|cett?e?|s[ao]n?|leurs?) (?!(?:dernier )?{_REPORT}))"
    rf"|\b{_REPORT}\b.{{0,30}}\b(?:il |c |qui )?(?:est|etait) (?:il )?de quand\b"
    rf"|\bde (?:quand|quelle (?:annee|date))\b.{{0,25}}\b{_REPORT}"
    rf"|\b(?:quand|quelle (?:date|annee))\b.{{0,40}}\b{_REPORT}.{{0,20}}\b{_MADE}"
    rf"|\bquand\b.{{0,25}}\b{_MADE}\w*.{{0,20}}\b{_REPORT}"
    rf"|\b(?:qui|ki)\b.{{0,20}}\b(?:fait|ecrit|redige|publie|signe)\b.{{0,15}}\b{_REPORT}"
    rf"|\bquelle (?:chambre|juridiction)\b|\b{_REPORT}.{{0,20}}\bvient de (?:qui|quelle)"
    rf"|\bwhen was\b.{{0,25}}\b(?:{_REPORT}|it) (?:published|written|made|issued|released)"
    rf"|\bhow old is\b|\bwho (?:wrote|made|published|issued)\b.{{0,15}}\b{_REPORT}"
)
_AREA = r"quel(?:le)?s? (?:departement|region|ville|commune|coin|endroit)"
_WHERE_IT_IS = re.compile(
    r"\W*(?:(?:et|ok|mais|and|but|au fait|sinon) )*"
    rf"(?:(?:c|ca|ce|il|elle|cet?t? \w+) (?:est|se (?:trouve|situe)) (?:ou|dans {_AREA})"
    rf"|(?:dans|de) {_AREA}(?: (?:c|il|elle) est)?|(?:c est )?{_AREA}"
    r"|ou (?:est ce que )?(?:c est|ca se (?:trouve|situe)|(?:se trouve|est|se situe) (?:t )?(?:il|elle|ce))"
    r"|where (?:is|are) (?:it|that|they)(?: located)?"
    r"|(?:in )?which (?:department|region|town)(?: is it)?(?: in)?)"
    r"(?: (?:ca|exactement|au juste|deja|svp|stp))*\W*"
)
_DATED = frozenset("date dates datent datait quand annee mois recent vieux when dated year old".split())
_IS = frozenset("est is was from etait".split())
"""« ce rapport est de 2016 ? », not « le rapport de 2016 »."""
_OUT = frozenset(
    "publie publies sorti sortis paru parus parution publication rendu ecrit published out".split()
)
_OF_IT = (
    STOP_WORDS
    | _DATED
    | _OUT
    | frozenset(
        "rapport rapports raport refere document report quel quelle kel c est ce cet ca il ils elle a ete t "
        "au juste exactement et ok merci donc mais svp les la le l de du en it is was the this of "
        "bien assez tres trop plutot from".split()
    )
)
"""Words with which the date of a report is asked for, and no other thing."""


def asks_its_date(question: Question) -> bool:
    """« publié quand ? », « quelle année ? » of a report spoken of: nothing but its date.

    After a figure « quelle année ? » asks for that of the figure, « il est de 2015 ? » for no other either.
    """
    said = words(elisions_apart(question.said or question.text))
    years = {word for word in said if YEAR.fullmatch(word)}
    if "depuis" in said or "since" in said or years_later(question.text):  # of what was told
        return False
    if not (_DATED & set(said) or years and _IS & set(said)) or not _OF_IT.issuperset({*said} - years):
        return False
    named = {"rapport", "raport", "refere", "report", "document", "date"} | _OUT
    figure = question.focus.intent == "report_figure"
    return bool(named & set(said)) or not (figure or years)


def asks_where_it_is(text: str) -> bool:
    """« c'est où ? », « dans quel département ? »: nothing but where the body lies that a report is on."""
    return _WHERE_IT_IS.fullmatch(elisions_apart(text)) is not None


def asks_its_date_or_place(question: Question) -> bool:
    """Whether nothing but the date of a report spoken of is asked, or where the body that it is on lies."""
    return asks_its_date(question) or asks_where_it_is(question.said or question.text)


def facts_answer(question: Question, subject: Subject, base: ReportBase) -> bool:
    """Whether the facts of the report spoken of answer; those of the Court have no department to lie in."""
    if not subject.continued or asks_its_date(question):
        return subject.continued
    asks_where = asks_where_it_is(question.said or question.text)
    return asks_where and any(one.department or one.region for one in reports_of(subject, base))


def asks_about_the_report(text: str) -> bool:
    """« il date de quand ce rapport », « qui l'a fait ? », « comment le citer ? », « le lien du rapport »."""
    asked = elisions_apart(text)
    return any(one.search(asked) for one in (_OF_A_REPORT, _YEARS, _CITED, _TO_READ, _SEVERAL, _TYPE))


_EXERCISES = re.compile(r"\bexercices? ((?:19|20)\d\d) ?(?:a|et|-|–) ?((?:19|20)\d\d)\b")
"""« Exercices 2012 à 2015 » in a title."""


def report_facts(question: Question, _desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """Title, jurisdiction and date of the reports meant, with the years they look at; the link asked for."""
    meant = reports_of(subject, base)[: 1 if subject.continued else _MOST]
    told = [Paragraph(_told(report, question, base)) for report in meant]
    return told_by(meant, question.lang, subject.bodies, told, map(report_source, meant))


def _told(report: ReportSummary, question: Question, base: ReportBase) -> str:
    asked, lang, line = elisions_apart(question.text), question.lang, report_line(report, question.lang)
    address = report.url or page_address(report.id)
    card = "report_card" if report.card and not report.url else "report"
    if _CITED.search(asked):
        return say(lang, f"{card}_cite", report=_reference(report, lang), address=address)
    if _TO_READ.search(asked):
        return say(lang, f"{card}_read_at", report=line, address=address)
    if report.type and _TYPE.search(asked):
        kind = say(lang, "report_kind_rod") if report.type == "ROD" else report.type
        return say(lang, "report_facts_type", report=line, type=kind)
    if report.period is None and _YEARS.search(asked):
        return _years_of_a_card(report, base, lang) or say(lang, "report_facts_no_period", report=line)
    if (report.department or report.region) and asks_where_it_is(question.said or question.text):
        area = ", ".join(dict.fromkeys(one for one in (report.department, report.region) if one))
        return say(lang, "report_facts_where", report=line, area=area)
    years = {int(year) for year in YEAR.findall(question.said or question.text)}
    if report.date and years and asks_its_date(question):
        so = "report_facts_of_that_year" if report.date.year in years else "report_facts_of_another_year"
        return say(lang, so, report=line)
    themes = _themes(report, base, lang) if _SEVERAL.search(elisions_apart(question.said)) else ""
    return f"{which_report(report, lang)} {themes}".strip()


def _years_of_a_card(report: ReportSummary, base: ReportBase, lang: str) -> str | None:
    """The years that a report looks at as its title has them, else as the scope on its card does."""
    titled = _EXERCISES.search(fold(report.title))
    line = report_line(report, lang)
    if titled is not None:
        return say(lang, "report_facts_period", report=line, years="-".join(titled.groups()))
    lines = card_lines(report, base, "") if report.card else ()
    dated = [one.text for one in lines if one.kind == "scope" and YEAR.search(one.text)]
    return say(lang, "report_card_period", report=line, scope=dated[0]) if dated else None


def _themes(report: ReportSummary, base: ReportBase, lang: str) -> str:
    """What a report is on, which tells it from another on the same body; empty where nothing is known."""
    details = base.report(report.id)
    labels = [one.label_en if lang == "en" else one.label for one in details.themes] if details else []
    if not labels:
        return ""
    return say(lang, "report_facts_themes", themes=join([one.lower() for one in labels[:_THEMES]], lang))


def which_report(report: ReportSummary, lang: str) -> str:
    """Which report it is: its title, jurisdiction and date, and the years it looks at where known."""
    line = report_line(report, lang)
    if report.period is None:
        return say(lang, "report_facts", report=line)
    first, last = report.period
    years = str(first) if first == last else f"{first}-{last}"
    return say(lang, "report_facts_period", report=line, years=years)


def _reference(report: ReportSummary, lang: str) -> str:
    """A report as a bibliography names it: who published it, its title, its date."""
    date = written(report.date, lang) if report.date else ""
    return ", ".join(part for part in (report.jurisdiction, f"« {report.title} »", date) if part)
