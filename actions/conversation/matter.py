"""What a talk is on, in the words of its last questions: « l'entretien », before « avec qui ? »."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.answer_type import holds_a_time
from actions.conversation.courtesy import intent_heard, is_surely_courteous
from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.counting import asks_for_their_number
from actions.programme.criteria import LIST_INTENTS
from actions.question import SUBJECT_KINDS, Question, content_words
from actions.reports.routing import is_report_reading
from actions.told import text_of
from knowledge.text import STOP_WORDS, fold, stem, words

_MOST_WORDS, _MOST_WITH_A_MEANING = 10, 3
"""Longer messages say themselves what they ask."""
_MOST_OF_ANOTHER = 2
"""Words with a meaning, at most, of a message that asks the same of something else."""
_LONGEST = 6
"""Words of a matter: the rest of its clause is what was asked of it."""
_CLAUSE = re.compile(r"[.;:!?\n]+|, ")
_BEFORE_A_NOUN = re.compile(
    r"\b(?P<asks>quel(?:le)?s? |kels? |what |which |how many "
    r"|(?:combien|nombre) d(?:e |e l ?['’] ?| ?['’] ?|es ))"
    r"|\b(?:l[ae]s?|une?|des|du|de la|aux?|votre|vos|notre|nos|mon|ma|mes|cet|cette|ces|the|an|your|my) "
    r"|\b(?:de )?l ?['’] ?"
)
_END = re.compile(
    r"\b(?:est|sont|etai\w+|sera\w*|ont|peu(?:t|vent|x)|doi(?:t|vent)|va|vont|se|s ?['’]|c(?: ?['’])?|ca|faut"
    r"|faudra\w*|fallait|ce|il|elle|on|ils|elles|je|vous|tu|nous|qui|que|qu ?['’]|ou|comment|quand|combien"
    r"|mais|et|y|is|are|was|were|does|do|did|can|will|has|have|who|that|how|when|where|and|but)(?:\b|$)|[,()«»\"]"
)
_TO_DO = re.compile(
    r"\b(?:candidater|postuler|dev(?:enir|iens|ient|enez) (?:une? )?\w+"
    r"|(?:accueillir|heberger) (?:(?:une?|des|de|vos) )*\w+"
    r"|proposer (?:un )?(?:projet|defi)|(?:become|host) an? \w+|apply\b|applying\b)"
)
"""What is asked of where no noun is: « peut-on candidater à tout âge ? »."""
_DIFFERENCE = re.compile(
    r"\W*(?:(?:et|ok|alors|mais)\W+)*(?:quelle (?:est )?|c ?['’] ?est quoi )?(?:la |une )?diff[ée]rences? "
    r"(?:avec|d ?['’] ?avec|par rapport [àa]) (?P<other>[^?!.]{3,60}?)\W*",
    re.I,
)
_A_PLURAL_VERB = re.compile(r"(?<=s) [a-z]+(?<!m)ent\b")
"""« quelles administrations participent »."""
_A_DETERMINER = re.compile(r"^(?:l[ae]s?|des|the|vos|nos|your)\s+", re.I)
_SUBJECT_BEFORE = re.compile(
    r"\b(?:qui|on|je|tu|il|elle|nous|vous|ils|elles|me|te|se|ne|y|lui|who|they|we|you)\s+$"
)
"""What stands before « l' » or « le » that is no article: « qui l'évalue »."""
_AT = re.compile(r"(?:aux?|notre|nos|mon|ma|mes|our|my) ")
"""« au ministère » tells where, « notre service » who, rather than what."""
_AND_FOR = re.compile(
    r"\W*(?:(?:et|and|ok|oui|yes|mais|but)\W+)+(?:pour|chez|avec|dans|a|au|aux|en|si|for|with|in|at|if)\b"
)
"""« et pour les administrations ? » asks the same of them."""
_OF_THEM = re.compile(
    r"\b(?:on|nous|vous|ils|you|they) ?(?:en (?:pr[ei]|recrut|embauch|accept|cherch)\w+"
    r"|(?:take|took|hired?|recruit\w*) (?:them|any|some))\b"
)
_BY_INTENT = {
    "pay": ("le salaire", "the pay"),
    "contract": ("le contrat", "the contract"),
    "apply_procedure": ("candidater", "applying"),
    "selection_process": ("la sélection", "the selection"),
    "eligibility": ("devenir EIG", "becoming an EIG"),
    "administration_eligibility": ("accueillir un EIG", "hosting an EIG"),
    "propose_procedure": ("proposer un projet", "proposing a project"),
    "remote_work": ("le télétravail", "remote work"),
    "programme_funding": ("le financement du programme", "the funding of the programme"),
    "administration_cost": ("le coût pour l’administration", "the cost to the administration"),
    "programme_definition": ("le programme EIG", "the EIG programme"),
    "programme_operator": ("le programme EIG", "the EIG programme"),
    "programme_origin": ("le programme EIG", "the EIG programme"),
}
"""What a question on the programme is on, where its words name no more than an EIG."""
_SAID_BY_ALL = frozenset(
    "eig eigs programme program entrepreneur entrepreneurs interet general dinum question questions info "
    "infos information informations chose choses exemple exemples".split()
)
"""Words that single out nothing here."""
MEASURES = frozenset(
    "bout fin debut suite cours "
    "temps temp mois ans an annee annees jour jours semaine semaines heure heures fois total moyenne moment "
    "time month months year years day days week weeks hour hours".split()
)
_EVENTS = frozenset(
    "bootcamp bootcamps seminaire seminaires session sessions formation formations accompagnement atelier "
    "ateliers entretien entretiens soutenance soutenances jury jurys audition auditions oral oraux ceremonie "
    "evenement evenements rencontre rencontres demo day integration rentree seminar seminars training "
    "workshop workshops interview interviews hearing hearings defence event events meetup ceremony "
    "lab tiers-lieu tiers salle locaux venue".split()
)
_A_PROPER_NAME = re.compile(r"\w\W+[A-ZÀ-Ý][a-zà-ÿ]+\b")
"""« le Liberté Living Lab », beyond its first word."""
_GENERIC = MEASURES | frozenset(
    "prend prends dure durent durait duraient passe passent marche existe existent exactement environ "
    "encore toujours maintenant tout regarde regarder trouve trouver voir aller faire faut takes take "
    "lasts last long still exist exists eig personne personnes dedans".split()
)
"""Words of a message that say no more than its question word: « et ça prend combien de temps ? »."""
_WHEN = re.compile(
    r"\W*(?:(?:et|and|ok)\W+)*(?:c ?['’]? ?etait )?(?:quand|kan|a quelle date|quelle date|when)"
    r"(?: (?:ca|exactement|c ?['’]? ?etait|was (?:that|it)))*\W*"
)


def matter_of(text: str, intent: str, lang: str) -> str:
    """The noun, with what goes with it, that a question is on, or what it asks to do; by its intent where its
    words say neither.
    """
    general = ""
    for clause in reversed(_CLAUSE.split(text if len(fold(text)) == len(text) else fold(text))):
        named, to_do = _noun(clause), _TO_DO.search(fold(clause))
        if named and not _says_no_more(named) and not (to_do and _AT.match(fold(named))):
            return named
        if to_do is not None:
            return to_do.group()
        general = general or named
    by_intent = _BY_INTENT.get(intent)
    return by_intent[lang == "en"] if by_intent else general


def _noun(clause: str) -> str:
    """The first noun of a clause, one that singles something out if there is any."""
    folded, general = fold(clause), ""
    for found in _BEFORE_A_NOUN.finditer(folded):
        if _SUBJECT_BEFORE.search(folded[: found.start()][-12:]):
            continue
        rest = folded[found.end() :]
        end = _END.search(rest)
        kept = " ".join((rest[: end.start()] if end else rest).split(" ")[:_LONGEST]).rstrip()
        kept = _A_PLURAL_VERB.split(kept)[0]
        meant = content_words(words(kept))
        if not meant or words(kept)[0] in STOP_WORDS or meant[0] in MEASURES:
            continue
        named = clause[found.end() if found["asks"] else found.start() : found.end() + len(kept)].strip()
        if not _says_no_more(named):
            return named
        general = general or named
    return general


def matter_words(named: str) -> list[str]:
    """The words of a matter that single it out: not « EIG »."""
    return [w for w in content_words(words(named)) if w not in _SAID_BY_ALL and not w.isdigit()]


def _says_no_more(named: str) -> bool:
    return not matter_words(named)


def next_matter(question: Question, answered: bool) -> str:
    """What the talk is on after a question: still the last matter where this one names none."""
    intent, before = question.intent, question.focus.matter
    if intent in CHALLENGE_INTENTS | LIST_INTENTS or intent.startswith("report"):
        return ""
    said = question.said or question.text
    if before and (names_no_matter(said) or _AND_FOR.match(fold(said))):
        return before
    return matter_of(said, intent, question.lang) if answered else before


def names_no_matter(text: str) -> bool:
    """« et c'est en visio ? » and « avec qui ? » are on what was spoken of."""
    short = len(words(text)) <= _MOST_WORDS and len(content_words(words(text))) <= _MOST_WITH_A_MEANING
    return short and not any(map(_noun, _CLAUSE.split(fold(text)))) and _TO_DO.search(fold(text)) is None


def asks_the_same_of(text: str) -> bool:
    """« et à l'entretien ? », « oui mais pour un contractuel »: the last question, of someone or something
    else.
    """
    return _AND_FOR.match(fold(text)) is not None and len(content_words(words(text))) <= _MOST_OF_ANOTHER


def takes_place(named: str) -> bool:
    """Whether a matter has a place of its own: « et c'est où ? » of a seminar, or of what has a name, is not
    of the work.
    """
    return bool(_EVENTS & set(words(fold(named)))) or _A_PROPER_NAME.search(named) is not None


def stands_for_it(text: str) -> bool:
    """« jusqu'à quand vous en preniez ? », of what the talk is on."""
    return _OF_THEM.search(fold(text)) is not None


def is_bare(text: str) -> bool:
    """Whether a message says no more than its question word, as « ça prend combien de temps ? »."""
    return names_no_matter(text) and set(content_words(words(text))) <= _GENERIC


def of_the_matter(text: str, parsed: Mapping[str, Any], focus: Focus) -> str | None:
    """The message with what the talk is on said after it: « avec qui, l'entretien ? »; None where it has a
    subject of its own.
    """
    on_a_report = focus.on_a_report or not focus.asked_programme
    if not focus.matter or on_a_report or focus.intent in CHALLENGE_INTENTS:
        return None
    named = kinds_named(parsed) - {"audience"}
    if is_surely_courteous(text, parsed) or is_report_reading(intent_heard(parsed)):
        return None
    if named & set(SUBJECT_KINDS) or len(words(text)) > _MOST_WORDS:
        return None
    meant = content_words(words(text))
    own = {stem(word) for word in meant}
    if len(meant) > _MOST_WITH_A_MEANING or own & {stem(word) for word in words(focus.matter)}:
        return None
    if asks_for_their_number(text) and are_many(focus.matter):
        return f"combien {_of(_A_DETERMINER.sub('', focus.matter))} en tout dans le programme EIG ?"
    return f"{text.rstrip(' ?!.')}, {focus.matter} ?"


def compared_with_the_matter(text: str, focus: Focus) -> str | None:
    """« et la différence avec un CTO ? » as one between what the talk is on and that; else None."""
    asked = _DIFFERENCE.fullmatch(text)
    if asked is None or not focus.matter or focus.on_a_report:
        return None
    return f"quelle est la différence entre {focus.matter} et {asked['other']} ?"


def _of(noun: str) -> str:
    return f"d'{noun}" if fold(noun)[:1] in "aeiouh" else f"de {noun}"


def kinds_named(parsed: Mapping[str, Any]) -> set[str]:
    """The kinds of what a message names; « en tout » names no promotion."""
    found = parsed.get("entities") or ()
    return {one["entity"] for one in found if (one["entity"], one.get("value")) != ("promotion", "all")}


def are_many(named: str) -> bool:
    """Whether a matter is several things, which may be counted: « les administrations »."""
    said = words(_A_DETERMINER.sub("", named))
    return bool(said) and fold(said[0])[-1] in "sx"


def asks_when_it_was(text: str, focus: Focus, desk: Desk) -> bool:
    """« quand ? » of what an entry on a challenge just told, with its date."""
    by_entry = focus.status == "answered" and "".join(focus.rows[:1]).startswith("faq:")
    if not by_entry or focus.intent not in CHALLENGE_INTENTS or not _WHEN.fullmatch(fold(text)):
        return False
    return holds_a_time(text_of(focus.rows[0], "fr", desk))


def in_full(focus: Focus) -> str:
    """The last question, with what the talk is on where it names nothing: « même en payant ? »."""
    on_it = set(content_words(words(focus.matter))) & set(content_words(words(focus.text)))
    if not focus.matter or on_it or not names_no_matter(focus.text):
        return focus.text
    return f"{focus.text.rstrip(' ?!.')}, {focus.matter} ?"
