"""Which kind of public body asks for EIGs."""

from __future__ import annotations

import pytest

from actions.programme.hosts import body_told_of, kinds_of_body
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("nous sommes une direction centrale d'un ministère", ("central",)),
        ("notre CHU peut-il avoir un EIG ?", ("hospital",)),
        ("un établissement public de santé", ("hospital",)),
        ("je suis maire d'un village", ("local",)),
        ("le conseil départemental", ("local",)),
        ("une direction départementale de l'État", ("local_state",)),
        ("notre établissement public", ("operator",)),
        ("we are a State agency", ("operator",)),
        ("combien gagne un EIG ?", ()),
        ("faut-il vivre en métropole ?", ()),
        ("nous sommes une métropole", ("local",)),
    ],
)
def test_kinds_are_heard_as_people_name_them(text: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of_body(text) == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Non, une collectivité territoriale (commune…) n’est plus parmi les hôtes.", "local"),
        ("Oui, pour les promotions 3 à 6 : une collectivité territoriale pouvait répondre.", "local"),
        ("Oui pour un opérateur de l’État : la promotion 7 le cite.", "operator"),
        ("Non, aucun des 131 défis n’a une commune pour administration d’accueil.", "local"),
        ("Le programme s’adresse aux administrations centrales.", None),
        ("Oui, le plus tôt possible : des DSI de ministères le conseillaient.", None),
    ],
)
def test_only_a_yes_or_no_is_for_one_kind(text: str, kind: str | None) -> None:
    assert body_told_of(text) == kind


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Nous sommes une direction centrale, pouvons-nous avoir un EIG ?", "Oui, une administration"),
        ("Un opérateur de l'État peut-il avoir un EIG ?", "Oui, un opérateur"),
        ("Notre commune peut-elle avoir un EIG ?", "Non, une collectivité"),
        ("Une préfecture peut-elle avoir un EIG ?", "Non, un service déconcentré"),
        ("Can a ministry host an EIG?", "Yes, a central administration"),
    ],
)
def test_a_body_is_told_what_holds_for_its_kind(text: str, answer: str, talk: Talk) -> None:
    said = talk.ask(text, "administration_eligibility").text
    assert answer in said
    assert not (answer.startswith(("Oui", "Yes")) and ("Non," in said or "No," in said))


def test_the_kind_is_remembered(talk: Talk) -> None:
    talk.ask("Nous sommes une administration centrale, pouvons-nous avoir un EIG ?", "propose_procedure")
    said = talk.ask("alors, sommes-nous éligibles ?", "administration_eligibility").text
    assert said.startswith("Oui, une administration centrale")
    assert "Non," not in said


def test_another_kind_named_is_the_one_meant(talk: Talk) -> None:
    talk.ask("Une administration centrale peut-elle avoir un EIG ?", "administration_eligibility")
    assert "Non, un hôpital" in talk.ask("et un hôpital ?", "administration_eligibility").text


def test_no_body_is_told_to_a_candidate(talk: Talk) -> None:
    said = talk.ask(
        "mon mari est fonctionnaire territorial, peut-il être EIG ?", "administration_eligibility"
    )
    assert understood(talk).intent == "eligibility"
    assert "collectivité" not in said.text


def test_who_would_have_an_eig_is_a_body(talk: Talk) -> None:
    said = talk.ask("je bosse à la mairie, on peut avoir un EIG ?", "eligibility").text
    assert "Non, une collectivité" in said


def test_a_host_named_is_no_prefecture(talk: Talk) -> None:
    assert "Non," not in talk.ask("la DGFiP peut-elle avoir un EIG ?", "administration_eligibility").text
