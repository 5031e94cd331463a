"""The pages on reports and the support desk: accessible, on a phone too, and of use without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from knowledge.reports.base import ReportBase
from tests.browser.backend import TOKEN, World

Axe = Callable[[Page], list[str]]
Shot = Callable[[Page, str], None]
NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def paths(world: World) -> dict[str, str]:
    """The pages by name, those of one body and of one theme included."""
    base = ReportBase(world.folder / "data" / "reports.sqlite3")
    body = base.find_organisations("commune de Montclair", 1)[0].organisation.id
    theme = next(theme.id for theme in base.themes() if theme.reports)
    return {
        "reports": "/rapports",
        "search": "/rapports?q=Montclair",
        "filtered": "/rapports?year=2015&sort=title&department=zz",
        "nothing": "/rapports?q=motnclair",
        "themes": "/themes",
        "bodies": "/organismes",
        "report": "/rapports/102",
        "inside": "/rapports/102?q=dette",
        "found bodies": "/organismes?q=montclair",
        "organisation": f"/organismes/{body}",
        "theme": f"/themes/{theme}",
        "missing": "/rapports/none",
        "nowhere": "/nowhere",
        "desk-form": "/desk",
    }


def _enter(page: Page, lang: str = "fr") -> None:
    page.goto(f"/desk?lang={lang}")
    page.locator("#token").fill(TOKEN)
    page.locator("#token").press("Enter")
    expect(page.locator("#questions")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_report_pages_and_desk_are_accessible(
    page: Page, axe: Axe, shot: Shot, paths: dict[str, str], lang: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = {}
    for name, path in paths.items():
        page.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        shot(page, f"{name}-{lang}-{scheme}")
        found[name] = axe(page)
    _enter(page, lang)
    shot(page, f"desk-{lang}-{scheme}")
    found["desk"] = axe(page)
    assert found == {name: [] for name in (*paths, "desk")}


def test_they_fit_a_phone(new_context: NewContext, base_url: str, shot: Shot, paths: dict[str, str]) -> None:
    page = new_context(base_url=base_url, viewport={"width": 320, "height": 640}).new_page()
    widths = {}
    for name, path in paths.items():
        page.goto(path)
        shot(page, f"phone-{name}")
        widths[name] = page.evaluate("document.documentElement.scrollWidth")
    _enter(page)
    shot(page, "phone-desk")
    widths["desk"] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys([*paths, "desk"], 320)


def test_the_desk_without_script(new_context: NewContext, base_url: str) -> None:
    page = new_context(base_url=base_url, java_script_enabled=False).new_page()
    page.goto("/desk")
    page.get_by_label("Code d’accès").fill("un autre code")
    page.get_by_role("button", name="Ouvrir le guichet").click()
    expect(page.get_by_role("alert")).to_have_text("Ce code d’accès n’est pas le bon.")
    _enter(page)
    page.get_by_label("Nature de la réponse").select_option(label="précision demandée")
    page.get_by_role("button", name="Afficher").click()
    expect(page.locator("table").first).not_to_contain_text("absent de la base")
    page.get_by_role("button", name="Fermer le guichet").click()
    expect(page.get_by_label("Code d’accès")).to_be_visible()


def test_the_token_stays_out_of_reach_of_scripts(page: Page) -> None:
    _enter(page)
    assert page.evaluate("document.cookie") == ""
    kept = page.context.cookies()
    assert [(c["name"], c["httpOnly"], c["sameSite"], c["expires"]) for c in kept] == [  # type: ignore[typeddict-item]
        ("greffier_desk", True, "Strict", -1)
    ]
    assert TOKEN not in kept[0]["value"]  # type: ignore[typeddict-item]
