"""The content security policy of each page: nothing from elsewhere, nothing inline, no string as script."""

from __future__ import annotations

from collections.abc import Sequence

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "form-action 'self'",
)
EMBED_PATH = "/embed"


def content_security_policy(path: str, origins: Sequence[str] = ()) -> str:
    """The policy of the page at ``path``. Only the embeddable page may be framed, by ``origins``."""
    ancestors = " ".join(("'self'", *origins)) if path == EMBED_PATH else "'none'"
    return "; ".join((*_DIRECTIVES, f"frame-ancestors {ancestors}"))
