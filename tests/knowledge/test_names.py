"""Names of the base in what people type."""

from __future__ import annotations

import pytest

from knowledge.base import KnowledgeBase
from knowledge.lexicon import ordinary_words
from knowledge.names import NameIndex


@pytest.fixture(scope="module")
def index(base: KnowledgeBase) -> NameIndex:
    return NameIndex.from_base(base)


def found(index: NameIndex, text: str, kind: str) -> set[str]:
    return {match.ref for match in index.find(text) if match.kind == kind}


@pytest.mark.parametrize(
    "text",
    ["le défi Signaux Faibles", "le défi signaux fables", "SIGNAUX FAIBLES", "cest koi signau faible",
     "le projet signaux-faibles ?"],
)  # fmt: skip
def test_a_challenge_is_found_however_it_is_typed(index: NameIndex, text: str) -> None:
    assert any("signaux-faibles" in ref for ref in found(index, text, "challenge"))


def test_a_known_form_is_found_letter_for_letter(index: NameIndex, base: KnowledgeBase) -> None:
    """Every challenge can be reached by its own name where the message says it is a challenge."""
    missed = [
        row["name"]
        for row in base.rows("select id, name from challenge")
        if row["id"] not in found(index, f"le défi {row['name']}", "challenge")
    ]
    assert not missed


@pytest.mark.parametrize(
    ("text", "named"),
    [("le site grist.numerique.gouv.fr", True), ("le site eig.numerique.gouv.fr ne marche pas", False)],
)
def test_a_part_of_an_address_is_no_name(index: NameIndex, text: str, named: bool) -> None:
    assert bool(found(index, text, "challenge")) is named


@pytest.mark.parametrize(
    "text",
    [
        "les rapports de la Cour des comptes sur la santé",
        "un rapport de la cour des comptes",
        "le rapport UNAF",
    ],
)
def test_the_end_of_a_name_or_its_beginning_is_not_the_name(index: NameIndex, text: str) -> None:
    assert not found(index, text, "challenge")


def test_a_match_says_where_it_stands(index: NameIndex) -> None:
    text = "Que fait Signaux Faibles exactement ?"
    match = next(m for m in index.find(text) if m.kind == "challenge")
    assert text[match.start : match.end] == "Signaux Faibles"
    assert match.score == 1.0


@pytest.mark.parametrize(
    "text", ["le défi Zorglub", "", "?", "et alors", "quel est le salaire d'un EIG", "l'index de la page"]
)
def test_nothing_is_found_where_nothing_is_named(index: NameIndex, text: str) -> None:
    assert not found(index, text, "challenge")


def test_matches_do_not_overlap(index: NameIndex) -> None:
    matches = index.find("les défis du ministère de l'Intérieur à Paris en data science")
    places = {(m.start, m.end) for m in matches}
    assert len(matches) >= 3
    for one in places:
        assert all(one == other or one[1] <= other[0] or other[1] <= one[0] for other in places)


def test_ordinary_words_are_no_names_unless_the_message_says_so() -> None:
    index = NameIndex([("challenge", "label", "Label")], frozenset({"label"}))
    assert not index.find("ce label est beau")
    assert index.find("le défi label")
    assert index.find("que devient Label aujourd'hui")
    assert index.find("LABEL c'est quoi")


def test_a_word_for_a_challenge_must_stand_beside_an_ordinary_name() -> None:
    index = NameIndex([("challenge", "label", "Label")], frozenset({"label"}))
    assert found(index, "le défi label", "challenge") == {"label"}
    assert not found(index, "quel label portait ce défi ?", "challenge")


def test_a_name_with_a_sign_needs_it() -> None:
    index = NameIndex([("challenge", "plus", "Administration +")], frozenset())
    assert not found(index, "quelle administration portait le défi ?", "challenge")
    assert found(index, "le défi Administration + c'est quoi", "challenge") == {"plus"}
    assert found(index, "le défi administration plus", "challenge") == {"plus"}


def test_short_codes_must_be_exact() -> None:
    index = NameIndex([("challenge", "adex", "ADEX")], frozenset())
    assert index.find("adex")
    assert not index.find("index")


def test_numbers_in_a_name_must_be_the_same() -> None:
    index = NameIndex([("challenge", "plan2030", "Plateforme 2030")], frozenset())
    assert index.find("plateforme 2030")
    assert not index.find("plateforme 2031")


def test_two_things_of_one_name_are_both_kept() -> None:
    index = NameIndex([("challenge", "a", "Cartobio"), ("challenge", "b", "Cartobio")], frozenset())
    assert {m.ref for m in index.find("cartobio")} == {"a", "b"}


def test_people_are_found_by_their_last_name() -> None:
    index = NameIndex([("person", "Ada Lovelace", "Lovelace")], frozenset())
    assert found(index, "qui est lovelace", "person") == {"Ada Lovelace"}


def test_near_names_are_offered(index: NameIndex) -> None:
    near = index.nearest("signaux fébles", "challenge")
    assert near and "signaux-faibles" in near[0].ref
    assert index.nearest("qqqqqqqq", "challenge", cutoff=0.8) == []
    assert len(index.nearest("data", "challenge", limit=2, cutoff=0.1)) == 2


def test_without_names_nothing_is_found() -> None:
    assert NameIndex([], frozenset()).find("le défi Signaux Faibles") == []


def test_ordinary_words_are_folded_and_used_twice(base: KnowledgeBase) -> None:
    vocabulary = ordinary_words(base)
    assert {"promotion", "administration"} <= vocabulary
    assert all(word == word.lower() for word in vocabulary)


def test_a_short_code_is_not_read_across_words() -> None:
    index = NameIndex([("administration", "ansc", "ANSC")], frozenset())
    assert index.find("j'ai 52 ans c'est trop vieux ?") == []
    assert [match.ref for match in index.find("un projet de l'A.N.S.C.")] == ["ansc"]


@pytest.mark.parametrize(
    ("text", "found"), [("How many challenges has it ?", False), ("un défi à la HAS", True)]
)
def test_a_small_word_is_a_name_in_capitals_only(index: NameIndex, text: str, found: bool) -> None:
    assert any(match.kind == "administration" for match in index.find(text)) is found


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("j'ai postulé, c'est quoi la suite ?", "challenge", False),
        ("c'est quoi La Suite ?", "challenge", True),
        ("c'est quoi la suite numérique ?", "challenge", True),
        ("même pour un projet de la défense ?", "town", False),
        ("quels défis à la défense ?", "town", True),
        ("quels défis dans le quartier de La Défense ?", "town", True),
    ],
)
def test_an_article_and_a_common_noun_are_no_name(
    index: NameIndex, text: str, kind: str, named: bool
) -> None:
    assert bool(found(index, text, kind)) is named
