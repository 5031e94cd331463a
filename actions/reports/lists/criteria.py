"""What a message narrows a list of reports to: area, date, type, jurisdiction, kind of body; what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.lists.types import types_named
from knowledge.dates import FOLDED_MONTHS, FOLDED_MONTHS_EN
from knowledge.extraction.jurisdictions import COURT
from knowledge.extraction.places import Department, departments, is_said, numbered_department, region_names
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.demonyms import areas_meant
from knowledge.reports.questions import read_question
from knowledge.reports.report_ranking import ALSO_WORDS
from knowledge.text import content_stems, fold, stem, words

_NO_ENGLISH_MONTH = frozenset({2, 4})
"""March and May are words as well."""
_LONG_NAME, _NAMED_AFTER = 7, 3
_GENERIC = frozenset({"nouvelle", "territoire", "champagne", "franche"})
"""First words of areas that are words of every day."""
_BEFORE_AREA = r"dans|en|departement|au|aux|de l|du|des|de la|d|sur|concern\w+|pour|la|le|les|l"
_PREPOSITION = re.compile(r"\b(?:dans|en|au|aux|de|du|des|d|l|la|le|les|sur|pour)\b")
"""What a message put into French from English has none of."""
_KINDS = (
    (
        r"hopita\w*|hospital\w*|centres? hospitaliers?(?: (?:regiona\w+ )?universitaires?)?|chu\b|chru",
        "hospital",
    ),
    (
        r"(?<!communaute de )(?<!communautes de )communes(?! (?:du|de la) pays)|mairies|villes|villages"
        r"|(?:(?<=les )|(?<=des )|(?<=quels ))(?:village|ville|commune|mairie)"
        r"|(?<!conseiller )(?<!conseillere )(?<!elu )(?<!elue )(?<!agent )(?<!agente )municipal\w*"
        r"|towns",
        "commune",
    ),
    (
        r"intercommunalites?|intercos?|comcoms?|communautes? (?:de communes|d.agglomeration)|agglo\w*s",
        "intercommunality",
    ),
    (r"ehpad|maisons? de retraite|care homes?", "nursing-home"),
    (r"associations", "association"),
    (r"syndicats|sivom|sivu|sivos", "syndicate"),
    (r"offices? (?:de |du )?tourisme", "tourist-office"),
    (r"departements|conseils (?:departementaux|generaux)", "department"),
    (r"(?<!par )regions|conseils regionaux", "region"),
    (
        r"chambres? (?:(?:de )?commerce|d.agriculture|des? metiers)\w*|chambres consulaires|cci",
        "consular-chamber",
    ),
    (r"entreprises|societes(?! d.economie)", "company"),
    (r"societes d.economie mixte|sem", "semi-public-company"),
    (r"ccas|centres? communa\w+ d.action sociale", "social-action"),
    (r"lycees|colleges|ecoles|universites", "school"),
    (
        r"theatres|musees|museums?|orchestres"
        r"|(?:structures?|organismes?|etablissements?|institutions?|bodies|associations?) culturel\w*",
        "cultural-body",
    ),
    (r"bailleurs|offices? (?:publics? )?(?:de l.)?habitat|hlm", "social-housing"),
    (r"ministeres", "ministry"),
)  # fmt: skip
_OR_THE_DEPARTMENT = re.compile(r"\b(?:ou|et) (?:sur |de |dans )?(?:le |du )?departement\b")
"""« sur des communes du Cantal ou le département »: on whatever lies there."""
_COURT = re.compile(r"\b(?:de|par|of|by)(?: (?:la|the))? cour des comptes\b")
_ANY_CHAMBER = re.compile(r"\bchambres?\b|\bcrc\b")
FORMALITIES = frozenset(
    stem(fold(word))
    for word in """rapport rapports liste lister quels combien report reports list chambre chambres régionale
    cour comptes concernent concerne concernant sur dans publié publiés publiées existe avez base bases
    disponibles observations tous toutes toute all département région année which how many have ont eu svp stp
    contrôle contrôler contrôles contrôlée contrôlées audit audité auditées examiné examinés examinées quoi
    comme vous communauté communautés commune communes intercommunalité agglomération organisme organismes
    structure structures entité entités document documents department departments region regions body bodies
    not audited objet fait font sont sait deal parlement parliament communication
    communications total ensemble nombre existent existe connais connaissez mois publish published datés
    daté dates date récents récent derniers dernier autres autre collectivité collectivités établissement
    établissements organisation organisations rendu rendus paru parus sorti sortis parlent abordent
    évoquent intéressent savoir connaître trouver trouve donne donner montre montrer affiche peux pouvez
    voudrais aimerais cherche recherche propos sujet sujets thème thèmes publication publications publier
    définitives territoriale territoriales secteur dessus non oui no yes parle parlais talking
    pardon avé tt ah bah ben bon alors euh hein autour tournent général complet complète entier entière
    intégral intégrale titre titres crc crtc ctc plusieurs parlementaire parlementaires plaît
    près proche proches""".split()
) | {"bas", "report", "list"}
_REPORTS = frozenset(map(stem, "rapport report liste list document tous tout all".split()))
_NO_TOPIC = re.compile(
    r"\b(?:port|trait)(?:e|es|ent|ant|er)\b|\b(?:cet?|cette|ces) [a-z]+|\binfo(?:rmation)?s? sur\b"
    r"|\([^()]*\betc\b[^()]*\)|^\W*(?:\w+ )?(?:cite[rz]?|enumere[rz]?)\b(?=\W(?:moi|nous|les?)\b)"
)
"""« portent sur », like ports; « traitent de »; « cette ville »; « (Tahiti etc.) »; « cite-moi les… »."""


@dataclass(frozen=True)
class Criteria:
    """What a list is narrowed to: ``filter``, the further ``kinds`` of body and the ``said`` words for it.

    ``rest`` are the stems of the other words, ``unread`` what they hold that is no word.
    """

    filter: ReportFilter
    said: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def are_asked(self, intent: str) -> bool:
        """Whether a list is meant by them: one is heard, or an area is said and nothing else."""
        an_area = not self.rest and bool(self.filter.department or self.filter.region)
        return intent == "report_list" and not self.filter.empty or intent == "report_find" and an_area


def criteria(text: str, base: ReportBase, typed: str | None = None) -> Criteria:
    """What a message narrows a list to, and those criteria in the words ``typed``."""
    written = typed or text
    folded, own, facets = f" {' '.join(words(text))} ", " ".join(words(written)), base.facets()
    folded = folded.replace(" nouvel aquitaine ", " nouvelle aquitaine ")  # as many write it
    numbered, named_here = numbered_department(text), kinds_named(folded)
    department, region = _areas(folded, text, numbered, [value for value, _ in facets["region"]])
    all_there = department and _OR_THE_DEPARTMENT.search(folded)
    kinds = (
        []
        if all_there
        else list({kind: (word, kind) for word, kind in (*named_here, *kinds_named(own))}.values())
    )
    matters = [word for word, kind in kinds if not base.find_reports(ReportFilter(kind=kind), size=1).total]
    kinds = [(word, kind) for word, kind in kinds if word not in matters]
    sorts = types_named(text)
    sort = sorts[0] if len(sorts) == 1 else None
    published = {value for value, _ in facets["year"]}
    years = [year for year in read_question(text).years if str(year) in published]
    month = next((at for at in range(12) if _says_month(folded, at)), None)
    court = _COURT.search(folded) or _COURT.search(own)
    of_court = court and not _ANY_CHAMBER.search(folded) and not sort and not kinds
    wanted = ReportFilter(
        department=department,
        region=region,
        kind=kinds[0][1] if kinds else None,
        type=sort,
        year=years[0] if years else None,
        month=month + 1 if month is not None else None,
        jurisdiction=COURT if of_court else None,
    )
    date = " ".join([*([FOLDED_MONTHS[month]] if month is not None else []), *map(str, years[:1])])
    kept = {kind for _, kind in kinds}
    bodies = list(dict.fromkeys(w for w, kind in kinds_named(own) if kind in kept)) or [w for w, _ in kinds]
    said = [value for value in (department, region, sort, wanted.jurisdiction, *bodies, date) if value]
    read = {str(year) for year in years} | ({numbered[1]} if numbered else set())
    return Criteria(
        wanted,
        tuple(as_typed(value, written) for value in said),
        tuple(kind for _, kind in kinds),
        tuple(_free_words(text, [*said, *(w for w, _ in named_here if w not in matters)], base, matters)),
        tuple(one for one in re.findall(r"\b\d+[ab]?\b", folded) if one not in read),
    )


def _areas(
    folded: str, text: str, numbered: tuple[Department, str] | None, published: Sequence[str]
) -> tuple[str | None, str | None]:
    """The department and the region named, the longer name where one holds the other; regions with reports
    are ``published``.
    """
    department = numbered[0].name if numbered else _department(folded, text)
    department = department or _meant(text, [one.name for one in departments().values()], _NAMED_AFTER)
    region = _longest(folded, sorted({*region_names(), *published}))
    named = (department, region)
    department, region = (None if name and _is_part_of_a_name(name, text) else name for name in named)
    if department and region:
        region = None if fold(region) in fold(department) else region
        department = None if region and fold(department) in fold(region) else department
    return department, region or (None if department else _meant(text, [*published, *sorted(region_names())]))


def kinds_named(folded: str) -> list[tuple[str, str]]:
    """The kinds of body a message names, each with its words there."""
    return [
        (match.group(0), kind)
        for pattern, kind in _KINDS
        for match in re.finditer(rf"\b(?:{pattern})\b", folded)
    ]


def as_typed(said: str, text: str) -> str:
    """The words of a message for what was read in it, accents and capitals kept; else as they were read."""
    wanted = words(said)
    spans = list(re.finditer(r"[^\W_]+", text))
    folded = [words(span.group()) for span in spans]
    for at in range(len(spans) - len(wanted) + 1):
        if folded[at : at + len(wanted)] == [[word] for word in wanted]:
            found = text[spans[at].start() : spans[at + len(wanted) - 1].end()]
            return said if said[:1].isupper() else found
    return said


def topic_as_typed(terms: Collection[str], text: str) -> str | None:
    """The words of a message from the first to the last that says a topic; None if other words do."""
    spans = [(m, stem("".join(words(m.group())))) for m in re.finditer(r"[^\W_]+", text)]
    held = [m for m, one in spans if one in terms]
    return (
        text[held[0].start() : held[-1].end()] if held and set(terms) <= {one for _, one in spans} else None
    )


def asks_for_any(text: str) -> bool:
    """Whether words ask for reports, whichever: « tous les rapports », « liste », but not « régions »."""
    left = set(content_stems(text))
    return not left.isdisjoint(_REPORTS) and left <= FORMALITIES - KIND_STEMS


def _says_month(folded: str, at: int) -> bool:
    return f" {FOLDED_MONTHS[at]} " in folded or (
        at not in _NO_ENGLISH_MONTH and f" {FOLDED_MONTHS_EN[at]} " in folded
    )


def _department(folded: str, text: str) -> str | None:
    """The department named, which must read as a place: « la Somme », not « la somme versée »."""
    found = _longest(folded, [one.name for one in departments().values()])
    if found is None:
        return None
    first = re.escape(words(found)[0])
    if not _PREPOSITION.search(folded):
        return found
    if not re.search(rf"\b(?:{_BEFORE_AREA}).{{0,20}}{first}", folded):
        return None
    if fold(found) in ALSO_WORDS and found not in text:
        return (
            found
            if re.search(rf"\b(?:dans|en|departement) (?:(?:la|le|de|du|l) )*{first}\b", folded)
            else None
        )
    return found


def _is_part_of_a_name(area: str, text: str) -> bool:
    """Whether a hyphen makes an area part of a longer name: « Saint-Cyr-sur-Loire », « Aix-en-Provence »."""
    whole = " ".join(words(area)) in " ".join(words(text))
    said = "[ -]".join(map(re.escape, words(area) if whole else words(area)[:1]))
    return re.search(rf"-{said}\b|\b{said}-\w", fold(text)) is not None


def _longest(folded: str, values: Sequence[str]) -> str | None:
    """The longest value that stands in the message as whole words, or by its own first word."""
    held = [value for value in values if is_said(value, folded)]
    if not held:
        starts = Counter(words(value)[0] for value in values if words(value))
        held = [
            value
            for value in values
            if len(first := words(value)[0]) >= _LONG_NAME
            and first not in _GENERIC
            and starts[first] == 1
            and f" {first} " in folded
        ]
    return max(held, key=len, default=None)


def _meant(text: str, areas: Sequence[str], alike: int = 0) -> str | None:
    """The area that a word for its people means: « hôpitaux bretons », unlike « Aix-en-Provence »; with the
    first letters of its name, if some must be ``alike``: « nantais » says more than its department.
    """
    alone = re.findall(r"(?<![\w-])\w+(?![\w-])", fold(text))
    meant = {area for word in alone for area in areas_meant(word) if area[:alike] == word[:alike]}
    return next((one for one in areas if " ".join(words(one)) in meant), None)


def _free_words(text: str, said: Sequence[str], base: ReportBase, matters: Sequence[str]) -> list[str]:
    """The other words of a message: what the reports are to be about. « Bretons » is read with Bretagne,
    but « nantais » and Nantes say more than the area they lie in. Words of any list are no slips for others:
    « parus » where no report says it is not « Paris ». ``matters`` are kinds of body that no report is on.
    """
    formal = FORMALITIES - {*map(stem, matters)} | {stem(w) for value in said for w in words(value)}
    areas = {" ".join(words(value)) for value in said}
    asked = content_stems(_NO_TOPIC.sub(" ", fold(text)))
    terms = base.well_spelt([term for term in asked if term not in formal])
    return [
        t
        for t in dict.fromkeys(terms)
        if t not in formal and len(t) > 2 and not t.isdigit() and not _says_no_more(t, areas)
    ]


def _says_no_more(term: str, areas: Collection[str]) -> bool:
    """Whether a word for its people names one of these areas again, unlike « Vercors » beside the Isère."""
    meant = [area for area in areas_meant(term) if area in areas]
    smaller = {" ".join(words(one.name)) for one in departments().values()} if meant else set()
    return any(area not in smaller or area[:_NAMED_AFTER] == term[:_NAMED_AFTER] for area in meant)
