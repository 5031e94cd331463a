"""Who may see the support desk: whoever has ``GREFFIER_ADMIN_TOKEN``; nobody when it is not set."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac

from pydantic import SecretStr

LASTING = dt.timedelta(hours=12)
"""A day's work; then the page asks for the token again."""


def is_token(expected: SecretStr, given: str) -> bool:
    """Whether ``given`` is the token, compared in a time that does not depend on how much of it is right."""
    return hmac.compare_digest(_bytes(expected.get_secret_value()), _bytes(given))


def session_of(token: SecretStr, now: dt.datetime) -> str:
    """What a browser keeps instead of the token: until when it may look, signed with the token.

    Nothing is kept on the server, so every worker knows it; another token ends every session.
    """
    return _signed(token, str(int((now + LASTING).timestamp())))


def is_session(token: SecretStr, given: str, now: dt.datetime) -> bool:
    """Whether ``given`` was made by :func:`session_of` with this token and has not run out."""
    until, _, _ = given.partition(".")
    genuine = hmac.compare_digest(_bytes(_signed(token, until)), _bytes(given))
    return genuine and int(until) > now.timestamp()


def _signed(token: SecretStr, until: str) -> str:
    key = _bytes(token.get_secret_value())
    return f"{until}.{hmac.digest(key, _bytes(f'desk {until}'), hashlib.sha256).hex()}"


def _bytes(text: str) -> bytes:
    """What arrives may hold anything, and must be refused without a failure."""
    return text.encode("utf-8", "replace")
