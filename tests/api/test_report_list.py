"""The list of reports as a page: words, filters, order, pages, and what is offered when nothing is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from actions.reports.bodies.titles import told_apart
from api.pages.report_query import known_value, ordered, read_query
from knowledge.reports.base import ReportBase
from tests.actions.report_base import make_base
from tests.api.report_client import report_client
from tests.knowledge.reports.invented import make_wide_base


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return report_client(make_base(tmp_path_factory.mktemp("list")))


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_wide_base(tmp_path_factory.mktemp("wide"))


def _keys(page: str) -> list[str]:
    return re.findall(r'<li><a href="/rapports/(\w+)', page)


def test_the_menu_leads_to_the_reports_and_they_to_themes_and_bodies(client: TestClient) -> None:
    page = client.get("/rapports").text
    assert 'href="/rapports" aria-current="page">Rapports</a>' in page
    assert 'href="/themes"' in page and 'href="/organismes"' in page
    assert "3 rapports" in client.get("/themes").text
    assert "Commune de Montclair" in client.get("/organismes").text


def test_bodies_are_sorted_by_their_own_name_and_found_by_its_words(client: TestClient) -> None:
    page = client.get("/organismes").text
    assert page.index('<h2 id="M">') < page.index("Commune de Montclair") < page.index('<h2 id="V">')
    page = client.get("/organismes", params={"q": "montcl"}).text
    assert "Commune de Montclair" in page and "Valbrune" not in page
    assert "0 organisme" in client.get("/organismes", params={"q": "nowhere"}).text


def test_filters_of_the_address_are_applied_and_shown(client: TestClient) -> None:
    page = client.get("/rapports", params={"year": 2015}).text
    assert _keys(page) == ["103"]
    assert '<option value="2015" selected>' in page
    assert _keys(client.get("/rapports", params={"sort": "oldest"}).text)[0] == "103"
    assert len(_keys(client.get("/rapports", params={"theme": "endettement"}).text)) == 3


def test_a_value_that_no_filter_knows_is_said(client: TestClient) -> None:
    page = client.get("/rapports", params={"department": "Ailleurs"}).text
    assert "Valeur inconnue, non prise en compte : département « Ailleurs »" in page
    assert len(_keys(page)) == 3


def test_reports_that_say_every_word_leave_out_those_that_say_some(wide: Path) -> None:
    base = ReportBase(wide)
    found = base.listed(*_query("canalisations du réseau", base))
    assert [r.id for r in (*found.treating, *found.saying)] == ["204"] and not found.partly
    found = base.listed(*_query("canalisations du casino", base))
    assert not found.treating and not found.saying
    assert {r.id for r in found.partly} >= {"204", "207"}


def test_quoted_words_are_searched_as_they_stand(wide: Path) -> None:
    client = report_client(wide)
    assert _keys(client.get("/rapports", params={"q": '"lieu de dépôt à terre"'}).text) == ["206"]
    loose = client.get("/rapports", params={"q": '"dépôt du lieu à terre"'}).text
    assert "Rapports qui traitent" not in loose and "Autres rapports" not in loose


def test_a_phrase_that_no_report_has_is_said(wide: Path) -> None:
    page = report_client(wide).get("/rapports", params={"q": '"dragage du casino"'}).text
    assert "Aucun rapport ne contient ces mots tels quels" in page
    assert re.search(r'<a href="/rapports\?q=dragage\+du\+casino[^"]*">Chercher sans guillemets</a>', page)


def test_words_used_as_a_filter_can_be_searched_instead(client: TestClient) -> None:
    page = client.get("/rapports", params={"q": "communes"}).text
    assert "Vos mots ont servi de filtre : communes." in page
    assert _keys(page) == ["102", "101"] and "pertinence" not in page
    assert "as_words=1" in page
    page = client.get("/rapports", params={"q": "communes", "as_words": 1}).text
    assert len(_keys(page)) == 3 and "servi de filtre" not in page


def test_words_in_english_are_searched_in_french(wide: Path) -> None:
    page = report_client(wide).get("/rapports", params={"q": "drinking water", "lang": "en"}).text
    assert _keys(page) == ["204"] and "Searched in French:" in page


def test_a_result_leads_to_the_passages_that_say_the_words(wide: Path) -> None:
    client = report_client(wide)
    page = client.get("/rapports", params={"q": "fuites réseau"}).text
    (address,) = re.findall(r'href="(/rapports/204\?[^"]+)#mots"', page)
    page = client.get(address.replace("&amp;", "&")).text
    assert "Passages qui contiennent ces mots\N{NO-BREAK SPACE}: « fuites réseau » (1)" in page
    (anchor,) = re.findall(r'<li><a href="#([^"]+)">Les fuites</a>', page)
    assert f'id="{anchor}"' in page


def test_a_search_inside_a_report_says_what_it_did_not_find(wide: Path) -> None:
    client = report_client(wide)
    assert "Aucun passage de ce rapport" in client.get("/rapports/204", params={"q": "casino"}).text
    assert "ne contient tous ces mots" in client.get("/rapports/204", params={"q": "casino fuites"}).text
    assert "Aucun passage" not in client.get("/rapports/204", params={"q": '"fuites du réseau"'}).text
    assert "Aucun passage" in client.get("/rapports/204", params={"q": '"réseau du fuites"'}).text


def _query(q: str, base: ReportBase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    read = read_query(q, base)
    return read.terms, read.phrases


def test_a_misspelt_word_is_offered_as_it_was_meant(client: TestClient) -> None:
    page = client.get("/rapports", params={"q": "motnclair"}).text
    assert "Aucun rapport trouvé" in page
    assert re.search(r'Vouliez-vous dire <a href="/rapports\?q=Montclair[^"]*">« Montclair »</a>', page)
    nothing = client.get("/rapports", params={"q": "?????"}).text
    assert _keys(nothing) == [] and "Voir tous les rapports" in nothing


def test_the_number_of_a_report_finds_it(client: TestClient) -> None:
    for q in ("103", "n° 103", "rapport 103"):
        assert _keys(client.get("/rapports", params={"q": q}).text) == ["103"]


def test_only_words_that_ask_for_reports_show_all_of_them(client: TestClient) -> None:
    assert len(_keys(client.get("/rapports", params={"q": "tous les rapports"}).text)) == 3
    for q in ("AP-HP", "Nantes", "Marseille"):
        assert _keys(client.get("/rapports", params={"q": q}).text) == []


def test_a_page_beyond_the_last_is_the_last(client: TestClient) -> None:
    page = client.get("/rapports", params={"page": 99})
    assert page.status_code == 200 and len(_keys(page.text)) == 3


def test_the_title_says_what_was_searched(client: TestClient) -> None:
    page = client.get("/rapports", params={"q": "dette"}).text
    assert "<title>Rapports\N{NO-BREAK SPACE}: « dette » – Greffier</title>" in page
    assert re.search(r"<h2>.+ \(\d+\)</h2>", page)


def test_a_filter_is_understood_by_value_label_number_or_part() -> None:
    courts = [("CRC Bretagne", "CRC Bretagne"), ("Cour des comptes", "Cour des comptes")]
    assert known_value("jurisdiction", "bretagne", courts) == "CRC Bretagne"
    assert known_value("jurisdiction", "c", courts) is None
    assert known_value("department", "29", [("Finistère", "Finistère")]) == "Finistère"
    assert known_value("theme", "dechets", [("waste", "Déchets")]) == "waste"


def test_reports_without_a_date_come_last(client: TestClient, wide: Path) -> None:
    reports = ReportBase(wide).find_reports().reports
    assert [r.title for r in ordered(reports, "title")] == sorted(r.title for r in reports)
    assert told_apart(reports, ReportBase(wide), "fr")[reports[0].id] == reports[0].title
