"""What the report base answers with: frozen rows, ready to be shown, nothing of the database left in them."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from knowledge.reports.extracted import OrganisationRole, RecommendationKind
from knowledge.text import best_rows, snippet

_LONGEST_QUOTE, _QUOTED_ROWS = 700, 6


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report in a list. `id` is its key, as in links; `date` that of publication.

    `card` says that it is told by its card, in the project's words: what stands in the base is not its text.
    """

    id: str
    title: str
    date: datetime.date | None
    type: str | None
    jurisdiction: str | None
    department: str | None
    region: str | None
    url: str | None
    period: tuple[int, int] | None
    card: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a report: heading path, number as printed, page, fragment for links."""

    anchor: str
    path: tuple[str, ...]
    number: str | None = None
    page: int | None = None

    @property
    def label(self) -> str:
        """The place in words: number and title of the section, and the page."""
        title = self.path[-1] if self.path else ""
        head = " ".join(part for part in (self.number, title) if part)
        return ", ".join(part for part in (head, f"p. {self.page}" if self.page is not None else "") if part)


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading of a report, in reading order."""

    ordinal: int
    level: int
    number: str | None
    title: str
    path: tuple[str, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table of a report, its heading rows apart."""

    section: int
    place: Place
    caption: str | None
    unit: str | None
    note: str | None
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage of a report, verbatim, with its footnotes; `kind` is text, table, front or procedure."""

    section: int
    kind: str
    place: Place
    text: str
    notes: str
    table: int | None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation or place; `id` is stable until the base is rebuilt."""

    id: int
    name: str
    kind: str
    department: str | None


@dataclass(frozen=True, slots=True)
class AuditedBody:
    """An organisation that reports audit, with how many do."""

    organisation: OrganisationRow
    reports: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """An organisation in a report: audited or mentioned, how often, and where."""

    organisation: OrganisationRow
    role: OrganisationRole
    mentions: int
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme of the taxonomy, with the number of reports that treat it."""

    id: str
    label: str
    label_en: str
    reports: int


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation, obligation or reminder of law, verbatim, with its report and place."""

    report: ReportSummary
    number: str | None
    text: str
    kind: RecommendationKind
    status: str | None
    addressee: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number with what is needed to say it again exactly; see `extracted.Figure` for the fields.

    `score` between 0 and 1 says how well it answers the question that found it, 1.0 when none was asked.
    """

    report: ReportSummary
    label: str
    value: Decimal
    printed: str
    unit: str | None
    year: int | None
    subject: str | None
    row_heading: str | None
    column_heading: str | None
    quote: str
    place: Place
    score: float = 1.0

    @property
    def name(self) -> str:
        """What it is called: the heading of its row, else what its sentence says before it."""
        return self.row_heading or self.label


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """Everything a page on one report needs beside its text."""

    summary: ReportSummary
    pages: int | None
    words: int
    files: tuple[str, ...]
    warnings: tuple[str, ...]
    sections: tuple[SectionRow, ...]
    organisations: tuple[MentionRow, ...]
    themes: tuple[ThemeRow, ...]
    recommendations: int
    figures: int

    @property
    def audited(self) -> tuple[OrganisationRow, ...]:
        """The organisations that the report audits."""
        return tuple(m.organisation for m in self.organisations if m.role == "audited")


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page of a list of reports; `total` counts the whole list, `page` from 1."""

    reports: tuple[ReportSummary, ...]
    total: int
    page: int
    size: int


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """A candidate for a name: how alike (1.0 = the very name), the form that matched, reports that audit
    it.
    """

    organisation: OrganisationRow
    score: float
    form: str
    reports: int


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage found, and why.

    `score` orders the hits of one question only; `coverage` (0 to 1) is the share of the question's
    meaningful words, weighted by rarity, found in the passage, its headings or its report's name: what to
    abstain on. `matched` are the question's words found, `reason` one sentence for « why this answer ».
    """

    report: ReportSummary
    place: Place
    section: int
    kind: str
    text: str
    notes: str
    score: float
    coverage: float
    matched: tuple[str, ...]
    reason: str
    wanted: frozenset[str] = frozenset()

    @property
    def quote(self) -> str:
        """The run of sentences, or rows of a table, that holds most of the words `wanted` (stems)."""
        if self.kind == "table":
            return best_rows(self.text, self.wanted, _QUOTED_ROWS)
        return snippet(self.text, self.wanted, _LONGEST_QUOTE)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The passages found for a question, best first, and how the question was read.

    `terms` are its meaningful stems, `naming` those of them that only name the body.
    """

    hits: tuple[PassageHit, ...]
    organisations: tuple[OrganisationMatch, ...]
    terms: tuple[str, ...]
    years: tuple[int, ...]
    naming: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OrganisationDossier:
    """What the reports say of one organisation: those that audit it, those that mention it, what they
    find.
    """

    organisation: OrganisationRow
    aliases: tuple[str, ...]
    audited_in: tuple[ReportSummary, ...]
    mentioned_in: tuple[ReportSummary, ...]
    themes: tuple[ThemeRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    figures: tuple[FigureRow, ...]
    passages: tuple[PassageHit, ...]


@dataclass(frozen=True, slots=True)
class ThemeDossier:
    """What the reports say on one theme: where it is treated most, and what is recommended there."""

    theme: ThemeRow
    reports: tuple[ReportSummary, ...]
    recommendations: tuple[RecommendationRow, ...]
    passages: tuple[PassageHit, ...]


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """The same measure for several organisations in one year: one value each, None where no report says."""

    label: str
    year: int | None
    unit: str | None
    values: tuple[FigureRow | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Organisations side by side: their reports, and the measures that all of them have."""

    organisations: tuple[OrganisationRow, ...]
    reports: tuple[tuple[ReportSummary, ...], ...]
    figures: tuple[ComparedFigure, ...]
    common_themes: tuple[ThemeRow, ...]
