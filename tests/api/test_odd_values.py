"""Every address that can be read, with values that nobody should send: never a failure of the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from bot.records import Records
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings
from tests.actions.report_base import make_base
from tests.api.conftest import FakeAssistant

TOKEN = "a-token-for-the-desk"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, base: KnowledgeBase) -> Iterator[TestClient]:
    path: Path = make_base(tmp_path_factory.mktemp("odd"))
    settings = Settings(data_dir=path.parent, rate_limit=None, admin_token=SecretStr(TOKEN))
    fake = FakeAssistant()
    fake.records = Records(settings.conversations_url)
    fake.explain = fake.records.explain  # type: ignore[method-assign]
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    app = create_app(settings, fake, base)
    with TestClient(app, raise_server_exceptions=False, headers=bearer) as client:
        yield client


def addresses(client: TestClient, value: str) -> Iterator[str]:
    """Each readable route with ``value`` in its place, and in each of its criteria, one at a time."""
    written = quote(value, safe="")
    for route in iter_route_contexts(client.app.routes):  # type: ignore[attr-defined]
        if not isinstance(route.original_route, APIRoute) or "GET" not in route.methods:
            continue
        path = route.path
        for parameter in route.dependant.path_params:
            path = path.replace(f"{{{parameter.name}}}", written)
            path = path.replace(f"{{{parameter.name}:path}}", written)
        criteria = [parameter.alias for parameter in route.dependant.query_params]
        needed = "&".join(f"{p.alias}=x" for p in route.dependant.query_params if p.field_info.is_required())
        yield f"{path}?{needed}"
        for name in {*criteria, "lang", "page"}:
            yield f"{path}?{name}={written}&{needed}"


@pytest.mark.parametrize(
    "value",
    [
        "²",
        "1" * 30,
        "-1",
        "\x00",
        "a\x00b",
        "abc",
        "",
        "'; drop table report; --",
        '"* OR (',
        "%",
        "é" * 3000,
    ],
    ids=lambda value: repr(value[:8]),
)
def test_odd_values_are_no_failure(client: TestClient, value: str) -> None:
    failed = {
        address[:100]: response.status_code
        for address in addresses(client, value)
        if (response := client.get(address)).status_code >= 500
    }
    assert not failed


def test_every_kind_of_address_is_tried(client: TestClient) -> None:
    tried = set(addresses(client, "abc"))
    assert {"/answers/abc?", "/organismes/abc?", "/api/v1/reports?organisation=abc&"} <= tried
    assert "/api/v1/search?page=abc&q=x" in tried
