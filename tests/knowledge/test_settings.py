"""Settings come from the environment; a bad one stops the start with one line that names it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pydantic import SecretStr

from knowledge.settings import PARIS, SettingsError, load_settings, unknown_variables


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("GREFFIER_")]:
        monkeypatch.delenv(name)


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.allowed_origins == ()
    assert settings.rate_limit == 30
    assert settings.retention_days == 365
    assert settings.admin_token is None
    assert settings.embeddings
    assert settings.day() == dt.datetime.now(PARIS).date()
    assert settings.now().tzinfo is PARIS


def test_paths_follow_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    settings = load_settings()
    assert (
        settings.knowledge_path.parent
        == settings.reports_path.parent
        == settings.models_dir.parent
        == tmp_path
    )
    assert settings.conversations_url == f"sqlite:///{tmp_path / 'conversations.sqlite3'}"
    monkeypatch.setenv("GREFFIER_DATABASE_URL", "postgresql://localhost/greffier")
    assert load_settings().conversations_url == "postgresql://localhost/greffier"


def test_a_pretended_day_is_noon_in_paris(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_TODAY", "2018-10-01")
    assert load_settings().now() == dt.datetime(2018, 10, 1, 12, tzinfo=PARIS)
    assert load_settings().day() == dt.date(2018, 10, 1)


def test_good_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_ALLOWED_ORIGINS", "https://a.example, http://localhost:3000/")
    monkeypatch.setenv("GREFFIER_RATE_LIMIT", "off")
    monkeypatch.setenv("GREFFIER_REDIS_URL", "redis://localhost")
    monkeypatch.setenv("GREFFIER_ADMIN_TOKEN", "0123456789abcdef")
    settings = load_settings()
    assert settings.allowed_origins == ("https://a.example", "http://localhost:3000")
    assert settings.rate_limit is None
    assert settings.admin_token == SecretStr("0123456789abcdef")
    assert "0123456789abcdef" not in repr(settings)


@pytest.mark.parametrize(
    "name", ["DATA_DIR", "REDIS_URL", "DATABASE_URL", "TODAY", "RATE_LIMIT", "EMBEDDINGS"]
)
def test_an_empty_variable_is_as_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    default = load_settings()
    monkeypatch.setenv(f"GREFFIER_{name}", "")
    assert load_settings() == default


@pytest.mark.parametrize("value", ["", "   "])
def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("GREFFIER_ADMIN_TOKEN", value)
    assert load_settings().admin_token is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TODAY", "demain"),
        ("DATA_DIR", "/srv/what?"),
        ("ALLOWED_ORIGINS", "*"),
        ("ALLOWED_ORIGINS", "https://a.example/page"),
        ("ALLOWED_ORIGINS", "https://*.example"),
        ("RATE_LIMIT", "0"),
        ("RATE_LIMIT", "many"),
        ("CONTACT_EMAIL", "no address"),
        ("DATABASE_URL", "mysql://localhost"),
        ("REDIS_URL", "http://localhost"),
        ("ADMIN_TOKEN", "short"),
        ("RETENTION_DAYS", "0"),
        ("RETENTION_DAYS", "never"),
        ("RETENTION_DAYS", "4000"),
        ("EMBEDDINGS", "perhaps"),
    ],
)
def test_a_bad_value_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"GREFFIER_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(f"GREFFIER_{name}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("TODAY", "2026-02-30", "must be a day that there is, as YYYY-MM-DD"),
        ("EMBEDDINGS", "maybe", "must be on or off (or true, false, 1, 0)"),
        ("RETENTION_DAYS", "4000", "must be 3650 or less"),
        ("ALLOWED_ORIGINS", "{x}", "'{x}' is not an exact origin such as https://example.fr (no *, no path)"),
    ],
)
def test_a_bad_value_is_told_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str
) -> None:
    monkeypatch.setenv(f"GREFFIER_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == f"GREFFIER_{name}: {allowed}"


def test_a_misspelt_variable_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RATE_LIMIT", "RATE_LIMITT", "CORPUS_DIR"):
        monkeypatch.setenv(f"GREFFIER_{name}", "3")
    assert unknown_variables() == ["GREFFIER_RATE_LIMITT"]
