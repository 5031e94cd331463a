"""Whom a question is about, by a name in the title of a report or by a body named in full."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.answers import ask_reports
from actions.reports.bodies.kinds import (
    as_said,
    as_typed,
    bears_an_area,
    only_around,
    outside_departments,
    town_alone,
    unaudited_department,
    unknown_name,
)
from actions.reports.bodies.other_names import titled_so
from actions.reports.subject import Subject, _named
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.organisation_index import NameForm, NameMatch, OrganisationIndex
from tests.actions.report_base import asked, wide_desk


def test_a_body_is_called_by_all_the_words_for_its_kind() -> None:
    match: Any = SimpleNamespace(form=SimpleNamespace(organisation=body("Périgord", "place")))
    assert as_said("l'office HLM du Périgord", match, "oph") == ["office HLM du Périgord"]
    assert as_said("Pourquoi la mairie du Périgord", match, "commune") == ["mairie du Périgord"]
    match.form.organisation = body("Eu", "commune")
    assert as_said("Les lieux sont sales à l'hôpital d'Eu", match, "hopital") == ["hôpital d'Eu"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("subject"))


def body(name: str, kind: str) -> OrganisationRow:
    return OrganisationRow(1, name, kind, None)


def test_a_body_is_named_in_full_by_all_that_tells_it_from_others() -> None:
    hospital = (body("centre hospitalier Sud-Gironde", "hospital"),)
    assert not Subject("un rapport en Gironde ?", hospital).named_in_full
    assert Subject("et l'hôpital Sud Gironde ?", hospital).named_in_full


def test_a_name_that_is_audited_under_no_body_means_the_report_with_it_in_its_title(desk: Any) -> None:
    def meant(text: str, name: str) -> tuple[str, ...]:
        tokens = name_tokens(text)
        found: Any = SimpleNamespace(
            form=SimpleNamespace(reports=0), score=1.0, places=frozenset({tokens.index(name)})
        )
        return titled_so(text, tokens, [found], desk.reports)

    assert meant("le dragage du chenal à Grisemer", "grisemer") == ("206",)
    assert meant("la cantine des écoles, le prix des repas", "cantine") == ()


def test_what_a_report_says_is_told_in_words_where_no_number_is_asked(desk: Any) -> None:
    told = ask_reports(asked("que dit le rapport sur le port de Grisemer ?", "report_figure"), desk)
    assert told.status == "answered" and not any(block.type == "figure" for block in told.blocks)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("et Chambéry ?", "chambery"),
        ("Et à Saint-Malo alors ?", "saint malo"),
        ("what about Dunkerque?", "dunkerque"),
        ("et à Toulouse c'est pareil ?", "toulouse"),
        ("et pour Brest vous avez un rapport ?", "brest"),
        ("et dans le rapport de Cannes", "canne"),
        ("et Vénissieux à côté ?", "venissieu"),
        ("and Brest, do you have a report?", "brest"),
        ("et la mairie de Nice ?", "nice"),
        ("et le maire de Brest", None),
        ("et à Nice vous avez combien d'agents ?", None),
        ("et le rapport de la chambre ?", None),
        ("et la dette ?", None),
        ("et sens ?", None),
        ("et Chambéry, sa dette ?", None),
    ],
)
def test_a_town_alone_is_asked_about(text: str, town: str | None) -> None:
    assert town_alone(text) == town


def test_the_country_is_no_body() -> None:
    assert unknown_name("ça coûte combien à la France", ()) is None
    assert unknown_name("et la contribution de l'État", ()) is None
    assert unknown_name("ça coûte combien à la ville de Grandpré", ()) == "Grandpré"


def test_a_name_of_several_words_is_not_one_that_has_only_some_of_them() -> None:
    def unknown(text: str, name: str, place: int) -> str | None:
        match = NameMatch(NameForm(body(name, "place"), name, 0), 0.61, frozenset((place,)))
        return unknown_name(text, [match])

    assert unknown("la station de Val Torrent", "Val de Grise", 3) == "Val Torrent"
    assert unknown("une petite ville du Calvados", "Calvados", 4) is None
    assert unknown_name("une commune du pays d'Aure", ()) is None


def test_a_name_with_an_elided_word_is_whole() -> None:
    assert unknown_name("ça coûte combien à la ville de Belle-d'Aure", ()) == "Belle-d'Aure"
    assert unknown_name("le musée de Grandpré-sur-l’Aure est cher ?", ()) == "Grandpré-sur-l’Aure"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("département de la Corrèze, RSA 2013", "département de la Corrèze"),
        ("le conseil général de la haute-garonne", "département de la Haute-Garonne"),
        ("dans le département de la Corrèze", None),
        ("le département des finances", None),
    ],
)
def test_a_department_that_none_audits_is_no_other_one(text: str, unknown: str | None) -> None:
    assert unaudited_department(text, ()) == unknown
    of_it = OrganisationRow(2, "département de la Corrèze", "department", "Corrèze")
    match = NameMatch(NameForm(of_it, of_it.name, 1), 1.0, frozenset((3,)))
    assert unaudited_department("département de la Corrèze", (match,)) is None


def test_the_kind_before_the_place_says_which_of_two_bodies_is_meant() -> None:
    both = [body("commune de Soyans", "commune"), body("CCAS de Soyans", "social-action")]
    index = OrganisationIndex([NameForm(replace(b, id=at), b.name, 1) for at, b in enumerate(both)])

    def meant(text: str) -> tuple[list[str], int]:
        found = _named(text, index.find(text, 8))
        return [one.name for one in found.bodies], len(found.rivals)

    assert meant("Au CCAS de Soyans, la commune a mis combien au pot ?") == (["CCAS de Soyans"], 0)
    assert meant("Combien la commune de Soyans verse à son CCAS ?") == (["commune de Soyans"], 0)
    assert meant("la dette de Soyans")[1] == 2


def test_a_body_that_lies_in_an_area_is_not_the_area() -> None:
    area = NameMatch(NameForm(body("département du Nord", "department"), "Nord", 1), 1.0, frozenset((3,)))
    assert only_around(name_tokens("ehpad dans le Nord"), area)
    assert only_around(name_tokens("le lycée agricole du Nord"), replace(area, places=frozenset((4,))))
    assert only_around(name_tokens("un port du Nord"), area)
    assert not only_around(name_tokens("la dette du Nord"), area)
    assert not only_around(name_tokens("un département du Nord"), area)


def test_a_body_that_only_bears_the_name_of_an_area_is_not_what_lies_there() -> None:
    fibre, rescue = body("syndicat mixte Merle Numérique", "syndicate"), body("SDIS du Merle", "rescue")
    area = NameMatch(NameForm(body("département du Merle", "department"), "Merle", 0), 0.9, frozenset((3,)))

    def bears(text: str, one: OrganisationRow) -> bool:
        match = NameMatch(NameForm(one, one.name, 1), 0.8, frozenset((3,)))
        return bears_an_area(name_tokens(text), match, [area, match])

    assert bears("un port du Merle", fibre) and bears("un théâtre du Merle", fibre)
    assert not bears("la dette du Merle", fibre) and not bears("le syndicat du Merle", fibre)
    assert not bears("le sdis du Merle", rescue)
    assert not bears("un port du Merle", body("Merle", "commune"))


def test_a_town_that_ends_with_the_name_of_its_area_is_not_all_that_lies_there() -> None:
    town = body("commune de Saint-Jean de Brisange", "commune")

    def bears(text: str, at: int) -> bool:
        area = NameMatch(NameForm(body("Brisange", "place"), "Brisange", 0), 1.0, frozenset((at,)))
        own = {n for n, token in enumerate(name_tokens(text)) if token in ("saint", "jean", "brisange")}
        match = NameMatch(NameForm(town, town.name, 1), 0.77, frozenset(own))
        return bears_an_area(name_tokens(text), match, [area, match])

    assert bears("une station de Brisange", 3)
    assert not bears("la dette de Saint-Jean de Brisange", 6)


def test_another_kind_named_before_a_town_is_not_the_town_though_its_own_is_said_as_well() -> None:
    index = OrganisationIndex([NameForm(body("commune de Soyans", "commune"), "Soyans", 1)])

    def meant(text: str) -> tuple[bool, str | None]:
        found = _named(text, index.find(text, 8))
        return bool(found.bodies), found.unknown

    assert meant("L'agglomération de Soyans aide-t-elle ses communes ?") == (False, "agglomeration soyan")
    assert meant("La commune de Soyans aide-t-elle son agglomération ?") == (True, None)
    assert meant("Le théâtre de Soyans est-il plein ?") == (True, None)


def test_a_town_that_only_the_name_of_a_department_says_is_not_meant() -> None:
    calais = NameMatch(NameForm(body("commune de Calais", "commune"), "Calais", 1), 1.0, frozenset((6,)))
    assert outside_departments("les communes endettées du Pas-de-Calais", [calais]) == []
    assert outside_departments("Calais, dans le Pas-de-Calais", [calais]) == [calais]
    whole = body("département du Pas-de-Calais", "department")
    of_it = NameMatch(NameForm(whole, whole.name, 1), 1.0, frozenset((6,)))
    assert outside_departments("la dette du Pas-de-Calais", [of_it]) == [of_it]


def test_a_french_word_for_an_english_one_names_no_body_in_a_talk() -> None:
    closed = NameMatch(
        NameForm(body("syndicats mixtes fermés", "syndicate"), "fermés", 1), 0.9, frozenset((1,))
    )
    post = NameMatch(NameForm(body("La Poste", "company"), "La Poste", 1), 1.0, frozenset((0,)))
    talk = Focus(reports=(("report:390122",),))
    tokens = ["poste", "ferme"]

    def kept(text: str, lang: str, focus: Focus) -> list[NameMatch]:
        return as_typed(asked(text, "report_search", focus, lang), tokens, [closed, post])

    assert kept("should the post office be closed?", "en", talk) == [post]
    assert kept("should the post office be closed?", "en", Focus()) == [closed, post]
    assert kept("la poste est fermée ?", "fr", talk) == [closed, post]
