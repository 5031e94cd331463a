"""`greffier reports` on a small base."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import cli
from api.commands import reports
from knowledge.reports import ingest
from knowledge.reports.card_reports import put_in_cards
from knowledge.settings import SettingsError
from tests.knowledge.reports.builders import StubExtractor, html_report

runner = CliRunner()


@pytest.fixture(autouse=True)
def _data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setattr(ingest, "default_extractor", StubExtractor)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    (place / "7.html").write_bytes(html_report())
    (place / "empty.html").touch()
    return place


def test_add_list_show_remove(folder: Path) -> None:
    added = runner.invoke(reports.reports_app, ["add", str(folder)])
    assert added.exit_code == 0, added.output
    assert "1 added" in added.output
    assert "empty.html: empty file (0 bytes)" in added.output
    assert "no date found in 7" in added.output
    assert "unknown" in runner.invoke(reports.reports_app, ["show", "7"]).output
    assert "7" in runner.invoke(reports.reports_app, ["list"]).output
    shown = runner.invoke(reports.reports_app, ["show", "7"]).output
    assert "Adopter un plan de désendettement." in shown
    assert runner.invoke(reports.reports_app, ["remove", "7"]).exit_code == 0
    assert runner.invoke(reports.reports_app, ["remove", "7"]).exit_code == 1


def test_a_card_is_told_as_one_and_stays(tmp_path: Path) -> None:
    put_in_cards(tmp_path / "var" / "reports.sqlite3")
    assert "(card)" in runner.invoke(reports.reports_app, ["list", "Poste"]).output
    assert "told by its card" in runner.invoke(reports.reports_app, ["show", "390077"]).output
    refused = runner.invoke(reports.reports_app, ["remove", "390077"])
    assert refused.exit_code == 1
    assert "shipped with the project" in refused.output


def test_brackets_of_a_title_are_shown(folder: Path) -> None:
    (folder / "catalogue.csv").write_text("key;title\n7;Budget [/annexe] du port [sic]\n")
    runner.invoke(reports.reports_app, ["add", str(folder)])
    assert "Budget [/annexe] du port [sic]" in runner.invoke(reports.reports_app, ["list"]).output
    refused = runner.invoke(reports.reports_app, ["show", "[sic]"])
    assert "no report [sic] in the base" in refused.output


def test_removing_makes_no_base(tmp_path: Path) -> None:
    assert runner.invoke(reports.reports_app, ["remove", "7"]).exit_code == 1
    assert not (tmp_path / "var" / "reports.sqlite3").exists()


@pytest.mark.parametrize("command", [["list"], ["show", "7"], ["remove", "7"], ["add", "nowhere"]])
def test_errors_are_one_line(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["greffier", "reports", *command])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("greffier: ") and "unexpected" not in said


def test_a_missing_base_is_named_with_its_folder(tmp_path: Path) -> None:
    refused = runner.invoke(reports.reports_app, ["list"])
    assert refused.exit_code == 1
    assert f"no report base in {tmp_path / 'var'} (GREFFIER_DATA_DIR)" in str(refused.exception)


@pytest.mark.parametrize("asked", [["--year", "1999"], ["--department", "zzz"]])
def test_an_unknown_filter_is_refused_with_the_values_there_are(folder: Path, asked: list[str]) -> None:
    (folder / "catalogue.csv").write_text(
        "key;title;date;department\n7;Budget du port;2016-05-04;Finistère\n"
    )
    runner.invoke(reports.reports_app, ["add", str(folder)])
    refused = runner.invoke(reports.reports_app, ["list", *asked])
    assert refused.exit_code == 1
    assert f"« {asked[1]} »; there are: " in refused.output


def test_a_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_RATE_LIMIT", "many")
    with pytest.raises(SettingsError, match="^GREFFIER_RATE_LIMIT: must be a number of 1 or more, or off"):
        runner.invoke(reports.reports_app, ["list"], catch_exceptions=False)
