"""The page of a site on which a cited place can be read: a reader is led there, not to the home page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from knowledge.schema import Challenge, SourceEntry


def pages_of(sources: Iterable[SourceEntry], challenges: Iterable[Challenge]) -> dict[str, dict[str, str]]:
    """For each source that is a site, the address of each of its pages by the words that open a locator. The
    pages of challenges are those of the site that stands in their own citation.
    """
    pages = {source.id: dict(source.pages) for source in sources if source.pages}
    for challenge in challenges:
        name = f"page du défi « {challenge.name} »"
        for citation in challenge.citations:
            if challenge.page_url and citation.locator == name and citation.source in pages:
                pages[citation.source][name] = challenge.page_url
    return pages


def with_page(
    rows: Sequence[Mapping[str, Any]], pages: Mapping[str, Mapping[str, str]]
) -> Iterator[dict[str, Any]]:
    """``rows`` of a table; where they cite a place, each with ``page_url``, the address of the page that its
    locator opens with (None when the page is not known).
    """
    for row in rows:
        yield {**row, "page_url": _address(row, pages)} if "locator" in row else dict(row)


def _address(row: Mapping[str, Any], pages: Mapping[str, Mapping[str, str]]) -> str | None:
    known, locator = pages.get(row["source"] or "", {}), row["locator"] or ""
    names = [name for name in known if locator.startswith(name) and not locator[len(name) :][:1].isalnum()]
    longest = max(names, key=len, default=None)
    return known[longest] if longest else None
