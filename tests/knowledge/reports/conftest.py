"""A small report base, and the real corpus when the environment says where it is."""

import os
from pathlib import Path

import pytest

from knowledge.reports.base import ReportBase
from knowledge.reports.ingest import add
from tests.knowledge.reports.builders import StubExtractor, html_report

CATALOGUE = """Clé;Date du document;Nombre;Titre;Type document;Juridiction
101;03/02/2016;1;Commune de Valbrune;Rapport d'?observations définitives;CRTC
102;05/03/2016;1;Commune de Valbrune-sur-Mer;Rapport d'?observations définitives;CRTC
103;05/03/2015;1;Hôpital de Valbrune;Rapport d'?observations définitives;CRTC
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three reports with its catalogue, in the encoding of the real one."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "catalogue.csv").write_bytes(CATALOGUE.encode("cp1252"))
    names = {"101": "Valbrune", "102": "Valbrune-sur-Mer", "103": "l’hôpital"}
    for number, (key, name) in enumerate(names.items()):
        (reports / f"{key}.html").write_bytes(html_report(name, debt=f"{number + 2} 500"))
    return reports


@pytest.fixture
def base_path(tmp_path: Path) -> Path:
    """Where the base of a test goes."""
    return tmp_path / "data" / "reports.sqlite3"


@pytest.fixture
def base(folder: Path, base_path: Path) -> ReportBase:
    """The three reports, stored."""
    outcome = add(folder, base_path, extractor=StubExtractor(), workers=1)
    assert outcome.added == 3, outcome
    return ReportBase(base_path)


@pytest.fixture
def corpus() -> Path:
    """The real corpus; skips where there is none."""
    place = os.environ.get("GREFFIER_CORPUS_DIR")
    if not place:
        pytest.skip("GREFFIER_CORPUS_DIR is not set: the tests on real reports are left out")
    return Path(place)
