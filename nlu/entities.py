"""What a message is about, free of Rasa: names, numbers, audience, unknown names, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.base import KnowledgeBase
from knowledge.cache import Cache
from knowledge.names import NameIndex
from knowledge.references import find_references
from knowledge.text import STOP_WORDS, fold
from nlu.spelling import expand

_HOSTS = (
    r"administrations?|collectivites?|ministeres?|organismes? publics?|public (?:bod(?:y|ies)|institutions?)"
)
_AUDIENCES = {
    "administrations": re.compile(
        rf"\b(?:{_HOSTS}|appels? a (?:projets?|defis?)|aap|government departments?|"
        r"(?:on|nous) (?:veut|voulons|voudr\w+|souhait\w+|aimer\w+)(?: (?:avoir|accueillir|recevoir))? "
        r"(?:un|une|des|deux|l['’]) ?eig|"
        r"calls? for (?:projects?|challenges?)|porteurs? de projets?|proposer un (?:projet|defi)|deposer "
        r"un (?:projet|defi)|"
        r"admins|(?:envoyer|deposer|soumettre) (?:le|son|notre|un) (?:projet|defi)|"
        r"depots? (?:des?|du) (?:projet|defi)s?|"
        r"notre (?:direction|service|mairie|commune|etablissement|hopital|agence|projet|defi))\b"
    ),
    "candidates": re.compile(
        r"\b(?:candidat\w*|candidater|postul\w+|postuler|aac|applicants?|apply\w*|applications?|appels? "
        r"a candidatures?|"
        r"recrut\w+|embauch\w+|devenir eig|sprints?)\b"
    ),
}
_THEY_APPLY = re.compile(rf"\b(?:{_HOSTS})(?: (?!qui\b)[\w'’]+){{0,2}} (?:candidat|postul|apply)")
"""« les administrations pouvaient candidater jusqu'à quand »: no candidate does."""
_UNKNOWN = {
    "challenge": re.compile(
        r"\b(?:d[ée]fis?|challenge|projet)\s+(?:nomm[ée]\s+|appel[ée]\s+|qui s'appelle\s+)?[«\"“]?\s?"
        r"(?-i:((?:[A-ZÀ-Ý0-9]|[a-z]+[A-Z])[\w:@'’.-]*(?:\s[A-ZÀ-Ý0-9][\w:@'’.-]*)*))",
        re.I,
    ),
    "administration": re.compile(
        r"\bminist[èe]re\s+(?:(?:charg[ée] )?(?:de la |de l['’ ]|des |du |de |"
        r"d['’]))\s?([\w'’-]+(?:\s(?:et|de|des|du|la|l['’])?\s?[\w'’-]+){0,2})",
        re.I,
    ),
}  # fmt: skip
_LEFT_OUT = frozenset({"promotion", "year", "named_year"})
_COURTESY = re.compile(
    r"^(?:(?:bonjour|bonsoir|salut|hello|madame|monsieur|mesdames|messieurs|[,;. ])*"
    r"(?:(?:je (?:vous|te) (?:saurais|serais) (?:gr[ée]|reconnaissante?)|reconnaissante?)(?: de)?"
    r"|de bien vouloir|bien vouloir"
    r"|(?:pourriez|pouvez|auriez|pourrais|peux)[ -](?:vous|tu)(?: s'il vous pla[iî]t)?(?= (?:me |m'|nous "
    r"|r[ée]capituler))"
    r"|merci (?:d'avance )?de(?: bien vouloir)?(?= (?:me |m'|nous )?\w+er\b)|veuillez|pri[èe]re de"
    r"|(?:serait-il|est-il) possible de(?= (?:me |m'|nous |savoir|conna[iî]tre))"
    r"|(?:m'|me |nous )(?:indiquer|pr[ée]ciser|dire|communiquer|rappeler|confirmer|expliquer"
    r"|pr[ée]senter|d[ée]tailler|donner|fournir"
    r"|faire (?:savoir|conna[iî]tre|parvenir))|r[ée]capituler"
    r"|(?:savez|sauriez)[ -]vous(?= (?:me |m'|nous |combien|quand|comment|qui |quels? |quelles? |si |o[uù] ))"
    r"|j'aimerais (?:savoir|conna[iî]tre)|je (?:souhaiterais|souhaite|voudrais) (?:savoir|conna[iî]tre)"
    r"|(?:could|can|would) you (?:please |kindly )?(?:tell me|let me know|inform me(?: of| about)?)"
    r"|please (?:tell me|let me know)|do you (?:happen to )?know|i would like to know"
    r"|i'd like to know)(?=[ ,]))+"
    r"|[,;. ]+(?:s'il (?:vous|te) pla[iî]t|svp|stp|merci(?: (?:beaucoup|d'avance|par avance|bien))?|please"
    r"|thanks|thank you)(?=[ ?!.]*$)",
    re.I,
)
_LEAST_WORDS = 3
"""Words of a question, without the courtesies around it."""
_SAID_BY = re.compile(
    r"(?:page|site|selon|d'apres|according to|texte|annonce|blog)(?: web)? (?:d'|de |de la |des |du |la |"
    r"le |l'|the )?$|selon (?:la |le |l')?$"
)
_A_SITE = re.compile(r"\bchoisir (?:le )?$")
_ENGLISH = frozenset(
    "the is are what which who how many much does did do when where why can could i you we they there of "
    "for with in on "
    "to a an my your was were has have had about tell me please hello hi thanks thank any open apply it "
    "this that and "
    "be will would should from by get call show list give not no yes good bye name current work "
    "people salary eligibility requirements cohort cohorts skills duration foreigners internship stipend "
    "help remote hosting challenges best just another".split()
)
_FRENCH = frozenset(
    "le la les un une des du de d l est sont quel quelle quels quelles qui que quoi combien comment "
    "quand ou pourquoi je "
    "tu il elle on nous vous ils elles y a en et pour avec dans sur au aux mon ma mes votre vos ce cette "
    "ces c qu j s t n "
    "pas ne par bonjour merci se sa son ses leur fait faire peut peux oui non moi ca cb cbn koi ki ke pr ds "
    "ya jai defi defis candidature appel salaire avis obligatoire possible gratuit libre".split()
)
_ACCENTED = re.compile(r"(?<!\w)[a-z]*[àâçéèêëîïôùûœ]")
"""A French word, and no name such as « Prévisecours », that English questions have too."""
_FRENCH_NAME = re.compile(
    r"\b[Cc]our des [Cc]omptes\b|(?<=[a-z] )(?:La|Le|Les) (?=[A-ZÀ-Ý])|(?<=[a-z] )L['’](?=[A-ZÀ-Ý])"
)
"""« Cour des comptes », and the article of a name in the middle of a message: « La Poste »."""


@dataclass(frozen=True)
class Entity:
    """Something named: ``value`` is its id in the base, or the words themselves when unknown."""

    kind: str
    value: str
    start: int
    end: int
    score: float

    def to_dict(self) -> dict[str, object]:
        """The entity in Rasa's shape."""
        return {
            "entity": self.kind, "value": self.value, "start": self.start, "end": self.end,
            "confidence_entity": round(self.score, 3),
        }  # fmt: skip


REMEMBERED = 1_000
"""Messages whose names are kept: people ask the same things, and each part of a message is read twice."""


class Finder:
    """Finds entities with the names of one base, read again when the base is replaced."""

    def __init__(self, base: KnowledgeBase | None) -> None:
        self._base = base
        self._index = NameIndex.from_base(base) if base else NameIndex([], frozenset())
        self._version = base.version if base else 0
        self._recent: Cache[tuple[Entity, ...]] = Cache(REMEMBERED)

    def find(self, text: str) -> list[Entity]:
        """Entities in order of appearance; numbers win over names at one place. Nothing without a base."""
        if self._base is None:
            return []
        version = self._base.refresh()
        if version != self._version:
            self._index, self._version = NameIndex.from_base(self._base), version
        return list(self._recent.get((version, text), lambda: tuple(self._find(text))))

    def _find(self, text: str) -> list[Entity]:
        references = [Entity(r.kind, r.value, r.start, r.end, 1.0) for r in find_references(text)]
        names = [Entity(m.kind, m.ref, m.start, m.end, m.score) for m in self._index.find(text)]
        names = [
            name
            for name in names
            if not (_inside(name, references) or _is_quoted_source(name, text) or _is_of_a_site(name, text))
        ]
        references = [reference for reference in references if not _inside(reference, names)]
        known = references + names
        found = known + _unknown_names(text, known) + _audience(text)
        return sorted(found, key=lambda entity: (entity.start, -entity.end))


def mask(text: str, entities: Sequence[Entity]) -> str:
    """``text`` with each name replaced by a word for its kind, so that wording decides the intent.

    Promotions and years are left out altogether: they can be named in almost any question.
    Courteous openings (« je vous saurais gré de bien vouloir m'indiquer ») go too.
    """
    result, position = [], 0
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if entity.kind == "audience" or entity.start < position:
            continue
        word = "" if entity.kind in _LEFT_OUT else f"xx{entity.kind.replace('_', '')}xx"
        result += [text[position : entity.start], word]
        position = entity.end
    return _tidy("".join([*result, text[position:]])) or text


_DESIGNERS = re.compile(r"\bdig\b|designers?")


def bare(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """``text`` as it is compared by meaning: without the promotions and years named, without courtesies.

    The designers' promotion stays: it is a matter of its own, « quelle différence entre DIG et EIG ».
    ``spans`` are (start, end, kind) of what was found in it.
    """
    result, position = [], 0
    for start, end, kind in sorted(spans):
        if kind in _LEFT_OUT and start >= position and not _DESIGNERS.search(fold(text[start:end])):
            result.append(text[position:start])
            position = end
    return _tidy("".join([*result, text[position:]])) or text


@lru_cache(maxsize=1_024)
def _tidy(text: str) -> str:
    return " ".join(expand(without_courtesy(text)).split())


def without_courtesy(text: str) -> str:
    """``text`` without « pourriez-vous me dire » at its head and « s'il vous plaît » at its end.

    « ok merci » is nothing but courtesy, and stays.
    """
    question = " ".join(_COURTESY.sub(" ", text).split())
    return question if len(question.split()) >= _LEAST_WORDS else text


def detect_language(text: str) -> str:
    """« en » when usual words say so, else « fr »: short and misspelt French must stay French.

    French names, « the Cour des comptes report on La Poste », are of either language.
    """
    tokens = re.findall(r"[a-z]+", fold(_FRENCH_NAME.sub(" ", text)))
    english = sum(token in _ENGLISH for token in tokens)
    french = sum(token in _FRENCH for token in tokens) + bool(_ACCENTED.search(text))
    return "en" if english > french else "fr"


def _unknown_names(text: str, known: Sequence[Entity]) -> list[Entity]:
    found = []
    for kind, pattern in _UNKNOWN.items():
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if kind == "challenge" and (
                fold(match[1]) in STOP_WORDS or fold(match[1]).split()[0] in ("eig", "dig")
            ):
                continue
            if any(entity.start < end and match.start() < entity.end for entity in known):
                continue
            found.append(Entity(f"unknown_{kind}", match[1], start, end, 0.5))
    return found


def _audience(text: str) -> list[Entity]:
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.lower()
    return [
        Entity("audience", audience, match.start(), match.end(), 1.0)
        for audience, pattern in _AUDIENCES.items()
        if (match := pattern.search(folded)) and not (audience == "candidates" and _THEY_APPLY.search(folded))
    ]


def _is_quoted_source(entity: Entity, text: str) -> bool:
    """« sur la page d'Etalab », « selon la DINUM » name who says it, not what it is about."""
    before = fold(text[max(0, entity.start - 24) : entity.start])
    return entity.kind == "administration" and _SAID_BY.search(before) is not None


def _is_of_a_site(entity: Entity, text: str) -> bool:
    """« l'adresse de Choisir le service public » names the State's site of job offers, and no theme."""
    before = fold(text[max(0, entity.start - 12) : entity.start])
    return entity.kind == "theme" and _A_SITE.search(before) is not None


def _inside(entity: Entity, others: Sequence[Entity]) -> bool:
    return any(
        other.start < entity.end
        and entity.start < other.end
        and other.end - other.start >= entity.end - entity.start
        for other in others
    )
