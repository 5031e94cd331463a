"""Small files in every format, made by the tests; bodies and places are invented."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

import docx
import pypdf

from knowledge.reports.document import Document, Locator
from knowledge.reports.extracted import (
    Extraction,
    Figure,
    OrganisationMention,
    Period,
    Recommendation,
    Theme,
    ThemeDefinition,
)

HTML_HEAD = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Publications</title></head><body>"

BODY = """
<div class ="toc-1"><p>Les finances 3</p></div>
<div class ="heading-1"><h1>Synthèse</h1></div>
<div class ="normal"><p>La commune de {name} a vu sa situation se tendre depuis trois ans.</p></div>
<div class ="heading-1"><h1>Les finances</h1></div><div><img src="media/image1.jpeg"></div>
<div class ="heading-2"><h2>La dette</h2></div>
<div class ="normal"><p>
L’encours de la dette a bondi en 2014<sup><a href="#fn1" id="ref1">1</a></sup> sous l’effet
d’un emprunt contracté pour le gym­nase.</p></div>
<div class ="caption"><p>Tableau 1 : évolution de la dette (en k€)</p></div>
<div class ="normal-table"><p><table class = "table"><tr><td></td><td>2013</td><td>2014</td></tr>
<tr><td>Encours de la dette</td><td>1 200</td><td>{debt}</td></tr>
<tr><td>Annuité</td><td>90</td><td>110</td></tr></table></p></div>
<div class ="source"><p>Source : comptes de gestion</p></div>
<div class ="heading-2"><h2>Le personnel</h2></div>
<div class ="normal"><p>Les dépenses de personnel progressent de 4 % par an.</p></div>
<p><sup id="fn1">1. Hors budgets annexes.<a href="#ref1" title="Retour au texte.">↩</a></sup></p>
"""


def html_report(name: str = "Valbrune", debt: str = "2 500") -> bytes:
    """A report with headings, a captioned table, a footnote, a soft hyphen and a table of contents."""
    return (HTML_HEAD + BODY.format(name=name, debt=debt) + "</body></html>").encode()


def pdf(pages: Sequence[Iterable[tuple[float, float, float, str]]]) -> bytes:
    """A PDF whose pages hold texts at (x, y, font size, text); a page without texts is like a scan."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for texts in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in texts)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
            " /Encoding /WinAnsiEncoding >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _numbered(objects)


def _numbered(objects: Sequence[str]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, text in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010d} 00000 n \n" for place in places).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """The same PDF behind a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_report() -> bytes:
    """A DOCX with styled headings, a list, and a table."""
    document = docx.Document()
    document.add_heading("Les comptes du syndicat", 1)
    document.add_paragraph("Le syndicat des eaux de Brumelande tient ses comptes avec retard.")
    document.add_heading("Les effectifs", 2)
    document.add_paragraph("un agent absent", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("", "2014", "2015"), ("Agents", "12", "14")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """A ZIP with the members given, written at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


class StubExtractor:
    """Finds what the tests' own reports hold, by their shape alone."""

    def extract(self, document: Document) -> Extraction:
        """One audited body from the title, a figure per numeric cell, one recommendation."""
        title = document.metadata.title
        figures = []
        for table in document.tables():
            for row in table.rows:
                for column, cell in enumerate(row[1:], 1):
                    heading = table.column_heading(column)
                    value = Decimal(cell.replace(" ", "") or 0) * 1000
                    label = row[0]
                    figures.append(
                        Figure(
                            label,
                            value,
                            f"{cell} k€",
                            "EUR",
                            1000,
                            int(heading),
                            table.locator,
                            "",
                            None,
                            label,
                            heading,
                        )
                    )
        kind, _, town = title.partition(" de ")
        return Extraction(
            organisations=(
                OrganisationMention(title, kind.lower(), "audited", aliases=(town,), department="Brume"),
            ),
            figures=tuple(figures),
            recommendations=(
                Recommendation("1", "Adopter un plan de désendettement.", "recommendation", Locator(1, 0)),
            ),
            themes=(Theme("debt", 0.9),),
            period=Period(2010, 2014),
            type="Rapport d'observations définitives",
            department="Brume",
        )

    def themes(self) -> tuple[ThemeDefinition, ...]:
        """A taxonomy of one theme."""
        return (ThemeDefinition("debt", "Endettement", "Debt", ("dette", "emprunt")),)
