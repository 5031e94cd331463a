"""Whether a message asks who wrote to whom, who headed the body, who runs a thing, or for the reply."""

from __future__ import annotations

import re
from typing import Literal

from actions.words_apart import words_apart
from knowledge.text import stem

Asked = Literal["addressee", "signatory", "head", "manager", "reply"]

_WHO = r"(?:qui|ki|cki|who|whom|nom|name|s appel\w+|se nomm\w+)"
_HEADS = (
    r"(?:maires?|mairesse|president\w*|direct(?:eur|rice|or)s?|ordonnat(?:eur|rice)s?|boss|patron(?:ne)?s?"
    r"|dirigeante?s?|responsables?|mayor|chair(?:man|woman|person)|head)"
)
_ADDRESSEE = re.compile(
    r"\b(?:a|pour) (?:qui|ki)\b.{0,40}\b(?:adress|envoy|destin|ecri|transmi)\w*"
    r"|\b(?:adress|envoy|destin|ecri|transmi)\w*.{0,30}\b(?:a|pour) (?:qui|ki)\b"
    r"|\bdestinataires?\b|\b(?:addressee|recipient)s?\b"
    r"|\bwhom?\b.{0,40}\b(?:addressed|sent|written)\b.{0,12}\bto\b"
    r"|\bto whom\b.{0,40}\b(?:addressed|sent|written)\b"
    r"|\b(?:addressed|sent|written) to whom?\b"
)
_SIGNATORY = re.compile(rf"\b{_WHO}\b.{{0,25}}\bsign\w*|\bsignataires?\b|\bsign(?:e|ed) (?:par|by)\b")
_HEAD = re.compile(
    rf"\b{_WHO}\b.{{0,30}}\b{_HEADS}\b"
    rf"|\b{_HEADS}\b.{{0,40}}\b(?:qui|ki|cki|who|(?:s appel|se nomm)\w+(?: comment)?)\W*$"
    r"|\b(?:qui|ki|who)\b.{0,10}\b(?:dirige\w*|presid\w*|commande\w*|(?:est|etait) a la tete)\b"
    rf"|^\W*(?:(?:et|ok|mais|and) )?(?:son|sa|leurs?|his|her|its|their) (?:ancien(?:ne)? )?"
    rf"{_HEADS}(?: (?:actuel(?:le)?|d alors))?\W*$"
)
_MANAGER = re.compile(
    r"(?:^\W*|[,:;.?!] ?|\b(?:et|ok|mais|savoir|moi|and|c est) )(?:qui|ki|who) "
    r"(?:est ce qui |c est qui )?(?:les? |la |l |en |y |it |them )?"
    r"(?:gere\w*|exploit\w*|s ?en occup\w*|s occup\w*|entret\w+|manag\w+|runs?|operat\w+)\b"
)
"""Where « qui » asks: « la société qui exploite la station » only says which."""
_OPERATOR = re.compile(
    r"\b(?:qui|ki|cki|who|quel|nom|c est quoi) (?:(?:est|etait|sont|c|ce|qui|is|was|le|la|l|les|un|du|de|the"
    r"|nom) ){0,4}(?:delegataire|exploitant|gestionnaire|concessionnaire|fermier|operator|contractor)s?\b"
)
"""« c'est qui le délégataire ? »."""
_NOT_A_REPLY = re.compile(
    r"\b(?:combien|delais?|quand|temps|when|how (?:long|many))\b|\brepond(?:ez|s)\b|\bquestions?\b"
)
_REPLY = re.compile(
    r"\b(?:repond\w*|replie[sd]|reply|respond(?:s|ed)?)\b"
    r"(?!(?: t)?(?: (?:il|elle|ils|elles|on))?(?: (?:pas|bien|vraiment|mal))?"
    r" (?:a|au|aux|d|to)\b(?! (?:(?:la|l|the|ce|ces|ses|cette) )?(?:chambre|cour|ca|cela|audit|rapport|court"
    r"|critiques?|observations?|remarques?|recommandations?|reproches?)))"
    r"|\b(?:di(?:t|sent)|pens\w+) (?:quoi|koi) (?:du|de ce|de ces|des|sur le)"
    r" (?:rapport|critiques?|observations?|reproches?|recommandations?)\b"
    r"|\b(?:la|sa|leur|une|ses|leurs|quelle|his|her|the|its|their) (?:reponses?|reply|response)\b"
    r"|\b(?:contest|refut|disput)\w*(?: [tl])?(?: (?:ils?|elles?|on))?(?: (?:ca|cela|it|that|(?:les?|la|the"
    r"|ces|ce) (?:rapport|report|critiques?|observations?|remarques?|reproches?|constats?|chambre|findings)"
    r"))?\W*$"
    r"|\b(?:est|sont|etait)(?: (?:il|elle|ils|elles))? (?:pas )?d accord\b(?! sur\b| pour\b)"
)
_WHAT_REPLY = re.compile(r"\b(?:que|qu|quoi|koi|quelle|comment|what|how)\b|\b(?:sa|leur|la|his|her|its) rep")
_WHOSE_FAULT = re.compile(
    r"\b(?:la )?faute (?:a|de|d) (?:qui|ki)\b|\bwhose fault\b|\bto blame\b|\ba cause de (?:qui|ki)\b"
    r"|\b(?:qui|ki|who) (?:est|sont|is|are|etai\w+|was) (?:(?:coupables?|fautifs?)\W*$"
    r"|(?:responsables?|responsible) (?:de|d|du|for) (?:tout )?(?:ca|cela|ce\w*|it|this|that)\b.{0,20}$)"
)
"""« qui est responsable de ça ? », not « qui est le responsable ? »."""
_PERSON = (
    r"(?:employe\w*|agente?|salariee?|medecin|docteur|comptable|regisseu\w+|elue?|adjointe?|conseill\w+"
    r"|architecte|avocate?|notaire|fonctionnaire|policiere?|enseignante?|professeure?|secretaire"
    r"|assistante?|chef\w*(?! lieu)|chirurgien\w*|infirmi\w+|personne(?! moral)|homme|femme"
    r"|monsieur|dame|gars|mec|type(?! d)|coupable|voleu\w+"
    r"|(?!catalogue|dialogue|prologue)\w{3,}logue|\w{3,}iste|employee|doctor|clerk|man|woman|officer|lawyer)"
)
_IS_WHO = r"(?:(?:c est|cest|c|c etait) (?:qui|ki)|(?:qui|ki) (?:c est|est ce|c))"
_PERSON_NAMED = re.compile(
    r"\b(?:comment (?:s appel|se nomm)\w*|(?:quel (?:est|etait)|c est quoi|donne\w*(?: moi)?) l[ea]s? noms?"
    rf"|l identite|{_IS_WHO}|(?:qui|ki|who) (?:est|etait|is|was)|what(?: is| was| s) the name)"
    rf"(?: (?:de|du|des|d|la|le|les|l|cet|cette|ce|un|une|of|the)){{0,3}} {_PERSON}\b"
    rf"|\b{_PERSON}\b.{{0,80}}\b(?:{_IS_WHO}|(?:son|quel) nom|comment (?:il |elle )?s appel\w+"
    r"(?: t (?:il|elle))?)\W*(?:(?:svp|stp|alors|please)\W*)?$"
)
"""« comment s'appelle l'employé condamné ? », « toujours le même avocat, c'est qui ? »"""
FRAME = frozenset(
    stem(word)
    for word in "qui ki cki c ok lettre courrier refere rapport document communication adresser adressee "
    "envoyer envoyee destine destinee destinataire ecrire ecrit ecrite transmis transmise "
    "signer signe signee signature signataire maire mairesse president presidente directeur "
    "directrice ordonnateur ordonnatrice boss patron patronne dirigeant diriger dirige "
    "dirigeait preside presidait commande tete nom nommer appelle appelait epoque alors moment "
    "periode pendant durant examen examinee controle controlee "
    "ministre ministres destinataires "
    "temps annee exercice fonction fonctions poste actuel actuelle ancien ancienne etait letter "
    "addressed sent written whom who signed mayor director president chairman head name called "
    "time then recipient report ran repondre repondu repondent reponse dessus reply replied "
    "response respond did chambre cour court audit observation observations critique critiques responsable "
    "delegataire exploitant gestionnaire concessionnaire fermier operator contractor".split()
)
"""Stems that say no more than which of these things is asked."""
ROLES = {
    "maire": re.compile(r"\b(?:maire|mayor)"),
    "président": re.compile(r"\b(?:president|preside|chair)"),
    "direct": re.compile(r"\bdirect(?:eur|rice|or)"),
}
"""The beginning of the word for an office in a report, and how a message asks for it."""


def asks_whose_fault(text: str) -> bool:
    """« c'est la faute à qui ? », which asks for no office."""
    return _WHOSE_FAULT.search(plain(text)) is not None


def people_asked(text: str) -> Asked | None:
    """« à qui est adressée la lettre ? », « c'est qui le maire », « qui les gère ? », « il a répondu ? »."""
    asked = plain(text)
    if asks_whose_fault(text):
        return None
    if _ADDRESSEE.search(asked):
        return "addressee"
    if _SIGNATORY.search(asked):
        return "signatory"
    if _REPLY.search(asked) and not _NOT_A_REPLY.search(asked):
        return "reply"
    if _HEAD.search(asked):
        return "head"
    return "manager" if _MANAGER.search(asked) or _OPERATOR.search(asked) else None


def asks_for_a_name(text: str) -> bool:
    """« comment s'appelle l'employé condamné ? », which only a name answers."""
    return _PERSON_NAMED.search(plain(text)) is not None


def asks_for_the_operator(text: str) -> bool:
    """« c'est qui le délégataire ? », where the thing that it runs need not be named."""
    return _OPERATOR.search(plain(text)) is not None


def asks_what_was_replied(text: str) -> bool:
    """« que répond le maire ? », not whether he did."""
    return _WHAT_REPLY.search(plain(text)) is not None


def plain(text: str) -> str:
    """A message without accents, apostrophes and hyphens."""
    return re.sub(r"\s+", " ", words_apart(text))
