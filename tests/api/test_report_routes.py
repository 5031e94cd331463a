"""The report routes and pages, with three invented reports and with none."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from api.pages.reports import heading_ranks
from knowledge.reports.base import ReportBase
from knowledge.reports.card_reports import put_in_cards
from tests.actions.report_base import make_base
from tests.api.report_client import report_client


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return report_client(make_base(tmp_path_factory.mktemp("api")))


@pytest.fixture
def empty(tmp_path: Path) -> TestClient:
    return report_client(tmp_path / "reports.sqlite3")


def test_reports_are_paged_and_filtered(client: TestClient) -> None:
    whole = client.get("/api/v1/reports", params={"size": 2}).json()
    assert (whole["total"], len(whole["items"])) == (3, 2)
    assert client.get("/api/v1/reports", params={"year": 2015}).json()["items"][0]["id"] == "103"
    assert (
        client.get("/api/v1/reports", params={"department": "Brume", "page": 2, "size": 2}).json()["total"]
        == 3
    )
    named = client.get("/api/v1/reports", params={"organisation": "commune de Montclair"}).json()
    assert [item["id"] for item in named["items"]] == ["102"]
    assert client.get("/api/v1/reports", params={"size": 0}).status_code == 422


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("department", "BRUME", 3),
        ("jurisdiction", "crtc", 3),
        ("type", "rapport d’observations définitives", 3),
    ],
)
def test_a_filter_takes_a_value_as_people_write_it(
    client: TestClient, name: str, said: str, found: int
) -> None:
    assert client.get("/api/v1/reports", params={name: said}).json()["total"] == found


@pytest.mark.parametrize(
    ("name", "known"),
    [("department", "Brume"), ("theme", "debt"), ("type", "observations"), ("jurisdiction", "CRTC")],
)
def test_an_unknown_filter_is_refused_with_the_values_there_are(
    client: TestClient, name: str, known: str
) -> None:
    refused = client.get("/api/v1/reports", params={name: "zzz"})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == name
    assert known in refused.json()["detail"]


def test_one_report_with_its_recommendations_and_figures(client: TestClient) -> None:
    report = client.get("/api/v1/reports/102").json()
    assert report["title"] == "Commune de Montclair"
    assert report["organisations"][0]["name"] == "Commune de Montclair"
    recommended = client.get("/api/v1/reports/102/recommendations").json()
    assert recommended["items"][0]["text"] == "Adopter un plan de désendettement."
    figures = client.get(
        "/api/v1/reports/102/figures", params={"year": 2014, "q": "encours de la dette"}
    ).json()
    assert figures["items"][0]["value"] == 3_500_000


@pytest.mark.parametrize("path", ["/reports/zz", "/reports/zz/figures", "/organisations/99999"])
def test_unknown_ids_are_problem_documents(client: TestClient, empty: TestClient, path: str) -> None:
    for one in (client, empty):
        response = one.get(f"/api/v1{path}")
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"


def test_bodies_themes_and_passages(client: TestClient) -> None:
    match = client.get("/api/v1/organisations", params={"q": "mairie de Montclair"}).json()["items"][0]
    dossier = client.get(f"/api/v1/organisations/{match['id']}").json()
    assert [report["id"] for report in dossier["audited_in"]] == ["102"]
    assert client.get("/api/v1/themes").json()["items"][0]["id"] == "debt"
    passage = client.get("/api/v1/search", params={"q": "dette de la commune de Montclair"}).json()["items"][
        0
    ]
    assert passage["report"] == "102"
    assert passage["quote"]


@pytest.mark.parametrize("organisation", ["²", "9" * 30])
def test_a_number_that_is_none_finds_no_body(client: TestClient, organisation: str) -> None:
    found = client.get("/api/v1/reports", params={"organisation": organisation})
    assert (found.status_code, found.json()["items"]) == (200, [])


def test_the_total_of_a_search_is_the_same_on_every_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def search_passages(_: ReportBase, question: str, limit: int) -> SimpleNamespace:
        asked.append(limit)
        return SimpleNamespace(hits=())

    monkeypatch.setattr(ReportBase, "search_passages", search_passages)
    for page in (1, 30):
        client.get("/api/v1/search", params={"q": "dette", "page": page})
    assert asked == [200, 200]


@pytest.mark.parametrize("path", ["/reports", "/organisations?q=x", "/themes", "/search?q=x"])
def test_lists_say_when_no_report_is_installed(empty: TestClient, path: str) -> None:
    response = empty.get(f"/api/v1{path}")
    assert response.status_code == 200
    assert response.json()["items"] == []
    assert "Aucun rapport" in response.json()["detail"]
    assert "No report" in empty.get(f"/api/v1{path}", headers={"accept-language": "en"}).json()["detail"]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "path",
    ["/rapports", "/rapports?q=montclair", "/rapports/102", "/themes", "/themes/debt", "/organismes"],
)
def test_pages_are_whole_without_script_or_inline_style(client: TestClient, path: str, lang: str) -> None:
    response = client.get(
        path, params={**dict([path.partition("?")[2].split("=")] if "?" in path else []), "lang": lang}
    )
    assert response.status_code == 200
    assert f'<html lang="{lang}">' in response.text
    assert "<script" not in response.text and " style=" not in response.text
    assert "style-src 'self'" in response.headers["content-security-policy"]


def test_every_link_to_a_passage_finds_its_anchor(client: TestClient) -> None:
    page = client.get("/rapports/102").text
    anchors = set(re.findall(r'id="([^"]+)"', page))
    links = set(re.findall(r'href="/rapports/102#([^"]+)"', page)) | set(re.findall(r'href="#([^"]+)"', page))
    assert links <= anchors
    found = client.get("/api/v1/search", params={"q": "personnel de la commune de Montclair"}).json()["items"]
    assert all(item["url"].partition("#")[2] in anchors for item in found if item["report"] == "102")


def test_the_dossier_of_a_body_draws_its_figures(client: TestClient) -> None:
    match = client.get("/api/v1/organisations", params={"q": "commune de Montclair"}).json()["items"][0]
    page = client.get(f"/organismes/{match['id']}").text
    assert "<svg" in page and "3\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}k€" in page


@pytest.mark.parametrize(
    "path", ["/rapports/zz", "/organismes/zz", "/organismes/9999999999999999999999", "/themes/zz"]
)
def test_unknown_pages_are_missing(client: TestClient, empty: TestClient, path: str) -> None:
    assert client.get(path).status_code == empty.get(path).status_code == 404


def test_headings_of_a_page_skip_no_rank() -> None:
    assert heading_ranks([1, 3, 3, 4, 2, 1, None, 3, 2]) == [3, 4, 4, 5, 4, 3, 3, 4, 4]
    assert heading_ranks([None, 0, 2]) == [3, 3, 4]
    assert heading_ranks([4, 4]) == [3, 3]
    assert heading_ranks([1, 2, 3, 4, 5]) == [3, 4, 5, 5, 5]


def test_a_report_leads_into_itself_from_its_head(client: TestClient) -> None:
    page = client.get("/rapports/102").text
    contents = page.index('href="#texte"')
    assert contents < page.index('<h2 id="recommandations">') < page.index('<h2 id="texte">')
    assert re.findall(r'<a class="anchor"[^>]*>', page)
    assert all('tabindex="-1"' in link for link in re.findall(r'<a class="anchor"[^>]*>', page))
    assert '<span class="sr">Recommandation 1' in page and "<b>Recommandation 1.</b>" in page


def test_a_theme_leads_to_all_its_reports(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.reports.dossiers._MOST_THEME_REPORTS", 1)
    page = client.get("/themes/debt").text
    assert "3 rapports sont classés dans ce thème" in page
    assert '<a href="/rapports?theme=debt">Voir les 3 rapports du thème</a>' in page


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/rapports?page=abc", 422), ("/organismes/1/2", 404)]
)
def test_a_wrong_address_gets_people_a_page_and_programs_a_document(
    client: TestClient, path: str, status: int
) -> None:
    page = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert "Chercher un rapport" in page.text
    document = client.get(path, headers={"Accept": "*/*"})
    assert (document.status_code, document.json()["status"]) == (status, status)
    program = client.get("/api/v1/nowhere", headers={"Accept": "text/html"})
    assert program.headers["content-type"] == "application/problem+json"


def test_browsers_and_search_engines_find_what_they_look_for(client: TestClient) -> None:
    assert client.get("/favicon.ico").headers["content-type"].startswith("image/svg+xml")
    assert "Disallow: /answers/" in client.get("/robots.txt").text


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("cards") / "reports.sqlite3"
    put_in_cards(path)
    return report_client(path)


def test_a_card_is_told_as_one(cards: TestClient) -> None:
    shown = cards.get("/api/v1/reports/390077").json()
    assert shown["card"] is True and shown["page"] == "/rapports/390077"
    assert cards.get("/api/v1/reports", params={"size": 1}).json()["total"] == 31
    figures = cards.get("/api/v1/reports/390077/figures").json()["items"]
    assert len(figures) == 8 and {figure["quote"] for figure in figures} == {None}
    found = cards.get("/api/v1/search", params={"q": "bureaux de poste"}).json()["items"]
    assert found[0]["report"] == "390077" and found[0]["quote"] is None


def test_a_report_says_that_it_is_none(client: TestClient) -> None:
    assert client.get("/api/v1/reports/102").json()["card"] is False
    assert "Fiche" not in client.get("/rapports/102").text
    assert "(fiche)" not in client.get("/rapports").text


@pytest.mark.parametrize(("lang", "mark"), [("fr", "(fiche)"), ("en", "(card)")])
def test_pages_say_what_a_card_is(cards: TestClient, lang: str, mark: str) -> None:
    assert cards.get("/rapports", params={"lang": lang}).text.count(mark) == 30
    page = cards.get("/rapports/390077", params={"lang": lang}).text
    assert ("Fiche : ce service n’a pas le texte" if lang == "fr" else "Card: this service") in page
    assert "17\N{NO-BREAK SPACE}075\N{NO-BREAK SPACE}points de contact" in page
    assert "<blockquote" not in page and "greffier reports add" not in page
    assert "<blockquote" not in cards.get("/themes/housing", params={"lang": lang}).text
