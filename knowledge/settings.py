"""The settings of a running Greffier, read once from the environment.

Every field is an environment variable ``GREFFIER_<FIELD>``; an invalid or dangerous value
raises :class:`SettingsError` with one line that names the variable.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PARIS = ZoneInfo("Europe/Paris")
REDIS_TIMEOUTS = {"socket_connect_timeout": 2, "socket_timeout": 2}
"""Seconds after which a Redis that does not answer counts as lost: messages wait for it meanwhile."""
ROOT = Path(__file__).resolve().parent.parent
PREFIX = "GREFFIER_"
FOR_TESTS = frozenset({"GREFFIER_CORPUS_DIR", "GREFFIER_TEST_DATA_DIR"})
"""Variables that only the tests read."""
_ALLOWED = {
    "bool_parsing": "must be on or off (or true, false, 1, 0)",
    "date_from_datetime_parsing": "must be a day that there is, as YYYY-MM-DD",
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
}
"""What is allowed, by the kind of pydantic's error."""
_ORIGIN = re.compile(r"^https?://[A-Za-z0-9.-]+(:\d{1,5})?$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")


class SettingsError(ValueError):
    """A setting that the program refuses to start with; the message is for the operator."""


class Settings(BaseSettings):
    """Where data lives, what day it is, who may call, how often."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    data_dir: Path = Field(default=ROOT / "var", description="knowledge base, model, conversations")
    today: dt.date | None = Field(default=None, description="pretend this is today (YYYY-MM-DD)")
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="exact origins that may call the HTTP interface, comma separated"
    )
    contact_email: str | None = Field(
        default=None, description="where people are sent; default: knowledge base"
    )
    database_url: str | None = Field(default=None, description="conversations (sqlite:/// or postgresql://)")
    redis_url: str | None = Field(default=None, description="locks and rate limits across workers (redis://)")
    rate_limit: int | None = Field(default=30, description="messages a minute for one address, or off")
    retention_days: int = Field(
        default=365, ge=1, le=3650, description="days after which questions, answers and opinions are erased"
    )
    admin_token: SecretStr | None = Field(
        default=None, description="opens the support desk; 16 characters or more"
    )
    embeddings: bool = Field(default=True, description="sentence vectors; off: less memory, lower accuracy")

    @field_validator("data_dir")
    @classmethod
    def _folder_fits_an_address(cls, value: Path) -> Path:
        if "?" in str(value):
            raise ValueError("must hold no ?, which ends the address of a database")
        return value

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split_origins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        origins = tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())
        for origin in origins:
            if not _ORIGIN.match(origin):
                raise ValueError(
                    f"{origin!r} is not an exact origin such as https://example.fr (no *, no path)"
                )
        return origins

    @field_validator("rate_limit", mode="before")
    @classmethod
    def _off_means_none(cls, value: object) -> object:
        if isinstance(value, str) and value.strip().lower() == "off":
            return None
        if value is not None and not re.fullmatch(r"0*[1-9]\d{0,8}", str(value).strip()):
            raise ValueError("must be a number of 1 or more, or off")
        return value

    @field_validator("contact_email")
    @classmethod
    def _email_is_one(cls, value: str | None) -> str | None:
        if value is not None and not _EMAIL.match(value):
            raise ValueError("is not an e-mail address")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("must start with sqlite:/// or postgresql://")
        return value

    @field_validator("redis_url")
    @classmethod
    def _known_redis(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("redis://", "rediss://")):
            raise ValueError("must start with redis:// or rediss://")
        return value

    @field_validator("admin_token", mode="before")
    @classmethod
    def _empty_means_closed(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("admin_token")
    @classmethod
    def _token_is_long(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 16:
            raise ValueError("is too short: use 16 characters or more")
        return value

    @property
    def knowledge_path(self) -> Path:
        """The programme's knowledge base."""
        return self.data_dir / "knowledge.sqlite3"

    @property
    def reports_path(self) -> Path:
        """The base of audit reports added by command."""
        return self.data_dir / "reports.sqlite3"

    @property
    def models_dir(self) -> Path:
        """Folder of trained Rasa models."""
        return self.data_dir / "models"

    @property
    def conversations_url(self) -> str:
        """SQLAlchemy address of the conversations."""
        return self.database_url or f"sqlite:///{self.data_dir / 'conversations.sqlite3'}"

    def day(self) -> dt.date:
        """Today in Paris, or the day the operator pretends it is."""
        return self.today or dt.datetime.now(PARIS).date()

    def now(self) -> dt.datetime:
        """The present moment in Paris; noon when the day is pretended, since calls close at an hour."""
        if self.today is not None:
            return dt.datetime.combine(self.today, dt.time(12), PARIS)
        return dt.datetime.now(PARIS)


def load_settings() -> Settings:
    """Read the environment, or raise :class:`SettingsError` naming the first bad variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        if allowed := _ALLOWED.get(first["type"]):
            reason = allowed.format(**first.get("ctx", {}))
        raise SettingsError(f"{name}: {reason}") from error


def unknown_variables() -> list[str]:
    """The variables of the environment that look like settings and are none, as a misspelt one does."""
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields} | FOR_TESTS
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
