"""The words to search reports with for a message that goes on, and years given by their distance."""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.question import Question
from actions.reports.asked import asks_advice
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.figures.asked import asked_of
from actions.reports.framing import unframed
from actions.reports.words import FILLERS
from actions.words_apart import elisions_apart
from knowledge.dates import YEAR
from knowledge.reports.questions import read_question
from knowledge.text import STOP_WORDS, fold, stem, words

_NUMBERS = {"un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "cinq": 5}
_AND = re.compile(
    r"(?:et|and|mais|comment (?:ca se|se) fait|a cause|how come|pourquoi|pourkoi|pk|why"
    r"|c'?etait|c'?est|it was|was it)\b"
)
"""How a message begins that says little but goes on about the same matter."""
_CAUSE = re.compile(
    r"^(?:et |mais |ok |ah |donc |and |but )*(?:(?:pourquoi|pourkoi|pk|pkoi|why|how come)\b"
    r"|(?:comment (?:(?:ca se|se) fait|(?:l ?['’])?expliqu\w+)|a cause de quoi|pour quelles? raisons?"
    r"|c ?'?(?:est|etait) du a quoi|a quoi (?:est[- ]ce|c'?est) du"
    r"|qu ?['’]?est[- ]ce qui (?:l ?['’])?explique|(?:quelle (?:en )?est |y a )?(?:la |une )?raison(?=\W*$)"
    r"|(?:the |for what |for which )?reason(?=\W*$))\b)"
    r"(?!.*\b(?:dis|dites|dit|say|source)\b)"
)
_ASKING = re.compile(
    r"\b(?:qui|combien|cb|comment|pourquoi|pk|quand|o[uù]|quel(?:le)?s?|who|how (?:much|many)|why|when"
    r"|where|what)\b(?: est[- ]ce qu[ei]\b)?",
    re.IGNORECASE,
)
_ONLY_ASKS = re.compile(
    r"\W*(?:(?:et|mais|ok|donc|and|but)\W+)*(?:c ?['’]? ?(?:est|etait|dure)|ca dure|surtout|exactement)?\W*"
    r"(?:depuis (?:quand|combien de temps|quelle annee)|since when|for how long|combien|cb|how (?:much|many)"
    r"|quand|when|ou(?= ?\?| surtout| exactement)|where|qui|who)"
    r"(?:\W+(?:exactement|au juste|en tout|au total|surtout|donc|alors|ca(?: dure)?|c ?['’]? ?est comme ca"
    r"|exactly|mostly|in all))*\W*"
)
"""« depuis quand ? », « combien exactement ? »: what was last asked, with this question word for its own."""
_NEGATED = re.compile(
    r"\(?\b(?:non pas|pas|sauf|hors|not)\s+"
    r"(?:(?:les?\b|la\b|l['’]|du\b|de la\b|the\b)\s*[\w-]+|(?-i:[A-ZÀ-Ý])[\w-]+)\)?",
    re.IGNORECASE,
)
_NEW_MATTER = re.compile(r"(?<![\w'])(?:l['’ ]|les? |la |des? |du |son |sa |ses |leurs? |the |its |their )$")
"""A determiner: the word after it names another matter than the last question did."""
_OF_A_NUMBER = ("report_figure", None)
"""After a number « et les recettes ? » asks for theirs in that year; after words of another matter."""
_SAME_OF_ANOTHER = re.compile(
    r"\b(?:regions?|departements?|communes?|villes?|agglo\w*|metropoles?|etat|moyenne|strate|france|pays|mairie"
    r"|syndicats?|intercommunalites?|hopita\w+|hommes|femmes|autres?|men|women|others?|city|state|town)\b"
)
"""« et la région ? », « et les femmes ? »: the same number, of others."""
_MEASURE = re.compile(
    r"\W*(?:(?:et|ok|oui|and|so|ca fait|c'?est|combien|cb|cmb|how (?:much|many))\W+)*"
    r"(?:(?:par|per|a) (?:habitants?|hab|tete|personne|agents?|eleves?|etudiants?|foyer|an|mois|jour|lit|head"
    r"|capita|inhabitant|person|year|month|day|semaine|week|heure|hour|repas|meal|enfant|child|famille|menage"
    r"|spectateur|visiteur|visitor|passager|passenger|usager|user|logement|sejour|place|entree|km|m2|m3)"
    r"|en (?:pourcentage|%|euros?)|in (?:per ?cent|euros?))"
    r"(?:\W+(?:ca|cela|c|fai[st]|est|it|is|that|combien|cb|cmb|how|much|many|alors|svp|stp))*\W*"
)
"""« et par habitant, ça fait combien ? »: the same amount, measured otherwise."""
_PER_WHOM = re.compile(
    r"\W*(?:(?:et|ok|ca fait|combien|and|so|how much)\W+)*(?:par|per)"
    r" (?!rapport|contre|exemple|ailleurs|quoi|koi|qui|ou|quel|lequel|la|le|les|un|une|des)\w+(?: \w+)?\W*"
)
"""« per young person? »: the last number shared out among any whom a report may count."""
_COMPARES = re.compile(
    r"\b(?:par rapport (?:a|aux?)|compare\w* (?:a|aux?|avec|to|with)|(?:than|like) (?:the )?others?"
    r"|(?:que|comme) (?:dans )?(?:les|d) ?['’]?autres|ailleurs|elsewhere)\b"
)
_WITH_TOWNS = re.compile(
    r"\b(?:autres|memes?|other) (?:villes|communes|mairies|towns|cities)\b|\b(?:ailleurs|elsewhere|moyenne)\b"
)
_OF_ANY_SIZE = frozenset(
    map(
        stem,
        "beaucoup peu plus moins mieux pire pareil autre autres cher eleve haut bas normal moyenne strate "
        "ailleurs comparaison comparable rapport france national nationale much more less better worse same "
        "other others town city region country compared elsewhere high low average usual lot".split(),
    )
)
"""« c'est beaucoup par rapport aux autres villes ? » says of which number by what was just told."""
_WHO_MOST = re.compile(r"\b(?:qui|laquelle|lequel|who|which)\b.{0,30}\b(?:plus|moins|most|least|more|less)\b")
_MEANT = re.compile(
    r"\b(?:je (?:veux|voulais|voudrais)|j['’ ]?ai voulu) dire\b|\bi me(?:an|ant)\b", re.IGNORECASE
)
"""« non je voulais dire 2012 »: words that ask for nothing."""
_ON_THAT = re.compile(
    r"\b(?:la[- ]dessus|(?:sur|a) (?:ca|cela|ce (?:point|sujet|propos)|cette question)"
    r"|(?:on|about) (?:that|this|it)(?: (?:point|matter))?)\b"
)
"""« et les recommandations là-dessus ? »: on what was last asked."""
_SUPERLATIVE = re.compile(
    r"\b(?:les?|la|the) (?:(?:plus|moins|most|least) \w+|pires?|meilleure?s?|biggest|largest|highest|lowest"
    r"|worst|best)(?: (?:ones?|alors|stp|svp|then))?\W*$"
)
"""« c'est quoi les plus grosses ? »: of what was just asked about."""
_PLEASED = frozenset(
    map(stem, "content contente contents satisfait satisfaite happy pleased satisfied".split())
)
"""« la chambre est contente ou pas ? »: of what was just told."""
_WHY = {"fr": "pourquoi", "en": "why"}
_CAUSES = frozenset(map(stem, "raison raisons explique expliquer reason".split()))
"""« pour quelle raison ? »: why it is so, whatever the report does « en raison de »."""
_JUDGES = frozenset(map(stem, ("chambre", "cour", "magistrats")))
_BESIDE_A_YEAR = frozenset(
    map(
        stem,
        "annee annees fin debut montant chiffre chiffres valeur precisement exactement maintenant edition "
        "exercice donnait juste".split(),
    )
)
"""« et pour l'année 2014 précisément ? », « quel était le chiffre de 2012 ? »: the same of another year."""
_THAT_THING = re.compile(r"\b(?:ce|cet|cette) \w+(?:[- ]la)?\b")
"""« ce taux en 2012 ? » is that last asked."""
_SHORT = 4
"""Letters of « quoi » and « pis », which name no thing."""
_SOME_YEARS = rf"(?P<number>\d|{'|'.join(_NUMBERS)}) (?:ans?|annees?|years?)"
_OF_A_YEAR = r"(?:annee|an|edition|exercice|saison)"
_AFTER = re.compile(
    rf"\b(?:{_SOME_YEARS} (?:apres|plus tard|later|after)|l ?{_OF_A_YEAR} (?:d apres|suivante?)"
    r"|(?:the )?(?:next|following) year)"
)
_BEFORE = re.compile(
    rf"\b(?:{_SOME_YEARS} (?:avant|auparavant|plus tot|earlier|before)"
    rf"|l ?{_OF_A_YEAR} (?:d avant|precedente?)"
    r"|(?:the )?(?:previous year|year before))"
)


def years_later(text: str) -> int:
    """How many years after those of the last question are meant: « un an après »; 0 when none."""
    folded = elisions_apart(text)
    for pattern, sign in ((_AFTER, 1), (_BEFORE, -1)):
        found = pattern.search(folded)
        if found:
            number = found.group("number") or "1"
            return sign * (int(number) if number.isdigit() else _NUMBERS[number])
    return 0


def asks_for_the_cause(text: str) -> bool:
    """« pourquoi autant ? », « comment ça se fait ? »; « pourquoi tu dis ça » asks for the source."""
    return _CAUSE.search(fold(text)) is not None


def is_a_measure(text: str) -> bool:
    """« par jour ? », « et par habitant ? », and nothing else: the last number is wanted otherwise."""
    return _MEASURE.fullmatch(fold(text)) is not None


def _is_of_what_was_told(text: str) -> bool:
    """« beaucoup par rapport aux autres villes ? », « qui donne le plus, la ville ou la région ? »: compares
    bodies, and names no matter.
    """
    folded = fold(text)
    if _PER_WHOM.fullmatch(folded):
        return True
    ranks = _COMPARES.search(folded) or _WHO_MOST.search(folded)
    return bool(ranks) and {*read_question(text).terms} <= _OF_ANY_SIZE | KIND_STEMS


def names_no_thing(text: str) -> bool:
    """« et les plus chères ? » leaves to the last question what it ranks."""
    folded = fold(text)
    found = _SUPERLATIVE.search(folded)
    return found is not None and all(
        len(w) <= _SHORT or w in STOP_WORDS for w in words(folded[: found.start()])
    )


def affirmed(text: str) -> str:
    """The words of a message without what it sets aside: « non pas les amendes, les droits »."""
    return _NEGATED.sub(" ", text)


def continued_text(question: Question, is_said: Callable[[str], bool] = bool) -> str:
    """The words to search with: for « et en 2013 ? » the last question with the other year.

    ``is_said`` tells whether the report spoken of says a stem at all: else it is asked for alone, lest the
    last question be answered again.
    """
    text = _MEANT.sub(" ", affirmed(question.text))
    before = unframed(question.focus.text)
    if not before:
        return text
    if is_a_measure(text) or names_no_thing(text) or _is_of_what_was_told(text):
        return f"{before} {text}"
    if _ON_THAT.search(fold(text)):
        on_it = _ON_THAT.sub(" ", fold(text))
        return on_it if question.focus.status == "not_found" else f"{before} {on_it}"
    if _ONLY_ASKS.fullmatch(fold(text)):
        return f"{_ASKING.sub(' ', before)} {text}"
    read, later = read_question(text), years_later(text)
    last = read_question(before).years or (_year_told(question) if later else ())
    years = read.years or tuple(year + later for year in last if later)
    said = read_question(_THAT_THING.sub(" ", fold(text))) if years else read
    own = [term for term in said.terms if len(term) > 2] if not (later and last) else []
    if own and not years and {*own} <= _CAUSES and asks_for_the_cause(text):
        return f"{_WHY[question.lang]} {before}"
    own = [] if {*own} <= _PLEASED | _JUDGES or years and {*own} <= _BESIDE_A_YEAR else own
    if years and len(own) <= 1 and asks_for_the_cause(text):
        return f"{YEAR.sub(' ', before)} {text}"
    refused = question.focus.status == "not_found"  # whose words would be refused again
    if not own and not years and _asks_another_kind_of_number(text, before):
        return text
    if own and (refused and not years or read.asks_recommendation and len(own) <= 1):
        return text
    if read.asks_recommendation and not own or asks_advice(text) and len(own) <= 1:
        return text
    named = bool(own) and own[0] not in FILLERS and _names_a_matter(text, own[0])
    of_another = named and (question.focus.intent not in _OF_A_NUMBER or not is_said(own[0]))
    if len(own) <= 1 and not years and _AND.match(fold(text)) and not of_another:
        same = not named or _SAME_OF_ANOTHER.search(fold(text))
        return f"{text} {before if same else ' '.join(map(str, last))}".strip()
    if own and (len(own) > 1 or not years or _names_a_matter(text, own[0])):
        return text
    if years:
        before = YEAR.sub(" ", before)
    return f"{before} {' '.join(map(str, years))}"


def _year_told(question: Question) -> tuple[int, ...]:
    """The last year that a passage just quoted tells of as past: « et l'année d'avant ? » goes on from it."""
    sources = (one for one in question.focus.sources if one.get("quote") and one.get("date"))
    told = ([y for y in YEAR.findall(one["quote"]) if y <= one["date"][:4]] for one in sources)
    return next(((int(max(years)),) for years in told if years), ())


def compares_towns(text: str) -> bool:
    """« c'est bien par rapport aux autres villes ? », and nothing else."""
    return _WITH_TOWNS.search(fold(text)) is not None and _is_of_what_was_told(text)


def beside_towns_alike(asked: str, text: str, is_said: Callable[[str], bool]) -> str:
    """The words to search with for « c'est bien par rapport aux autres villes ? »: reports tell it by head,
    beside towns of that size, where the one spoken of speaks of these.
    """
    if not compares_towns(asked) or not text.endswith(asked) or not is_said(stem("strate")):
        return text
    return f"{YEAR.sub(' ', text.removesuffix(asked))}par habitant, moyenne de la strate"


def _asks_another_kind_of_number(text: str, before: str) -> bool:
    """« elle doit combien ? » after « combien de salariés ? » asks for no salaried people."""
    return {asked_of(text).kind, asked_of(before).kind} == {"money", "count"}


def _names_a_matter(text: str, term: str) -> bool:
    """Whether a word stands behind a determiner: « et la billetterie en 2015 ? », not « et fin 2015 ? »; or
    in capitals: « RSA combien en 2014 ».
    """
    folded = fold(text)
    if not text.isupper() and any(stem(fold(one)) == term for one in re.findall(r"\b[A-Z]{2,}\b", text)):
        return True
    found = (m for m in re.finditer(r"[a-z0-9]+", folded) if stem(m.group()) == term)
    return any(_NEW_MATTER.search(folded[: m.start()]) for m in found)
