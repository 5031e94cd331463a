"""What a message asks of the reports: a list, a comparison, advice, figures, or what is said."""

from __future__ import annotations

import re

from actions.reports.bodies.kinds import BODIES, LOCAL_BODIES
from actions.reports.lists.request import SAYS, asks_for_reports
from actions.words_apart import words_apart
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold

_COMPARES = re.compile(r"\bcompar\w*|\bversus\b|\bvs\b|\bdifferences? entre\b|\bcompared?\b")
_AGAINST = re.compile(
    r"\b(?:plus|moins|mieux|autant|aussi|more|less|better)\b.{1,60}\b(?:que|qu|than)\b|\bou\b"
    r"|\bentre\b.{1,60}\bet\b|\bbetween\b.{1,60}\band\b"
)
_DIFFERS = re.compile(r"\b(?:differen\w*|ecarts?)\b")
_PUT_SIDE_BY_SIDE = re.compile(r"\bcompar\w*")
_BESIDE = re.compile(r"\b(?:par rapport|face|en comparaison|relative(?:ly)?|next) (?:a|au|aux|de|to)\b")
"""« et par rapport à Louviers ? » after another town."""
_OF_THE_LAST = re.compile(
    r"\b(?:les|des|the|of the) (?:deux|trois|two|three)\b|\bboth\b"
    r"|\b(?:que|qu|than) (?:chez |at )?(?:nous|us|ours|l ?['’]? ?autre|the other|la premiere|le premier"
    r"|the first)(?: one)?\W*$"
    r"|^\W*(?:(?:et|and|donc|alors|ok) )*(?:laquelle|lequel|which(?: one)?)\b"
    r" (?:(?:est|a|ont|is|has|depense|emploie|compte|coute|recoit|touche|spends|employs)\b.{0,12})?"
    r"\b(?:plus|moins|most|least|more|less)\b(?! (?:recent|ancien|vieu|urgent|important|grave))"
)
WHY = re.compile(
    r"\b(?:pour ?[qk]u?oi(?! faire)|pr ?[qk]u?oi|pk|pkoi|pq|raisons?|causes?|why|explique\w*)\b"
    r"|\bcomment (?:ca )?se fait|\bdu a quoi\b"
)
_WHICH_OF_THEM = re.compile(r"\b(?:laquelle|lequel|qui|ou|which|who|where)\b")
_AND_THEIR = re.compile(
    r"^\W*(?:et|and|what about|how about)\W+(?:(?:pour |for |sur |concernant )?(?:l[ae]s?|l|leurs?|the|their)"
    r"|cote|(?:au )?niveau|en (?:matiere|termes?))\b"
)
RANKS = re.compile(r"\b(?:plus|moins|mieux|pire|most|least|more|less|better|worse)\b")
_ADVICE = re.compile(
    r"\brecom+[ae]nd\w*|\brecos?\b|\bpreconis\w*|\bconseill(?:e|es|ent|ez)\b"
    r"|\b(?:quels?|leurs?|des|les) conseils?\b(?! (?:municip|depart|region|commun|d.admin|general))"
    r"|\b(?:que|quoi|koi|qu)\b.{0,40}\b(?:propose|suggere|invite|demande|exige|reclame|souhaite)(?:nt|-t)?\b"
    r"|\b(?:propose|suggere|demande|exige|reclame|souhaite)(?:nt)?(?:[- ]t[- ](?:elle|il|on)\b"
    r"| (?:quoi|koi)\b)"
    r"|\b(?:que|qu|quoi|koi)\b.{0,20}\bveu(?:t|lent)\b(?! dire)"
    r"|\b(?:veu(?:t|lent)|voudrai(?:t|ent)) (?!dire )(?:\S+ ){0,3}(?:quoi|koi)\b"
    r"|\b(?:que|en) (?:doi\w+ |veu\w+ )?faire (?:quoi\b|koi\b|de|du|d'|des|pour|avec)"
    r"|\b(?:doi[st]|doivent|devrai(?:t|ent)|faut|fo|faudrait) (?:\S+ ){0,3}(?:quoi|koi)\b"
    r"|\b(?:what|anything) (?:\w+ )?(?:should|must|ought|needs? to|has to|have to)\b"
    r"|\bwhat (?:did|do|does|would) .{2,60}? (?:tell|ask|want|advise|urge)\b(?! to know)"
    r"|\bwhat (?:did|do|does|would) .{2,60}? (?:propose|call for)\b|\bwhat would .{2,40}? (?:change|do|fix)\b"
    r"|\bveu(?:t|lent) que .{2,60}? (?:quoi|koi)\b"
    r"|\b(?:demande|di[st]|conseille)(?:nt)? (?:de |d')\w+ (?:quoi|koi)\b"
    r"|\b(?:told|asked|urged|invited) to (?:do|fix|change|correct|stop)\b"
    r"|\b(?:des|quelles?|une|les|leurs) solutions?\b(?=\W*$| (?:pour|contre|propos|avanc)\w*)"
    r"|\bcorr?iger\b|\bcorr?ections?\b|\bameliorer\b|\bremedes?\b"
    r"|\bsuggestions?\b|\brappels? (?:au|a la|du|de la) (?:droits?|lois?)\b|\bobligations? de faire\b"
    r"|\bquel(?:le)?s? (?:mesures|reformes|pistes|injonctions|propositions|ameliorations?)\b"
    r"|\bquel(?:le)?s? (?:changements|suites?)\b"
    r"|\b(?:que|quoi|qu|ce qu['’]?)(?: est-ce que)? ?(?:doit|doivent|faut|devrait|devraient)\b"
    r"|\b(?:faut|faudrait)[- ]il (?:faire|ameliorer|changer|revoir)\b"
    r"|\b(?:doi[st]|doivent|devrai(?:t|ent)) (?:encore )?faire (?:quoi|koi)\b"
    r"|\b(?:que|quoi|koi|ce) qu['’ ]?ils? (?:faut|doit|doivent) (?:change\w*|revoir|faire)\b"
    r"|\bqu['’ ]?attend[- ]on (?:de|d|du|des)\b"
    r"|\b(?:mieux|autrement) faire\b|\bfaire mieux\b|\badvi[sc]e\w*|\bsuggest\w*|\bimprove\w*"
)
_AUDITED_BODIES = (
    r"(?:organismes?|collectivites|structures|entites|etablissements|communes|villes|mairies|intercommunalites"
    r"|hopitaux|departements|regions|syndicats|associations|societes|entreprises)"
)
_ONE = (
    "commune|ville|mairie|collectivite|intercommunalite|agglomeration|agglo|metropole|hopital|syndicat"
    "|organisme|ehpad|town|city|hospital|body"
)
_ABOUT = r"(?:sur|concernant|dessus|au sujet|a propos|relati(?:f|ve)s? a)"
_WHAT_THERE_IS = re.compile(
    r"\b(?:ce que?|qu est ce que?|que|qu|quoi) (?:vous |tu |il y |y )?(?:avez|av[aer]|as|a) "
    rf"(?:vous |tu |t il )?(?:comme (?:infos?|documents?) )?(?:(?:en|dans) (?:\w+ ){{0,2}}\w+ )?{_ABOUT}\b"
    rf"|\b(?:avez|as|auriez) (?:quoi|quelque chose|des choses) (?:comme \w+ )?{_ABOUT}\b"
    r"|\b(?:vous avez|t as|tu as) quoi\W*$"
    r"|^\W*(?:(?:ya|y a|il y a|vous avez|t as) )?(?:quoi|koi|qqch|quelque chose) (?:sur|concernant)\b"
    r"|(?<!\ben )\b(?:tous?t?|tt) (?:ce (?:qu il y a|qui|que|dont) (?:(?:vous|tu) \w+ )?"
    r"|les (?:infos?|documents?) (?:que \w+ \w+ |en votre \w+ )?)?(?:sur|concern\w+)\b"
    rf"|\b(?:y a t il|il y a) (?:des choses|quelque chose) (?!dessus){_ABOUT}\b"
    rf"|\b(?:ce qui|qu est ce qui) a ete (?:publie|ecrit|sorti)(?: par \w+ \w+)? {_ABOUT}\b"
    r"|\bwhat (?:do you have|have you got|is there|you ve got) (?:on|about)\b"
    r"|\b(?:everything|anything)(?: you (?:may )?have)? (?:on|about)\b"
)
"""« qu'est-ce que vous avez sur le Finistère ? »"""
_WHICH_THERE_ARE = re.compile(
    r"\b(?:quels?|quelles?|which|what) (?P<bodies>[a-z]+s|sdis|ehpad|ccas|chu|hopitaux|cities)\b"
    r"(?: [a-z]+){0,6} (?:avez|as|dispo\w*|do you have|have you got|are there|dans (?:la|ta|votre) base)\b"
    r"|\b(?:quoi|koi) comme (?P<sort>[a-z]+)\b"
    r"|\blist(?:e|es|er|ez|ing)(?: moi)?(?: (?:de|des|les|tous|toutes|tout|d|of|the|all)){1,3}"
    r" (?P<listed>[a-z]+)\b"
    r"(?: [a-z]+){0,6} (?:rapports?|raports?|reports?|base|control\w*|audit\w*|examin\w*|epingl\w*)\b"
)
"""« quels aéroports avez-vous ? », « la liste des CHU contrôlés »: which bodies of a kind have reports."""
_WHO_WAS_AUDITED = re.compile(
    rf"\b{_AUDITED_BODIES}\b.{{0,40}}\b(?:control|audit|epingl)e?e?s?\b"
    r"|\b(?:qui|who) (?:a|ont|was|were) (?:deja )?(?:ete )?(?:control|audit|epingl)\w*"
    r"|\b(?:bodies|towns|cities|hospitals) (?:were|have been|was) (?:audited|inspected)\b"
)
_MOST = r"(?:plus|moins|mieux|pire|most|least|highest|lowest|largest|biggest|best|worst)"
_BEYOND = (
    r"(?:inferieure?s?|superieure?s?|depass\w*|au[ -]dess(?:us|ous)|en dessous|respecte\w*"
    r"|more|less|better|worse|above|below|over|under|exceed\w*)"
)
_WHICH = r"\b(?:quelles?|quels?|which|what|qui|who) (?:(?:est|sont|is|are) )?(?:l['’ ]|la |le |les |the )?"
_OF_ALL = re.compile(
    rf"{_WHICH}(?P<bodies>{LOCAL_BODIES})\b.{{0,80}}\b(?:{_MOST}|{_BEYOND})\b"
    rf"|{_WHICH}(?P<one>{_ONE})\b.{{0,80}}\b{_MOST}\b"
)
"""« quelles communes ont moins de 1 607 heures ? »: all bodies are to be compared on a value."""
_IN_THE_REPORTS = re.compile(
    r"\b(?:de|des|dans|parmi|d['’ ]?apres|selon|in|of|from) "
    r"(?:(?:tous|toutes|all|les|ces|the|vos|votre|your)\b ?){0,3}"
    r"(?:rapports?|reports?|base)\b"
)
_IN_PLURAL = {"hopital": "hopitaux", "city": "cities", "body": "bodies", "ehpad": "ehpad"}
_WHAT_IT_DOES = re.compile(
    r"\b(?:(?:fait|font) (?:quoi|koi)|ser(?:t|vent) a (?:quoi|koi)|a (?:quoi|koi) .{0,30}sert|"
    r"c ?est (?:quoi|koi|qui)|s'occupent? de (?:quoi|koi)|est-ce que c'est|what (?:is|does)|who (?:is|are))\b"
    r"(?: (?:comme|leur|son|au juste|exactement|exactly|do|it|ce|cette|le|la|l)\b.*)?\W*$"
)
NAMED_FAULTS = (
    r"reproch\w+|critiqu\w+|epingl\w+|denonc\w+|critici[sz]\w+|wrongdoing|irregular\w+|anomalies?|dysfonctionn\w+"
    r"|manquements?|cloche\w*|weakness\w*|faits? graves?|points? (?:noirs?|faibles?|negatifs?)"
    r"|vas? (?:pas|mal)|(?:is|s|was|went|anything) wrong"
)
"""How it is asked what is wrong; part of a pattern."""
_OVERALL = re.compile(
    r"\bresum\w*|\bsynthe[st]\w*|\bsummar\w+|\bl['’ ]?essentiel\b|\bgrandes lignes\b|\bbilan\b"
    r"|\b(?:points?|faits?|constats?|enseignements?) (?:cles?|principa\w+|essentiels?|importants?)\b"
    r"|\bprincipa\w+ (?:points?|faits?|constats?|conclusions?|observations?|enseignements?)\b"
    r"|\b(?:main|key|most important) (?:points?|findings?|problems?|issues?|criticisms?|conclusions?)\b"
    r"|\b(?:principa\w+ |gros |grand |vrai )?(?:problemes?|pbs?|soucis?)(?: principa\w+)?\b"
    r"|\ben difficultes?\b"
    rf"|\b(?:grandes? |gross\w+ |principales )?faiblesses?\b|\b(?:{NAMED_FAULTS})\b"
    r"|\b(?:bien|mal|mieux|correctement|well|badly|better) (?:geree?s?|run|managed)\b"
    r"|\ben fin de compte\b|\bau final\b|\bglobalement\b|\bdans l['’ ]ensemble\b|\b(?:overall|in the end)\b"
)
"""What asks of a report as a whole what it finds, or finds wrong."""
_WHAT_FOR = re.compile(
    r"\W*(?:(?:et|mais|ok|and|but)\W+)*(?:pour ?quoi|pour quelles? (?:raisons?|faits?)|de quoi|sur quoi|quoi"
    r"|lesquel\w+|what for|for what|which ones?)(?: (?:au juste|exactement|precisement|exactly))?\W*"
)
_EXPLAINS = re.compile(r"\b(?:pourquoi|comment|combien|pk|why|how)\b")
_FIRST = re.compile(rf"\b(?:{SAYS})\b")
_PAGE = re.compile(
    r"\W*(?:(?:et|ok|oui|mais|bon|donc|and|so)\W+)*(?:c ?['’]? ?est )?(?:(?:a |sur |on )?"
    r"(?:quelle?s?|kel+e?|what|which) (?:pages?|p)|(?:la |les |the )?(?:numero de (?:la )?)?pages?"
    r"(?: (?:combien|cb|number))?)\b(?: (?:exactement|du rapport|exactly|alors|svp|stp|please))*\W*"
)


def asks_comparison(text: str, bodies: int) -> bool:
    """« comparez X et Y », or a comparative between two bodies named."""
    folded = fold(text)
    if _COMPARES.search(folded):
        return True
    ranks = _WHICH_OF_THEM.search(folded) and RANKS.search(folded)
    return bodies > 1 and bool(ranks or _AGAINST.search(folded) or _DIFFERS.search(folded))


def compares_the_last(text: str) -> bool:
    """« compare les deux », « laquelle des trois est la plus endettée ? »: the bodies last spoken of."""
    folded = fold(text)
    ranks = _COMPARES.search(folded) or RANKS.search(folded)
    return bool(ranks and _OF_THE_LAST.search(folded))


def goes_on_comparing(text: str) -> bool:
    """« laquelle a le plus de personnel ? », « et les impôts ? » after a comparison: of the same bodies."""
    folded = fold(text)
    ranks = _WHICH_OF_THEM.search(folded) and RANKS.search(folded)
    return bool(ranks or _AND_THEIR.match(folded))


def compares_with_the_last(text: str) -> bool:
    """« et par rapport à Louviers ? », « comparé à Louviers »: another body beside the one spoken of."""
    folded = fold(text)
    return bool(_BESIDE.search(folded) or _PUT_SIDE_BY_SIDE.search(folded))


def asks_of_all(text: str) -> bool:
    """« quelles communes sont les plus endettées ? »: of all that were audited, which no report tells."""
    return _OF_ALL.search(fold(text)) is not None


def ranks_all(text: str) -> bool:
    """« quelle commune est la plus endettée de vos rapports ? »: no list of reports, though it says so."""
    return asks_of_all(text) and not asks_list(_IN_THE_REPORTS.sub(" ", fold(text)))


def bodies_asked(text: str) -> str:
    """The word for the bodies of such a question, in the plural: « communes »."""
    found = _OF_ALL.search(fold(text))
    if found is None:
        return ""
    return found["bodies"] or _IN_PLURAL.get(found["one"], f"{found['one']}s")


def asks_what_it_does(text: str) -> bool:
    """What a body is or does: « ça fait quoi comme boulot ? », « ça sert à quoi ? »."""
    return bool(_WHAT_IT_DOES.search(fold(text)))


def asks_advice(text: str) -> bool:
    """What should be done according to the report, in the many ways people ask for recommendations."""
    return bool(_ADVICE.search(fold(text)))


def asks_list(text: str) -> bool:
    """Which reports there are, or which bodies were audited."""
    folded = words_apart(text)
    listed = asks_for_reports(text) or _WHAT_THERE_IS.search(folded) or asks_which_there_are(text)
    return bool(listed) and not _FIRST.search(folded)


def asks_which_there_are(text: str) -> bool:
    """« quels aéroports avez-vous ? »: which bodies of a kind, but not which ministries of the programme."""
    found = _WHICH_THERE_ARE.search(words_apart(text))
    named = next((one for one in found.groups() if one), "") if found else ""
    first = name_tokens(found.group()[found.group().index(named) :])[:1] if found else []
    return bool(BODIES.intersection(first) - {"ministere"}) or named in LOCAL_BODIES.split("|")


def asks_what_there_is(text: str) -> bool:
    """« qu'avez-vous sur Nantes ? »: whatever there is on a place or body."""
    return _WHAT_THERE_IS.search(words_apart(text)) is not None


def asks_who_was_audited(text: str) -> bool:
    """« quelles communes du Finistère ont été contrôlées ? »: without a word for the reports."""
    return bool(_WHO_WAS_AUDITED.search(words_apart(text)))


def asks_to_explain(text: str) -> bool:
    """Why, how or how much something is: no question for advice, whatever it sounds like."""
    return bool(_EXPLAINS.search(fold(text)))


def asks_overall(text: str) -> bool:
    """What a report finds as a whole: its summary, the main problem, what a body is blamed for."""
    return _OVERALL.search(fold(text)) is not None


def without_overall(text: str) -> str:
    """The other words of such a message: the matter or the body that it asks about."""
    return _OVERALL.sub(" ", fold(text))


def asks_what_for(text: str) -> bool:
    """« pour quoi exactement ? » after it was said that a body is blamed."""
    return _WHAT_FOR.fullmatch(fold(text)) is not None


def asks_for_the_page(text: str) -> bool:
    """« et quelle page ? », and nothing else."""
    return _PAGE.fullmatch(fold(text)) is not None
