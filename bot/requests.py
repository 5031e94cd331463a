"""What a message asks without the request around it: « rappelez-moi… », « je ne trouve nulle part… ».

A question is understood by its words, those of the request among them; where the whole has no answer, what
is requested may have one.
"""

from __future__ import annotations

import re

from bot.introductions import clauses, tells_of_the_speaker
from bot.numbered import as_a_question
from knowledge.reports.requests import REQUEST
from knowledge.text import fold

_PLEASE = r"(?:,? (?:s['’]il (?:vous|te) plait|svp|stp|please),?)?"
_ORDER = (
    r"(?:di[st]?|dites|indique[zr]?|precise[zr]?|communique[zr]?|rap+el+(?:e[zr]?)?|confirme[zr]?"
    r"|explique[zr]?|expose[zr]?|raconte[zr]?|detaille[zr]?|donne[zr]?|fourni(?:s|ssez)|transmet(?:s|tez)"
    r"|file[zr]?|cite[zr]?|apprenez|apprends)"
)
_I = r"(?:je |on |j['’ ]?)?(?:ne |n['’]|n )?"
_FRAMES = (
    REQUEST.pattern,
    r"(?:je|j['’ ]?|nous) ?(?:voudr\w+|ve(?:ux|u|ut)|souhait\w+|aimer\w+) que (?:vous|tu|l['’]on|on) "
    r"(?:me |m['’]|nous )\w+",
    rf"{_ORDER}[- ]?(?:moi|nous|mwa)\b(?: (?:donc|un peu|bien|vite|juste))*",
    rf"(?:peux|pouvez|pourriez|pourrais)[- ](?:tu|vous){_PLEASE} (?:me |m['’]|nous )\w+(?:er|re|ir)",
    r"il (?:me|nous) (?:faudrait|faut|manque)",
    rf"{_I}(?:trouv|retrouv|voi)(?:e|s|t|ons) (?:pas|nulle part|plus)",
    rf"{_I}(?:arrive|parviens|arrivons|parvenons) pas a (?:re)?(?:trouver|savoir|comprendre"
    r"|mettre la main sur)",
    rf"{_I}ai (?:toujours )?(?:pas |nulle part )?(?:re)?trouve(?: nulle part)?",
    r"(?:je )?(?:re)?cherche(?: partout| desesperement| toujours| en vain| depuis \w+)*",
    r"(?:quelqu['’ ]?un|personne|qui) (?:sait|saurait|peut me dire|pourrait me dire)|sait-on",
    r"impossible de (?:savoir|(?:re)?trouver|comprendre|mettre la main sur)",
    r"(?:serait|est)-il possible (?:de (?:me |nous )?\w+(?:er|re|ir)|d['’](?:avoir|obtenir))",
    rf"{_I}(?:sais (?:pas|plus)|ignore|me (?:souviens|rappelle) plus (?:de )?)"
    r"(?= ?(?:si|qui|quel|quand|combien|ou|comment|pourquoi|a|de)\b)",
    r"(?:(?:could|can|would) you (?:please |kindly )?|please )?(?:tell|remind|give|show) (?:me|us)",
    r"(?:i|we) (?:want(?:ed)?|need) to (?:know|understand|find out)",
    r"(?:i|we)(?:['’]?m| am|['’]?re| are| was| were)? ?(?:just )?(?:wonder(?:ing)?|curious(?: to know)?)",
    r"(?:i|we) (?:can['’]?t|cannot|couldn['’]?t) (?:find|figure out)(?: out)?(?: anywhere)?",
)
_REQUEST = re.compile(
    rf"(?:^\W*|[,;:.?!\n]\s*|\s(?:et|mais|donc|car|and|but|so)\s)(?:{'|'.join(_FRAMES)}){_PLEASE}"
    r"(?=[\s,:]|(?<=['’]))[ ,:]*(?:(?:donc|juste|exactement|d['’]une part)\b[ ,:]*)?"
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
    folded = fold(text)
    if len(folded) != len(text):
        return []
    found = list(_REQUEST.finditer(folded))
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
