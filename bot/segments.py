"""Split a message that asks several things, so that each gets its answer."""

from __future__ import annotations

import re

from bot.numbered import indirect_questions
from knowledge.references import Reference, find_references
from knowledge.text import content_stems

_ASKS = (
    r"(?:combien|cb|cbn|quand|qui|o[uù]|comment|quels?|quelles?|pourquoi|est-ce|y a-t-il|faut(?:-il)?|"
    r"peut-on|puis-je|qu['’](?:est|a|ont|en)|"
    r"(?:que|ke) (?:di[ts]|disent|recommande(?:nt)?|reproche(?:nt)?|conclu(?:t|ent)|pense(?:nt)?)|"
    r"est ce que|koi|quoi|ki|kel(?:le)?s?|kan[dt]?|pk|pkoi|pq|com+en[td]?|komen[td]?|koman|"
    r"how|when|who|where|which|what|why|can i|do i|is there)"
)
_SOMETHING = (
    r"(?:c['’ ]?(?:est|etait|était)|ct|cetait|c|[çc]a|ils?|elles?|on|vous|y ?a(?:vait)?|il y a|sur|pour|"
    r"dans|avec|je|j['’]|tu|nous|it|they|is|was|were)"
)
"""What a further question begins with where its question word comes later: « et ils étaient combien »."""
_YES_OR_NO = r"(?:ou pas|ou non|encore|toujours|or not|still)"
"""What ends a further question that has no question word: « et ça a marché ou pas »."""
_OF_IT = r"(?:l[ae]s?|l['’]|sa|son|ses|leurs?|the|its|their)"
"""What begins one that names a thing first: « et la designer s'appelait comment »."""
_INVERTED = (
    r"(?:is|are|was|were|does|do|did|can|could|will|has|have) "
    r"(?:it|its|there|they|the|an?|i|you|we|he|she|this|that|fully|remote|any\w*)"
)
"""What an English question begins with: « …, and is remote work ok? »."""
_LATER = _ASKS.replace("o[uù]", "où")
"""Question words inside a question, where « ou » is hardly « où »."""
_AFTER_MARK = re.compile(r"(?<=\?)\s*(?=\S)")
_JOINED = re.compile(
    rf"(?:,|;|\bet\b|\bpuis\b|\band\b)\s+(?:aussi\s+|also\s+|au fait\s+|du coup\s+)?"
    rf"(?=(?:(?:[àa]|de|dans|ds|pour|pr|par|avec|en|depuis|jusqu['’]?\s?[àa]|in|at|to)\s|d['’]\s?)?{_ASKS}\b"
    rf"|{_SOMETHING}\s(?:\S+\s){{0,4}}?{_LATER}\b|{_SOMETHING}\s(?:\S+\s){{1,5}}?{_YES_OR_NO}\b"
    r"|(?:le\s|la\s|les\s|the\s)?(?:nombre|dates?|montants?|noms?|liste|dur[ée]e|number|names?|list|length)"
    r"\s(?:des?|du|of)\s|"
    rf"{_OF_IT}\s?\S+\s(?:\S+\s){{0,2}}?{_LATER}\W*$|{_INVERTED}\b"
    rf"|{_OF_IT}\s?\S+\s(?:\S+\s)?(?:est|sont|[ée]tai(?:t|ent)|peut|faut|a|ont)[- ](?:t[- ])?"
    r"(?:ils?|elles?|on)\b)"
    r"|\b(?:ainsi que|as well as)\s+(?=\S+\s\S)"
    r"|\s(?P<plus>\+)\s+(?!\d|(?:est|sert|fait|a|sont|c|[çc]a|qui|quoi|par|pour|dans)\b)(?=\S+\s\S)",
    re.I,
)
_ASK = re.compile(
    rf"\b(?:{_ASKS}|ouverte?s?|possible|obligatoire|peu[tx]|faut|y ?a|y avait-il|is|are|can|does"
    r"|[ée]volution|nombre|indiquer|pr[ée]ciser|conna[iî]tre|savoir|cherche|communiquer|dates?"
    r"|demande si|tell me|let me know)\b",
    re.I,
)
_MANY = r"\s*(?:combien|cb|cbn|how many)"
_WHICH = r"(?:quel(?:le)?s?|kel(?:le)?s?|what|which)"
_SHORT = re.compile(rf"{_MANY}\b|\s*(?:{_WHICH}|qui|who)\s|\s*(?:comment|how to)\s\w+(?:er|ir|re|y)\b", re.I)
"""What begins a question that may be a word shorter: « combien pris ? », « comment candidater ? »."""
_AS_MANY_OF_THEM = re.compile(
    rf"{_MANY}(?:\s(?:en|ont|a|were|was|[ée]taient|[ée]t[ée]))*"
    r"\s(?:retenu|gard|pris|choisi|s[ée]lectionn|kept|selected|accepted|chosen)",
    re.I,
)
_WHOM_TO_CONTACT = re.compile(
    r"\W*(?:(?:à|a|avec) )?(?:qui|ki|whom?) (?:(?:faut[- ]il|dois[- ]je|peut[- ]on|je peux|on peut|je dois"
    r"|can i|should i|do i|to|puis[- ]je|m['’]|s['’])\s?){0,2}"
    r"(?:contacter|[ée]crire|appeler|joindre|adresser|contact|write to|ask|call)\W*",
    re.I,
)
"""« …, et qui contacter ? » asks by itself, whatever is told before it."""
_OF_PROJECTS = re.compile(r"\b(?:projets?|d[ée]fis?|dossiers?|projects?|challenges?)\b", re.I)
"""« combien de projets déposés, combien retenus ? » asks both of projects; else people are meant."""
_OF_THE_SAME = re.compile(
    r"\W*(?:(?:[àa]|de|dans|pour|par|avec|en|sous|at|in|to|for)\s+|d['’])?"
    rf"(?:{_WHICH}\s+(?:hauteur|montants?|d[ée]lais?|conditions?|prix|tarifs?|dur[ée]e|"
    r"fr[ée]quence|moment|mesure|pourcentage|taux|amount|extent|price|conditions?|terms?|percentage|rate)"
    r"|combien|jusqu['’]?\s?[àa] (?:quand|combien)|how (?:much|long|often)"
    rf"|{_WHICH}\s+(?:date|jour|ann[ée]e|endroit|lieu|day|year)|quand|when|o[uù]|where)\W*",
    re.I,
)
"""« …, et à quelle hauteur ? » asks more of the same thing, and nothing by itself."""
_ITS_LENGTH = re.compile(
    r"\W*(?:(?:et|and)\s)?(?:(?:combien|cb)\s(?:de\s|d['’]\s?)?(?:jours?|semaines?|heures?)"
    r"|(?:combien|cb) (?:de fois )?par (?:an|mois|semaine|jour)"
    r"|how (?:many|much|often) (?:an?|per) (?:year|month|week|day)"
    r"|how many (?:days|weeks|hours)|tou(?:s|tes) les (?:jours|mois|ans|semaines|combien)"
    r"|every (?:day|week|month|year)"
    r"|(?:quel(?:le)?|what) (?:proportion|part|pourcentage|share|percentage))\W*",
    re.I,
)
"""« … ? combien de jours ? » asks how long, how often or how much of all the thing just asked about is."""
_TOPIC = (
    r"(?:dur[ée]e|salaire|r[ée]mun[ée]ration|paye?|paie|t[ée]l[ée]travail|lieu|ville|dates?|"
    r"crit[èe]res?|profils?|conditions?|minist[èe]re|administration|mentors?|contrat|calendrier|co[uû]t|[ée]tapes?|"
    r"[ée]quipe|suites?|code|chiffres?|r[ée]sultats?|site|technos?|"
    r"length|duration|pay|salary|location|town|city|deadlines?|dates?|ministry|contract|criteria|cost|steps)"
)
"""What is asked for by a noun alone: « la durée du contrat et le salaire »."""
_COMPOUND = (
    r"(?:\s(?:d[ue]\s(?:contrat|travail|d[ée]but|fin|rentr[ée]e)|d['’]arriv[ée]e|de l['’]appel|length)\b)?"
)
_COUNTABLE = (
    r"(?:eigs?|d[ée]fis?|projets?|candidat(?:ure)?s?|administrations?|minist[èe]res?|personnes?|gens|designers?|"
    r"promos?|promotions?|laur[ée]ats?|challenges?|projects?|applica(?:nt|tion)s?|people|ministries)"
)
_ITEM = re.compile(
    rf"(?:(?:l[ae]s?|sa|son|ses|leurs?|the|its|their)\s|l['’])?"
    rf"(?:(?:\w+\s){{0,2}}?{_TOPIC}\b{_COMPOUND}|(?:nombre|nb|noms?|number|names?)"
    rf"\s(?:d[eu]s?\s(?:l['’]|la\s)?|d['’]|of\s(?:the\s)?)(?:{_COUNTABLE}|mentore?s?\b))",
    re.I,
)
_NOUNS = re.compile(
    r"(?P<head>\W*(?:[^:;?!.,]{2,40}:\s*|(?:quel(?:le)?s?|what)\s(?:est|sont|[ée]tai(?:t|ent)|is|are|was|were)\s|what['’]s\s"
    r"|(?:donnez|donne|indiquez|pr[ée]cisez|tell|give)[- ](?:moi|me)\s"
    r"|[^:;?!.,]{0,30}\b(?:m['’]|me |nous )(?:donner|indiquer|pr[ée]ciser|communiquer|dire)\s)?)"
    r"(?P<items>.+)",
    re.I | re.S,
)
_BETWEEN = re.compile(r"\s*,\s*(?:(?:et|and)\s+)?|\s+(?:et|and|ainsi que|[+&])\s+", re.I)
_ITS = re.compile(r"(?:sa|son|ses|leurs?|its|their)\s", re.I)
"""« indiquez-moi le ministère de SIANCE et sa ville »: « sa ville » is asked of it without a verb."""
_TAIL = re.compile(r"\s(?:d[eu]s?|d['’]|pour|dans|[àa]|en|of|for|in|at)\b.*", re.I | re.S)
_HEAD = re.compile(r"\W*(?:(?:pour|sur|concernant|for|about)\s)?(?P<of>[^:,;?!.]{2,30}?)\s*[:,]", re.I)
_ARTICLE = 4
"""Letters that stand beside a promotion at the head of a message."""
_COUNTED = re.compile(
    rf"(?P<ask>.*?\b(?:combien|cb|cbn|nombre|how many|number of)\s+)(?P<one>(?:de\s|d['’]\s?)?{_COUNTABLE})"
    rf"\s+(?:et|and)\s+(?P<other>(?:de\s|d['’]\s?)?{_COUNTABLE})(?P<rest>(?:\W.*)?)",
    re.I | re.S,
)
_WORD = re.compile(r"\w+")
MOST, _LEAST_WORDS = 4, 3


_HOW_IT_GOES = re.compile(
    r"\W*(?:comment|how)\b.{0,60}?\b(?:passe\w*|d[ée]roule\w*|fonctionne\w*|marche\w*|works?|done|go)\b.*",
    re.I | re.S,
)
_ITS_STEPS = re.compile(
    r"\W*(?:(?:c['’ ]?est|ce sont) )?(?:quoi |quel(?:le)?s? (?:sont |est )?|what are )?(?:les?|la|l['’]|the)"
    r" ?(?:diff[ée]rent\w* |different )?(?:[ée]tapes?|phases?|d[ée]roul[ée]\w*|processus|steps|stages)\W*",
    re.I,
)
"""« comment se passe la sélection, c'est quoi les étapes ? » asks the same twice."""
_OF_ANOTHER = re.compile(
    r"\W*(?P<asks>quand|combien|comment|où|when|where|how (?:many|much|long))\s"
    r"(?:pour|pr|dans|ds|en|à|for|in)\s(?:la\s|le\s|the\s)?(?:promo(?:tion)?\s|cohort\s)?\d\W*",
    re.I,
)
"""« le jury de la promo 5, c'était quand, et quand pour la 6 ? » asks once, of two."""
_THE_LATEST = re.compile(r"\bthe (?P<which>latest|last|most recent|current)(?: one)?(?=\W*$)", re.I)
_LA_DERNIERE = re.compile(r"\b(?P<which>la (?:toute )?derni[èe]re)(?=\W*$)", re.I)
_OF_PROMOTIONS = re.compile(r"\b(?:promo(?:tion)?s?|cohorts?|batch(?:es)?|intakes?)\b", re.I)
"""Before « and how many people in the latest one? », what that is one of."""
_ELSE = re.compile(r"^(?:(?:et|ou|mais|and|or|but)\s)?(?:sinon|otherwise)\b[\s,]*(?=\w)", re.I)
"""« vous recrutez ? sinon quand est la prochaine session » asks what it would ask alone."""
_ABOUT_IT = re.compile(
    r"\W*(?:et |and |puis )?(?:(?:combien|comment|quand|o[uù]|how much|how many|when|where) "
    r"(?:est-ce qu['’]?e? ?|does |do |did |is |was )?)?"
    r"\b(?:elles?|ils?(?! ?y ?a\b| faut\b| existe\b)|[çc]a|c['’ ]?(?:est|[ée]tait)|it|they|is it|are they"
    r"|was it)\b",
    re.I,
)
_PUT_THERE = re.compile(
    r"(?<!\bil )\by (?:a|ont|avait|est|sont) (?:ét[ée]s? )?(?:mis|fait|donn|vers|invest|dépens|trait|employ)",
    re.I,
)
"""« et quel argent y a été mis ? » of the place that the part before names."""
_MOST_WORDS_ABOUT_IT = 3
"""Words with a meaning, at most, of a part that is about the one before."""


def asks_whom_to_contact(part: str) -> bool:
    """Whether a part asks whom to write to or call, and nothing else."""
    return _WHOM_TO_CONTACT.fullmatch(part) is not None


def is_about_the_last(part: str) -> bool:
    """Whether a part says nothing without the one before: « elle coûte combien ? » after a refusal."""
    if _OF_THE_SAME.fullmatch(part):
        return True
    about_it = _ABOUT_IT.match(part) or _PUT_THERE.search(part)
    return about_it is not None and len(set(content_stems(part))) <= _MOST_WORDS_ABOUT_IT


def _counted_apart(text: str) -> list[str]:
    """« combien d'EIG et de défis dans la promo 3 ? » asks for two numbers; nothing of other messages."""
    found = _COUNTED.fullmatch(text)
    if found is None:
        return []
    ask, rest = found["ask"], found["rest"]
    return [f"{ask}{found['one']}{rest}".strip(), f"{ask}{found['other']}{rest}".strip()]


def split_questions(text: str) -> list[str]:
    """The questions of ``text``, the whole text when it asks one thing; at most four."""
    parts = [
        part
        for marked in _marked(text)
        for part in indirect_questions(marked) or _nouns(marked) or _counted_apart(marked) or _joined(marked)
    ]
    parts = [_ELSE.sub("", part.strip(" ,;")) for part in parts if re.search(r"\w", part)]
    return _share_promotion(_of_the_latest(parts)) if 1 < len(parts) <= MOST else [text]


def _of_the_latest(parts: list[str]) -> list[str]:
    """The parts with « the latest one », after one on promotions, as the promotion that it is."""
    if not _OF_PROMOTIONS.search(parts[0]):
        return parts
    named = (_THE_LATEST.sub(r"the \g<which> promotion", part) for part in parts[1:])
    return [parts[0], *(_LA_DERNIERE.sub(r"\g<which> promotion", part) for part in named)]


def _marked(text: str) -> list[str]:
    """What stands between question marks, the length, rhythm or share asked for last with what it is of."""
    parts: list[str] = []
    for part in _AFTER_MARK.split(text):
        if parts and _ITS_LENGTH.fullmatch(part):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def _nouns(text: str) -> list[str]:
    """« quels sont la durée du contrat et le salaire d'un EIG ? » asks of each; nothing of other messages."""
    found = _NOUNS.fullmatch(text)
    items = _BETWEEN.split(found["items"].rstrip(" ?.!")) if found else []
    named = [_ITEM.match(item) for item in items]
    if found is None or len(items) < 2 or not all(named):
        return []
    tails = [item[match.end() :] for item, match in zip(items, named, strict=True) if match]
    of_a_promotion = [tail for tail in tails if any(r.kind == "promotion" for r in find_references(tail))]
    shared = tails[-1] if _TAIL.match(tails[-1]) else next(iter(of_a_promotion), "")
    heads = [
        found["head"],
        *("" if _ITS.match(item) and ":" not in found["head"] else found["head"] for item in items[1:]),
    ]
    return [
        f"{head}{item}{'' if tail else shared}".strip()
        for head, item, tail in zip(heads, items, tails, strict=True)
    ]


def _share_promotion(parts: list[str]) -> list[str]:
    """« quel salaire et où travaille-t-on dans la promotion 7 » asks both of the promotion named last,
    « promo 6 : combien de défis et quelles dates ? » of that at its head.
    """
    named = [[r for r in find_references(part) if r.kind == "promotion"] for part in parts]
    head = _HEAD.match(parts[0])
    of = named[0][0] if head and named[0] else None
    if head and of and not any(named[1:]) and of.end <= head.end() and _is_all_but(head["of"], of):
        return [parts[0], *(f"{part.rstrip(' ?')}, {head['of']} ?" for part in parts[1:])]
    if not named[-1] or any(named[:-1]):
        return parts
    last = named[-1][0]
    return [f"{part.rstrip(' ?')}, {parts[-1][last.start : last.end]} ?" for part in parts[:-1]] + parts[-1:]


def _is_all_but(head: str, of: Reference) -> bool:
    """Whether the head of a message says little but a promotion: « promo 6 », not « revenons à la 3 »."""
    return len(head) - (of.end - of.start) <= _ARTICLE


def _is_long_enough(side: str) -> bool:
    """Whether a side of a cut can stand alone."""
    return len(_WORD.findall(side)) >= _LEAST_WORDS - bool(_SHORT.match(side) or asks_whom_to_contact(side))


def _joined(text: str) -> list[str]:
    """Cut « combien… et quand… » where both sides ask and are long enough to stand alone."""
    cut = _JOINED.search(text)
    while cut:
        left, right = text[: cut.start()], text[cut.end() :]
        if _AS_MANY_OF_THEM.match(right) and _OF_PROJECTS.search(left):
            break
        long_enough = _is_long_enough(left) and _is_long_enough(right)
        again = _OF_ANOTHER.fullmatch(right)
        if again and again["asks"].lower() in left.lower():
            break
        if _HOW_IT_GOES.match(left) and _ITS_STEPS.fullmatch(right):
            return [left]
        asks = _ASK.search(left) or asks_whom_to_contact(right) or cut["plus"]
        if asks and long_enough and not _OF_THE_SAME.fullmatch(right):
            return [left, *_joined(right)]
        cut = _JOINED.search(text, cut.end())
    return [text]
