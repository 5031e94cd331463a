"""What people say of themselves around a question: who they are, who sent them, what their question is for.

« je suis journaliste à Nantes, combien de défis en promotion 4 ? » asks nothing of Nantes or of the press.
"""

from __future__ import annotations

import re

from actions.conversation.wishes import only_thanks
from actions.reports.asker import ROLES
from knowledge.text import fold
from nlu.entities import without_courtesy

_ASKING = (
    r"combien|combi?n|cb|cbn|comment|quand|pourquoi|quel(?:le)?s?|est-ce|est ce|qu'est"
    r"|(?:c|ct|c ?['’]? ?etait|c ?['’]? ?est) (?:quoi|qui)|a quoi|y a-t-il|how|what|when|which|why"
    r"|\w+-(?:t-)?(?:ils?|elles?|on|vous|je|nous|tu|ce)|(?:puis|peux|dois|pourrais) je|koi|ki|kan[dt]?|pk"
    r"|(?:je|nous) (?:voudrions|voudrais|veux|souhaite\w*|aimerais) (?:savoir|connaitre)"
    r"|je cherche (?:qui|quand|si|a savoir)|y ?a[- ]t[ '-]?il|cest qu[oi]i?|[cs]a pose (?:un )?p(?:ro)?b\w*"
)
_ASKS = re.compile(
    rf"\?|\b(?:{_ASKING})\b|(?:^|[ ,])où\b|\bou(?: pas| non)?\W*$"
    r"|^\W*(?:et |and )?(?:qui|ou|who|where|is|are|do|can)\b"
)
_ASKED_IN_WORDS = re.compile(rf"\b(?:{_ASKING})\b|\bou\b")
"""A clause with a mark alone ends a question that begins before it: « ils restent, ceux de la promo 3 ? »."""
_CLAUSE = re.compile(r"(?<=[,;:.!?\n…()–—])(?=\s|$)")
_BEFORE_A_QUESTION = re.compile(rf" (?=(?:{_ASKING})\b)")
_BEFORE_A_WISH = re.compile(r" (?=(?:et|and|mais) (?:je|j['’ ]|nous|on|i|we)\b.{0,24}\beigs?\b)")
"""« je dirige un service à la Culture et je voudrais accueillir des EIG »: who writes, then what for."""
_ASIDE = re.compile(r"\s?\([^()?]{2,40}\)")
GREETINGS = "bonjour|bonsoir|salut|hello|hi|bjr|bsr|slt|madame|monsieur"
_START = rf"^\W*(?:(?:{GREETINGS}|et|donc|alors|voila|car|puisque|comme|and|so)\b\W*)*"
_GREETS = re.compile(rf"{_START}$")
_SIGNED = re.compile(
    r"\b(?:cordialement|bien a vous|bonne journee|sincerement|kind regards|best regards|regards)\b"
)
_WISH_OR_TOPIC = (
    r"veux|voul\w+|voudr\w+|souhait\w+|aimer\w+|cherch(?:e|ons|ais|ions)|recherch(?:ons|ais|ions)|demand\w+"
    r"|besoin|envie|hesite\w*|question|parl(?:e|ons|ais|ions|er)|pens\w+|vois|lis|regard\w+|interess\w+"
    r"|evoqu\w+|refer\w*|reviens|lus?|vue?|entendu|trouv\w+|remarqu\w+|croi\w+|sais|connai\w+|comprend\w+"
    r"|compris|accueill\w+|candidat\w+|postul\w+|want|would|like|look\w*|wish|need|wonder\w*|hope|mean|read"
    r"|saw|heard|talking|interested|think|know|apply|refus\w+|recal\w+|rejet\w+|retenue?s?|selectionn\w+"
    r"|admise?s?|entretiens?|dossiers?|rejected|turned|interview\w*"
)
"""What makes of « je… » a wish, or a word on what the question is about: one's own candidature is."""
_KIN = (
    r"fils|fille|mari|femme|freres?|soeurs?|copain|copine|compagn\w+|conjointe?|epou[sx]\w*|pere|mere|neveu"
    r"|niece|cousine?|amie?s?|pote|collegues?|voisine?|chef\w*|patronn?e?|tut(?:eur|rice)|directeur"
    r"|directrice|son|daughter|husband|wife|brother|sister|friend|colleague|boss|neighbou?r|partner"
)
_WORK = (
    r"articles?|papier|memoire|these|expose|reportage|emission|podcast|enquete|etude|cours|tpe|livre|blog"
    r"|newsletter|journal|presentation|master|stage|story|thesis|dissertation|essay|paper|class|show"
)
_TRADE = (
    rf"{ROLES}|freelance|independante?|chargee? de|ingenieure?|consultante?|stagiaire|avocate?|juriste"
    r"|(?:sous[- ])?(?:chef(?:fe)?|direct(?:eur|rice)|responsable|gestionnaire|attachee?|cadre)"
    r"|militaire|policiere?|gendarme|mentore?|coach|ancien(?:ne)? (?:eig|de la promo\w*)|lawyer|engineer"
    r"|freelancer|civil servant"
)
_ABOUT_ONESELF = (
    r"(?:je|j'|j |nous|i|i'm) ?[^,;:.]{0,40}\b(?:infos?|informations?|renseignements?|questions?)\W*$",
    r"(?:moi\W+)?(?:je|j'|j |jai|jsuis|chuis|nous|on est|on a\b|on travaille|i|i'm|im|we|we're)\b"
    rf"(?!.*\b(?:{_WISH_OR_TOPIC})\b)",
    rf"(?:mon|ma|mes|notre|nos|un|une|my|an?|our) (?:\w+ )?(?:{_KIN})\b"
    r"(?!.*\b(?:veut|veulent|cherch\w+|wants?|looks?)\b)",
    r"(?:si|if) [^,;:.]{2,30} (?:est|suis|sont|serait|is|am|are|gets?) "
    r"(?:(?:prise?|recrutee?|embauchee?)s?|recruited|hired)\b",
    r"(?:on|quelqu'un|someone|somebody) (?:m'|m |nous |told )",
    r"moi,? c'est \w+(?:,? (?:de |d'|du |a )\w+)?\W*$",
    r"ici,? (?:un |une )?\w+(?:,? (?:de |d'|du |a )\w+)?\W*$",
    r"\d\d ?(?:ans|yo|years? old)\b",
    r"(?:en tant que?|as an?) ",
    r"(?:c'est |ct |it's |its |this is )?(?:pour|for|dans le cadre (?:de|d'|du)|as part of) ?"
    r"(?:l'|d'|un |une |mon |ma |notre |le |la |des |my |an? |our |the )*"
    rf"(?:\w+ )?(?:{_WORK})\b",
    rf"(?:{_TRADE})\b(?! (?:(?:du|de ce|de votre) programme|des eigs?)\b)",
)
"""A wish for information; who one is; that someone is recruited, as most questions suppose; who sent one; an
age, a name, a place, a capacity, what the answer is for."""
_SELF = re.compile(rf"{_START}(?:{'|'.join(_ABOUT_ONESELF)})")
_APPOSED = re.compile(
    r"\W*(?!(?:les?|la|l'|sur|pour|concernant|au sujet|a propos|promo\w*|the|about|for|on"
    r"|(?:(?:et|mais|and|but) )?(?:je|j|nous|on|i|we)|vous|you|il|elle|ca|c)\b)"
    r"(?:\w+\W+){1,8}"
)
"""« développeur à Lyon » after « je m'appelle Karim »."""
_GOES_ON = re.compile(
    r"\W*(?:(?:et|mais|and|but) )?(?:il|elle|ils|elles|he|she|they) (?!y ?a\b|faut\b|existe\b)"
    rf"(?!.*\b(?:{_WISH_OR_TOPIC})\b)"
)
"""« il finit l'an prochain » after « mon fils est en master »."""
_MAY_THEY = re.compile(r"\b(?:ils?|elles?|he|she|they) (?:peu\w+|pourr\w+|a (?:le )?droit|can|could|may)\b")
"""« mon frère est sourd il peut postuler »: asks, though no mark nor word says so."""
_OF_MINE = re.compile(
    r"\b(?:mon|ma|mes|my|our|notre|nos) (?:\w+ )?(?:boulot|travail|metier|poste|job|taf|work)\b"
)
"""« 90 % de mon boulot, c'est du traitement d'images »: told of oneself wherever it stands in the clause."""
_OFFICE = (
    r"(?:commissariat|ministere|bureau|direction|service|prefecture|mairie|region|departement|conseil|agence"
    r"|universite|chu|hopital|dsi|ddt|dreal|ars|cabinet|syndicat|secretariat|ministry|agency|department)"
)
_SIGNATURE = re.compile(rf"\W*{_OFFICE}\b[^?!:]{{0,70}}[.\n]\s*$")
"""« Commissariat des armées, bureau transformation. » before a question that names a body of its own."""
_TELL_ME = (
    r"\b(?:me|m'|nous) ?"
    r"(?:dire|donner|indiquer|preciser|expliquer|renseigner|confirmer|rappeler|communiquer)\b"
    r"|\b(?:dites|dis|donnez|donne|expliquez|explique|indiquez|tell|give|let)[- ](?:moi|nous|me|us)\b"
    r"|\b(?:je|j'|nous) ?(?:me|nous) demand\w+\b|\bconnaitre\b"
)
_ASKS_TO_BE_TOLD = re.compile(
    rf"{_TELL_ME}|\b(?:je|j'|nous) ?(?:voudr\w+|veux|souhait\w+|aimer\w+|cherche (?:a|qui|quand|si))\b"
    r"|\b(?:il )?(?:me|nous) (?:manque\w*|faut|faudrait)\b"
    r"|\bi(?:'d| would) (?:like|love)\b|\bi(?: want|'m trying)\b|\ba qui (?:dois|puis)-je m['’]adresser\b"
)
_FIRST_PERSON = re.compile(r"\b(?:je|j|moi|me|m|mon|ma|mes|nous|notre|nos|i|my|mine|we|us|our)\b")
POINTS_BACK = re.compile(
    r"\b(?:la[- ]dessus|la[- ]bas|(?:la[- ])?dedans|dans ce cas|[jntms]'y|celui-la|celle-la|le mien|la mienne"
    r"|about (?:it|that|this)|(?:son|leur|its|their) (?:nom|name)|l['’]appel\w+|cela (?:sert|depend)\w*"
    r"|y (?:a-t-on|a-t-il|ai-je|avons-nous|avez-vous|avoir|a|ont) droit)\b"
    r"|(?<!\by )(?<!\bou )\ben (?:a|ont|est|sont|avai\w+|etai\w+)\b|\b(?:lequel|laquelle|which one)\W*$"
)
"""« j'ai reçu une amende pour une autre voiture, y a pas un projet là-dessus ? »: on what was told before."""
_OUR_BODY = re.compile(r"\b(?:notre|nos|nous|our|us|we)\b")
_WOULD_HOST = re.compile(
    r"\b(?:accueillir|recevoir|obtenir|demander|prendre|avoir|faire venir|host|get|have) .{0,20}"
    r"\b(?:eigs?|equipe|entrepreneurs?|team)\b"
)
_BENEFITS = re.compile(
    r"\b(?:apport(?:er\w*|ent)|benefices?|benefits?|quel interet|a quoi .{0,12}servir\w*)\b"
)
"""« qu'est-ce que ça nous apporterait ? » is the same for whoever hosts."""
_MORE_ASKED = re.compile(r"\W*(?:(?:et|ou|and|or) )?(?:si|s['’]ils?|if|whether)\b", re.I)
"""« je voudrais savoir quel est le salaire, et si je peux rester à Lyon »."""
_NAME = re.compile(r"\W*(?:[A-ZÉÈÎÔ][\w'’-]+\W*){1,3}")
"""Who signs, after thanks or greetings."""
_OPENS_WITH_THANKS = re.compile(
    r"\W*(?:(?:ok\w*|bon|ah|oh|super|top|parfait|genial|nickel|cool|great|d['’ ]accord|tres bien)\W+){0,3}"
    r"(?:merci|mrc|mci|thanks|thank you|thx)\b"
    r"(?: (?:bien|beaucoup|bcp|infiniment|a vous|a toi|encore|so much|a lot|very much)\b){0,2}"
    r"(?:\W*[,.;:!…]\W*|\s+(?=(?:et|mais|and|but)\b))"
)
_IN_CASE = re.compile(r"\W*(?:et |ou |mais )?(?:en cas d|(?:in|if) case of|in the event of)")
"""« en cas d'arrêt maladie, l'EIG garde-t-il son salaire ? » asks of that case."""
_CHANGES_SUBJECT = re.compile(
    r"\W*(?:(?:ok\w*|bon|ah|alors|mais|d['’ ]accord|merci)\W+){0,3}(?:(?P<and>et )\W*)?"
    r"(?:sinon(?! [aà] (?:quoi|qui)\b)|au fait|(?:une )?autre (?:chose|question)|rien a voir(?: mais)?"
    r"|changeons de sujet|by the way|btw|on another (?:note|subject))\b(?! (?:que|avec)\b)\W*"
)
"""« ok. sinon, Gobelins, c'était quoi ? »: what opens another subject asks nothing."""


def without_introduction(text: str) -> list[str]:
    """``text`` without what its author says of himself; then with the last of that, which « c'est quoi ? »
    after « une amie m'a parlé de votre programme » points to. None where nothing, or no question, is left.

    « pouvez-vous nous aider ? » is first tried with all of it, without what else is told.
    """
    parts = [part for clause in clauses(text) for part in _apart(clause)]
    signed = _signed(parts)
    told: list[bool] = []
    for number, part in enumerate(parts):
        goes_on = bool(told and told[-1]) and number + 1 < len(parts) and not asks(part)
        more = goes_on and (_APPOSED.fullmatch(fold(part)) or _GOES_ON.match(fold(part)))
        told.append(number < signed or tells_of_the_speaker(part) or bool(more))
    if len(parts) > 1 and _NAME.fullmatch(parts[-1]) and (told[-2] or _is_formal(parts[-2])):
        parts.pop()
        told.pop()
    kept = [number for number, left_out in enumerate(told) if not left_out and not _is_formal(parts[number])]
    asking = [number for number in kept if _is_a_question(parts[number])]
    if not any(told) or not asking:
        return []
    speaker = [number for number, left_out in enumerate(told) if left_out]
    ways = [sorted({*kept, speaker[-1]})]
    if not POINTS_BACK.search(fold("".join(parts[number] for number in kept))):
        ways.insert(0, kept)
    if asking != kept and is_of_the_speaker("".join(parts[number] for number in asking)):
        ways.insert(0, sorted({*speaker, *asking}))
    forms = dict.fromkeys("".join(parts[number] for number in way).strip(" ,;:.!\n") for way in ways)
    return [form for form in forms if form.split() != text.split()]


def only_asked(text: str) -> str:
    """``text`` from the first to the last of its clauses that ask, without what else is said around them:
    « data engineer en CDI, RQTH. Faut-il démissionner, et quels lieux ? ».
    """
    parts = [part for clause in clauses(text) for part in _apart(clause)]
    asking = [number for number, part in enumerate(parts) if _is_a_question(part)]
    if not asking:
        return text
    end = asking[-1] + 1
    while end < len(parts) and _MORE_ASKED.match(parts[end]):
        end += 1
    start = asking[0]
    while start and not _ASKED_IN_WORDS.search(fold(parts[start])) and parts[start - 1].rstrip()[-1:] == ",":
        start -= 1
    asked = parts[start:end]
    if start and _IN_CASE.match(fold(parts[start - 1])):
        asked = [parts[start - 1], *asked]
    kept = [part for part in asked if not (tells_of_the_speaker(part) or _is_formal(part))]
    return "".join(kept or asked).strip(" ,;:.!\n")


def without_aside(text: str) -> str:
    """« ancien EIG de la promo 3 (Polygraphe). Que sont devenus les projets de ma promo ? » asks nothing of
    what its author puts in brackets where he says who he is.
    """
    found = _ASIDE.search(text)
    said, rest = (text[: found.start()], text[found.end() :]) if found else ("", "")
    if not (said.strip() and asks(rest)) or not tells_of_the_speaker(clauses(said)[-1]):
        return text
    return said + rest


def clauses(text: str) -> list[str]:
    """What stands between the marks of ``text``, each with its own."""
    return [clause for clause in _CLAUSE.split(text) if clause.strip()]


def _signed(parts: list[str]) -> int:
    """How many of the first parts name the office that writes, where what is asked names another body."""
    for number in range(1, min(len(parts), 4)):
        first, asked = fold("".join(parts[:number])), fold("".join(parts[number:]))
        if _SIGNATURE.match(first) and re.search(rf"\b{_OFFICE}s?\b", asked) and not _OUR_BODY.search(asked):
            return number
    return 0


def _is_formal(part: str) -> bool:
    return _GREETS.search(fold(part)) is not None or _SIGNED.search(fold(part)) is not None


def tells_of_the_speaker(part: str) -> bool:
    """Whether a part of a message only thanks, or says who writes, who sent them or what for."""
    if asks(part):
        return False
    folded = fold(part)
    of_mine = _OF_MINE.search(folded) and not re.search(rf"\b(?:{_WISH_OR_TOPIC})\b", folded)
    return only_thanks(part) or _SELF.search(folded) is not None or bool(of_mine)


def only_introduces(text: str) -> bool:
    """« bonjour, je m'appelle Karim et j'habite à Lyon »: who writes, and nothing asked."""
    parts = [clause for clause in clauses(text) if not _is_formal(clause)]
    asking = wants_something(text) or _MAY_THEY.search(fold(text))
    return bool(parts) and not asking and all(map(tells_of_the_speaker, parts))


def asks(text: str) -> bool:
    """Whether ``text`` holds a question, with its mark or in its words."""
    return _ASKS.search(text.lower()) is not None or _ASKS.search(fold(text)) is not None


def _is_a_question(part: str) -> bool:
    """Whether a part asks, or asks to be told, not wishes for more: « nous aimerions un outil »."""
    return asks(part) or re.search(_TELL_ME, fold(part)) is not None


def wants_something(text: str) -> bool:
    """Whether ``text`` asks a question or asks to be told something."""
    return asks(text) or _ASKS_TO_BE_TOLD.search(fold(text)) is not None


def without_thanks(text: str) -> str:
    """« merci ! et combien ? », « sinon, c'est quoi ? » ask what follows; « merci de me dire … » has none."""
    folded = fold(text)
    thanks = _OPENS_WITH_THANKS.match(folded) if len(folded) == len(text) else None
    rest = text[thanks.end() :] if thanks else text
    text = rest if wants_something(rest) else text
    folded = fold(text)
    opens = _CHANGES_SUBJECT.match(folded) if len(folded) == len(text) else None
    rest = f"{opens['and'] or ''}{text[opens.end() :]}" if opens else text
    return rest if wants_something(rest) else text


def is_of_the_speaker(question: str) -> bool:
    """« puis-je candidater ? » depends on who asks; « je voudrais savoir combien ils sont » does not."""
    asked = _ASKS_TO_BE_TOLD.sub(" ", fold(without_courtesy(question)))
    return _FIRST_PERSON.search(asked) is not None and not _BENEFITS.search(asked)


def is_of_their_body(question: str) -> bool:
    """« combien de défis notre ministère a-t-il eus ? » is of a body that was named before; « comment
    recevoir une équipe chez nous ? » is of any that would host one.
    """
    folded = fold(question)
    of_any = _WOULD_HOST.search(folded) or _BENEFITS.search(folded)
    return _OUR_BODY.search(folded) is not None and not of_any


def _apart(clause: str) -> list[str]:
    """« je suis journaliste combien de défis en promo 4 » cut before what it asks."""
    folded = fold(clause)
    same = len(folded) == len(clause)
    cut = (_BEFORE_A_QUESTION.search(folded) or _BEFORE_A_WISH.search(folded)) if same else None
    if cut is None or not tells_of_the_speaker(clause[: cut.start()]):
        return [clause]
    return [clause[: cut.start()], clause[cut.start() :]]
