"""Tables of recommendations, whose columns « Réalisée / En cours / Non réalisée » tick the status."""

import re
from collections.abc import Iterator, Sequence

from knowledge.extraction import recommendation_wording as wording
from knowledge.extraction.lines import Line
from knowledge.reports.document import Table
from knowledge.reports.extracted import Recommendation, RecommendationKind
from knowledge.text import fold

_MARK = re.compile(r"^[x✓✔☒■●×oui*]{1,3}$|^x\b")
_STATUS_HEADING = re.compile(
    r"realise|mise?s? en (oeuvre|place)|suivie?s?|en cours|non |partiel|total|sans objet|oui|engagee?"
    r"|prise? en compte"
)
_SUB_ROW = re.compile(r"^(?:[a-z]\s?[-).–]|[-–•])\s")
_MIN_LENGTH = 15
_TITLE_LENGTH = 75
_MOST_ROWS = 0.7
_MOST_ITEMS = 40


def read_table(line: Line, heading: str, near: bool = True) -> list[Recommendation]:
    """Recommendations of the table at `line`; `heading` is the text that announces it. Empty for other
    tables.

    A table without columns of statuses must stand right below its heading (`near`).
    """
    table = line.table
    if table is None or wording.is_about_previous_audit(fold(f"{heading} {table.caption or ''}")):
        return []
    rows = [*table.header, *table.rows]
    status_row = next((row for row in rows[:3] if _status_columns(row)), None)
    announced = wording.kind_of(fold(heading)) if wording.is_list_heading(fold(heading)) else None
    if status_row is None and announced is not None:
        return _plain(rows, announced, line) if near else []
    if status_row is None or (announced is None and not _names_recommendations(status_row)):
        return []
    kind = announced or wording.kind_of(fold(" ".join(status_row))) or "recommendation"
    columns = _status_columns(status_row)
    return list(_rows(rows[rows.index(status_row) + 1 :], columns, status_row, kind, line))


def _plain(rows: Sequence[Sequence[str]], kind: RecommendationKind, line: Line) -> list[Recommendation]:
    """Recommendations of a table without statuses, one a row; empty unless most rows read as advice."""
    found: list[Recommendation] = []
    advice = 0
    for row in rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        text = max(cells, key=len, default="")
        if len(text) < _MIN_LENGTH:
            continue
        item = _recommendation(text, cells, None, kind, line)
        advice += wording.starts_with_action(item.text)
        found.append(item)
    return found if advice >= _MOST_ROWS * len(found) and len(found) <= _MOST_ITEMS else []


def _status_columns(row: Sequence[str]) -> list[int]:
    """Columns whose heading names a status: at least two, or the row heads something else."""
    columns = [i for i, cell in enumerate(row) if len(cell) < 60 and _STATUS_HEADING.search(fold(cell))]
    columns = [
        i for i in columns if not re.search(r"recommandation|rappel|obligation", fold(row[i])) or i > 0
    ]
    return columns if len(columns) >= 2 else []


def _names_recommendations(row: Sequence[str]) -> bool:
    return any(re.search(r"recommandation|rappel|obligation", fold(cell)) for cell in row)


def _rows(
    rows: Sequence[Sequence[str]],
    columns: list[int],
    headings: Sequence[str],
    kind: RecommendationKind,
    line: Line,
) -> Iterator[Recommendation]:
    pending: Recommendation | None = None
    for row in rows:
        if _status_columns(row):
            if any(wording.kind_of(fold(cell)) for cell in row):
                kind = next(k for cell in row if (k := wording.kind_of(fold(cell))))
            continue
        cells = [cell.strip() for i, cell in enumerate(row) if i not in columns]
        text = max(cells, key=len, default="")
        if len(text) < _MIN_LENGTH or _is_group_title(text, _status(row, columns, headings)):
            kind = wording.kind_of(fold(text)) or kind
            continue
        if len(set(row)) == 1 and wording.is_list_heading(fold(text)):
            kind = wording.kind_of(fold(text)) or kind
            continue
        if pending is not None and _SUB_ROW.match(text):
            pending = _joined(pending, text)
            continue
        if pending is not None:
            yield pending
        pending = _recommendation(text, cells, _status(row, columns, headings), kind, line)
    if pending is not None:
        yield pending


def _is_group_title(text: str, status: str | None) -> bool:
    """Whether a row only heads the following ones (« Commande publique », « Gestion du personnel : »)."""
    if text.endswith(":") and status is None:
        return True
    return len(text) < _TITLE_LENGTH and not text.endswith(".") and not wording.begins_with_infinitive(text)


def _joined(first: Recommendation, text: str) -> Recommendation:
    return Recommendation(
        first.number, f"{first.text} {text}", first.kind, first.locator, first.status, first.addressee
    )


def _recommendation(
    text: str, cells: list[str], status: str | None, kind: RecommendationKind, line: Line
) -> Recommendation:
    label = wording.label(text)
    if label is not None:
        number: str | None = re.sub(r"^\D*", "", label["number"])
        kind = wording.kind_of(label["noun"]) or kind
        text = text[label.end() :].lstrip(" :.…–-")
    else:
        number, text = wording.split_number(text)
    if number is None and cells and re.fullmatch(r"\D{0,18}\d{1,2}", cells[0]) and cells[0] != text:
        number = re.sub(r"^\D*", "", cells[0])
    return Recommendation(number, text, kind, line.locator, status)


def _status(row: Sequence[str], columns: list[int], headings: Sequence[str]) -> str | None:
    """Heading of the column that is ticked, as printed, in lower case; None unless exactly one is."""
    ticked = [i for i in columns if i < len(row) and _MARK.match(fold(row[i].strip()))]
    return headings[ticked[0]].strip().lower() if len(ticked) == 1 else None


def is_recommendation_table(table: Table) -> bool:
    """Whether a table has columns of statuses, hence no figures."""
    return any(_status_columns(row) for row in [*table.header, *table.rows][:3])
