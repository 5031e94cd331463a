"""One question as the actions see it: what is asked, about what, after what."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.conversation.denied import without_denied
from actions.conversation.focus import Focus
from actions.misread import is_misread
from knowledge.text import STOP_WORDS, content_stems, fold, words
from nlu.entities import bare

TIME_KINDS = frozenset(("year", "named_year"))
SUBJECT_KINDS = tuple(
    "promotion year named_year round challenge administration skill theme town person unknown_challenge"
    " unknown_administration".split())  # fmt: skip
"""Kinds of entity that a conversation can be about, and go on about; of these, those that are only times."""
_FILLERS = frozenset(
    "ok okay oui non euh alors donc bon ben bah dis dites stp svp please merci bonjour salut hello "
    "hi pardon desole voulais voulait dire veux parle parlez question savoir aussi plutot mais meme "
    "chose idem concernant about what how sorry meant mean same rather no yes then promo promos "
    "promotion promotions edition celle celui celles ceux la le mettons disons avant".split()
)
_INTERROGATIVES = frozenset("quand kan combien cb cbn comment pourquoi when how why who where".split())
_AMOUNTS = frozenset("combien combi cb cbn how".split())
_NO_MATTER = frozenset("annee year pourcentage pourcentages pourcent proportion percent percentage".split())
_TOLD_IN_NUMBERS = frozenset(
    "pay count_eig count_challenges count_applications count_projects_submitted promotion_budget".split()
)
"""Intents answered by a number, of which « et à la promo 4 c'était combien » asks another."""
_IN_THE_TIME_OF = re.compile(r"\b(?:du|au|a l ?['’]?) ?(temps|epoque|moment) (?:de|d ?['’])")
"""« et avant, du temps de la promo 3 ? » says no more than « et à la promo 3 ? »."""
_ANAPHORA = frozenset(
    "ce cet cette ces celui celle celui-ci celle-ci il elle ils elles eux leur leurs la-bas y lui "
    "ca cela dessus dessu dedans it its they them their this that there".split()
)

LONGEST = 2_000
"""Characters of a message that is read."""
FAINT, UNSURE, SURE, CLEAR, FIRM, PLAIN = 0.1, 0.2, 0.45, 0.6, 0.62, 0.8
"""Probabilities of an intent from which it is taken as a continuation; with support; by itself; whatever the
conversation suggests; whatever the entries say; and from which no other reading is weighed against it."""
SAYS_NO_SUBJECT = 2
"""Words with a meaning, at most, of a message that may leave to the conversation what it is about."""


@dataclass(frozen=True)
class Reading:
    """Another intent the message may have, with its probability and the words it does not account for."""

    intent: str
    confidence: float
    unfamiliar: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A message understood: ``entities`` maps each kind to its values, subject of the last turn included.

    ``text`` is what was meant, ``said`` what was typed; ``spans`` stand in ``text``.
    ``inherited`` are the kinds taken from the conversation, not from the message;
    ``alternatives`` the next intents; ``unfamiliar`` the meaningful words that the examples
    of the intent do not use.
    """

    text: str
    lang: str
    intent: str
    confidence: float
    alternatives: tuple[Reading, ...]
    unfamiliar: tuple[str, ...]
    entities: Mapping[str, tuple[str, ...]]
    spans: tuple[tuple[int, int, str], ...]
    now: dt.datetime
    focus: Focus
    inherited: frozenset[str] = frozenset()
    said: str = ""
    ruled: bool = False
    """Whether a rule of wording, or the conversation, chose the intent rather than the classifier."""
    certainty: float | None = None
    """How likely the surest answer is to be right, given or not, once several have been weighed."""

    def values(self, kind: str) -> tuple[str, ...]:
        """The values of one kind, in order of mention."""
        return self.entities.get(kind, ())

    def with_intent(self, intent: str, confidence: float | None = None) -> Question:
        """The same question read as another intent, as surely as ``confidence`` if given."""
        return replace(self, intent=intent, confidence=self.confidence if confidence is None else confidence)

    @property
    def subjects(self) -> set[str]:
        """The kinds of subject that the question has, in its own words or from the conversation."""
        return self.entities.keys() & set(SUBJECT_KINDS)

    @property
    def sureness(self) -> float:
        """The certainty of the answer where it was weighed, else the confidence of the intent."""
        return self.confidence if self.certainty is None else self.certainty

    def probability(self, intent: str) -> float:
        """How likely the classifier held ``intent``."""
        if intent == self.intent:
            return self.confidence
        return next((r.confidence for r in self.alternatives if r.intent == intent), 0.0)

    def with_entities(self, **entities: tuple[str, ...]) -> Question:
        """The same question about something else."""
        return replace(self, entities={**self.entities, **entities})

    @property
    def own_words(self) -> list[str]:
        """Folded words of the message outside the names found in it."""
        kept, position = [], 0
        for start, end, _ in sorted(self.spans):
            kept.append(self.text[position:start])
            position = max(position, end)
        return words(" ".join([*kept, self.text[position:]]))

    @property
    def bare(self) -> str:
        """The message without promotions, years and courtesies: what is compared with the base by meaning."""
        return bare(self.text, self.spans)

    @property
    def named_words(self) -> list[str]:
        """Folded words of the names found that are not promotions or dates."""
        return [
            word
            for start, end, kind in self.spans
            if kind in ("skill", "theme", "town", "administration", "person", "challenge")
            for word in words(self.text[start:end])
            if word not in STOP_WORDS
        ]

    @property
    def content(self) -> list[str]:
        """Stems of the meaningful words of the whole message."""
        return content_stems(self.text)

    @property
    def is_elliptic(self) -> bool:
        """Names without a verb or a noun of their own: « et la deuxième ? », « non, la promo 3 »."""
        if set(self.own_words) & _INTERROGATIVES and not self.asks_another_number:
            return False
        when = _IN_THE_TIME_OF.search(fold(self.text))
        return not set(self.content_words) - _NO_MATTER - {when and when[1]} and bool(self.subjects)

    @property
    def asks_another_number(self) -> bool:
        """« combien pour la promo 7 » after a number, whatever else it sounds like."""
        asking = set(self.own_words) & _INTERROGATIVES
        return bool(asking) and asking <= _AMOUNTS and self.focus.intent in _TOLD_IN_NUMBERS

    @property
    def content_words(self) -> list[str]:
        """Own words that are neither grammar nor filler."""
        return content_words(self.own_words)

    @property
    def points_back(self) -> bool:
        """Whether the message uses a word that stands for the last subject."""
        folded = fold(self.text)
        return bool(_ANAPHORA & set(re.findall(r"[a-z-]+", folded))) or folded.startswith(("et ", "and "))


_OUTSIDE_PARIS = re.compile(
    r"hors (?:de )?(?:la )?(?:region parisienne|paris|ile)|ailleurs qu ?.?a paris|\ben region\b|en province|"
    r"(?:outside|not in|not based in|out of) (?:of )?(?:the )?(?:paris|greater paris|ile-de-france)"
    r"|(?:pas|autre part qu|ailleurs qu).{0,4}(?:a paris|en ile|en region paris|dans la region paris)"
)
_AND_THERE = re.compile(
    r"^\W*(?:(?:ok|bon|oui|non|alors|du coup)\W+)*(?:et|and|what about|how about|idem)\b"
    r"(?! (?:c'|ca |il (?!y a)|elle |on |was |is ))"
    r"|^\W*(?:ok\W+)?(?:il )?(?:y a|ya|y avait|is there|are there)\b"
)
_HOW_MANY = re.compile(
    r"\b(?:combien|combi?n|cmb|nombres?|how many|how much|cb|cbn|nbre|nb|effectifs?|total|taille|chiffres?|"
    r"quantite|size|number|headcount|count|volume|montant|\d+ ou \d+)\b"
)
_THING = re.compile(
    r"\b(?:defis?|projets?|chantiers?|outils?|l?appli\w*|logiciels?|services?|produits?|algo\w*|assistants?|moteurs?|robots?|"
    r"celui|the one|"
    r"plateformes?|sites?|equipes?|chatbots?|trucs?|machins?|(?:quelque|qq|kelke) ?ch(?:ose)?|qqch\w*|"
    r"histoires?|challenges?|projects?|tools?|apps?|software|products?|teams?|platforms?|something|anything|"
    r"code(?! postal)|codee?s?|develop\w+|construit|built|boss\w+|travaill\w+|work(?:ed|ing)|eigs?|"
    r"s'appel\w+|(?:occupee?|fait|cree|men|port)e?s? (?:de|du|des|d'|par)|name)\b"
)


def content_words(own: Iterable[str]) -> list[str]:
    """The folded words of a text that are neither grammar nor filler."""
    return [word for word in own if word not in STOP_WORDS and word not in _FILLERS and len(word) > 1]


def said_of(name: str, text: str) -> str:
    """A message with the name of what it is of beside it: « qui l'a fait (matchID) ? »."""
    return f"{text.rstrip(' ?!.')} ({name}) ?"


def asks_about_a_thing(question: Question) -> bool:
    """Whether the message speaks of something made, as a challenge is: « l'outil qui… »."""
    return _THING.search(fold(question.text)) is not None


_PROJECT = re.compile(
    r"\b(?:(?:defi|projet|outil|appli|logiciel|chatbot|api|challenge|project|tool|app)s?|software)\b"
)


def asks_about_a_project(question: Question) -> bool:
    """Whether the message speaks of a project or a tool, which reports seldom are about."""
    return _PROJECT.search(fold(question.text)) is not None


TODAY = re.compile(
    r"\b(?:aujourd'?hui|maintenant|actuellement|en ce moment|desormais|de nos jours|a present"
    r"|now|today|currently|nowadays|these days|at present)\b"
)


def says_today(text: str) -> bool:
    """Whether a message asks what holds today, whatever promotion was spoken of."""
    return TODAY.search(fold(text)) is not None


def asks_elsewhere(text: str) -> bool:
    """« et à Brest ? » asks what there is elsewhere; « c'était à Brest ? » of the last subject."""
    return _AND_THERE.search(fold(text)) is not None


def outside_paris(question: Question) -> bool:
    """Whether the message asks for what is not in Paris, and not for what is in a place that it names."""
    named = set(question.values("town"))
    return named <= {"Paris"} and _OUTSIDE_PARIS.search(fold(question.text)) is not None


def has_no_word_of_its_intent(question: Question) -> bool:
    """Whether none of a message's words is one that its intent is usually asked with."""
    return bool(question.content_words) and set(question.content_words) <= set(question.unfamiliar)


def asks_how_many(question: Question) -> bool:
    """Whether the message asks for a number of things."""
    return _HOW_MANY.search(fold(question.text)) is not None


def read_message(message: Mapping[str, Any], focus: Focus, now: dt.datetime) -> Question:
    """The question in one parsed Rasa message, before the conversation is taken into account."""
    intent = message.get("intent") or {}
    entities: dict[str, tuple[str, ...]] = {}
    meant = message.get("meant") or {}
    spans = [(start, end, kind) for start, end, kind in meant.get("spans", ()) if kind != "audience"]
    said = message.get("text") or ""
    found = [entity for entity in message.get("entities") or () if not is_misread(entity, said)]
    named, focus = without_denied(found, said, focus)
    for entity in named:
        kind, value = entity["entity"], str(entity["value"])
        if value not in entities.get(kind, ()):
            entities[kind] = (*entities.get(kind, ()), value)
        if not meant and kind != "audience" and entity.get("start") is not None:
            spans.append((entity["start"], entity["end"], kind))
    metadata = message.get("metadata") or {}
    ranking = [
        Reading(item["name"], float(item["confidence"]), tuple(item.get("unfamiliar") or ()))
        for item in message.get("intent_ranking") or ()
    ]
    return Question(
        meant.get("text") or said,
        metadata.get("lang") or message.get("language") or "fr",
        intent.get("name") or "nlu_fallback",
        float(intent.get("confidence") or 0.0),
        tuple(ranking[1:]),
        tuple(intent.get("unfamiliar") or ()),
        entities,
        tuple(spans),
        now,
        focus,
        said=said,
    )
