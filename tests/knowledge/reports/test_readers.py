"""Each format becomes the same document; each kind of broken file has its own error."""

import contextlib
import io

import docx
import pytest

from knowledge.reports.document import Table
from knowledge.reports.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    NoTextLayer,
    TooLarge,
    UnknownFormat,
    UnreadableReport,
)
from knowledge.reports.readers import MAX_TEXT_BYTES, detect, read
from knowledge.reports.structure import sections
from tests.knowledge.reports.builders import HTML_HEAD, docx_report, encrypted, html_report, pdf

PAGE = [
    (72, 780, 20, "Le port de Brumelande"),
    (72, 740, 11, "Le port a perdu la moitie de son trafic en dix ans."),
]


def test_html_keeps_structure_and_drops_noise() -> None:
    raw = read(html_report(), "a.html")
    found = sections(raw.blocks)
    assert [s.path for s in found] == [
        ("Synthèse",),
        ("Les finances",),
        ("Les finances", "La dette"),
        ("Les finances", "Le personnel"),
    ]
    dette = found[2]
    paragraph, table = dette.blocks
    assert paragraph.text.startswith("L’encours de la dette a bondi en 2014 sous l’effet")  # type: ignore[union-attr]
    assert paragraph.text.endswith("le gymnase.")  # type: ignore[union-attr]
    assert paragraph.footnotes == ("1",)
    assert raw.footnotes[0].text == "Hors budgets annexes."
    assert isinstance(table, Table)
    assert table.header == (("", "2013", "2014"),)
    assert table.rows[0] == ("Encours de la dette", "1 200", "2 500")
    assert (table.caption, table.unit, table.note) == (
        "Tableau 1 : évolution de la dette (en k€)",
        "en k€",
        "Source : comptes de gestion",
    )


def test_spans_of_cells_are_repeated() -> None:
    table = "<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
    (block,) = read((HTML_HEAD + table).encode(), "a.html").blocks
    assert block.grid == (("A", "B", "B"), ("A", "1", "2"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings_are_found_out(encoding: str) -> None:
    text = "Les dépenses ont été maîtrisées ; l’œuvre reste à achever, à 3 M€ près.\n\nDeuxième paragraphe."
    assert (
        read(text.encode(encoding), "a.txt")
        .blocks[0]
        .text.startswith("Les dépenses ont été maîtrisées ; l’œuvre")
    )


def test_pdf_has_pages_headings_and_columns() -> None:
    rows = [(72, 700 - 14 * i, 11, label) for i, label in enumerate(("Annee", "Dette", "Agents"))]
    cells = [
        (250 + 80 * c, 700 - 14 * r, 11, text)
        for r, line in enumerate((("2013", "2014"), ("12", "15"), ("4", "5")))
        for c, text in enumerate(line)
    ]
    raw = read(pdf([PAGE, [*rows, *cells]]), "a.pdf")
    assert raw.pages == 2
    assert raw.blocks[0].text == "Le port de Brumelande"
    assert raw.blocks[0].size > 1.5
    table = next(block for block in raw.blocks if block.kind == "table")
    assert table.page == 2
    assert table.grid[1] == ("Dette", "12", "15")


def test_docx_is_read_in_order() -> None:
    found = sections(read(docx_report(), "a.docx").blocks)
    assert [s.path for s in found] == [
        ("Les comptes du syndicat",),
        ("Les comptes du syndicat", "Les effectifs"),
    ]
    assert next(found[1].tables()).rows == (("Agents", "12", "14"),)


def test_text_finds_underlined_and_numbered_headings() -> None:
    text = "Rapport\n=======\n\n1.1 Les effectifs\n\n" + "Le service compte douze agents. " * 8
    found = sections(read(text.encode(), "a.txt").blocks)
    assert [(s.number, s.title) for s in found] == [(None, "Rapport"), ("1.1", "Les effectifs")]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"<html><body><p> </p></body></html>", EmptyFile),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 20, UnknownFormat),
        (b"{\\rtf1 text}", UnknownFormat),
        (b"PK\x03\x04 truncated", BrokenFile),
        (b"%PDF-1.7 cut off", BrokenFile),
        (pdf([[], []]), NoTextLayer),
        (encrypted(pdf([PAGE])), EncryptedFile),
        (b"<html>" + b" " * MAX_TEXT_BYTES, TooLarge),
    ],
    ids=["0 bytes", "blank", "binary", "rtf", "truncated zip", "truncated pdf", "scan", "encrypted", "huge"],
)
def test_broken_files_say_what_is_wrong(data: bytes, error: type[UnreadableReport]) -> None:
    with pytest.raises(error):
        read(data, "a")


def test_the_name_does_not_decide_the_format() -> None:
    assert detect(pdf([PAGE]), "report.html") == "pdf"
    assert detect(html_report(), "report.pdf") == "html"


def test_deeply_nested_html_does_not_crash() -> None:
    data = (HTML_HEAD + "<div>" * 3000 + "fond" + "</div>" * 3000).encode()
    with contextlib.suppress(UnreadableReport, RecursionError):
        assert any(block.text == "fond" for block in read(data, "a.html").blocks)


def test_a_list_of_recommendations_may_look_like_a_table_of_contents() -> None:
    body = (
        "<div class='sommaire'><p>Les finances 3</p></div><div class='sommaire'><p>Recommandations</p></div>"
        "<div class='normal'><p>Tenir un inventaire complet des biens de la commune.</p></div></body></html>"
    )
    (section,) = sections(read((HTML_HEAD + body).encode(), "a.html").blocks)
    assert section.path == ("Recommandations",)
    assert len(section.blocks) == 1


LETTER = """Le 4 septembre 2016
Le président
à
Madame la directrice du port autonome de la ville de Brumelande-sur-Mer
Objet : notification du rapport
P.J. : 1 rapport

"""
PROSE = """Le port a perdu la moitié de son trafic en dix ans,
sans que ses comptes en gardent une trace assez
sûre.

"""


def test_lines_of_a_letterhead_stay_apart_and_prose_does_not() -> None:
    texts = [block.text for block in read((LETTER + PROSE * 3).encode(), "a.txt").blocks]
    assert texts[:3] == ["Le 4 septembre 2016", "Le président", "à"]
    assert texts[4:6] == ["Objet : notification du rapport", "P.J. : 1 rapport"]
    assert texts[6].endswith("dix ans, sans que ses comptes en gardent une trace assez sûre.")


def test_a_paragraph_after_the_last_item_is_none_of_its_text() -> None:
    item = "- Tenir un inventaire de tous les produits du port\n(cf. § 2).\n"
    after = "Les recommandations ci-dessus en sont une partie.\n\n"
    texts = [block.text for block in read((item + after + PROSE).encode(), "a.txt").blocks]
    assert texts[:2] == [
        "Tenir un inventaire de tous les produits du port (cf. § 2).",
        "Les recommandations ci-dessus en sont une partie.",
    ]


def test_columns_of_a_text_stand_two_spaces_apart_or_between_bars() -> None:
    spaces = "En €     2013     2014\nDette    10\u00a0247\u00a0006  9\u00a0935\u00a0468\n"
    spaces += "- Reste  - 329      - 423\n\n"
    bars = (
        "      Réalisé  Non réalisé\nTenir un inventaire complet de tous les biens de la commune. |  | X\n\n"
    )
    first, second = (block.grid for block in read((spaces + bars + PROSE).encode(), "a.txt").blocks[:2])
    assert first == (
        ("En €", "2013", "2014"),
        ("Dette", "10 247 006", "9 935 468"),
        ("- Reste", "- 329", "- 423"),
    )
    assert second[0] == ("", "Réalisé", "Non réalisé")
    assert second[1][1:] == ("", "X")
    sentences = "Le port est ouvert.  Il n’a pas de digue assez haute.\n"
    sentences += "La criée est fermée.  Elle a été vendue en mai 2013.\n"
    assert read(sentences.encode(), "a.txt").blocks[0].kind == "text"


def test_line_breaks_of_a_page_part_an_address_and_no_sentence() -> None:
    body = (
        "<div>Le Président<br>Le 03/12/2015<br>à<br>Madame Durand</div>"
        f"<p>{'Le port est ouvert. ' * 9}<br>Il a {'deux quais. ' * 9}</p>"
    )
    texts = [block.text for block in read((HTML_HEAD + body).encode(), "a.html").blocks]
    assert texts[:4] == ["Le Président", "Le 03/12/2015", "à", "Madame Durand"]
    assert len(texts) == 5


def test_a_raised_number_calls_a_note_unless_it_is_a_power() -> None:
    body = "<p>Elle compte 5 000 habitants<sup>1</sup> sur 12 m<sup>2</sup>, soit 10<sup>3</sup> de plus.</p>"
    (block,) = read((HTML_HEAD + body).encode(), "a.html").blocks
    assert block.text == "Elle compte 5 000 habitants sur 12 m2, soit 103 de plus."
    assert block.footnotes == ("1",)
    document = docx.Document()
    paragraph = document.add_paragraph("la Brume")
    paragraph.add_run("13").font.superscript = True
    paragraph.add_run(" compte 12 m")
    paragraph.add_run("2").font.superscript = True
    out = io.BytesIO()
    document.save(out)
    (block,) = read(out.getvalue(), "a.docx").blocks
    assert (block.text, block.footnotes) == ("la Brume compte 12 m2", ("13",))


def test_items_without_a_printed_bullet_are_told_apart() -> None:
    items = (
        "Tenir un inventaire complet des biens du syndicat et",
        "le rapprocher de l'etat de l'actif.",
        "Communiquer au conseil les elements prevus par le code.",
    )
    lines = [(72, 700 - 13 * i, 11, text) for i, text in enumerate(items)]
    texts = [block.text for block in read(pdf([PAGE, lines]), "a.pdf").blocks]
    assert texts[-1] == items[2]
