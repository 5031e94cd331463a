"""People named publicly, and nothing private of them."""

from __future__ import annotations

from tests.actions.conftest import Talk


def test_a_person_is_named_with_a_challenge(talk: Talk) -> None:
    row = talk.base.rows(
        "select person, challenge from challenge_person where role = 'eig' and person like '% %' order "
        "by rowid limit 1"
    )[0]
    answer = talk.ask(f"qui est {row['person']} ?", "person_lookup")
    assert answer.status == "answered"
    assert row["person"] in answer.text
    assert f"challenge:{row['challenge']}" in answer.rows


def test_someone_unknown(talk: Talk) -> None:
    answer = talk.ask("qui est Jean Inconnu ?", "person_lookup")
    assert answer.status == "not_found"
    assert not answer.rows


def test_nothing_private_is_told(talk: Talk) -> None:
    person = talk.base.rows("select person from challenge_person where role = 'eig' limit 1")[0]["person"]
    for text in (f"quelle est l'adresse de {person} ?", f"le numéro de téléphone de {person}"):
        answer = talk.ask(text, "person_lookup")
        assert answer.status != "answered", text
