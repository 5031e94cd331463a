"""Who asks, as people say before their question: « conseiller d'opposition à Calais, que dit… »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from actions.reports.asked import asks_list
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.lists.criteria import criteria
from actions.words_apart import elisions_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.communes import communes_in
from knowledge.reports.name_forms import KINDS, distinctive, name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.reports.requests import REQUEST
from knowledge.text import content_stems, fold, sentences, stems

ROLES = (
    r"elue?s?|conseillere?|maire|adjointe?|journaliste|pigiste|etudiante?|doctorante?|cherch(?:eur|euse)"
    r"|habitante?|riveraine?|contribuable|citoyen(?:ne)?|retraitee?|agent(?:e)?|salariee?|syndicaliste"
    r"|delegue?e?|infirmiere?|medecin|aide soignante?|professeure?|prof|enseignante?|instit"
    r"|instituteur|institutrice|parent\w*"
    r"|fonctionnaire|usagere?|administree?|president\w*|direct(?:eur|rice)|benevole|touriste|lyceenne?"
    r"|student|journalist|researcher|councillor|councilor|citizen|taxpayer|teacher|nurse|resident|reporter"
)
"""What people say they are, as a regular expression."""
_GREETS = (
    r"(?:(?:re)?bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|slt|cc|madame|monsieur"
    r"|ia ?orana|bonjou|demat|kaixo|salam|hola|good (?:morning|afternoon|evening))\b"
)
_GREETING = re.compile(rf"^\W*(?:{_GREETS}\W*)+(?:et\b\W*)?")
"""How a message begins whose matter follows: « Ia orana, … », « bonjour, et le CHU ? »."""
_INTRODUCTION = re.compile(
    r"(?:(?:(?:moi )?(?:je|j) ?(?:suis|etais)|chuis?|en tant qu(?:e\b|['’])|i ?'?a?m|as).{0,40}?\b)?"
    rf"(?:{ROLES})\b"
    r"(?P<of>[^,;:.?!]*?)(?:[,;:.!]|(?=\b(?:je|j'|j ai|j aim|que|quel\w*|combien|est ce|what|how|which|i)\b))"
)
_ALONE = r"(?!.*(?<!-)\b(?:elles?|son|sa|ses|leurs?|ils?(?! y ?a| faut))\b)"
"""What points back to none: « je postule à l'informatique du CHU, je me demande s'ils… » is on it."""
_OF_LIFE = re.compile(
    r"\W*(?!.{0,30}\b(?:pres|proche|cote|loin|near) )(?:(?:moi )?(?:je |j ?['’]? ?)"
    r"(?:habit\w+|vis|resid\w+|loge|(?:suis|etais) (?!inqui|choqu|etonn|surpri|interess|curieu|d ?accord"
    r"|en colere|a la recherche|all[ei]|tomb|au courant|sur |pas |contre |pour |sider|scandal|convaincu))"
    r"|i live )(?P<of>[^,;:.?!]*?)(?:[,;:.!]|\b(?:et|mais|and|but)\b)"
    r"(?= ?(?:et |mais )?(?:j\b|je\b|i\b|quel|combien|pourquoi|comment|est|que\b|qu |what|how|why|which))"
    rf"{_ALONE}"
)
"""« j'habite Lormont et j'essaie de comprendre… », « je suis comédien à Aurillac, combien… »."""
_APPOSED = re.compile(
    r"\W*(?!palais|relais|frais|quartier|chantier|cimetiere|riviere|mobilier|dossier|courrier|restaurant|montant"
    r"|entretien|soutien|secteur)(?:anciens?|ancienne|nouvel|nouveau|futur|jeune|simple|fan|maman|papa|mere|pere"
    r"|voisine?|eleve|supporter|patiente?|melomane|passionnee?|abonnee?|employee?|[a-z]{2,}(?:ienn?e?|yenn?e"
    r"|euse|eur|rice|iste|iere?|aire|ante?|aise?|oise?))\b"
    rf"(?P<of>[^,;:.?!]*),(?= ?(?:{REQUEST.pattern})){_ALONE}"
)
"""« mélomane de passage, je voudrais savoir… »: a noun without an article is who asks, unless what is asked
points back to it: « ascenseur de la mairie, j'aimerais savoir ce qu'il a coûté »."""
_STUDIES = re.compile(r"\b(?:etudiant|doctorant|lyceen|chercheu[rs]|student|researcher)\w*")
"""Who studies in a town asks of anything, unless of « la ville »."""
_WORK = (
    r"memoire|expose|concours|these|dossier|article|devoir|tpe|presentation|oral|examen|partiel|reportage"
    r"|dissertation|essay|thesis|paper|exam|presentation"
)
_TASK = re.compile(
    r"\b(?:je|j|i)\b[^,;:.?!]{0,40}?\b(?:prepar\w+|fai[st]|faire|redig\w+|ecri[st]\w*|travaill\w+|bosse\w*"
    rf"|ai|have|writ\w+|working)\b[^,;:.?!]{{0,20}}?\b(?:{_WORK})\b(?: a (?:faire|rendre))?"
    rf"(?: (?:sur|de|du|on|about)\b)?|\bpour (?:mon|un|une|ma|le) (?:{_WORK})\b"
    rf"|\bfor (?:my|an?) (?:{_WORK})\b"
)
"""« je prépare un concours », « je fais un mémoire sur »: what the answer is for."""
_OF_MYSELF = re.compile(r"\b(?:je|j|moi|me|m|mon|ma|mes|nous|i|my|we)\b(?! (?:cherche|voudrais|veux|want)\b)")
_TOLD_TO_ME = re.compile(
    r"\b(?:parl|raconte?|di[st]|donn|montr|expliqu|resum|cit|trouv|cherch|indiqu|tell|give|show|inform"
    r"|explain|find)(?:e[rz]?|es)?[- ](?:moi|me|m|nous|us)\b"
)
"""« parlez-moi de », « tell me about »: who asks, not what is asked."""
_POINTS_BACK = re.compile(r"\b(?:la[- ]dessus|la[- ]dedans|about (?:it|that|this))\W*$")
"""« prof, je n'ai pas de remplaçant. La Cour a dit quelque chose là-dessus ? » asks of what is told first."""


def without_asker(question: Question, base: ReportBase) -> Question:
    """The question without what its author is, but for the bodies and towns named there: it may be on them.

    « opposition » and « lycée » of the author's are not matters for the report to speak of.
    """
    question = _without_task(_asking_alone(_without_greeting(question)))
    folded = fold(question.text)
    if _POINTS_BACK.search(folded):
        return question
    said = (pattern.match(folded) for pattern in (_INTRODUCTION, _APPOSED, _OF_LIFE))
    found = next(filter(None, said), None)
    if found is None or not re.search(r"[a-z]", folded[found.end() :]):
        return question
    tokens = name_tokens(found["of"])
    found_there = base.names().find(found["of"], 4)
    whole = [match for match in found_there if set(distinctive(match.form.form)) <= set(tokens)]
    named = {place for match in whole for place in match.places}
    of_its_kind = KINDS if named else frozenset()  # « agent du conseil départemental de la Mayenne »
    own = {token for town in communes_in(found["of"]) for token in town.split()}
    own |= {tokens[at] for at in named}
    kept = " ".join(token for token in tokens if token in own or token in of_its_kind)
    rest = question.text[found.end() :] if len(folded) == len(question.text) else folded[found.end() :]
    studies = _STUDIES.search(found[0]) and KIND_STEMS.isdisjoint(stems(rest))
    if studies or _names_another(rest, own, base):
        return replace(question, text=rest.strip())
    area = criteria(found["of"], base).filter if asks_list(rest) else ReportFilter()
    there = f"département {area.department}" if area.department else area.region or ""
    return replace(question, text=f"{rest.strip()} {kept} {there}".strip())


def _names_another(rest: str, own: set[str], base: ReportBase) -> bool:
    """Whether what is asked names a body or an area of its own, not that of who asks: « infirmier à Rennes,
    la dette de Dieppe ? »; « agent du CHU de Nîmes, combien de lits à Nîmes ? » does not.
    """
    if asks_list(rest):
        area = criteria(rest, base).filter
        return bool(area.department or area.region)
    found = [m for m in base.names().find(rest, 4) if m.score >= NAMED and m.form.reports]
    asked = [{*distinctive(m.form.form)} for m in found if m.form.organisation.kind != "region"]
    return bool(asked) and not any(one & own for one in asked)


def _without_greeting(question: Question) -> Question:
    """The question without the words that greet, where others follow."""
    folded = fold(question.text)
    found = _GREETING.match(folded)
    if found is None or len(folded) != len(question.text) or not content_stems(folded[found.end() :]):
        return question
    return replace(question, text=question.text[found.end() :])


def _without_task(question: Question) -> Question:
    """The question without what its answer is for, which no report speaks of."""
    folded = fold(question.text)
    found = _TASK.search(folded)
    if found is None or len(folded) != len(question.text):
        return question
    rest = f"{question.text[: found.start()]}, {question.text[found.end() :]}".strip(" ,:;.")
    return replace(question, text=rest) if content_stems(rest) else question


def _asking_alone(question: Question) -> Question:
    """The question without what is said of oneself beside the list asked for, which is no topic of it.

    « Une ville me doit de l'argent. Quels rapports parlent de retards de paiement ? »
    """
    said = sentences(question.text)
    asking = [one for one in said if asks_list(one) or not speaks_of_oneself(one)]
    if len(said) == len(asking) or not any(map(asks_list, asking)):
        return question
    return replace(question, text=" ".join(asking))


def speaks_of_oneself(text: str) -> bool:
    """Whether a message is on its author, who is not only told to: « j'habite Annecy, puis-je… »."""
    told = REQUEST.sub(" ", _TOLD_TO_ME.sub(" ", elisions_apart(text)))
    return _OF_MYSELF.search(told) is not None
