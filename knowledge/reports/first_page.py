"""What a report's own first pages say of it, where no catalogue does: title, date, type and jurisdiction."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.dates import FOLDED_MONTHS, YEAR
from knowledge.reports.catalogue import dates_in, parse_date
from knowledge.reports.document import Metadata
from knowledge.reports.raw import RawBlock, RawDocument
from knowledge.text import fold, sentences

_MONTH = "|".join(FOLDED_MONTHS)
COURT = "Cour des comptes"
_COURTS = ("cour", "chambre")
_CHAMBER = re.compile(
    r"\b(?:chambre (?:r[ée]gionale|territoriale) des comptes|CRT?C)"
    r"(?: (?:de la |de l['’]|d['’]|des |du |de ))"
    r"([A-ZÉÎ][\w'’-]+(?:(?:, | et |[ -])(?:(?:de |du |la |d['’]|-)?[A-ZÉÎ][\w'’-]+))*)"
)
_TYPES = (
    (r"rapport d.observations d[ée]finitives", "Rapport d'observations définitives"),
    (r"\br[ée]f[ée]r[ée]\b", "Référé"),
    (
        r"communication (a|à) la commission|communication au parlement|communication au pr[ée]sident"
        r"|article 58",
        "Communication au Parlement",
    ),
    (r"rapport public th[ée]matique", "Rapport public thématique"),
    (r"rapport public annuel", "Rapport public annuel"),
    (r"\bcommunication (?:à|a) l.assembl[ée]e", "Communication au Parlement"),
    (r"\baudit flash\b", "Audit flash"),
    (r"\bavis budg[ée]taire\b", "Avis budgétaire"),
)
_BODY = re.compile(
    r"^(?:la |le |l['’])?(commune|ville|syndicat|communaut|d[ée]partement|r[ée]gion|centre hospitalier"
    r"|centre communal"
    r"|h[ôo]pital|[ée]tablissement|soci[ée]t[ée]|association|m[ée]tropole|chambre de|chambre d|office"
    r"|agence|sivom|sivu|sdis"
    r"|service d|caisse|lyc[ée]e|coll[èe]ge|universit|groupement|r[ée]gie|semi?\b|port |grand port|ehpad"
    r"|ccas|p[ôo]le)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:\b(?:de|du|des|la|les?|et|à)|['’])$"
    r"|\b(?:ne|est|sont|a|ont|\w+ai(?:t|ent)|montre|réunit|présente|dispose|compte|exerce|gère|assure)\b",
    re.IGNORECASE,
)
"""Of a name that is not whole, or of what is said of a body."""
_SITE = re.compile(
    r"\s+[|–—»·:-]+\s+(?:(?:la |les )?(?:chambres? (?:r[ée]gionales?|territoriales?)|cour des comptes"
    r"|juridictions)\b.*|[\w.-]+\.(?:fr|org|com|eu))$|\s+\|\s.*$",
    re.IGNORECASE,
)
"""The site's own name after the title of one of its pages."""
_ANY_REPORT = re.compile(
    r"(?:\W|\d|\b(?:l[ae]s?|l|d|une?|du|de|des|et|a|au|aux|sur|en|par|pour|ses?|sa|rapports?|observations|definitives?"
    r"|chambre|regionale|territoriale|cour|comptes|crtc?|publications?|page|accueil|documents?|site|notification"
    r"|finale?|communes?|collectivite|etablissement|gestion|examen|controle|reponses?|rod\d?|annee|exercices?|pdf)\b)++"
)
"""A title in whose words nothing says what this report is on."""
_EXAMINED = re.compile(
    r"\b(?:gestion|comptes)(?: et (?:[àa] )?l['’]examen de la gestion| et (?:de )?la gestion)?"
    r" (?:de la |du |des |de l['’]|d['’]|de )(?P<body>[^.,;:()–\n]{4,120}?)"
    r"(?=[.,;:()–\n]|$| (?:pour|sur|dans|durant|pendant) (?:les?|la|l['’]|ses|\d)| (?:à|a) (?:compter|partir)"
    r"| (?:au cours|au titre|depuis|concernant|relati\w+|portant|[Ee]xercices?|[Aa]nnées?|qui"
    r"|que|dont|afin|ainsi|ne)\b"
    r"| (?:a|ont|est|sont|avait|conduite?|effectuée?|menée?|réalisée?|arrêtée?s?|inscrite?)\b)"
)
"""« l'examen de la gestion de la commune de Pîtres à partir de l'année 2011 »."""
_SUBJECT = re.compile(r"\s*objet\s*:\s*(?P<subject>\S.{7,199})$", re.IGNORECASE)
_SENT = re.compile(
    r"vous (?:adresser|transmettre)\b[^.;]{0,40}\b(?:rapport|communication)\b[^.;]{0,30} sur"
    r" (?P<subject>.{8,180}?)"
    r"(?=,? (?:que|dont|qui|afin|en)\b|[.,;])"
)
"""« J'ai l'honneur de vous adresser le rapport sur les ports que je viendrai présenter »."""
_NO_TITLE = re.compile(
    r"(?:\W|\d|[ivx]+\b)*+(?:(?:la|le|les|une?|l|nos|mes|principales?|recapitulati\w+)\b\W*+(?:des? )?)*+"
    r"(?:presentation|synthese|procedure|rappel|avertissement|sommaire|introduction|observations?|methode"
    r"|preambule|resume|cour des comptes|chambre (?:regionale|territoriale)|recommandations?|notification"
    r"|rapport d.observations|table des|glossaire|delibere|objet|ref\b|republique francaise|p\.?j\b"
    r"|sans titre|definitives|gouvernance|mesdames|messieurs|monsieur|madame|extrait"
    rf"|(?:\d{{1,2}}(?:er)? )?(?:{_MONTH})\b|(?:premiere? )?president|(?:exercices?|annees?)\W+\d{{4}})"
)
"""What stands on any report."""
_DATED_LINE = re.compile(
    r"(?:l[ae] (?:premiere? )?presidente? |(?:[a-z'-]{1,20} ){0,3}[a-z'-]{1,20}, )?(?:le )?"
    r"(?:(?:\d{1,2}[/.]\d{1,2}[/.]|\d{1,2}(?:er)? [a-z]{3,9}\.? )(?:19|20)\d\d\b(?P<rest>(?![,;]).{0,160})"
    rf"|(?:{_MONTH}) (?:19|20)\d\d)$"
)
"""« Le 3 juin 2016 », « Nantes, le 7 juillet 2016 », « Juin 2016 »."""
_DECIDED = re.compile(
    r"\b(?:observations|rapport|communication)\b[^.;]{0,160}\b(?:deliberee?s?|approuvee?s?|arretee?s?|adoptee?s?)\b"
    r"|\barrete\b[^.;]{0,60}\bobservations definitives|\bparticipe au delibere\b|\bexaminee? et approuvee?\b"
    r"|^(?:deliberee?s? le |(?:lors de )?sa seance du )"
)
"""Of the day on which a court ended its report."""
_COVER_BLOCKS = 80
_LONGEST = 250
"""Characters of the longest title."""
_RARE = 4
"""How many times rarer than the usual form of a name a fuller one may be."""


def complete(known: Metadata | None, key: str, raw: RawDocument) -> Metadata:
    """Return the report's metadata, the gaps of `known` filled from the file and its first pages."""
    cover = list(_cover(raw.blocks))
    text = " ".join(block.text for block in cover)
    jurisdiction = known.jurisdiction if known and known.jurisdiction else _jurisdiction(raw.blocks)
    national = jurisdiction == COURT
    return Metadata(
        key=key,
        title=known.title if known and known.title else _title(cover, raw, key, national),
        date=known.date if known and known.date else _date(cover),
        type=known.type if known and known.type else _type(text),
        jurisdiction=jurisdiction,
        publisher=known.publisher if known else None,
        url=known.url if known else None,
    )


def _cover(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    for block in blocks[:_COVER_BLOCKS]:
        if block.kind == "text":
            yield block
        else:
            yield from (RawBlock(cell) for row in block.grid for cell in dict.fromkeys(row) if cell)


def _title(cover: Sequence[RawBlock], raw: RawDocument, key: str, national: bool) -> str:
    """The title in the file's properties, else what the report says it is on, else what its cover prints.

    A regional report is on the body whose management it examined.
    """
    stated = _without_site(raw.properties.get("title", ""))[:_LONGEST]
    stated = "" if _NO_TITLE.match(fold(stated)) or _ANY_REPORT.fullmatch(fold(stated)) else stated
    if (len(stated.split()) >= 4 or _is_body(stated)) and not re.search(
        r"microsoft word|\.docx?$", stated, re.IGNORECASE
    ):
        return stated
    named = [block for block in cover if 3 < len(block.text) < 200 and re.search(r"[^\W\d_]{3}", block.text)]
    for index, block in enumerate(named):
        if re.match(r"rapport d.observations d[ée]finitives", block.text, re.IGNORECASE):
            body = next((b.text for b in named[index + 1 : index + 6] if _is_body(b.text)), None)
            if body:
                return body
    said = _subject(cover) if national else _audited_body(raw.blocks)
    if said:
        return next((line for block in named if (line := _whole_name(said, block.text))), said)
    lines = [block for block in named if not _NO_TITLE.match(fold(block.text))]
    first_page = [block for block in lines if block.page == 1] or lines
    large = max(first_page, key=lambda b: b.size, default=None)
    if large is not None and large.size >= 1.3:
        return " ".join(b.text for b in first_page if b.size >= large.size - 0.1)[:_LONGEST]
    heading = next((b.text for b in lines if b.level == 1), None)
    body = next((b.text for b in lines if _is_body(b.text) and not b.text.endswith(".")), None)
    return heading or body or stated or (lines[0].text if lines and len(lines[0].text) < 150 else key)


def _without_site(title: str) -> str:
    return _SITE.sub("", title)


def _is_body(text: str) -> bool:
    """Whether a line names a body, not only its kind, and says nothing of it."""
    return _BODY.match(text) is not None and len(text.split()) > 1 and not _UNFINISHED.search(text)


def _audited_body(blocks: Sequence[RawBlock]) -> str:
    """The body whose accounts or management the report most often says it examined, empty where none.

    Of the ways in which it is named, the fullest that is not rare.
    """
    said: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for block in blocks:
        for match in _EXAMINED.finditer(block.text):
            body = " ".join(match["body"].replace("’", "'").split())
            if _is_body(body):
                said[fold(body)] += 1
                spelled.setdefault(fold(body), body)
    if not said:
        return ""
    usual, times = said.most_common(1)[0]
    fuller = (form for form in said if form.startswith(f"{usual} ") and said[form] * _RARE >= times)
    body = spelled[max(fuller, key=len, default=usual)]
    return body[:1].upper() + body[1:]


def _whole_name(said: str, line: str) -> str:
    """The name of several places on the cover, « … de Dar, Lar et Mon »: a sentence's ends at a comma."""
    found = re.match(rf"{re.escape(said)}(?:, [A-ZÉ][\w'’-]+)+ et [A-ZÉ][\w'’-]+", line)
    return found[0] if found else ""


def _subject(cover: Sequence[RawBlock]) -> str:
    """What a letter gives as its subject (« Objet : … »), where it is not only the letter's kind."""
    lines = (_SUBJECT.match(block.text) or _SENT.search(block.text) for block in cover)
    said = next(
        (match["subject"] for match in lines if match and not _NO_TITLE.match(fold(match["subject"]))), ""
    )
    return said[:1].upper() + said[1:]


def _date(cover: Sequence[RawBlock]) -> datetime.date | None:
    """The date that stands above a letter or on the cover, else the day the report was last decided on.

    Never the day the file was made: a file is made again years later.
    """
    for block in cover:
        line = _DATED_LINE.match(fold(block.text))
        found = parse_date(line[0]) if line and not YEAR.search(line["rest"] or "") else None
        if found:
            return found
    decided = (said for block in cover for said in sentences(block.text) if _DECIDED.search(fold(said)))
    final = (said for said in decided if "provisoire" not in said or "définitive" in said)
    return max((day for said in final for day in dates_in(said)), default=None)


def _type(cover_text: str) -> str | None:
    folded = fold(cover_text)
    places = [(match.start(), name) for pattern, name in _TYPES if (match := re.search(pattern, folded))]
    return min(places)[1] if places else None


def _jurisdiction(blocks: Sequence[RawBlock]) -> str | None:
    names = Counter(match.group(1) for block in blocks for match in _CHAMBER.finditer(block.text))
    if names:
        return f"CRC {names.most_common(1)[0][0]}"
    folded = [fold(block.text) for block in blocks]
    court, chamber = (sum(len(re.findall(rf"\bla {who}\b", text)) for text in folded) for who in _COURTS)
    return COURT if court > chamber else None
