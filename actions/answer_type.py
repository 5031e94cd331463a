"""What kind of thing a question asks for (a number, a share, a date…), and whether a text gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from knowledge.dates import FOLDED_MONTHS, FOLDED_MONTHS_EN, YEAR
from knowledge.number_words import NUMBER_WORDS
from knowledge.references import find_references
from knowledge.text import STOP_WORDS, fold, sentences, stem, stems, words

_NUMBER_WORDS = (
    f"{'|'.join(NUMBER_WORDS)}|cents?|mille|aucune?|zero|two|three|four|five|seven|eight|nine|ten|eleven|twelve"
    "|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|hundred|none"
)
_NUMBER = re.compile(rf"\d|\b(?:{_NUMBER_WORDS})\b")
_GOES_ON = re.compile(
    r"\b(?:cette promotion|celle-ci|cette annee-la|elle|this promotion|that promotion|it)\b"
)
_DATE = re.compile(rf"{YEAR.pattern}|\b(?:{'|'.join((*FOLDED_MONTHS, *FOLDED_MONTHS_EN))})\b")
_MONTHS = (
    "janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre|ember)?|oct(?:obre|ober)?|"
    "nov(?:embre|ember)?|dec(?:embre|ember)?|jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june|july|august"
)
_DAYS = re.compile(
    rf"\b(?:\d{{1,2}}(?:er|st|nd|rd|th)? (?:(?:au|to|et|and|-) \d{{1,2}} )?)?(?:{_MONTHS})\b"
    r"(?: \d{1,2}\b,?)?(?: (?:19|20)\d\d)?"
    r"|\b(?:19|20)\d\d\b|\b(?:sprint|phase|session|etape|step) (?:n[°o] ?)?\d\b|\b\d{1,2} ?h(?: ?\d\d)?\b"
)
_MONTH = re.compile(rf"\b(?:{_MONTHS})\b")
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)? (?:(?:au|to|et|and|-) \d{{1,2}} )?(?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS}) \d{{1,2}}\b(?!:)|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
)
_HOUR = re.compile(r"\b\d{1,2} ?(?:h\b|heures?\b|am\b|pm\b|:\d\d)|\b(?:midi|minuit|noon|midnight)\b|\d h \d")
_MONEY = re.compile(r"€|\beuros?\b|\bk€")
_SHARE = re.compile(
    r"%|\bpour cent\b|\b(?:tiers|moitie|quart|half|third|quarter|majorite|majority)\b|\bsur \d|\bof \d"
)
_COUNTED = re.compile(
    r"\b(?:combien|nombre|nb)\s+"
    r"(?:(?:y a[- ]t ?['’-]?il|y avait[- ]il|a-t-on|ya|il y a|on a|t'as|as-tu|avait)\s+)?(?:de |d'|des )"
    r"(?:l'|la |le |les |mon |ma |mes |son |sa |ses |votre |vos |notre |nos |leurs? )?([a-z-]+)"
    r"|\b(?:how many|number of)\s+(?:of\s+(?:the|your|these|those|its)\s+)?(?:promotion\s+\d\s+)?"
    r"(?:(?:cohort|promotion|batch|class|intake)(?:\s+of)?\s+(?:\d+\s+)?"
    r"(?=member|tool|project|challenge|product|fellow|people|entrepreneur|designer))?([a-z-]+)"
)
_PEOPLE = (
    "eig", "laureat", "recru", "particip", "entrepreneur", "talent", "person", "peopl", "design", "dig",
    "agent", "candidat", "appli",
)  # fmt: skip
_PROJECTS = ("defi", "def", "projet", "challeng", "project", "propos")
_APPLICATIONS = ("candidat", "dossi", "appli", "postul", "person")
_BODIES = ("administr", "minister", "ministr", "organism", "partenair", "partner", "bod", "host", "servic")
_DURATIONS = (
    "mois", "an", "jour", "anne", "semain", "heur", "minut", "month", "year", "day", "week", "hour",
)  # fmt: skip
_SECTIONS = ("rubriqu", "section", "part")
_OBJECTS = ("piec", "objet", "oeuvr", "meubl", "item", "object")
_STAGES = ("tour", "etap", "phas", "epreuv", "round", "stag", "step", "entretien", "interview")
_SAME_THING = {
    **dict.fromkeys(
        "eig eigs person personn peopl gen laureat entrepreneur particip recru mond talent fellow member "
        "memb membr hir winn folk guy gar individus got them".split(),
        _PEOPLE,
    ),
    **dict.fromkeys(
        "def defi projet project challeng equip team sujet ide produit product outil tool".split(), _PROJECTS
    ),
    **dict.fromkeys(("candidatur", "candidat", "appliqu", "applic", "applicant"), _APPLICATIONS),
    "dossi": (*_APPLICATIONS, *_PROJECTS),
    "graphist": ("graphist", "design"),
    **dict.fromkeys(("dev", "codeur"), ("dev", "codeur", "programm")),
    **dict.fromkeys(("postul", "appli", "applied", "elus"), _APPLICATIONS),
    **dict.fromkeys(("femm", "fill", "nan", "meuf", "women", "girl"), ("femm", "women", "woman")),
    **dict.fromkeys(("plac", "post", "recrut"), ("plac", "post", *_PEOPLE)),
    **dict.fromkeys(("administr", "minister", "ministr", "organism"), _BODIES),
    **dict.fromkeys(("utilis", "usager", "user"), ("utilis", "usager", "user", "visit", "person", "peopl")),
    **dict.fromkeys(("temp", "time", "mensualit", *_DURATIONS), ("temp", "time", *_DURATIONS)),
    **dict.fromkeys(_SECTIONS, _SECTIONS),
    **dict.fromkeys(_OBJECTS, _OBJECTS),
    **dict.fromkeys(_STAGES, _STAGES),
}
"""Stem of the thing counted → beginnings of stems of words for the same thing."""
_USES = re.compile(r"\b(?:(?:se|s'en) ser(?:t|vent|vir)|utilis\w+|users?|use[sd]?|using|visit\w+)\b")
"""« combien de personnes s'en servent » does not ask for those who made it."""
_MONEY_WORDS = frozenset("sous euros euro argent fric thune thunes money million millions".split())
_ASKING = frozenset(
    stem(w) for w in "combien nombre nb promotion promo promos svp indiquer preciser total".split()
)
_ASKS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    (
        "share",
        re.compile(
            r"\b(?:pourcentages?|(?:combien|nb) de pour ?cents?|proportion|taux|quelle part|part des"
            r"|what share|percentage|rate of|[a-z]+ance rate|success rate)\b"
        ),
        lambda text: _SHARE.search(text) is not None,
    ),
    (
        "average",
        re.compile(
            r"(?<!ville )(?<!villes )(?<!taille )(?<!commune )(?<!entreprise )\b"
            r"(?:moyenne?s?|median\w?|average|(?<!i )(?<!you )mean(?! (?:by|to|for|i)\b))\b(?!\W*$)"
        ),
        lambda text: re.search(r"\b(?:moyenne?s?|median\w?|average|mean)\b", text) is not None,
    ),
    (
        "money",
        re.compile(
            r"\b(?:salaire|budget|montant|prix|tarif|cout|cost|salary|wage)s?\b"
            r"|\b(?:combien|cb) (?:(?:a|ont|va|ca|il|elle) )*(?:cout\w+|gagn\w+|touch\w+)"
            r"|\bhow much\b|\b(?:cout|gagn|touch|pa[iy]e|remuner)\w* (?:combien|cb)\b"
        ),
        lambda text: _MONEY.search(text) is not None,
    ),
    (
        "date",
        re.compile(r"\b(?:quand|date|dates|when|quelle annee|what year|what date)\b"),
        lambda text: _DATE.search(text) is not None,
    ),
    (
        "day",
        re.compile(r"\b(?:quels? jours?(?! (?:de la|par) semaine)|(?:which|what) days?(?! of the week))\b"),
        lambda text: _DAY.search(text) is not None,
    ),
    (
        "month",
        re.compile(r"\b(?:quel mois|(?:which|what) month)\b"),
        lambda text: _MONTH.search(text) is not None,
    ),
    (
        "hour",
        re.compile(r"\b(?:quelle heure|what time)\b"),
        lambda text: _HOUR.search(text) is not None,
    ),
)  # fmt: skip


_NAMES_ASKED = re.compile(
    r"\b(?:noms?|prenoms?) (?:et prenoms? )?(?:des |de l |de la |de |du |d )(?:[a-z]+ ){0,2}?"
    r"(?:candidat|eig|laureat|membre|personne|gens|mentor|recale|refuse|gagnant|agent|designer|jure)"
    r"|\bnames? of (?:the |all |those )?(?:[a-z]+ )?"
    r"(?:candidat|applicant|fellow|member|people|mentor|winner|juror|eig)"
)
_NAME = re.compile(r"\b[A-ZÉÈÎÔ][\w’'-]+ (?:(?:de|du|le|la|El|Ben|Le|La|Van) )?[A-ZÉÈÎÔ][\w’'-]+")


DURATION = re.compile(
    rf"(?:\d|\b(?:un|une|a|one|{_NUMBER_WORDS})) "
    r"(?:ans?|annees?|mois|semaines?|jours?|heures?|minutes?|years?|months?|weeks?|days?|hours?)\b"
)
_PER_YEAR = re.compile(r"\b(?:par|a|per|each) (?:an|annee|year)\b|\bannuel\w*|\b(?:yearly|annual(?:ly)?)\b")
_PER_MONTH = re.compile(r"\b(?:par|a|per|each) (?:mois|month)\b|\bmensuel\w*|\bmonthly\b")


def holds_a_time(text: str) -> bool:
    """Whether ``text`` gives a date or a duration."""
    return bool(_DATE.search(fold(text)) or DURATION.search(fold(text)))


def says_per_year(text: str) -> bool:
    """« et par an ? » asks another amount than « par mois »."""
    return _PER_YEAR.search(fold(text)) is not None


def holds_an_amount(text: str) -> bool:
    """Whether ``text`` gives a sum of money."""
    return _MONEY.search(fold(text)) is not None


def asked_kinds(text: str) -> tuple[str, ...]:
    """The kinds of thing that ``text`` asks for; none when its wording does not say."""
    folded = fold(text)
    kinds = [name for name, pattern, _ in _ASKS if pattern.search(folded)]
    kinds += ["names"] if _NAMES_ASKED.search(folded) else []
    return (*kinds, "count") if noun_counted(folded) else tuple(kinds)


_NO_THINGS = frozenset("etre avoir pour".split())
"""« une chance sur combien d'être pris », « combien de pour cent »."""


def noun_counted(folded: str) -> str:
    """« femmes » in « combien de femmes »; nothing where no number of things is asked for."""
    counted = _COUNTED.search(folded)
    noun = (counted[1] or counted[2]) if counted else ""
    return "" if noun.startswith("pourcent") or noun in _NO_THINGS else noun


def about(promotions: Collection[str], text: str, strictly: bool = False) -> str:
    """``text`` without the sentences that tell of other promotions; all of it when none is asked about.

    ``strictly``, without those that tell of none either.
    """
    if not promotions:
        return text
    kept, told = [], set[str]()
    for sentence in (part for line in text.splitlines() for part in sentences(line)):
        named = {r.value for r in find_references(sentence) if r.kind == "promotion"}
        told = told if not named and _GOES_ON.search(fold(sentence)) else named
        if (not told and not strictly) or told & set(promotions):
            kept.append(sentence)
    return " ".join(kept)


def counts_together(question: str, answer: str) -> bool:
    """Whether one sentence of ``answer`` counts the thing asked and has another word of the question."""
    noun = noun_counted(fold(question))
    if not noun:
        return True
    others = {
        stem(w)
        for w in words(question)
        if w not in STOP_WORDS and len(w) > 2 and w != noun and not w.isdigit()
    }
    others -= _ASKING
    for part in (part for line in answer.splitlines() for part in sentences(line)):
        said = set(stems(part))
        if _counts(noun, _countable(part)) and (not others or others & said):
            return True
    return False


def missing_kinds(question: str, answer: str) -> tuple[str, ...]:
    """The kinds asked for that ``answer`` does not give: « combien de jours » needs a number of days."""
    asked, said = fold(question), fold(_without_promotions(answer))
    missing = [name for name, pattern, given in _ASKS if pattern.search(asked) and not given(said)]
    missing += ["names"] if _NAMES_ASKED.search(asked) and not _NAME.search(answer) else []
    noun = noun_counted(asked)
    if noun in _MONEY_WORDS:
        return (*missing, *(() if _MONEY.search(said) else ("money",)))
    if noun and not _is_counted(noun, question, answer):
        missing.append("count")
    return tuple(missing)


def lacks_its_year(question: str, answer: str) -> bool:
    """Whether an amount « par an » is asked for, and ``answer`` gives none, nor one « par mois » where either
    will do.
    """
    by_either = all(_PER_MONTH.search(fold(text)) for text in (question, answer))
    return says_per_year(question) and not (says_per_year(answer) or by_either)


def _is_counted(noun: str, question: str, answer: str) -> bool:
    """Whether ``answer`` counts the thing that ``question`` asks the number of."""
    named = stem(noun) in _SAME_THING
    if named and _USES.search(fold(question)) and not _USES.search(fold(answer)):
        return False
    known = named or noun.startswith((*_PEOPLE, *_PROJECTS))
    return _counts(noun, _countable(answer)) if known else counts_together(question, answer)


_COUNTED_AFTER = re.compile(r"EIG \d+ [a-zéèêà]+s\b")
"""« donne au programme EIG 4 objectifs »: no promotion 4."""


def _without_promotions(text: str) -> str:
    """« promotion 7 » counts nothing."""
    for reference in sorted(find_references(text), key=lambda r: -r.start):
        if reference.kind == "promotion" and not _COUNTED_AFTER.match(text, reference.start):
            text = f"{text[: reference.start]} {text[reference.end :]}"
    return text


def _countable(text: str) -> str:
    """``text`` folded, without the numbers that count nothing: promotions, days, years, « sprint 4 »."""
    return _DAYS.sub(" ", fold(_without_promotions(text)))


_LONG_ENOUGH = 2
"""Letters up to which a beginning must be the whole stem: « an » is no « annonce »."""


def _counts(noun: str, text: str) -> bool:
    """Whether a number stands near the thing counted, or a word for the same thing."""
    wanted = _SAME_THING.get(stem(noun), (stem(noun),))
    said = words(text)
    for position, word in enumerate(map(stem, said)):
        if any(word == one or len(one) > _LONG_ENOUGH and word.startswith(one) for one in wanted):
            near = " ".join(said[max(0, position - 6) : position + 7])
            if _NUMBER.search(near):
                return True
    return False
