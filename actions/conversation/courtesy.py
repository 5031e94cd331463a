"""What is small talk, and what only sounds like it: heard as a yes, a no or thanks, it asks something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.question import SURE
from knowledge.text import content_stems, fold

COURTEOUS = frozenset("greet goodbye thank affirm deny".split())
"""Intents of a courtesy, as people begin or end with."""
COURTESY = COURTEOUS | frozenset(
    "bot_identity capabilities insult human_contact explain_source words_kept".split()
)
"""Intents of small talk, which asks for no fact of the base."""
_TOLD = 2
"""Words of content with which a message says more than a greeting or a wish for someone."""
_ASKS_SOMETHING = re.compile(
    r"\b(?:comm?ent|koman|pourquoi|pk|pq|quand|combien|qui|quoi|koi|quel\w*|how|why|when|who|what|where|which)\b"
)
_ASKS_WHETHER = re.compile(r"^\W*(?:est-ce que?|est ce que?|y a-t-il|is (?:it|there)|does (?:it|this))\b")
_POLITE = re.compile(
    r"\b(?:merci\w*|remerci\w*|thank\w*|gentil\w*|aide\w*|utile|help\w*|bravo|parfait|top|super)\b"
)
"""Words of thanks, without which « est-ce que c'est efficace » is none."""
_THANKS_AND = re.compile(r"\W*(?:merci|thanks?|thank you)(?: (?:bcp|beaucoup|bien))?\W+(?:et|mais|and|but)\b")
_WHERE = re.compile(r"\W*(?:et |ok |mais )?ou(?: ca| exactement| donc)?\W*")
_SUPPOSES = re.compile(
    r"\W*(?:(?:et|mais|ok|alors|donc|du coup|and|but|so)\W+)*(?:meme )?"
    r"(?:(?:si (?:j|je|tu|on|nous|vous|l|l[ae]s?|un|une|m[ao]n?|mes|nos|notre|ce|cette|c|ca|personne"
    r"|aucun\w*)"
    r"|s ?['’] ?(?:il|ils|elle|elles|on)|if (?:i|we|you|he|she|it|they|the|my|our|nobody))\b.{4,}"
    r"|(?:sans|without) (?!facon|souci|probleme)\w.{4,})"
    r"|\W*(?:donc|du coup|alors|so)\W+(?:il n ?['’]? ?y a )?(?:pas|no|not) (?:d(?:e |es |['’] ?))?"
    r"\w{4,}.{0,40}\?\W*"
)
"""« et s'il ne convient pas », « donc pas de devis ? » have the words of a no, and ask something."""
_OF_THE_ASSISTANT = re.compile(
    r"\b(?:vous|votre|vos|tu|te|toi|t ?['’] ?\w+|ton|ta|tes|you|your|bot|chatbot|robot|assistant\w*|greffier"
    r"|ici|here|autres?|else|demander|poser|savoir|apprendre|chercher|consulter|can|know|learn|sais"
    r"|fonctions?|ia|ai)\b"
)
_IN_A_TALK = re.compile(
    r"\W*(?:(?:et|ok|donc|alors|bon|du coup|d ?['’] ?accord|and|so)\b|(?:ils|elles|on|je|j|they)\b"
    r"|(?:what|how) (?:do|did|does|will|would) (?:they|he|she|i|we)\b)"
)
"""« ils posent quoi comme questions », « ok et je commence par quoi »: of what was spoken of."""
_GREETS = re.compile(
    r"\b(?:(?:re ?)?bonj\w*|bjr|salu\w*|slt|coucou|bonsoir|bsr|hel+o\w*|hey|hi|hiya|yo|cc|al+o+|wesh|howdy"
    r"|enchante\w*|bienvenue|ravie?|retour|(?:ca|sa) (?:va|roule|gaze)|(?:comment|how) (?:all\w+|va\w*|are)"
    r"|bon(?:ne)? \w+|commence\w*|quoi de neuf|good \w+|morning|greetings|nice|quelqu ?['’]? ?un|anyone"
    r"|welcome)\b"
)
_OF_A_CONTACT = re.compile(
    r"\b(?:parl\w+|caus\w+|discut\w+|echang\w+|entreten\w+|contact\w*|join\w+|ecri\w*|mails?|e-?mail\w*"
    r"|cour\w*|adress\w+|coordonnees|humain\w*|vivant\w*|quelqu\w*|kelkun|qqu?n|personne\w*|conseil\w*"
    r"|rappel\w*|appel\w*|tel\w*|numeros?|num|responsables?|chefs?|directeur\w*|plain\w*|reclam\w*|messages?"
    r"|signal\w*|interlocuteur\w*|rendez|rdv|relation|formulaire|bureau\w*|remonter|transmett\w+|expliquer"
    r"|equipe|dame|lettre|repond\w*|demander|poser|tourner|talk|speak|reach|phone|call\w*|ring|touch|team"
    r"|persons?|people|humans?|someone|somebody|anyone|helpline|complain\w*|manager|press\w*|ad+res+|explain|colleague"
    r"|write|writ\w+|line|number|vous)\b"
)
"""What a wish to write or to talk to someone is said with: without one, a case is told."""
_SAID_WITH = {"greet": _GREETS, "human_contact": _OF_A_CONTACT}
_WHO_SAYS = re.compile(
    r"\W*(?:(?:et|mais|ok|and|but)\W+)*(?:(?:c ?['’]? ?est )?(?:qui|ki)(?: est-ce)?(?: qui)?\W+"
    r"(?:(?:l ?['’]?|le|la|vous|t ?['’]?|a) ?)*(?:dit|affirm\w+|preten\w+|assur\w+|soutien\w*|certifi\w+"
    r"|garanti\w*|atteste\w*)|who (?:says|said|claims|claimed|states|stated|asserts))"
    r"(?: (?:ca|cela|so|that|this|it))?\W*"
)
"""« qui l'affirme ? », of the answer just given."""


def only_sounds_courteous(intent: str, text: str) -> bool:
    """« ça marche comment ? » sounds like a yes, and asks something."""
    folded = fold(text)
    asks = _ASKS_SOMETHING.search(folded) or _WHERE.fullmatch(folded)
    if intent in ("affirm", "deny"):
        return asks is not None or _SUPPOSES.fullmatch(folded) is not None
    if intent in _SAID_WITH:
        return _SAID_WITH[intent].search(folded) is None and len(content_stems(folded)) >= _TOLD
    if intent == "goodbye":
        return asks is not None
    if intent == "capabilities":
        return _IN_A_TALK.match(folded) is not None and _OF_THE_ASSISTANT.search(folded) is None
    if intent == "thank" and _THANKS_AND.match(folded):
        return asks is not None
    thanks = intent == "thank" and _POLITE.search(folded) is None
    return thanks and _ASKS_WHETHER.search(folded) is not None


def asks_who_says_so(text: str) -> bool:
    """Whether a message asks who states what was just told, and nothing else."""
    return _WHO_SAYS.fullmatch(fold(text)) is not None


def is_surely_courteous(text: str, parsed: Mapping[str, Any]) -> bool:
    """Whether a message was surely heard as small talk, and is not only like it."""
    name, sure = intent_heard(parsed), float((parsed.get("intent") or {}).get("confidence") or 0.0)
    return name in COURTESY and sure >= SURE and not only_sounds_courteous(name, text)


def intent_heard(parsed: Mapping[str, Any]) -> str:
    """The name of the likeliest intent of a message, empty where none was heard."""
    return (parsed.get("intent") or {}).get("name") or ""
