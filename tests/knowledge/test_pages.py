"""A citation leads to the page of the site where the fact stands."""

from __future__ import annotations

import re

import pytest

from knowledge.pages import pages_of, with_page
from knowledge.source_files import load_facts

PAGES = {
    "site": {"page Candidats": "https://site/candidats", "page Candidats et entreprises": "https://site/both"}
}


@pytest.mark.parametrize(
    ("locator", "address"),
    [
        ("page Candidats", "https://site/candidats"),
        ("page Candidats, « Conditions »", "https://site/candidats"),
        ("page Candidats et entreprises, introduction", "https://site/both"),
        ("page Candidatsbis", None),
        ("Article 2", None),
    ],
)
def test_the_longest_page_that_opens_the_locator_gives_the_address(locator: str, address: str | None) -> None:
    (row,) = with_page([{"source": "site", "locator": locator}], PAGES)
    assert row["page_url"] == address


def test_a_row_that_cites_no_known_site_has_no_page() -> None:
    rows = list(with_page([{"source": None, "locator": None}, {"source": "law", "locator": "page 2"}], PAGES))
    assert [row["page_url"] for row in rows] == [None, None]
    assert list(with_page([{"name": "Paris"}], PAGES)) == [{"name": "Paris"}]


def test_places_on_the_sites_are_named_in_words_and_lead_to_a_page() -> None:
    facts = load_facts()
    pages = pages_of(facts.sources, facts.challenges)
    cited = [statement for _, statement in facts.statements()]
    cited += [c for entry in (*facts.challenges, *facts.faq, *facts.calls) for c in entry.citations]
    assert [
        c.locator for c in cited if re.search(r"\.(?:md|html|yml)\b|\b_?data/|\bcontent/", c.locator)
    ] == []
    rows = with_page([{"source": c.source, "locator": c.locator} for c in cited if c.source in pages], pages)
    found = [bool(row["page_url"]) for row in rows]
    assert sum(found) > 0.8 * len(found)
    assert pages["site-2026"]["page du défi « A-JUST »"].endswith("/defis/a-just/")
