"""Promotions, challenges, calls and their calendar, on the real base."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from api.app import create_app
from knowledge.base import KnowledgeBase
from knowledge.names import NameIndex
from knowledge.settings import Settings
from tests.api.conftest import FakeAssistant


def get(client: TestClient, path: str) -> Any:
    response = client.get(f"/api/v1{path}")
    assert response.status_code == 200, response.text
    return response.json()


def on(day: str, tmp_path: Path, base: KnowledgeBase) -> TestClient:
    settings = Settings(data_dir=tmp_path, today=dt.date.fromisoformat(day))
    return TestClient(create_app(settings, FakeAssistant(), base))


def test_promotions_are_listed_with_their_challenges(client: TestClient) -> None:
    page = get(client, "/promotions")
    assert [item["id"] for item in page["items"]] == ["1", "2", "3", "dig", "4", "5", "6", "7"]
    assert sum(item["challenges"] for item in page["items"]) == 131


def test_a_promotion_has_contradictory_statements_each_with_its_source(client: TestClient) -> None:
    said = [s for s in get(client, "/promotions/3")["statements"] if s["property"] == "eig_count"]
    assert {s["value"] for s in said} >= {"28", "32"}
    assert all(s["source"]["title"] and s["source"]["as_of"] for s in said)
    assert get(client, "/promotions/DIG?lang=en")["label"].startswith("DIG")


@pytest.mark.parametrize("path", ["/promotions/9", "/promotions/0", "/challenges/zorglub", "/promotions/%00"])
def test_what_does_not_exist_is_not_found(client: TestClient, path: str) -> None:
    response = client.get(f"/api/v1{path}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_challenges_by_promotion_and_page(client: TestClient) -> None:
    first = get(client, "/challenges?promotion=3&size=10")
    second = get(client, "/challenges?promotion=EIG%203&size=10&page=2")
    assert (first["total"], len(first["items"]), len(second["items"])) == (15, 10, 5)
    assert get(client, "/challenges?size=200")["total"] == 131


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("promotion=12", "1, 2, 3"),
        ("promotion=99", "1, 2, 3"),
        ("administration=ministere-zorglub", "Ministère"),
        ("skill=zorglub", "Data science"),
        ("town=Zorglubville", "Paris"),
    ],
)
def test_an_unknown_filter_is_refused_with_the_values_there_are(
    client: TestClient, asked: str, known: str
) -> None:
    refused = client.get(f"/api/v1/challenges?{asked}")
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == asked.partition("=")[0]
    assert known in refused.json()["detail"]


def test_challenges_by_administration_name_or_id(client: TestClient) -> None:
    by_name = get(client, "/challenges?administration=minist%C3%A8re+de+l'int%C3%A9rieur")
    assert by_name["total"] > 2


def test_challenges_by_skill_theme_town_and_words(client: TestClient) -> None:
    with_skill = get(client, "/challenges?skill=data-science&size=200")
    assert 0 < with_skill["total"] < 131
    assert {c["id"] for c in get(client, "/challenges?q=signaux+faibles")["items"]} >= {"signaux-faibles"}
    assert get(client, "/challenges?q=zorglub")["total"] == 0
    in_town = get(client, "/challenges?town=Paris&size=200")["items"]
    assert in_town
    assert all("Paris" in c["town"] for c in in_town)


def test_one_challenge_names_hosts_people_and_sources(client: TestClient) -> None:
    challenge = get(client, "/challenges/signaux-faibles")
    assert challenge["administrations"][0]["label"]
    assert {person["role"] for person in challenge["people"]} <= {"eig", "mentor"}
    assert challenge["sources"]


@pytest.mark.parametrize(
    "query", ["?size=0", "?size=1000", "?page=0", "?page=x", "?lang=de", f"?q={'a' * 300}"]
)
def test_bad_criteria_are_named(client: TestClient, query: str) -> None:
    response = client.get(f"/api/v1/challenges{query}")
    assert response.status_code == 422
    assert response.json()["errors"]


def test_names_are_read_once_for_a_base(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = get(client, "/challenges?administration=ministère de l'Intérieur")
    monkeypatch.setattr(NameIndex, "from_base", None)
    assert get(client, "/challenges?administration=ministère de l'Intérieur") == first


@pytest.mark.parametrize(
    ("day", "status", "found"),
    [
        ("2018-10-01", "open", True),
        ("2018-10-16", "open", False),
        ("2018-10-16", "closed", True),
        ("2018-09-01", "upcoming", True),
    ],
)
def test_calls_have_the_status_of_the_day(
    tmp_path: Path, base: KnowledgeBase, day: str, status: str, found: bool
) -> None:
    calls = get(on(day, tmp_path, base), f"/calls?audience=candidates&status={status}")["items"]
    assert ("3" in {call["promotion"] for call in calls}) is found
    assert {call["status"] for call in calls} <= {status}


def test_an_extension_moves_the_deadline(tmp_path: Path, base: KnowledgeBase) -> None:
    calls = get(on("2022-04-10", tmp_path, base), "/calls?status=open&audience=candidates")["items"]
    sixth = next(call for call in calls if call["promotion"] == "6")
    assert sixth["extended"] is True
    assert sixth["closes"].startswith("2022-04-19")
    assert sixth["first_deadline"] < sixth["closes"]


def test_only_known_statuses_and_audiences(client: TestClient) -> None:
    assert client.get("/api/v1/calls?status=maybe").status_code == 422
    assert client.get("/api/v1/calls?audience=all").status_code == 422


def events(client: TestClient, query: str = "") -> dict[str, Any]:
    response = client.get(f"/api/v1/calls.ics{query}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.content)
    assert calendar["VERSION"] == "2.0"
    assert "PRODID" in calendar
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_the_calendar_holds_valid_events(client: TestClient) -> None:
    found = events(client)
    assert len(found) > 20
    for event in found.values():
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
        assert event["DTSTAMP"].dt.tzinfo is not None


def test_a_deadline_is_at_its_hour_in_paris_with_reminders(tmp_path: Path, base: KnowledgeBase) -> None:
    client = on("2018-10-01", tmp_path, base)
    found = events(client, "?status=open&audience=candidates")
    closing = next(event for uid, event in found.items() if uid.endswith("-closes@greffier"))
    assert closing["DTSTART"].dt == dt.datetime(2018, 10, 15, 17, tzinfo=ZoneInfo("Europe/Paris"))
    assert [alarm["TRIGGER"].dt.days for alarm in closing.walk("VALARM")] == [-7, -1]
    raw = client.get("/api/v1/calls.ics?status=open").text
    assert "BEGIN:VTIMEZONE" in raw
    assert "\r\n" in raw


def test_a_day_without_an_hour_is_a_whole_day(client: TestClient) -> None:
    starts = [event["DTSTART"].dt for event in events(client).values()]
    assert any(not isinstance(start, dt.datetime) for start in starts)
    assert "Deadline" in client.get("/api/v1/calls.ics?lang=en").text


def test_an_unknown_promotion_is_told_which_are_known(client: TestClient) -> None:
    known = [promotion["id"] for promotion in client.get("/api/v1/promotions").json()["items"]]
    refused = client.get("/api/v1/promotions/none")
    assert refused.status_code == 404
    assert refused.json()["detail"] == f"Il n’y a pas de telle promotion ; il y a {', '.join(known)}."
