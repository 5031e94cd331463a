"""Headings are found where the file marks none; contents and captions do not mislead."""

import pytest

from knowledge.reports.grids import align, is_caption, is_numeric, is_unit
from knowledge.reports.headings import split_number
from knowledge.reports.raw import RawBlock
from knowledge.reports.structure import sections

LONG = (
    "Le conseil a délibéré sur ce point à plusieurs reprises, sans que les comptes en gardent la trace. " * 3
)


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("2.1 Les recettes", "2.1", "Les recettes"),
        ("II. La dette", "II", "La dette"),
        ("B-2 Les charges", "B-2", "Les charges"),
        ("1) Le personnel", "1", "Le personnel"),
        ("A propos du port", None, "A propos du port"),
        ("2014 : une année difficile", None, "2014 : une année difficile"),
        ("12 agents de plus", None, "12 agents de plus"),
    ],
)
def test_numbers_before_headings(text: str, number: str | None, title: str) -> None:
    assert split_number(text) == (number, title)


def test_headings_by_style_name() -> None:
    blocks = [
        RawBlock("Présentation", style="maison-i"),
        RawBlock("Le territoire", style="maison-a"),
        RawBlock(LONG, style="normal"),
        RawBlock("La gouvernance", style="maison-a"),
        RawBlock(LONG, style="normal"),
    ]
    assert [(s.level, s.path[-1]) for s in sections(blocks)] == [
        (1, "Présentation"),
        (2, "Le territoire"),
        (2, "La gouvernance"),
    ]


def test_headings_by_print_alone() -> None:
    blocks = [
        RawBlock(text, style="normal") for text in ("LA SITUATION FINANCIERE", "Des comptes incomplets", LONG)
    ]
    assert [(s.level, s.title) for s in sections(blocks)] == [
        (1, "LA SITUATION FINANCIERE"),
        (3, "Des comptes incomplets"),
    ]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("S Y N T H E S E", "SYNTHESE"),
        ("S y n t h È s e", "SynthÈse"),
        ("La synthèse générale du rapport", "La synthèse générale du rapport"),
        ("Synthèse et recommandations", "Synthèse et recommandations"),
    ],
)
def test_a_synthesis_is_a_section_however_it_is_printed(title: str, kept: str) -> None:
    letter = RawBlock("Je vous prie de trouver ci-joint le rapport de la chambre.", style="normal")
    blocks = [letter, RawBlock(title, style="normal"), RawBlock(LONG, style="normal")]
    assert [(s.level, s.title) for s in sections(blocks)] == [(0, ""), (1, kept)]


def test_a_table_of_contents_is_dropped() -> None:
    lines = [
        "Sommaire",
        "1. Les finances ...... 3",
        "2. Le personnel ...... 9",
        "1. Les finances",
        LONG,
        "2. Le personnel",
        LONG,
    ]
    found = sections([RawBlock(line, style="normal") for line in lines])
    assert [s.title for s in found] == ["Les finances", "Le personnel"]


def test_text_laid_out_in_a_table_becomes_paragraphs() -> None:
    (section,) = sections([RawBlock(kind="table", grid=(("Synthèse", LONG, LONG + "bis"),))])
    assert section.title == "Synthèse"
    assert len(list(section.paragraphs())) == 2


def test_a_heading_cell_split_in_two_is_joined_again() -> None:
    grid = (
        ("En M€", "2012", "2013", "Évolution", "2012-2013", "LFI"),
        ("Action", "4", "5", "4 %", "6"),
        ("Total", "4", "5", "4 %", "6"),
    )
    aligned = align(grid)
    assert aligned.header == (("En M€", "2012", "2013", "Évolution 2012-2013", "LFI"),)
    split = (("En M€", "2012", "2013", "2013", "/2012"), ("Action", "4", "5", "4 %"))
    assert align(split).header == (("En M€", "2012", "2013", "2013 /2012"),)


@pytest.mark.parametrize(
    ("corner", "first"), [(("Année", "en euros"), "Année en euros"), (("Emplois", ""), "Emplois")]
)
def test_each_year_stands_over_its_values_where_the_corner_cell_is_split(
    corner: tuple[str, str], first: str
) -> None:
    grid = ((*corner, "2012", "2013", "2014"), ("Subventions", "4", "5", "6"), ("Dons", "", "5", ""))
    aligned = align(grid)
    assert aligned.header == ((first, "2012", "2013", "2014"),)
    assert aligned.rows[0] == ("Subventions", "4", "5", "6")


def test_each_value_stands_under_its_year_where_the_label_of_a_row_is_split() -> None:
    grid = (("", "2013", "2014"), ("Encours de dette", "au 31 décembre", "4", "5"), ("Annuité", "1", "2"))
    aligned = align(grid)
    assert aligned.header == (("", "2013", "2014"),)
    assert aligned.rows == (("Encours de dette au 31 décembre", "4", "5"), ("Annuité", "1", "2"))


@pytest.mark.parametrize("unknown", ["Avant 2012", "Capital"])
def test_a_column_before_the_years_stays_where_every_row_has_its_cell(unknown: str) -> None:
    grid = (
        ("", unknown, "2012", "2013", "Observations"),
        ("Places", "8", "4", "5", ""),
        ("Lits", "7", "4", "5", ""),
    )
    assert align(grid).header == (("", unknown, "2012", "2013", "Observations"),)


def test_cells_and_lines_are_told_apart() -> None:
    assert is_numeric("1 234,5 k€")
    assert is_numeric("- 2,5 %")
    assert not is_numeric("2014")
    assert not is_numeric("31/12/2014")
    assert is_caption("Tableau n° 3 : évolution de la dette")
    assert is_unit("(en milliers d'euros)")
    assert not is_unit("en 2014, la commune a emprunté")


def test_a_title_over_the_first_group_of_rows_is_no_heading_of_the_columns() -> None:
    group = ("Allocation d’autonomie",) * 3
    grid = (("", "2012", "2013"), group, ("Dépenses", "12", "14"), ("Revenu",) * 3, ("Dépenses", "8", "9"))
    aligned = align(grid)
    assert aligned.header == (("", "2012", "2013"),)
    assert aligned.rows[0] == group
    assert len(align((grid[0], ("en k€",) * 3, *grid[2:])).header) == 2


def _titles(*blocks: RawBlock) -> list[tuple[int, str]]:
    return [(s.level, s.title) for s in sections(blocks) if s.title]


def test_the_letter_and_the_cover_before_a_report_are_no_sections() -> None:
    cover = ("Jean Dupont", "NOTIFICATION FINALE", "P.J. : 1 rapport", "COMMUNE DE VALBRUNE")
    bold = [RawBlock(text, emphasis=True) for text in cover]
    assert _titles(*bold, RawBlock("Synthèse"), RawBlock(LONG)) == [(1, "Synthèse")]


def test_chapters_counted_by_a_bare_number_stand_above_their_parts() -> None:
    texts = ("Recommandations", LONG, "1 la gouvernance", LONG, "1.1 Le conseil", LONG, "2 les comptes", LONG)
    assert _titles(*map(RawBlock, texts)) == [
        (1, "Recommandations"),
        (1, "1 la gouvernance"),
        (2, "Le conseil"),
        (1, "2 les comptes"),
    ]
    others = ("Synthèse", "1 agent est absent", LONG, "2 agents sont partis", LONG)
    assert [level for level, _ in _titles(*map(RawBlock, others))] == [1, 3, 3]


def test_chapters_printed_as_large_as_the_recommendations_stand_beside_them() -> None:
    large = [RawBlock(text, size=1.36, emphasis=True) for text in ("RECOMMANDATIONS", "1 Les statuts")]
    small = RawBlock("1.1 La création", size=1.18, emphasis=True)
    stream = (large[0], RawBlock(LONG), large[1], small, RawBlock(LONG))
    assert [level for level, _ in _titles(*stream)] == [1, 1, 2]


@pytest.mark.parametrize(
    "block",
    [
        RawBlock("Evolution En € 2010 2011 2012 2013", emphasis=True),
        RawBlock("Emprunt A 3 390 000,00 34,5 1,2 %", emphasis=True),
        RawBlock("Tarifs moyens Tarifs du port", style="1.0 bold columns", emphasis=True),
        RawBlock("Cette vente n’a pas permis de réduire le risque", size=1.2),
    ],
)
def test_rows_of_tables_and_half_sentences_are_no_headings(block: RawBlock) -> None:
    after = RawBlock("sur deux emprunts. " + LONG) if block.size > 1 else RawBlock(LONG)
    assert _titles(RawBlock("Synthèse"), RawBlock(LONG), block, after) == [(1, "Synthèse")]


def test_an_item_of_an_enumeration_is_no_heading() -> None:
    items = (
        "1. Tenir un inventaire. (§ 6.3) ;",
        "2. Réviser la convention. (§ 6.4).",
        "3. Réduire la dette (§ 6)",
    )
    blocks = (RawBlock("Recommandations"), *map(RawBlock, items), RawBlock(LONG))
    assert _titles(*blocks) == [(1, "Recommandations")]


def test_reminders_above_a_table_are_a_section() -> None:
    table = RawBlock(kind="table", grid=(("", "Réalisé", "Non réalisé"), ("Tenir un inventaire.", "X", "")))
    found = _titles(RawBlock("Synthèse"), RawBlock(LONG), RawBlock("Rappels à la règlementation"), table)
    assert found == [(1, "Synthèse"), (1, "Rappels à la règlementation")]


def test_a_unit_in_a_heading_of_its_own_pushes_no_year_along() -> None:
    grid = (
        ("code", "libellé", "2012", "2013", "Total", "(en euros)"),
        ("100", "Heures de jour", "110", "88", "198"),
        ("104", "Heures de nuit", "20", "30", "50"),
        ("Total général", "", "130", "118", "248"),
    )
    assert align(grid).header == (("code", "libellé", "2012", "2013", "Total (en euros)"),)
