"""What is searched and quoted of a document: its tables, but not the letter that goes with it."""

from __future__ import annotations

import pytest

from knowledge.reports.document import Document, Locator, Metadata, Paragraph, Section, Table
from knowledge.reports.passages import build_passages


def opening(*cells: str) -> Document:
    table = Table((), (cells,), Locator(0, 0))
    return Document(Metadata("1", "Rapport"), (Section(0, 0, "", None, (), (table,)),))


@pytest.mark.parametrize(
    "cells",
    [
        ("Dossier suivi par : le greffe", "Objet : notification du rapport"),
        ("Le greffe", "Tél. : 01 00 00 00 00"),
        ("Le greffe", "P.J. : 1 rapport"),
    ],
)
def test_a_letterhead_is_no_passage(cells: tuple[str, ...]) -> None:
    assert build_passages(opening(*cells)) == []


def test_a_table_of_recommendations_that_opens_a_report_is_one() -> None:
    (passage,) = build_passages(opening("Rappel au droit", "Tenir l'inventaire, tel que prévu par la loi."))
    assert passage.kind == "table"
    assert "tel que prévu" in passage.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("RAPPEL DE LA PROCÉDURE",), "procedure"),
        (("Procédure et délibéré",), "procedure"),
        (("- Eléments de procédure",), "procedure"),
        (("Les comptes", "Rappel de la procédure budgétaire"), "text"),
        (("La commande publique", "Le choix de la procédure"), "text"),
        (("PROCEDURE", "La compétence eau et assainissement"), "text"),
    ],
)
def test_only_the_account_of_the_audit_ranks_lower(path: tuple[str, ...], kind: str) -> None:
    blocks = (Paragraph("La chambre a entendu le maire.", Locator(1, 0, path)),)
    section = Section(1, len(path), path[-1], None, path, blocks)
    (passage,) = build_passages(Document(Metadata("1", "Rapport"), (section,)))
    assert passage.kind == kind
