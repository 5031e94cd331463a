"""Addresses a page may link to."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """The address when a browser may follow it (http, https, or a path of this site), else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.netloc:
        return url.strip()
    return url if not parts.scheme and not parts.netloc and url.startswith("/") else None
