"""Wishes that no fact of the base meets: a person to speak to, a letter to be written, one's own file."""

from __future__ import annotations

import re

from knowledge.text import STOP_WORDS, fold, words

_OWN_CASE = re.compile(
    r"\bou en est (?:mon|ma|notre)\b"
    r"|\b(?:mon|ma|notre) (?:dossier|candidature|projet)\b.{0,90}"
    r"\bou en (?:est|suis|sommes)[- ](?:il|elle|je|nous)\b"
    r"|\b(?<!^si )(?<![.,;?!] si )(?<!\bet si )(?<!\bmais si )(?:j'ai|jai|ai-je|je suis|suis-je) (?:ete )?"
    r"(?:retenue?|selectionnee?|refusee?|recalee?|acceptee?)s?\b"
    r"|\b(?:suivi|statut|resultat|numero|etat) (?:de )?(?:mon|ma|notre) (?:dossier|candidature|projet)"
    r"|\b(?:mon dossier|ma candidature) (?:numero|n°|a ete|est-elle|est-il|a-t-elle|a-t-il)"
    r"|\b(?:dossier|candidature)(?: (?:il|elle|ca))? en est (?:ou\b|a quel)"
    r"|\bpourquoi (?:est-ce que )?"
    r"(?:je n'ai|j'ai|n'ai-je|on m'a|m'avez-vous|vous m'avez|(?:ma candidature|mon dossier)(?! serait))\b"
    r".{0,32}\b(?:pris|prise|retenue?|refuse\w*|rejete\w*|ecarte\w*|recale\w*|selectionne\w*)\b"
    r"|status of my application|why (?:was|wasn't) (?:i|my application)\b|have i been selected|was i selected"
)
"""What only the team can say: how a person's own application fares."""
_WHAT_IT_MEANS = re.compile(
    r"\b(?:veut dire|veu dire|signifie|implique|means?|criteres?|baremes?|vivier|vaut"
    r"|re-?(?:candidat|postul|present|tent)\w+|represent\w+ (?:ma|une) candidature|[ad]e? nouveau)\b"
)
_WANTS_A_TEXT = re.compile(
    r"\b(?:ecri\w+|redige\w*|tradui\w+|corrige\w*|relis\w*|relire)\b.{0,30}"
    r"\b(?:a ma place|pour moi|mon cv|ma lettre|(?:mon|ce|cet) (?:courri?e[rl]|e?-?mail|texte|message))\b"
    r"|\b(?:ecris|ecri|ecrivez|redige|redigez|traduis|fais|faites)[- ]moi\b(?! (?:(?:l[ae]|une?) )?(?:\w+ )?"
    r"(?:liste|resume|recap\w*|topo|point|tableau|bilan|synthese|comparatif)\b)"
    r"|\b(?:write|draft|translate) (?:me|my)\b|\b(?:write|draft).{0,20}\bfor me\b"
)
"""« écris ma lettre à ma place »: a service that is none of ours; « fais-moi la liste des défis » is."""
_WANTS_A_PERSON = re.compile(
    r"\b(?:parler|discuter|echanger|mettre en relation|passe[rz]?[ -]moi)\b.{0,14}?"
    r"\b(?:quelqu'? ?un|humain\w*|conseiller\w*|vraie personne|une personne|agent)\b"
    r"|\b(?<!avant d['’ ])(?:avoir|joindre|appeler|contacter|rencontrer) "
    r"(?:quelqu'? ?un|un conseiller|une (?:vraie |autre )?personne|un (?:vrai )?humain|un etre humain)\b"
    r"|\b(?:etre|soyez|sois|me faire) (?:rappele\w*|recontacte\w*)"
    r"|\b(?:talk|speak) (?:to|with) (?:a |an |some)(?:real |actual |live )?(?:human|person|one|body|agent)"
)
"""« passez-moi quelqu'un »: a wish that no answer replaces."""
_ADDRESS = re.compile(
    r"\b(?:e-?mails?|mails?|courriels?|courriers?|adresses?|address|contact)\b"
    r"|\bnum(?:ero|s)? (?:ou|pour) .{0,12}?(?:appel|joindre|contact|telephon)"
)
_BY_VOICE = re.compile(
    r"\b(?:telephon\w*|phone|(?<!m['’ ])(?<![mu][ei] )appeler|(?:can|could|to) (?:i |we )?call|vive voix)\b"
)
_BUYS = re.compile(r"\b(?:achet\w*|acheter|buy|forfait)\b")
_SOMEONE = re.compile(
    r"\b(?:parler|quelqu'un|humain|humaine|personne|conseiller|agent|rappel\w*|joindre|human|someone|person|speak|talk)\b"
)
_WHERE_TO_WRITE = re.compile(
    r"\b(?:a (?:qui|ki)|ou) (?:vous |puis-je |peut-on |dois-je |je peux |on peut |je dois )?ecrire\b"
    r"|\ba (?:qui|ki) j'?ecri[st]?\b|\bwhere (?:can|do) i write\b"
)
_UNANSWERED = re.compile(
    r"\b(?:tu|vous|t|ca|you) .{0,20}\b(?:repon\w+ (?:\w+ )?pas|pas (?:\w+ )?repon\w+)"
    r"|\b(?:ce n|c) ?['’]? ?est (?:toujours )?pas (?:du tout )?(?:ma|la|ce que j\w*) ?"
    r"(?:question|demand\w*|ai demande)"
    r"|\byou (?:did|do|have)(?:n ?['’]? ?t| not) (?:really )?answer"
    r"|\b(?:not|nothing to do with) (?:an answer to )?(?:my question|what i asked)"
    r"|\b(?:tu|vous|t|ca) .{0,20}\brepon\w+ (?:\w+ )?(?:a cote|hors sujet)\b"
    r"|\ba cote de la (?:plaque|question)\b|\brien a voir avec (?:ma|la) question\b"
    r"|\breponse ne (?:repond|correspond) pas\b"
    r"|^\W*(?:(?:mais|non|ben|bah|ok|but|no)\W+)*(?:ca|cela|c|that|this|it)\W+(?:n ?['’]? ?)?(?:a|has) "
    r"(?:aucun rapport|rien a voir|nothing to do with (?:it|this|that))\W*$"
    r"|\bje (?:ne )?(?:vous |te |t ?['’]? ?)?(?:parle|demande|parlais|demandais) pas (?:de )?(?:ca|cela)\b"
    r"|\bi (?:did not|didn ?['’]? ?t|was not|wasn ?['’]? ?t) (?:ask(?:ing)?|talk(?:ing)?)(?: for| about)? "
    r"(?:that|this)\b"
    r"|^\W*(?:(?:c ?['’]? ?est|vous etes|tu es|this is|it is|that is|totalement|completement)\W+){0,2}"
    r"(?:a cote|hors[ -]sujet|off[ -]topic|beside the point)\W*$"
    r"|\b(?:tu|vous) .{0,12}\b(?:recopi\w+|(?:fai[st]|faites) (?:que )?(?:du |des )?copie)"
    r"|\byou (?:(?:just|only|are|re|keep) ){0,2}cop(?:ied|ying)\b"
    r"|\b(?:tu|vous|t) .{0,24}\b(?:repet\w+|redi\w+|ressor\w+)\b.{0,24}"
    r"\b(?:la meme|pareil|encore|chose|ca|boucle)\b|\b(?:tu te|vous vous) repet\w+"
    r"|\b(?:tu|vous) (?:venez|viens) (?:juste )?de (?:\w+ ){0,2}(?:dire|repondre|repeter|donner)"
    r"(?: ca| cela| la meme chose)?\W*$"
    r"|\b(?:tu|vous) (?:\w+ ['’]?){0,2}(?:avez|as) deja (?:dit|repondu|donne|cite)\w*"
    r"(?: ca| cela| la meme chose| cette reponse)?\W*$"
    r"|^\W*(?:(?:mais|bah|ben|non|encore|but)\W+)*(?:c ?['’]? ?est )?(?:encore |toujours |exactement )*"
    r"(?:la|le) meme (?:chose|reponse|texte|passage)(?: qu['’ ]avant| encore)?[\s.!]*$"
    r"|\byou (?:have |ve )?(?:just |already |only )+(?:said|told me|repeated|gave me) "
    r"(?:that|this|the same)\b|\brepeating yourself\b"
    r"|^\W*(?:(?:but|that is|that ?['’]? ?s|it ?['’]? ?s)\W+)*(?:exactly )?the same"
    r" (?:answer|text|thing)(?: again)?[\s.!]*$"
)
"""« tu réponds pas à ma question », « vous répondez à côté »: of the answer before."""
_MOST_WORDS_OF_A_COMPLAINT = 14
_JUST_SPOKEN_OF = re.compile(
    r"^\W*(?:(?:mais|bah|ben|non|enfin|but)\W+)*(?:(?:vous|tu) (?:venez|viens) (?:juste )?de ?"
    r"(?:(?:me |nous |m['’])?(?:parler|citer|mentionner|dire|montrer|donner))"
    r"|you (?:have |ve )?just (?:(?:said|mentioned|quoted|showed me|told me|spoke|talked)(?: about| of)?))"
    r" (?:d['’]|de la |de l['’]|de |du |des |qu['’]|que |about |of |that )?(?P<matter>[^,;:.?!–—]{4,})"
    r"(?P<rest>.*)$"
)
"""« mais vous venez de me parler d'une grande salle, c'est ça ! »: asks of it again."""
_IS_IT = re.compile(r"\W*(?:(?:c ?['’]? ?est|ce n ?['’]? ?est pas|that ?['’]? ?s|it is)\b.{0,40})?")
_CLAUSE = re.compile(r"(?<=[.:;,!?\n…–—])")
_BESIDE_A_COMPLAINT = frozenset(
    "non oui no yes bah ben hein bon ok desole desolee pardon sorry but mais attendez attends wait question "
    "questions reponse reponses answer franchement serieusement seriously toujours encore still again "
    "repondez reponds demande demandais demandait asked".split()
)
"""Words beside a complaint that ask nothing."""
_ASSENT = re.compile(
    r"\W*(?:d ?['’]? ?accord\b\W+(?=et |mais |donc |alors |du coup )"
    r"|(?:c ?['’]? ?est|cad|c)[- ][àa][- ]dire\s*[,:]\W*|je (?:veux|voulais) dire\s*[,:]\W*"
    r"|i (?:mean|meant)\s*[,:]\W*)(?=\w+\W+\w)",
    re.I,
)
"""« d'accord, et c'est où ? », « c'est-à-dire, où ? »: what was said before is no part of what is asked."""
_UNCLEAR = re.compile(
    r"\b(?:pas|rien)(?: \w+){0,2} (?:compris|saisi|suivi|pige|capte|clair)\b"
    r"|\b(?:comprend\w*|pige|capte|saisi[st])(?: \w+)? (?:pas|rien)\b"
    r"|\b(?:don ?['’]? ?t|do not|did not|didn ?['’]? ?t) (?:\w+ )?(?:understand|get it|follow)\b"
)
"""« je n'ai pas compris »: the last answer was not clear."""
_OF_UNCLEARNESS = frozenset(
    "compris comprends comprend saisi saisis suivi pige capte clair clear desole desolee pardon bonjour "
    "merci tout vraiment tres bien toujours encore reponse answer sorry understand follow get don didn still "
    "really que quoi vous dites voulez dire".split()
)
"""Words beside that which ask nothing."""
_TAKES_LEAVE = re.compile(
    r"\b(?:agreer|recevoir|accepter|croire)\b.{0,80}"
    r"\b(?:salutations|sentiments|consideration|respects?|hommages|devouement|expression|assurance)\b"
    r"|\b(?:bien|tres) (?:cordialement|respectueusement|sincerement)\b"
    r"|\b(?:yours|your) (?:sincerely|faithfully|truly)\b|\b(?:kind|best) regards\b"
)
"""How a letter ends."""
_BEFORE_LEAVE = frozenset("prie prions veuillez attente lire dear please receive".split())

_OWN = r"(?:mon|ma|mes|nos|my|our)"
_MINE = r"(?:donnees|infos?|informations|messages?|questions?|conversations?|echanges?|data|chats?|words)"
_KEPT = (
    r"(?:gard\w*|conserv\w*|stock\w*|enregistr\w*|sauvegard\w*|revend\w*|vend\w*|partag\w*|effac\w*|supprim\w*"
    r"|kept|keep|stor\w*|sav(?:e|ed|ing)|sold|sell|shared?|delet\w*|record\w*)"
)
_WHAT_IS_KEPT = re.compile(
    rf"\b{_OWN} {_MINE}\b.{{0,30}}\b{_KEPT}\b"
    rf"|\b(?:vous|tu|you)\b.{{0,12}}\b{_KEPT}\b.{{0,16}}\b(?:(?:{_OWN}|les|the|cette|this) {_MINE}"
    r"|ce que (?:je|j)|ce qu'on|what i)\b"
    rf"|\b(?:cette|notre|la|this|our) (?:conversation|discussion|chat)\b.{{0,24}}\b{_KEPT}\b"
)
"""« vous gardez mes messages ? »: of the assistant itself."""
_WANTS_IT_ERASED = re.compile(
    r"\b(?:je (?:veux|voudrais|souhaite\w*|demande|exige)|j'exige|i (?:want|wish|would like)|please)\b.{0,30}"
    r"\b(?:effac\w+|supprim\w+|delet\w+|eras\w+)"
)
"""« je veux que vous effaciez mes données »: a right, for which the base knows the address."""
_OF_THE_PROGRAMME = re.compile(
    r"\b(?:candidat\w*|dossiers?|cv|defis?|projets?|applicat\w*|apply|appli|formulaires?|sites?|form|website)\b"
)
_DEADLINE = re.compile(
    r"\b(?:date limite|dernier delai|dernier jour|jusqu['’]? ?a quand|avant quand|avant quelle date|deadline"
    r"|closing date)\b"
)
_ANOTHER_OFFICE = re.compile(
    r"\b(?:impots?|voter|elections?|permis|passeport|carte (?:grise|vitale|d.identite)|parcoursup|loyer"
    r"|taxes?|tva|cfe|urssaf|caf|apl|rsa|crous|vaccin\w*|retraite|amendes?|facture|visa|naturalisation|soldes"
    r"|tax return|vote)\b"
)
"""Of other offices, where « la date limite » is no call's."""


_THANKS = re.compile(r"\bmerci\w*|\bremerci\w*|\bthank\w*|\breconnaissan\w*|\bgrateful\b")
_OF_THANKS = frozenset(
    "grand grands mille beaucoup infiniment sincerement vivement chaleureusement encore vraiment "
    "attention portee apportee accordee consacre accorde prete temps demande demandes requete question "
    "questions reponse reponses aide precieuse precieux eclairage eclairages renseignements "
    "informations explications patience disponibilite ecoute rapidite efficacite travail parfait super "
    "genial cool nickel ok bonjour bonsoir bonne journee soiree fin semaine madame monsieur "
    "cordialement va ira sera lot much very help answers answer kind good day many again great "
    "appreciated message messages service bcp tant pis dommage grave anyway nevertheless though bah bon ben "
    "bref essaye essayer".split()
)
"""Words beside « merci » that ask nothing."""
_NOTHING = re.compile(r"[\W_]*|\W*(?:(\w)\1{3,}+\W*)+")
"""« ????? », « xxxxxxxx »; a run is taken whole, as a thousand of one letter can be cut in too many ways."""


def says_nothing(text: str) -> bool:
    """Whether a message holds no word: signs alone, or one letter again and again."""
    return _NOTHING.fullmatch(fold(text)) is not None


def only_thanks(text: str) -> bool:
    """« je vous remercie de l'attention portée à mes demandes »: a letter's thanks, that ask nothing."""
    folded = fold(text)
    said = _said_beside_thanks(folded)
    return _THANKS.search(folded) is not None and "?" not in text and said <= _OF_THANKS | STOP_WORDS


def only_takes_leave(text: str) -> bool:
    """« je vous prie d'agréer, Madame, Monsieur, l'expression de… »: the end of a letter, and no question."""
    folded = fold(text)
    end = _TAKES_LEAVE.search(folded)
    if end is None or "?" in text:
        return False
    return _said_beside_thanks(folded[: end.start()]) <= _OF_THANKS | _BEFORE_LEAVE | STOP_WORDS


def _said_beside_thanks(folded: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{2,}", folded) if not _THANKS.fullmatch(word)}


def says_it_was_unclear(text: str) -> bool:
    """« je n'ai pas compris », and nothing of what."""
    folded = fold(text)
    said = set(re.findall(r"[a-z]{2,}", folded))
    return _UNCLEAR.search(folded) is not None and said <= _OF_UNCLEARNESS | STOP_WORDS


def asks_what_is_kept(text: str) -> bool:
    """Whether a message asks what the assistant does with what people write to it."""
    folded = fold(text)
    apart = _OF_THE_PROGRAMME.search(folded) or _WANTS_IT_ERASED.search(folded)
    return _WHAT_IS_KEPT.search(folded) is not None and not apart


def asks_of_an_own_case(text: str) -> bool:
    """Whether a message asks how the writer's own application fares, which only the team can say."""
    folded = fold(text)
    return bool(_OWN_CASE.search(folded)) and not _WHAT_IT_MEANS.search(folded)


def is_not_for_us(text: str) -> bool:
    """Whether a message wants something written or translated, or what another office's deadline is."""
    folded = fold(text)
    of_another_office = _DEADLINE.search(folded) and _ANOTHER_OFFICE.search(folded)
    return bool(_WANTS_A_TEXT.search(folded) or of_another_office and not _OF_THE_PROGRAMME.search(folded))


def says_it_was_not_answered(text: str) -> bool:
    """Whether a message complains that the last answer was none."""
    short = len(text.split()) <= _MOST_WORDS_OF_A_COMPLAINT
    return short and _UNANSWERED.search(fold(text)) is not None


def without_complaint(text: str) -> str:
    """« vous n'avez pas répondu : quel est le salaire ? » without its complaint, « d'accord, et où ? »
    without the assent, or what was just spoken of; as it is where no question goes with it.
    """
    assent = _ASSENT.match(text)
    text = text[assent.end() :] if assent else text
    spoken_of = _JUST_SPOKEN_OF.match(fold(text))
    if spoken_of is not None and _IS_IT.fullmatch(spoken_of["rest"]) and len(fold(text)) == len(text):
        return text[spoken_of.start("matter") : spoken_of.end("matter")].strip()
    clauses = _CLAUSE.split(text)
    rest = [clause for clause in clauses if not says_it_was_not_answered(clause)]
    asked = {word for clause in rest for word in words(clause)} - STOP_WORDS - _BESIDE_A_COMPLAINT
    return " ".join(clause.strip() for clause in rest).strip() if asked and len(rest) < len(clauses) else text


def wants_a_person(text: str) -> bool:
    """« passez-moi quelqu'un », whatever else is said, but by telephone: its number is known."""
    return _WANTS_A_PERSON.search(fold(text)) is not None and _BY_VOICE.search(fold(text)) is None


def asks_where_to_write(text: str) -> bool:
    """« à qui j'écris ? »: the address of the team, a fact of the base."""
    return _WHERE_TO_WRITE.search(fold(text)) is not None


def asks_for_an_address(text: str) -> bool:
    """« votre mail », « une adresse »: a fact of the base, where « parler à quelqu'un » is a wish."""
    folded = fold(text)
    if asks_where_to_write(text):
        return True
    written = _ADDRESS.search(folded) and not _SOMEONE.search(folded)
    return not _BUYS.search(folded) and bool(written or _BY_VOICE.search(folded))


_LINK = frozenset("lien liens link links url urls".split())
_HANDED = frozenset(
    "donne donner donnez envoie envoyer envoyez file direct exact give send site web page internet".split()
)
"""Words around « le lien » that say nothing of what it leads to."""
_READ_MORE = re.compile(
    r"\b(?:ou|where)\b.{0,24}\b(?:lire|en (?:savoir|apprendre|trouver)|consulter|read|find|learn|know|look)\b"
    r"|^\W*(?:pour )?en (?:savoir|lire) (?:plus|davantage)\b|\b(?:read|learn|find out) more\b"
)
_MORE = frozenset(
    "ou lire savoir apprendre trouver consulter plus davantage suite details detail infos informations "
    "dessus propos sujet read find out learn know look more further about details information page site web "
    "internet ligne online somewhere possible".split()
)
"""All that « où puis-je en lire plus ? » says."""


def asks_for_the_link(text: str) -> bool:
    """« le lien stp », « où puis-je en lire plus ? »: what was just told, as nothing else is named."""
    folded = fold(text)
    said = set(re.findall(r"[a-z]{2,}", folded))
    more = _READ_MORE.search(folded) is not None and said <= _MORE | STOP_WORDS
    return more or bool(said & _LINK) and said <= _LINK | _HANDED | STOP_WORDS
