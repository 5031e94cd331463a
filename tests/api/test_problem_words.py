"""The details of errors, in the language of the request."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.problem_words import FRENCH

ADDRESS = "/api/v1/messages"
API = Path(__file__).resolve().parents[2] / "api"


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        ({"text": ""}, {}, "text: 1 caractère(s) au moins"),
        ({"text": " "}, {}, "text: ne doit pas être vide"),
        ({"text": "", "lang": "en"}, {}, "text: at least 1 character(s)"),
        ({"lang": "en"}, {}, "text: is required"),
        ({"text": 1, "lang": "en"}, {}, "text: must be a text"),
        ({"text": " "}, {"accept-language": "en-GB, fr;q=0.5"}, "text: must not be empty"),
        ({"text": "x", "conversation_id": "no"}, {}, "conversation_id inconnu"),
        ({"text": "x", "conversation_id": "no", "lang": "en"}, {}, "Unknown conversation_id"),
        ({"text": "x", "lang": "de"}, {}, "lang: valeur inconnue ; il y a : 'fr' ou 'en'"),
        ({"text": "a" * 70_000}, {}, "Le corps de la requête dépasse 64 Kio."),
    ],
)
def test_a_detail_is_in_the_language_asked_for(
    client: TestClient, body: dict[str, str], headers: dict[str, str], said: str
) -> None:
    assert said in client.post(ADDRESS, json=body, headers=headers).json()["detail"]


def test_every_detail_has_a_translation() -> None:
    written = re.compile(r'(?:ProblemError|problem)\(\s*\d+,\s*"([^"]{3,})"')
    details = {text for file in API.rglob("*.py") for text in written.findall(file.read_text("utf-8"))}
    assert details
    assert details <= FRENCH.keys()
