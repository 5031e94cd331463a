"""What a message asks without the request around it: « rappelez-moi… », « je ne trouve nulle part… ».

A question is understood by its words, those of the request among them; where the whole has no answer, what
is requested may have one.
"""

from __future__ import annotations

import re

from bot.introductions import clauses, tells_of_the_speaker
from bot.numbered import as_a_question

_ME = r"(?:me |m['’]|nous )"
_ON = r"(?:sur|quant [aà]|de|du|d['’])"
_TELL = (
    r"(?:(?:re)?dire(?: (?:plus|davantage) sur)?|indiquer|pr[ée]ciser|communiquer|rappeler|confirmer"
    r"|expliquer|exposer|raconter|d[ée]tailler|donner|fournir|transmettre|citer|nommer|r[ée]sumer|apprendre"
    rf"|faire (?:savoir|conna[iî]tre|parvenir)|(?:[ée]clairer|renseigner|informer) {_ON}"
    r"|aider [aà] (?:comprendre|savoir|trouver|conna[iî]tre))"
)
_ORDER = (
    r"(?:di[st]?|dites|indique[zr]?|pr[ée]cise[zr]?|communique[zr]?|rap+el+(?:e[zr]?)?|confirme[zr]?|explique[zr]?"
    r"|expose[zr]?|raconte[zr]?|d[ée]taille[zr]?|donne[zr]?|fourni(?:s|ssez)|transmet(?:s|tez)|file[zr]?|cite[zr]?"
    r"|apprenez|apprends)"
)
_KNOW = (
    r"(?:(?:bien |juste |un peu )?(?:savoir|conna[iî]tre|comprendre|apprendre|v[ée]rifier|retrouver|trouver"
    r"|obtenir|avoir|d[ée]couvrir)|qu['’]on (?:m['’]explique|me dise|m['’]indique|me rappelle)"
    rf"|[eê]tre (?:inform[ée]e?|[ée]clair[ée]e?|renseign[ée]e?|fix[ée]e?) {_ON})"
)
_WANT = (
    r"(?:voudr\w+|voul(?:ais|ions)|ve(?:ux|u|ut)|voulons|souhait\w+|aimer\w+|d[ée]sir\w+|cherch\w+ [aà]"
    r"|(?:essaie|essaye|tente|tiens|aurais besoin|ai besoin|serais curieu(?:x|se)|serais ravie?"
    r"|serais int[ée]ress[ée]e?) (?:de|[aà])|aurai[st]? (?:bien )?(?:aim[ée]|voulu|souhait[ée])"
    r"|aurions (?:aim[ée]|voulu|souhait[ée]))"
)
_PLEASE = r"(?:,? (?:s['’]il (?:vous|te) pla[iî]t|svp|stp|please),?)?"
_FRAMES = (
    rf"(?:je|j['’ ]?|nous|on) ?{_WANT} (?:bien |vraiment |tant )?{_KNOW}",
    rf"(?:je|j['’ ]?|nous) ?{_WANT} que (?:vous|tu|l['’]on|on) {_ME}\w+",
    r"(?:je |on |nous )?j?(?:me |m['’]|se )(?:demande|demandais|interroge|pose la question)"
    r"(?: (?:bien|sur|souvent|encore|juste))*",
    rf"(?:est-ce que )?(?:vous|tu) (?:pou\w+|peu[xt]?|saur\w+) (?:bien )?{_ME}?{_TELL}",
    rf"(?:pou\w+|peux?|pe|saur\w+|save[zs]|sais)[- ](?:vous|tu){_PLEASE} (?:bien )?{_ME}?{_TELL}",
    r"(?:auriez|aurais|avez|as)[- ](?:vous|tu) (?:l['’](?:amabilit[ée]|obligeance)"
    rf"|la (?:gentillesse|bont[ée])) de (?:bien vouloir )?{_ME}{_TELL}",
    rf"(?:merci|pri[èe]re|veuillez|(?:je )?vous prie|bien vouloir)(?: de)?(?: bien vouloir)? {_ME}{_TELL}",
    rf"(?:aidez|aide)[- ](?:moi|nous) [aà] {_KNOW}",
    rf"{_ORDER}[- ]?(?:moi|nous|mwa)\b(?: (?:donc|un peu|bien|vite|juste))*",
    r"il (?:me|nous) (?:faudrait|faut|manque)",
    r"(?:je |on |j['’ ]?)?(?:ne |n['’]|n )?(?:trouv|retrouv|voi)(?:e|s|t|ons) (?:pas|nulle part|plus)",
    r"(?:je |on |j['’ ]?)?(?:ne |n['’]|n )?(?:arrive|parviens|arrivons|parvenons) pas [aà] (?:re)?"
    r"(?:trouver|savoir|comprendre|mettre la main sur)",
    r"(?:je |on |j['’ ]?)?(?:ne |n['’]|n )?ai (?:toujours )?(?:pas |nulle part )?(?:re)?trouv[ée]"
    r"(?: nulle part)?",
    r"(?:je )?(?:re)?cherche(?: partout| d[ée]sesp[ée]r[ée]ment| toujours| en vain| depuis \w+)*",
    r"(?:quelqu['’ ]?un|personne|qui) (?:sait|saurait|peut me dire|pourrait me dire)|sait-on",
    r"impossible de (?:savoir|(?:re)?trouver|comprendre|mettre la main sur)",
    rf"(?:serait|est)-il possible (?:de {_KNOW}|de {_ME}{_TELL}|d['’]avoir)",
    r"(?:je )?(?:ne |n['’])?(?:sais (?:pas|plus)|ignore|me (?:souviens|rappelle) plus (?:de )?)"
    r"(?= ?(?:si|qui|quel|quand|combien|o[uù]|comment|pourquoi|[aà]|de)\b)",
    r"(?:could|can|would) you (?:please |kindly )?(?:tell|remind|give|show) (?:me|us)",
    r"(?:please )?(?:tell|remind|give) (?:me|us)",
    r"(?:i['’]?d|i would|we['’]?d|we would) (?:like|love) to (?:know|understand|find out|learn)",
    r"(?:i|we) (?:want(?:ed)?|need) to (?:know|understand|find out)",
    r"(?:i|we)(?:['’]?m| am|['’]?re| are| was| were)? ?(?:just )?(?:wonder(?:ing)?|curious(?: to know)?)",
    r"(?:i|we) (?:can['’]?t|cannot|couldn['’]?t) (?:find|figure out)(?: out)?(?: anywhere)?",
)
_REQUEST = re.compile(
    rf"(?:^\W*|[,;:.?!\n]\s*|\s(?:et|mais|donc|car|and|but|so)\s)(?:{'|'.join(_FRAMES)}){_PLEASE}"
    r"(?=[\s,:]|(?<=['’]))[ ,:]*(?:(?:donc|juste|exactement|d['’]une part)\b[ ,:]*)?",
    re.I,
)
_ASKED_BACK = re.compile(
    r"[ ,;.]+\b(?:(?:tu|vous) (?:peux?|pouvez|sais|savez) (?:(?:me )?(?:le )?dire|[çc]a)"
    r"|je vous (?:en )?prie|merci(?: d['’]avance| beaucoup)?)(?=[ ?!.]*$)",
    re.I,
)
_LEAST_WORDS = 3


def without_request(text: str) -> list[str]:
    """``text`` without the requests that open its clauses, and only what follows the first of them, which
    comes first after what someone says of himself; none where nothing is requested, or hardly anything is.
    """
    found = list(_REQUEST.finditer(text))
    if not found:
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    bare = [text[one.end() : end] for one, end in zip(found, ends, strict=True)]
    asked = [_ASKED_BACK.sub("", one).strip(" ,;:?!.\n") for one in bare]
    asked = [as_a_question(one) for one in asked if one]
    alone = " ".join(asked)
    start = text[: found[0].start()].strip(" ,;:")
    of_oneself = bool(start) and tells_of_the_speaker(clauses(start)[-1])
    joined = f"{start}, {alone}" if start else alone
    forms = (alone, joined) if of_oneself else (joined, alone)
    return [one for one in dict.fromkeys(forms) if len(alone.split()) > _LEAST_WORDS]
