"""Long and short forms of what public bodies are called, brought to one: « CHU », « la mairie de », « SDIS
».
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.text import STOP_WORDS, words

_FORMS = (
    (r"services? departementa(l|ux)( metropolitain)? d incendie et de secours|pompiers?|sdmis", "sdis"),
    (
        (
            r"(centre|groupe|groupement|ensemble|etablissement)s?( public)? hospitaliers?( et)?"
            r"( universitaires?| regiona(l|ux)| intercommuna(l|ux)| departementa(l|ux)| specialises?"
            r"| general| public)*"
            r"|h?opital(e|es)?|h?opitaux|hospices civils|assistance publique hopitaux"
            r"|(?<!\w)(chu|chru|chr|chi|chs|chd|chic|ch)(?!\w)|clinique"
        ),
        "hopital",
    ),
    (r"communaute d agglomeration|agglomeration|agglo", "agglomeration"),
    (r"communaute de communes|com com|comcom|intercommunalite|interco", "communaute"),
    (r"communaute urbaine", "urbaine"),
    (r"syndicat intercommunal a vocation multiple|sivom", "sivom"),
    (r"syndicat intercommunal a vocation unique|sivu", "sivu"),
    (
        r"syndicats?( mixte| intercommunal| departemental| interdepartemental)*|smictom|sictom|smitom",
        "syndicat",
    ),
    (r"(conseil departemental|conseil general|departement)s?", "departement"),
    (r"conseil regional|regions?", "region"),
    (r"(mairie|ville|commune|municipalite|conseil municipal|hotel de ville)s?", "commune"),
    (
        (
            r"etablissement d hebergement pour personnes agees dependantes|maison de retraite|ehpad"
            r"|residence pour personnes agees"
        ),
        "ehpad",
    ),
    (
        (
            r"chambres?( regionale| territoriale| departementale)? de commerce et d industrie( territoriale"
            r"| regionale)?"
            r"( de region)?|ccit?r?(?!\w)"
        ),
        "cci",
    ),
    (r"chambres?( regionale| departementale)? (de|des) metiers( et de l artisanat)?|crma|cma", "cma"),
    (r"chambres?( regionale| departementale)? d agriculture", "agriculture"),
    (
        r"offices? publics?( municipal| departemental)? (de l habitat|d hlm|d habitation.*)|oph|opac"
        r"|office hlm",
        "oph",
    ),
    (r"centre (inter)?communal d action sociale|ccas|cias", "ccas"),
    (r"societe( anonyme)? d economie mixte( locale)?|saeml?|seml?", "sem"),
    (r"societe publique locale( d amenagement)?|spla?", "spl"),
    (r"centre( interdepartemental)? de gestion( de la fonction publique territoriale)?|cdg", "cdg"),
    (r"groupement d interet public|gip", "gip"),
    (r"groupement de cooperation sanitaire|gcs", "gcs"),
    (r"office( municipal| intercommunal| departemental)? de tourisme", "tourisme"),
    (r"parc naturel regional|pnr", "parc"),
    (r"etablissement public de cooperation culturelle|epcc", "epcc"),
    (r"regie( departementale| municipale| communautaire| personnalisee| autonome)*", "regie"),
    (r"metropoles?|(?<=la )metro", "metropole"),
    (r"lycees?", "lycee"),
    (r"colleges?", "college"),
    (r"ecoles?", "ecole"),
    (r"universites?", "universite"),
    (r"aeroports?|aerodromes?|aeroportuaires?", "aeroport"),
    (r"ministeres?", "ministere"),
    (r"sainte?s?|ste?(?!\w)", "saint"),
)
_COMPILED = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), form) for pattern, form in _FORMS)

KINDS = frozenset(form for _, form in _FORMS if form != "saint")
"""What a word says about the kind of body, in its one form."""

_BEFORE_THE_PLURAL = 4
"""Letters that stand before the ending of a plural: « gaz » and « bus » are none."""
_REMEMBERED = 4_096
"""Texts whose words as names are remembered: one message is read again and again beside the same names."""
_FILLERS = STOP_WORDS | frozenset(
    """etablissement public publique communal intercommunal intercommunale mixte national nationale
    maire maires pays etat etats france francais francaise societe association syndical""".split()
)


_ELIDED = re.compile(
    r"\b[ld](?=(?:agglo|agglomeration|h?opital|h?opitaux|interco|intercommunalite|ehpad|ecole|aeroport|universite"
    r"|opera|orchestre|office|institut|association)\b)"
)
"""An article run into the word for a body: « lagglo de Calais »."""

HYPHENED = r"[\w-]*(?:(?<=-[dl])['’][\w-]+)*"
"""The rest of a name written with hyphens, whatever its first letters: « Villeneuve-d’Ascq »."""
PARTICLES = frozenset("de du des d la le les l".split())
"""The little words between the parts of a name, as tokens."""
_BESIDE = frozenset(
    "pres proche voisin voisine limitrophe loin cote coter banlieue environ alentour peripherie".split()
)
_TOUCHING = frozenset("colle collee accole accolee contigu contigue attenant attenante".split())
"""Words that say that something lies near what is named next, as tokens."""
_AT = frozenset(
    "installe installee base basee situe situee implante implantee etabli etablie sis sise".split()
)
_LYING = frozenset("situe situee village bourg quelque part".split())
_ONE, _WITHIN_ONE = frozenset(("un", "une")), frozenset("commune village bourg bourgade".split())
_SIZES = frozenset("petit petite grand grande moyen moyenne".split())
_NEAR_BY = 6
"""Words, at most, from « entre » to the second of two places."""
_LAW = re.compile(r"[\s.,;:–-]*\[[^\[\]]*\]\W*$")


def name_tokens(text: str) -> list[str]:
    """Return the words of a name or question, folded, long and short forms of public bodies made alike."""
    return list(_name_tokens(text))


@lru_cache(maxsize=_REMEMBERED)
def _name_tokens(text: str) -> tuple[str, ...]:
    folded = _ELIDED.sub("", " ".join(words(text)))
    for pattern, form in _COMPILED:
        folded = pattern.sub(form, folded)
    return tuple(token if token in KINDS else without_plural(token) for token in folded.split())


def without_plural(word: str) -> str:
    """A folded word without the ending of the plural, as the words of a name are compared."""
    before = word[-1 - _BEFORE_THE_PLURAL : -1]
    ends = word.endswith(("s", "x")) and len(before) == _BEFORE_THE_PLURAL
    return word[:-1] if ends and before.isascii() and before.isalpha() else word


def distinctive(form: str) -> list[str]:
    """Return the tokens of a name that tell one body from another: neither its kind nor filler words.

    A town may be called by a filler word (« Eu »): then its capitalised words count. Empty for a name that
    could be anybody's (« le lycée français »).
    """
    kept = [token for token in name_tokens(form) if token not in KINDS and token not in _FILLERS]
    if kept:
        return kept
    capitals = [token for word in re.findall(r"[A-ZÀ-Ý][\w-]*", form) for token in name_tokens(word)]
    return [token for token in capitals if token in STOP_WORDS]


def kinds(tokens: list[str]) -> frozenset[str]:
    """Return the kinds of body named among the tokens."""
    return KINDS.intersection(tokens)


def ends_beside(tokens: Sequence[str]) -> bool:
    """Return whether tokens lead to a name near which something lies: « à côté de », « voisine de la ville de
    ».
    """
    if len(tokens) > 1 and tokens[-1] == "a" and tokens[-2] in _TOUCHING:
        return True
    if _is_between(tokens):
        return True
    at = len(tokens)
    while at and tokens[at - 1] in PARTICLES | KINDS:
        at -= 1
    if not at or at == len(tokens) or tokens[at - 1] not in _BESIDE or tokens[at] not in PARTICLES:
        return False
    return tokens[at - 1] not in ("cote", "coter") or tokens[at - 2 : at - 1] == ["a"]  # « la côte de Nacre »


def without_partners(tokens: Sequence[str]) -> list[str]:
    """Return tokens without the kinds of body with which the one named does something: « avec la comcom »."""
    return [
        token
        for at, token in enumerate(tokens)
        if not (token in KINDS and "avec" in tokens[max(at - 2, 0) : at])
        or tokens[at + 1 : at + 2] in (["de"], ["du"], ["d"])
    ]


def ends_at(tokens: Sequence[str]) -> bool:
    """Return whether tokens lead to the town in which something lies: « une association installée à »."""
    return len(tokens) > 1 and tokens[-1] == "a" and tokens[-2] in _AT


def ends_within(tokens: Sequence[str]) -> bool:
    """Return whether tokens lead to an area of several towns, of which one is meant: « une petite commune de
    l'Est lyonnais ».
    """
    own = [token for token in tokens if token not in PARTICLES | _SIZES and token != "pays"][-2:]
    return len(own) == 2 and own[0] in _ONE and own[1] in _WITHIN_ONE and tokens[-1] in PARTICLES


def kinds_described(tokens: Sequence[str]) -> frozenset[str]:
    """Return the kinds of body of which one is meant that is not named: « une petite ville normande »."""
    own = [token for token in tokens if token not in _SIZES]
    return frozenset(kind for one, kind in pairwise(own) if one in _ONE and kind in KINDS)


def _is_between(tokens: Sequence[str]) -> bool:
    """Whether what comes next bounds a place: « entre Angers et Saumur, que risque… », « un village entre A
    et B », unlike « la convention entre A et B ».
    """
    at = max((place for place, token in enumerate(tokens) if token == "entre"), default=-1)
    begins = at == 0 or at > 0 and (tokens[at - 1] in KINDS or tokens[at - 1] in _LYING)
    return begins and (at == len(tokens) - 1 or tokens[-1] == "et" and len(tokens) - at <= _NEAR_BY)


def without_law(title: str) -> str:
    """A title without the article of law that closes it: « [article 58-2° de la loi…] »."""
    return _LAW.sub("", title) or title
