"""What an extractor finds in a document: the contract between extraction and the store.

Each dataclass becomes one row of the table of the same name; nothing here is computed from the database.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from knowledge.reports.document import Document, Locator

OrganisationRole = Literal["audited", "mentioned"]
RecommendationKind = Literal["recommendation", "obligation", "reminder of law"]


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """One organisation or place in one document, with all the places it stands at.

    `name` is the canonical form (« commune de Quimper », « Électricité de France »), `aliases` other forms
    seen or known (« EDF », « ville de Quimper »), `kind` an id of the extractor's list of kinds (« commune »,
    « hospital », « company », « place »…), `locators` where it is mentioned (first ones suffice for an
    audited organisation), `mentions` how many times.
    """

    name: str
    kind: str
    role: OrganisationRole
    mentions: int = 1
    aliases: tuple[str, ...] = ()
    department: str | None = None
    locators: tuple[Locator, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what is needed to say it again exactly.

    `value` is in `unit` after applying the scale (12,3 M€ → 12300000, « EUR »), `printed` is as written with
    its unit (« 12,3 M€ », or for a table cell the cell and the table's unit), `scale` the factor applied
    (1, 1000, 1000000…). `label` says what is measured (row heading of a table, noun group in a sentence);
    `subject` of whom or what, when stated. For a sentence, `quote` is the sentence; for a cell, row heading,
    column heading and cell joined readably, and `row_heading` and `column_heading` are filled.
    `unit` is « EUR », « % », or the noun counted (« agents »); None when the table does not say.
    """

    label: str
    value: Decimal
    printed: str
    unit: str | None
    scale: int
    year: int | None
    locator: Locator
    quote: str
    subject: str | None = None
    row_heading: str | None = None
    column_heading: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation, obligation or reminder of law, verbatim.

    `number` as printed (« 3 », « 1.2 »), `status` as the report states it (« en cours », « non réalisée »),
    `addressee` to whom, when stated. `text` is without the label (« Recommandation n° 3 : »).
    """

    number: str | None
    text: str
    kind: RecommendationKind
    locator: Locator
    status: str | None = None
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the taxonomy the document treats, `score` between 0 and 1 (share of attention)."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class ThemeDefinition:
    """A theme of the taxonomy: `id` stable, `label` in French, `label_en`, `keywords` folded."""

    id: str
    label: str
    label_en: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The years the audit covers, both included."""

    start_year: int
    end_year: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything understood of one document. Empty fields mean « not found », never « none exist ».

    `type` and `jurisdiction` are the normalised forms for filters (« ROD », « référé », « communication au
    Parlement »…; « CRC Bretagne », « Cour des comptes »); `department` is an official name (« Finistère »),
    `region` one of today's regions.
    """

    organisations: tuple[OrganisationMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    themes: tuple[Theme, ...] = ()
    period: Period | None = None
    type: str | None = None
    jurisdiction: str | None = None
    department: str | None = None
    region: str | None = None


class Extractor(Protocol):
    """Understands a document. Must be picklable (or a module-level object): ingestion runs it in
    processes.
    """

    def extract(self, document: Document) -> Extraction:
        """Return what was understood; raises nothing for a well-formed document."""
        ...

    def themes(self) -> tuple[ThemeDefinition, ...]:
        """The taxonomy, for the store's `theme` table."""
        ...
