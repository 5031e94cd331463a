"""What people say to the assistant of itself: that it is bad, how it is, whether it is a machine."""

from __future__ import annotations

import re

from actions.conversation.wishes import says_it_was_not_answered, says_it_was_unclear
from knowledge.text import fold

_BAD = (
    r"(?:nul\w*|faux|fausses?|inutiles?|useless|wrong|mauvais\w*|lamentables?|pourri\w*|bidon|incomplet\w*"
    r"|incomprehensibles?|erronee?s?|inexacte?s?|decevante?s?|merdiques?|terrible|bad|rubbish|incorrect\w*)"
)
_VERY = r"(?:(?:vraiment|completement|totalement|tout|toute|tres|trop|carrement|pas|si|so|really|very) )*"
_ITS_ANSWER = r"(?:reponses?|answers?|robots?|bots?|chatbots?|assistants?|trucs?|machins?|sites?|outils?)"
_IS_BAD = re.compile(
    rf"\b(?:votre|vos|ta|ton|tes|cette|ces|ce|la|le|your|this|that|the) {_ITS_ANSWER}"
    rf" (?:est|sont|etait|etaient|is|are|was|were) {_VERY}{_BAD}\b"
    rf"|\b(?:(?:c|ce|this|that|it) ?['’]? ?)(?:est|etait|is|was|s) {_VERY}{_BAD}\b"
    r"(?=(?: (?:votre|ton|ce|cet|your|this) \w+)?\W*(?:$|[,.;!]|(?:ca|il|elle|vous|tu|it|you) ))"
    r"|\b(?:ca|il|elle|vous|tu|on|it|you) (?:ne |n ?['’] ?)?(?:me |m ?['’] ?)?repon\w* jamais\b"
    r"|\bnever answers?\b"
    r"|\b(?:vous (?:n ?['’]? ?)?avez|(?:tu n ?['’]? ?|t ?['’]? ?|tu )as?) (?:\w+ )?"
    r"(?:rien|pas)(?: \w+)? (?:compris|pige|capte|saisi)\b"
    r"|\b(?:vous|tu) (?:ne )?(?:comprenez|comprends?|compren|pigez?|captez?) (?:vraiment )?(?:rien|pas)\b"
    r"|\byou (?:did not|didn ?['’]? ?t|do not|don ?['’]? ?t) understand (?:anything|me|my question)?\W*$"
)
"""« c'est nul votre truc », « votre réponse est fausse », « ça répond jamais », « t'as rien compris »."""
_MOST_WORDS = 14
_ASKS = re.compile(
    r"\b(?:quel\w*|combien|quand|comment|pourquoi|ou est|which|how|when|where|why|what)\b|\?\W*$"
)
"""A complaint with a question is answered for its question."""

_YOU_ARE = (
    r"(?:(?:vous|tu) (?:etes|es)|etes[- ]vous|es[- ]tu|t ?['’]? ?es?|c ?['’]? ?est"
    r"|est[- ]ce(?: que c ?['’]? ?est)?"
    r"|are you|r u|is this|am i (?:talking|speaking|chatting) (?:to|with)"
    r"|(?:est[- ]ce que )?je (?:parle|discute|cause|tchatte|ecris) (?:bien )?(?:a|avec)"
    r"|(?:est[- ]ce que )?(?:j ?['’]? ?ai|ai-je) affaire a)"
)
_A_MACHINE = (
    r"(?:ia|ai|intelligence artificielle|artificial intelligence|robots?|bots?|chatbots?|machines?|ordinateur"
    r"|programme informatique|automate|humaine?s?|humans?|vraie personne|personne(?: reelle)?|real person"
    r"|person|llm|chat ?gpt|gpt)"
)
_WHAT_YOU_ARE = re.compile(
    r"^\W*(?:(?:bonjour|salut|hello|hi|hey|et|mais|donc|en fait|dis|dites|so|but|and)\W+)*"
    rf"{_YOU_ARE} (?:(?:bien|vraiment|juste|encore|un peu|really|just|only)\W+)*"
    rf"(?:(?:une?|des|l ?['’]|an?|some)\W*)?(?:(?:real|vraie?|simple|sorte d ?['’]?) ?)?{_A_MACHINE}\b"
    r"(?:(?:\W+(?:ou|or)\W+(?:(?:une?|an?|des)\W+)?(?:vraie? |real )?\w+){0,2})"
    r"(?: qui (?:me )?(?:repond|parle)| who answers| (?:in|here|ici|la|non|right))*\W*$"
    rf"|^\W*(?:{_YOU_ARE} qui|qui (?:es[- ]tu|etes[- ]vous)|who are you)"
    rf"(?: (?:toi|vous|exactement|au juste))*(?:\W+(?:(?:une?|an?)\W+)?{_A_MACHINE})?"
    r"(?:\W+(?:ou|or)\W+(?:(?:une?|an?)\W+)?\w+){0,2}\W*$"
    rf"|^\W*(?:(?:une?|an?)\W+)?{_A_MACHINE}\W+(?:ou|or)\W+(?:(?:une?|an?)\W+)?{_A_MACHINE}\W*$"
)
"""« t'es une ia ? », « je parle à un robot ou à un humain ? »: what answers."""

_OWN_INSTRUCTIONS = re.compile(
    r"\b(?:ignor|oubli|disregard|forget|bypass|contourn)\w*\b.{0,20}\b(?:tes|vos|les|your|all|previous)\b"
    r".{0,20}\b(?:instructions?|consignes?|regles|directives?|rules|prompts?)\b"
    r"|\b(?:prompt (?:systeme|system|initial)|system prompt)\b"
    r"|\b(?:montre|donne|affiche|revele|repete|show|reveal|repeat)\w*\b.{0,16}\b(?:tes|vos|your) "
    r"(?:instructions?|consignes?|prompts?)\b"
)
"""« ignore tes instructions », « donne ton prompt système »."""
_HOW_YOU_ARE = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|slt|cc|et|alors)\W+)*"
    r"(?:(?:comment )?(?:ca|sa) va(?: bien)?|comment (?:allez[- ]vous|vas[- ]tu|tu vas|vous allez|va)"
    r"|(?:tu vas|vous allez) bien|la forme|quoi de neuf|how are you(?: doing| today)*|how is it going"
    r"|how s it going|what s up)"
    r"(?:\W+(?:et )?(?:toi|vous|aujourd ?['’]? ?hui|today|bien))*\W*$"
)
"""« ça va ? », and nothing else."""


def complains(text: str) -> bool:
    """Whether a message only says that the assistant, or its last answer, is bad, wrong or no answer."""
    if says_it_was_not_answered(text) or says_it_was_unclear(text):
        return True
    return says_it_is_bad(text)


def says_it_is_bad(text: str) -> bool:
    """« je suis déçue, votre réponse est fausse »: with its reason, and no question."""
    folded = fold(text)
    if len(text.split()) > _MOST_WORDS or _ASKS.search(folded):
        return False
    return _IS_BAD.search(folded) is not None


def asks_what_you_are(text: str) -> bool:
    """Whether a message asks whether a machine or a person answers, and nothing else."""
    return _WHAT_YOU_ARE.search(fold(text)) is not None


def asks_for_own_instructions(text: str) -> bool:
    """Whether a message wants the assistant to leave, or to show, the instructions it is thought to have."""
    return _OWN_INSTRUCTIONS.search(fold(text)) is not None


def asks_how_you_are(text: str) -> bool:
    """Whether a message only asks the assistant how it is."""
    return _HOW_YOU_ARE.search(fold(text)) is not None
