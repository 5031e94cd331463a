"""Whether a message is meant for the audit reports: from what was heard, and from the bodies it names."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from actions.desk import Desk
from actions.question import FIRM, SURE, Question, Reading
from actions.reports.about.people_asked import people_asked
from actions.reports.asked import asks_of_all, asks_who_was_audited
from actions.reports.asker import speaks_of_oneself
from actions.reports.bodies.kinds import LOCAL_BODIES
from actions.reports.bodies.other_names import told_in_a_section
from actions.reports.bodies.title_words import LEAST_UNHEARD, titled_wholly
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.text import STOP_WORDS, fold, stem, stems, words

REPORTS_SURELY, REPORTS_LIKELY, REPORTS_POSSIBLE, REPORTS_NOT_EXCLUDED = 0.9, 0.6, 0.25, 0.05
"""Probability from which a message goes to the reports though none was added; at once; when the programme has
no answer; when it is nearest to a report's card."""

_HEARD, _NAMED, _LEAST_NAME, _START = 2.11, 4.86, 0.6, 5.59
_OURS, _PROGRAMME, _THINGS, _REPORTS, _FIT = -2.01, -1.51, -0.51, 3.63, -13.29
"""Weights of a logistic regression on the evaluation sets: report questions against all the others and
general knowledge; see docs/decisions.md."""

_NEVER, _ALWAYS = 0.002, 0.998
_WELL_NAMED, _UNHEARD = 0.9, 0.1
_NOTHING_HEARD = frozenset({"out_of_scope", "unknown_detail", "nlu_fallback"})
"""A message that names a local body with such a score, and of which nothing else was heard, is heard at least
so much as a question to the reports."""
_BEGINNING = 3
"""Letters by which a name begins, whatever its spelling."""
_LONG_NAME = 6
"""Letters of a name that only titles of reports have, in whatever case: « debitex »."""
_FEW_WORDS = 3
"""Words with a meaning of a message that may be a name and a matter, as people type them into a search."""
_ASKS = re.compile(r"\b(?:combien|qui|quand|comment|quel\w*|pourquoi|adresse|how|who|when|what|where|why)\b")
"""Words of a question, not of a search."""
LEAST_HEARD = 0.15
"""Probability below which a reading among those of the reports says nothing on what is asked of one."""
_ADVICE_HEARD = 0.3
"""Probability from which a message is read as asking for recommendations."""
_WHO_WORKED = re.compile(r"\b(?:qui|who|eigs?)\b.{0,20}\b(?:boss|travaill|work)\w*")
PROGRAMME_THINGS = frozenset({"promotion", "challenge", "person", "skill"})
"""Kinds of entity that only the programme has."""
_NAMED_OURS = PROGRAMME_THINGS - {"skill"} | {"audience"}
"""Those of them that a message in a talk on reports hardly names by chance."""
OURS = frozenset(
    stem(word)
    for word in (
        "eig dig entrepreneur entrepreneuse general promotion promo defi defis candidature candidat "
        "postuler programme dinum etalab mentor jury administration ministere projet appel bootcamp "
        "challenge fellow rapport cour chambre regionale referes recommandation entrepreneurs "
        "cohort cohorts program"
    ).split()
)
"""Stems that show a message to be about the programme or the reports."""
PROGRAMME = frozenset(
    stem(word)
    for word in "eig dig entrepreneur entrepreneurs defi challenge candidature candidat postuler".split()
)
"""Stems of words that only the programme uses, not the reports."""
_OWN = PROGRAMME | frozenset(
    stem(word) for word in "promotion promo promos mentor jury dinum etalab bootcamp fellow cohort".split()
)
"""Stems of words by which a message leaves a talk on reports for the programme."""
REPORT_WORDS = frozenset(
    stem(word)
    for word in "rapport rapports report reports cour chambre refere audit recommandation recommandations "
    "observation observations".split()
)
"""Stems of words for the reports and those who write them."""
_AUTHORS = frozenset(stem(word) for word in ("cour", "chambre", "court"))
_SAY = re.compile(
    r"\b(?:di[st]|disent|pense\w*|reproche\w*|recommand\w*|constate\w*|critiqu\w*|soulign\w*|estime\w*|releve\w*"
    r"|conclu\w*|says?|said|recommend\w*|thinks?|criticis\w*|criticiz\w*|finds?|found|conclude\w*)\b"
    r"|\b(?:d ?['’]?apres|selon|according to) (?:la |the )?(?:cour|chambre|court)\b"
)
_ON_OUR_PROGRAMME = re.compile(
    r"\brapports? (?:(?:a ete |est )?\w+ )?(?:sur|on) (?:le|ce|votre|the|your) programme?\W*$"
)
"""« la Cour a-t-elle fait un rapport sur le programme ? » asks of ours."""
_OURS_BY_NAME = PROGRAMME_THINGS | {"administration", "unknown_challenge"}
_SURELY_NAMED, _OF_FEW_REPORTS = 0.98, 0.05
"""Score of a body named in full, and share of the reports that say a name of theirs, at most."""
_ACRONYM = re.compile(r"(?<![A-Z] )\b[A-Z]{4,}\b(?! [A-Z]{2})")
_MANAGED = re.compile(
    r"\b(?:dettes?|endett\w+|emprunts?|budgets?|impots?|taxes?|fiscalite|finances?|deficits?|tresorerie"
    r"|subvention\w*|masse salariale|absenteisme|depenses?|recettes?|rest\w* a (?:payer|recouvrer|charge)"
    r"|excedents?|debts?|effectifs|loyers?|tarifs?|fournisseurs|marches publics|gestion|geree?s?"
    r"|(?:auto)?financement|caf|epargne|desendett\w+|fonds de roulement)\b"
)
"""What audit reports tell of a body."""
_A_LOCAL_BODY = re.compile(
    r"\b(?:conseil (?:departemental|general|regional)|departement|region|ville|commune|mairie|agglo\w*"
    r"|metropole|communaute|hopital|chu|chr|centre hospitalier|sdis|ehpad|ccas|city|town|hospital)\b"
)
_OF_MANY = re.compile(rf"\b(?:{LOCAL_BODIES})\b")


def names_what_is_ours(question: Question) -> bool:
    """Whether a message in a talk on reports says by words of its own that it is on the programme."""
    named = {kind for kind in question.entities.keys() & _NAMED_OURS if question.values(kind) != ("all",)}
    return bool(named - question.inherited or _OWN & set(question.content))


def asks_who_worked(text: str) -> bool:
    """« qui a bossé à la gendarmerie ? »: people of the programme went to work there."""
    return _WHO_WORKED.search(fold(text)) is not None


def is_about_reports(question: Question) -> bool:
    """Whether the message says that it is about audit reports.

    « le défi de la Cour des comptes » is the programme's: there the Court took part in it. Nor is « en cours
    de contrat » about the Court.
    """
    called = (question.text[start:end] for start, end, kind in question.spans if kind == "challenge")
    said = REPORT_WORDS & set(question.content) - {stem(word) for name in called for word in words(name)}
    if question.lang == "en" and _SAY.search(fold(question.text)):  # « court » is a French word as well
        said |= {"court"} & set(words(question.text))
    if "cours" in words(question.text):
        said -= _AUTHORS
    worked = asks_who_worked(question.text)
    ours = PROGRAMME & set(question.content) or question.values("person") or worked
    if _ON_OUR_PROGRAMME.search(fold(question.text)):
        return False
    if worked and PROGRAMME & set(question.content):  # « un EIG a travaillé sur les rapports de la Cour ? »
        return False
    ranks = asks_of_all(question.text) and not OURS & set(question.content)  # « le plus de projets »
    of_bodies = asks_who_was_audited(question.text) or ranks
    return bool(said - _AUTHORS if ours else said) or not ours and of_bodies


def asks_what_they_say(question: Question) -> bool:
    """« que dit la chambre régionale de… ? »: no source but a report can tell it."""
    return is_about_reports(question) and _SAY.search(fold(question.text)) is not None


def report_probability(question: Question, desk: Desk) -> float:
    """How likely a message is a question to the reports, or to their cards, from 0 to 1."""
    if _names_what_no_report_says(question, desk):
        return 0.0
    named, local = _surest_name(question, desk)
    heard = sum(reading.confidence for reading in _readings(question) if is_report_reading(reading.intent))
    least = _UNHEARD if local and question.intent in _NOTHING_HEARD else _NEVER
    heard = min(max(heard, least), _ALWAYS)
    content = set(question.content)
    total = (
        _START
        + _HEARD * math.log(heard / (1.0 - heard))
        + _NAMED * max(0.0, named - _LEAST_NAME)
        + _OURS * bool(OURS & content)
        + _PROGRAMME * bool(PROGRAMME & content)
        + _THINGS * bool(PROGRAMME_THINGS & question.entities.keys())
        + _REPORTS * is_about_reports(question)
        + _FIT * _programme_fit(question, desk)
    )
    return 1.0 / (1.0 + math.exp(-total))


def _names_what_no_report_says(question: Question, desk: Desk) -> bool:
    """Whether a challenge is named, from its first letters, whose name stands in no report: « combien a coûté
    Polygraphe ? », not « le sauvetage en mer » for PrediSauvetage.
    """
    name = [stem(word) for challenge in question.values("challenge") for word in words(challenge)]
    begun = any(word.startswith(one[:_BEGINNING]) for one in name for word in words(question.text))
    if desk.reports is None or not begun or is_about_reports(question):
        return False
    try:
        return not any(desk.reports.report_shares(name).values())
    except BaseUnavailable:
        return False


def names_what_reports_tell(question: Question, desk: Desk) -> bool:
    """Whether a message that says nothing of the programme names a body and how it is run, audited or not
    (« budget du conseil départemental de la Creuse »), who heads an audited one (« qui est maire de Dax »),
    what only reports name (« le programme SIRHEN »), the words of a title; or asks what the Court says.
    """
    base = desk.reports
    if base is None or PROGRAMME & set(question.content) or question.entities.keys() & _OURS_BY_NAME:
        says = asks_what_they_say(question) and not PROGRAMME & set(question.content)
        return base is not None and (says or _is_a_title(question, base))
    folded = fold(question.text)
    try:
        if _is_a_title(question, base):
            return True
        if _MANAGED.search(folded) and _OF_MANY.search(folded):  # « absentéisme dans les hôpitaux »
            return True
        headed = people_asked(question.text) == "head"
        if headed or _MANAGED.search(folded):
            near = [m for m in base.find_organisations(question.text, 4) if m.score >= _WELL_NAMED]
            around = "" if headed else "intercommunality"  # « rennes dette » may be of Rennes Métropole
            found = [m for m in near if m.score >= _SURELY_NAMED or m.organisation.kind == around]
            if any(m.reports or not headed and _A_LOCAL_BODY.search(folded) for m in found):
                return True
        names = {word.casefold() for word in _ACRONYM.findall(question.text)} - desk.vocabulary
        nothing_heard = question.intent in _NOTHING_HEARD or question.confidence < FIRM
        if nothing_heard and not speaks_of_oneself(question.text):
            unknown = {w for w in words(question.text) if len(w) >= _LONG_NAME} - desk.vocabulary - STOP_WORDS
            names |= {word for word in unknown if base.titled([word])}
        shares = base.report_shares(sorted(stem(name) for name in names)) if names else {}
    except BaseUnavailable:
        return False
    return any(0.0 < share < _OF_FEW_REPORTS for share in shares.values())


def _is_a_title(question: Question, base: ReportBase) -> bool:
    """Whether several words of a message are those of a title: « données de santé assurance maladie »."""
    if PROGRAMME & set(question.content) or PROGRAMME_THINGS & question.entities.keys():
        return False
    try:
        return titled_wholly(question.text, base, LEAST_UNHEARD) is not None
    except BaseUnavailable:
        return False


def names_a_body_alone(question: Question, desk: Desk) -> bool:
    """Whether a message of a few words names a body that a report is on, or its place: « eau coëvrons ».

    Not where the programme has an entry of these words or works in that town, nor where a question is asked
    or the talk says what is asked: « et à Rennes ? ».
    """
    base = desk.reports
    faint = question.confidence < FIRM
    few = 0 < len(question.content_words) <= _FEW_WORDS
    few = few and (faint or question.intent == "out_of_scope")  # « musée Gauguin Tahiti »
    if base is None or not few or question.points_back or question.inherited or OURS & set(question.content):
        return False
    town = {one for name in question.values("town") for one in stems(name)}
    beside_it = town and not set(question.content) <= town
    if beside_it or question.entities.keys() & _OURS_BY_NAME or _ASKS.search(fold(question.text)):
        return False
    hits = desk.search.search(question.bare, 1)
    if hits and hits[0].coverage >= 1.0:
        return False
    tokens = name_tokens(question.text)
    try:
        named = [match for match in base.names().find(question.text, 4) if match.score >= NAMED]
        known = faint and any(
            m.form.reports or base.titled([tokens[p] for p in sorted(m.places)]) for m in named
        )
        return known or bool(told_in_a_section(question.text, named, base))
    except BaseUnavailable:
        return False


def as_report_question(question: Question) -> Question:
    """The message as the likeliest question to the reports."""
    return replace(question.with_intent(report_reading(question), SURE), ruled=True)


def report_reading(question: Question, least: float = 0.0) -> str:
    """The likeliest intent of the reports, if it is as likely as ``least``: else to search them.

    Advice is listed whatever is asked, so it must be heard rather surely: « absentéisme CHU Nîmes ».
    """
    readings = [reading for reading in _readings(question) if is_report_reading(reading.intent)]
    best = max(readings, key=lambda reading: reading.confidence, default=None)
    if best is None or best.confidence < least:
        return "report_search"
    faint = best.intent == "report_recommendations" and best.confidence < _ADVICE_HEARD
    return "report_search" if faint else best.intent


def _readings(question: Question) -> tuple[Reading, ...]:
    return (Reading(question.intent, question.confidence, question.unfamiliar), *question.alternatives)


def is_report_reading(intent: str) -> bool:
    """Whether an intent asks what reports say; « report_locate » asks for the place of what was said."""
    return intent.startswith("report_") and intent != "report_locate"


def _programme_fit(question: Question, desk: Desk) -> float:
    """How well the best entry on the programme fits the message, from 0 to 1."""
    hits = desk.search.search(question.bare, 1, ("faq", "statement", "challenge"))
    return hits[0].score if hits else 0.0


def _surest_name(question: Question, desk: Desk) -> tuple[float, bool]:
    """Score of the audited body most surely named, and whether it is a local one; 0 when none is."""
    base = desk.reports
    if base is None:
        return 0.0, False
    try:
        found = [m for m in base.find_organisations(question.text, 4) if m.reports]
    except BaseUnavailable:
        return 0.0, False
    best = max(found, key=lambda match: match.score, default=None)
    if best is None:
        return 0.0, False
    return best.score, best.score >= _WELL_NAMED and best.organisation.department is not None
