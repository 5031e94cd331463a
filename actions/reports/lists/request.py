"""Whether a message asks which reports there are or which bodies were audited, however it is put."""

from __future__ import annotations

import re

from actions.reports.bodies.kinds import BODIES, LOCAL_BODIES
from actions.words_apart import words_apart

_REPORTS = (
    r"(?:(?:rap+or|repor|audi)ts|raports|referes"
    r"|(?:les|des|vos|ses|quels|tous|toutes|autres) (?:\w+ )?(?:rap+ort|refere|audit))"
)
"""Several, though the plural is often left unwritten."""
_AUDIT = r"(?:rap+orts?|referes?|reports?|audits?|controles?)"
_KINDS = "|".join(sorted(BODIES - {"ministere"}, key=len, reverse=True))
_CUE = re.compile(
    r"(?:^|[:,;.!?])\W*(?:les |des |the )?(?:rap+orts|reports|referes)\b|je parle\b|^\W*les\b"
    r"|\b(?:list(?:e|es|er|ez|ing)?|releve|recapitulatif|inventaire|ensemble|totalite|integralite|tou[st]"
    r"|toutes|ttes|tt|quel\w*|lesquel\w*|lequel|laquelle|duquel|desquel\w*|combien|how many"
    r"|plus (?:recent|ancien|vieux)\w*|exist\w+|y a|ya|y (?:en a|aurait|avait)|av(?:ez|iez|oir)"
    r"|auriez|as tu|tu as|t as|dispo\w*|possed\w+|(?:re)?cherch\w*|recens\w*|(?:re)?trouv\w*|enumer\w*"
    r"|cit(?:e|es|ez|er)|nomm?e[rz]?|montr\w*|sors|sort(?:ez|ir)|donn\w*|balanc\w*|fil(?:e|es|ez|er)"
    r"|envoy\w*|fourni\w*|procur\w*|consult\w*|voir|lire|connaitre|indiqu\w*|parvenir"
    r"|c est (?:quoi|qui|ou)|fai(?:s|tes) (?:moi|nous)|di(?:s|t|tes) moi|voudr\w*|aimer\w*|souhait\w*"
    r"|besoin|veux|ce qu|ce que|qu est ce|qui (?:a|ont)|concern\w+|which|what|show|give|every|all|plusieurs?"
    r"|any|are there|find|need|want|have)\b"
)
"""What asks for several things, or to be given them."""
_WHICH = re.compile(r"\b(?:lesquel\w*|les quels|(?:pour|sur|de) ?(?:qui|lesquels)|which)\b")
_OF_REPORTS = re.compile(
    rf"\b{_REPORTS}\b|\bcom+e? (?:rap+orts?|audits?|reports?)\b"
    r"|\b(?:plus(?:ieurs?| d un)|autres?) (?:rap+ort|audit)\b|\bevery report\b"
    r"|\bcommunications?\b(?=.*\b(?:cour|parlement\w*)\b)|\b(?:cour|parlement\w*)\b.*\bcommunications?\b"
    r"|\btravaux\b.{0,20}\b(?:chambre|cour)\b"
    r"|\b(?:liste|ensemble|inventaire|recenser) (?:\w+ ){0,2}controles\b"
    r"|\bquels? controles (?:ont (?:deja )?(?:porte|ete)|avez|existe|y a|sur)\b"
    r"|\bcontroles (?:effectues|menes|realises|faits)\b|\bliste (?:complete|entiere|integrale)\b"
    rf"|\b(?:une?|aucun|any|an?) {_AUDIT} (?:sur|concernant|about|on) (?:une?|des|les|an?) (?:{_KINDS})s?\b"
    r"\W*(?:[?.!,;]|$|pas\b|s?il\b|svp\b)"
    rf"|\b{_AUDIT}\b.{{0,40}}\bplus (?:recente?s?|anciens?|vieux)\b"
    rf"|\bplus (?:recente?s?|anciens?|vieux) (?:(?:des|de vos|de tes|de) )?{_AUDIT}\b"
)
_AS_SOURCE = re.compile(
    rf"\b(?:dans|ds|selon|d apres|parmi|in|from|according to) (?:(?:tous|toutes|les|ces|vos|des|the|your|all)"
    rf" ){{0,2}}{_REPORTS}\b"
    rf"|\b{_REPORTS} (?:entre|avec|d activites?|annuels|sociaux|humains|hierarchiques|between|with)\b"
)
"""« que disent… dans les rapports ? », « les rapports avec les associations »."""
SAYS = r"(?<!m a )dit(?! moi)|disent|reproch\w*|pens\w*|conclu\w*|says?"
"""How it is asked what reports say; part of a pattern."""
_CONTENT = re.compile(
    rf"\b(?:{SAYS}|disaient|recommand\w*|preconis\w*|critiqu\w*|qui a (?!(?:deja|ete|eu|u|fait|subi)\b)\w+"
    r"|pourquoi|comment|montants?|couts?|prix|taux|how much|how many(?! reports)|why)\b"
)
_BODIES_ASKED = (
    rf"(?:{LOCAL_BODIES}|communes?|structures|entites|etablissements|villages|departements|regions"
    rf"|associations|societes|entreprises|chambres|(?:{_KINDS})s|lycees|ccas|chu|chru|ehpad|sdis|cci|centres"
    r"|offices|bailleurs|chambers|schools|museums|theat(?:res|ers)|airports|harbours)"
)
_UNWRITTEN = "|".join(one.rstrip("s") for one in (*LOCAL_BODIES.split("|"), "departements", "regions"))
"""The same where the plural is left unwritten: « les collectivité contrôlées »."""
_HAVING_ONE = (
    r"(?:eu|u|ont|a|as|ayant|avec|objet|droit|subi|recu|connu|existe|trouve|have|had|through)"
    rf" (?:\w+ )?(?:a |de |d |un |une |des |an? ){{0,3}}{_AUDIT}"
)
_AUDITED = (
    rf"(?:(?:control|audit|examin|verifi|epingl)(?:e[er]?s?|ees?|ed|er)|{_HAVING_ONE}"
    r"|pass\w+ (?:au|a la|a l|devant|en|sous) (?:\w+ )?(?:controle|crible|chambre|cour|audit|loupe|revue))"
)
_OF_BODIES = re.compile(
    rf"\b{_BODIES_ASKED}\b.{{0,90}}\b{_AUDITED}\b|\baudited {_BODIES_ASKED}\b"
    rf"|\b{_AUDIT}\b.{{0,40}}\b(?:mene|fait|effectue|porte|procede|eu|rendu|pour)\w* .{{0,30}}"
    rf"{_BODIES_ASKED}\b"
    rf"|\b(?:les|des|quels|quelles) (?:{_UNWRITTEN}|{_KINDS})\b.{{0,90}}\b{_AUDITED}\b"
    rf"|\blist\w* (?:\w+ ){{0,2}}(?:{_KINDS}|organisme)\b.{{0,60}}\b(?:{_AUDITED}|{_AUDIT})\b"
    rf"|^(?:\w+ ){{0,4}}(?:{_KINDS}|hopit\w+)s?(?: \w+){{0,3}} {_AUDIT}\W*$"
    rf"|\b(?:qui|quels?|lesquels?)\b.{{0,30}}\b(?:a|ont|on|ete|sont|est|etait)\b.{{0,8}}\b{_AUDITED}\b"
    rf"|\bsur qui .{{0,12}}{_AUDIT}\b"
    rf"|^\W*(?:(?:les|des|the) )?{_BODIES_ASKED}\b.{{0,60}}\b(?:lesquel\w*|les quels|which ones)\W*$"
    rf"|^\W*tou(?:te)?s les {_BODIES_ASKED}(?: \S+){{0,5}}\W*$"
    rf"|^\W*(?:et )?(?:(?:des|les) )?{_BODIES_ASKED}\W+(?:(?:vous|tu|t) (?:en )?(?:avez|as)|y ?en ?a)\W*$"
    rf"|\bany report (?:on|about) (?:the )?{_BODIES_ASKED}\W*$"
)
_MATTER_ONE_BY_ONE = re.compile(
    r"\b(?:sont|est|ont)[- ](?:ils|elles|il|elle)\b|\bou (?:pas|non)\b|\b(?:que|quoi) (?:doit|doivent)\b"
    r"|\bcombien\b(?! de (?:rapports|controles)| et lesquel)|\b(?:pour|a cause de) (?:ses|leurs|son|sa)\b"
)
"""What is asked of bodies beside their audit."""
_IN_THE_BASE = re.compile(
    rf"\b{_BODIES_ASKED}\b.{{0,60}}\b(?:dans|ds|en|in|couvre) (?:la |ta |votre |vos |les |tes |your |the )?"
    rf"(?:base|{_REPORTS})\b"
)
_A_FEW_WORDS = 7
"""Words of a telegram, at most: « charente hôpitaux rapport »."""


def asks_for_reports(text: str) -> bool:
    """Whether reports are asked for as such, or bodies by their having been audited.

    « que disent les rapports sur Brest ? » asks what they say, « qui a été contrôlé en Savoie ? » which.
    """
    folded = words_apart(text)
    if not (_CUE.search(folded) or len(folded.split()) <= _A_FEW_WORDS):
        return False
    if not _MATTER_ONE_BY_ONE.search(folded) and (_OF_BODIES.search(folded) or _IN_THE_BASE.search(folded)):
        return True
    which = _WHICH.search(folded)
    if which and re.search(rf"\b{_AUDIT}\b", folded):
        return not _CONTENT.search(folded)
    wanted = _OF_REPORTS.search(folded)
    return bool(wanted) and not _CONTENT.search(folded) and not _AS_SOURCE.search(folded)
