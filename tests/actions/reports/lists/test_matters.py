"""What a list of reports is to be about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.lists.matters import (
    are_rare,
    around,
    asked_alone,
    in_words_of_titles,
    matter_terms,
    on_matters,
    on_topic,
    only_a_kind,
)
from knowledge.text import stem


def test_the_matter_follows_the_word_for_reports() -> None:
    terms = ["management", "festival"]
    assert matter_terms("étudiante en management, je cherche des rapports sur les festivals", terms) == [
        "festival"
    ]
    assert matter_terms("management des festivals", terms) == terms


@pytest.mark.parametrize(
    ("text", "terms", "left"),
    [
        ("fais moi la liste des rapports sur les hôpitaux", ["fai"], []),
        ("je veux voir tous les rapports sur l'eau", ["voir", "eau"], ["eau"]),
        ("dis-moi quels rapports y a dans le Finistère", ["dis"], []),
        ("est-ce que vous pourriez me sortir les rapports des chambres d'agriculture", ["sort"], []),
        ("je cherche l'absentéisme dans les rapports de 2016", ["absenteism"], ["absenteism"]),
        ("je travaille sur l'absentéisme, il me faut les rapports de 2016", ["absenteism"], ["absenteism"]),
        ("fais-moi la liste des hôpitaux contrôlés en Bretagne", ["fais"], []),
        ("absentéisme, rapports de Bretagne", ["absenteism"], ["absenteism"]),
        ("habitant de Dole, je voudrais les rapports qui concernent le Jura. dole", ["dol"], []),
        ("montrez-moi ce qui a été écrit sur le championnat d'équitation", ["equit", "montr"], ["equit"]),
        ("les rapports portant sur la Brume que vous avez en stock", ["stock"], []),
        ("quels rapports sur la Polynésie, Tahiti notamment ?", ["tahit"], []),
        ("balance les noms des hôpitaux passés au crible", ["balanc", "nom", "pass", "cribl"], []),
        ("quels rapports parle de la Brume ?", ["parl"], []),
        ("quels CHU apparaissent dans les rapports ?", ["apparaissent"], []),
        ("les rapports sur le passage au crible des marchés", ["passag", "cribl"], ["passag", "cribl"]),
    ],
)
def test_what_only_asks_for_the_reports_is_no_matter_of_them(
    text: str, terms: list[str], left: list[str]
) -> None:
    assert matter_terms(text, terms) == left


def test_several_matters_are_those_of_each_by_turns() -> None:
    told = {("eau", "dechet"): ["both"], ("eau",): ["both", "w1", "w2"], ("dechet",): ["d1", "both"]}

    def on_topic(terms: list[str]) -> list[Any]:
        return [SimpleNamespace(id=one, title=one) for one in told.get(tuple(terms), [])]

    base: Any = SimpleNamespace(on_topic=on_topic)
    found = on_matters("rapports sur l'eau et les déchets", ["eau", "dechet"], base)
    assert [one.id for one in found] == ["both", "d1", "w1", "w2"]
    assert [one.id for one in on_matters("rapports sur l'eau", ["eau"], base)] == ["both", "w1", "w2"]
    assert on_matters("", [], base) == ()


def test_kinds_of_body_are_those_of_titles_not_all_that_speaks_of_them() -> None:
    every = [SimpleNamespace(id=one, title=one) for one in ("Opéra de Brume", "Théâtre de Brume", "Le gaz")]
    base: Any = SimpleNamespace(
        find_reports=lambda **_: SimpleNamespace(reports=every), on_topic=lambda _: every
    )
    found = on_matters("les théâtre et opéra", [stem("theatre"), stem("opera")], base)
    assert {one.id for one in found} == {"Opéra de Brume", "Théâtre de Brume"}


@pytest.mark.parametrize(
    ("text", "terms", "alone"),
    [("un rapport sur un SDIS ?", ["sdis"], True), ("la dette d'un SDIS", ["det", "sdis"], False)],
)
def test_a_kind_of_body_may_be_all_that_is_asked_for(text: str, terms: list[str], alone: bool) -> None:
    assert only_a_kind(text, terms) is alone


def test_only_what_lies_around_is_more_than_the_body(desk: Any) -> None:
    port = desk.reports.titled(["grisemer"])
    assert around("rapports sur le port de Grisemer", port, desk.reports) == list(port)
    assert set(port) <= set(around("tout autour du port de Grisemer", port, desk.reports))


def test_shared_transport_is_what_titles_call_urban() -> None:
    assert in_words_of_titles("les Transports en commun") == "les Transports urbains"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        (
            "Habitant de Dole, je voudrais tous les rapports sur le Jura.",
            "je voudrais tous les rapports sur le Jura.",
        ),
        ("Je préside un CCAS et je cherche les rapports sur l'eau", "et je cherche les rapports sur l'eau"),
        ("Élu à Brume, quels rapports avez-vous sur notre ville ?", None),
        ("Vercors : quelles communes ont eu un rapport ?", None),
        ("les rapports sur l'eau, les ports et les écoles", None),
    ],
)
def test_what_is_told_before_a_request_is_left_out_where_the_request_says_on_what(
    text: str, alone: str | None
) -> None:
    assert asked_alone(text).strip() == (alone or text)


def test_the_lie_of_the_land_is_left_out_beside_a_rare_name() -> None:
    shares = {"vercor": 0.02, "industriel": 0.4}
    base: Any = SimpleNamespace(
        on_topic=lambda terms: tuple(terms), report_shares=lambda terms: {t: shares[t] for t in terms}
    )
    assert on_topic(["plateau", "vercor"], base) == ("vercor",)
    assert on_topic(["zon", "industriel"], base) == ("zon", "industriel")


def test_a_topic_hardly_any_report_speaks_of_is_told_apart_from_ways_of_asking() -> None:
    base: Any = SimpleNamespace(report_shares=lambda terms: {"frelon": 0.0, "urgent": 0.4})
    assert not are_rare(base, []) and not are_rare(base, ["urgent"])
    assert are_rare(SimpleNamespace(report_shares=lambda terms: {"frelon": 0.0}), ["frelon"])
