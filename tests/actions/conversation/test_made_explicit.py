"""A few words that go on about the programme, told with what they leave unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.conversation.made_explicit import made_explicit
from actions.desk import Desk

_WOMEN = Focus(intent="faq_other", text="quel pourcentage de femmes", status="answered")
_CALL = Focus(intent="call_status", text="c'était quand la dernière session ?", status="answered")
_SPRINT = Focus(intent="call_status", text="le sprint 4 ?")
_CIVIL_SERVANT = Focus(intent="eligibility", text="je suis fonctionnaire, puis-je postuler ?")
_PREFECTURE = Focus(intent="propose_procedure", text="la préfecture souhaite accueillir un EIG")
_COST = Focus(intent="promotion_budget", text="combien a coûté le programme ?")
_HEAD = Focus(intent="programme_operator", text="qui dirige le programme", said="qui dirige le programme")
_BODY = Focus(intent="programme_operator", text="la DINUM ?", rows=("faq:site-dinum-what",))
_UNHEARD = Focus(text="je suis fonctionnaire, détachement ou dispo ?", status="not_found")
_HOST = Focus(intent="administration_eligibility", entities={"administration": ("ademe",)}, text="l'Ademe ?")
_RENEWED = Focus(intent="contract", text="mon contrat peut être renouvelé ?")
_BONUS = Focus(intent="pay", text="y a une prime ?")
_APPLYING = Focus(intent="apply_procedure", text="il faut envoyer quoi pour candidater")
_PERSON = Focus(intent="person_lookup", text="who is Bastien Guerry")
_FIRST_YEAR = Focus(text="combien de candidatures la première année ?", status="answered")
_SECOND = Focus(text="combien de candidatures promotion 2 ?", status="answered")
_REPORT = Focus(intent="report_figure", text="combien de postes ?", sources=({"report": "1"},))


@pytest.mark.parametrize(
    ("focus", "text", "told"),
    [
        (_WOMEN, "et aujourd'hui", "quel pourcentage de femmes, promotion 7 ?"),
        (_FIRST_YEAR, "et l'année d'après", "combien de candidatures promotion 2 ?"),
        (_FIRST_YEAR, "et la 3e année ?", "combien de candidatures promotion 3 ?"),
        (_SECOND, "et la troisième fois ?", "combien de candidatures promotion 3 ?"),
        (_RENEWED, "et l'année d'après", "et l'année d'après"),
        (_SECOND, "et après ?", "et après ?"),
        (_RENEWED, "qui décide", "qui décide du renouvellement du contrat ?"),
        (_BONUS, "qui la décide alors ?", "qui décide du montant de la part variable ?"),
        (_WOMEN, "qui décide", "qui décide"),
        (_WOMEN, "je gagnerais combien ?", "combien gagne un EIG ?"),
        (_BONUS, "et avec 11 ans de boulot ?", "quel salaire avec 11 ans d'expérience ?"),
        (_WOMEN, "et avec 11 ans ?", "et avec 11 ans ?"),
        (_APPLYING, "par mail ?", "puis-je envoyer ma candidature par mail ?"),
        (_PERSON, "which class was he in?", "which promotion was he in?"),
        (_CALL, "et aujourd'hui", "et aujourd'hui"),
        (_CALL, "et avant celle là", "le sprint 4, c'était quand ?"),
        (_SPRINT, "et avant celle-là", "le sprint 3, c'était quand ?"),
        (_COST, "et avant celle-là", "et avant celle-là"),
        (_CALL, "donc en 2027 ce sera quand", "il y aura un appel en 2027 ?"),
        (
            _CIVIL_SERVANT,
            "avant c'était interdit non ?",
            "les fonctionnaires, c'était interdit avant ?",
        ),
        (_PREFECTURE, "Était-ce possible auparavant ?", "était-ce possible auparavant pour une préfecture ?"),
        (_WOMEN, "avant c'était interdit non ?", "avant c'était interdit non ?"),
        (
            _CIVIL_SERVANT,
            "à partir de quelle promo c'est permis",
            "à partir de quelle promotion les fonctionnaires : le droit de candidater ?",
        ),
        (_COST, "qu'en dit la cour des comptes", "l'avis de la Cour des comptes sur le programme EIG ?"),
        (_COST, "et par promotion", "combien a coûté chaque promotion ?"),
        (_WOMEN, "et par promotion", "et par promotion"),
        (_CIVIL_SERVANT, "et j'ai une SASU", "j'ai une SASU, je peux candidater ?"),
        (_CIVIL_SERVANT, "et un chef de projet ça irait", "un chef de projet peut-il candidater ?"),
        (_COST, "et ça sert à combien de gens", "combien de gens utilisent les services des EIG ?"),
        (_HEAD, "non pas la dinum, le programme eig", "qui dirige le programme"),
        (_HEAD, "et avant lui", "qui a dirigé le programme EIG avant aujourd'hui ?"),
        (_COST, "et avant lui", "et avant lui"),
        (_HEAD, "non pas la dinum, l'Ademe", "et l'Ademe ?"),
        (
            _HOST,
            "quels EIG avons-nous déjà eus",
            "qui sont les EIG de : Agence de la transition écologique (ADEME) ?",
        ),
        (_BODY, "depuis quand elle y est", "depuis quand Stéphanie Schaer est à ce poste ?"),
        (_HEAD, "depuis quand elle y est", "depuis quand elle y est"),
        (_UNHEARD, "avant c'était interdit non ?", "les fonctionnaires, c'était interdit avant ?"),
        (_REPORT, "et aujourd'hui", "et aujourd'hui"),
        (Focus(), "qu'en dit la cour des comptes", "qu'en dit la cour des comptes"),
    ],
)
def test_what_goes_on_is_told_in_full(focus: Focus, text: str, told: str, shared_desk: Desk) -> None:
    assert made_explicit(text, focus, shared_desk) == told


def test_an_answer_of_reports_alone_is_not_gone_on_about(shared_desk: Desk) -> None:
    heard_as_ours = Focus(intent="nlu_fallback", text="combien de postes ?", sources=({"report": "1"},))
    assert made_explicit("et aujourd'hui", heard_as_ours, shared_desk) == "et aujourd'hui"


@pytest.mark.parametrize(
    ("text", "intent", "challenge"),
    [("twincity, sur quoi est-ce bâti ?", "nlu_fallback", "twincity")],
)
def test_an_answer_heard_as_nothing_is_still_about_its_challenge(
    text: str, intent: str, challenge: str, talk: Any
) -> None:
    answer = talk.ask(text, intent)
    assert answer.status != "answered" or talk.focus.intent == "describe_challenge"
    assert talk.focus.challenge == (challenge,)
