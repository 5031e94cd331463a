"""Messages without what their author says of himself."""

from __future__ import annotations

import time

import pytest

from bot.introductions import (
    is_of_the_speaker,
    is_of_their_body,
    only_asked,
    only_introduces,
    wants_something,
    without_aside,
    without_introduction,
    without_thanks,
)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("je suis prof de maths à Dole, combien de promotions ?", "combien de promotions ?"),
        ("bjr jsuis prof a nancy, c koi les eig", "c koi les eig"),
        ("bonjour je suis etudiante, c'était quoi DataJust", "c'était quoi DataJust"),
        ("je suis pigiste combien de défis en promo 4 ?", "combien de défis en promo 4 ?"),
        ("combien d'EIG depuis le début svp, c'est pour un article", "combien d'EIG depuis le début svp"),
        ("freelance libre en mars, comment postuler ?", "comment postuler ?"),
        ("Bonjour, moi c'est Léa, 24 ans, graphiste à Lyon. C'est quoi un EIG ?", "C'est quoi un EIG ?"),
        ("Mon mari est gendarme. Qui finance le programme ?", "Qui finance le programme ?"),
        ("Dans le cadre d'un mémoire : qui a créé le programme ?", "qui a créé le programme ?"),
        ("Bonjour, je cherche des infos : combien de défis ? Cordialement", "combien de défis ?"),
        ("I work in HR at a bank. How many fellows were there?", "How many fellows were there?"),
        ("merci beaucoup, et où sont les offres ?", "et où sont les offres ?"),
        ("je fais des cartes, y a t'il des projets sur l'eau", "y a t'il des projets sur l'eau"),
        ("moi c'est Awa de Dakar, le diplôme compte ?", "le diplôme compte ?"),
        ("80 % de mon boulot c'est le web, vous faites quoi ?", "vous faites quoi ?"),
        ("Mon fils est en master, il finit en juin, peut-il être pris ?", "peut-il être pris ?"),
        (
            "Mairie de Dole, service achats. Quels défis pour l'agence bio ?",
            "Quels défis pour l'agence bio ?",
        ),
        (
            "Bonjour, je dirige un bureau à la Culture et nous voudrions un EIG, comment faire ?",
            "et nous voudrions un EIG, comment faire ?",
        ),
        ("ancienne de la promo 3, vous me redites les dates ?", "vous me redites les dates ?"),
        ("sous-directrice aux Armées, quelles étapes ?", "quelles étapes ?"),
        ("si mon fils est recruté, quel est son employeur ?", "quel est son employeur ?"),
    ],
)
def test_what_the_author_says_of_himself_is_left_out(text: str, question: str) -> None:
    assert without_introduction(text)[0] == question


@pytest.mark.parametrize(
    "text",
    [
        "Je parle du défi SMASH. Qui l'a fait ?",
        "je cherche un défi sur l'eau, vous avez ?",
        "j'ai lu que 90 % sont développeurs, c'est vrai ?",
        "Combien de défis à Lyon ?",
        "Ministère des Armées. Combien de défis ?",
        "Ministère de la Culture : quels défis du service des archives ?",
        "je suis journaliste.",
    ],
)
def test_what_the_question_is_about_is_kept(text: str) -> None:
    assert without_introduction(text) == []


def test_what_a_question_points_to_is_kept_next() -> None:
    told = "Je suis designer. Une amie m'a parlé de votre programme. C'est quoi ?"
    assert without_introduction(told)[1] == "Une amie m'a parlé de votre programme. C'est quoi ?"
    told = "Je suis gendarme, on m'a parlé de NEOTac : à quoi cela sert ?"
    assert without_introduction(told) == ["on m'a parlé de NEOTac : à quoi cela sert ?"]


@pytest.mark.parametrize(
    "text",
    [
        "j'ai reçu une amende pour la voiture d'un autre, y a pas un projet là-dessus ?",
        "Je suis maire d'un village, ai-je droit à un EIG dans ce cas ?",
        "je suis maire d'un village, j'y ai droit ?",
        "I'm from Quimper and my aunt works on a project there. What was its name?",
        "Mon frère est pompier et travaille avec un de vos outils. C'est lequel ?",
        "Ma fille est chez Compar:IA. Quel EIG en a la charge ?",
    ],
)
def test_nothing_is_left_out_that_the_question_points_back_to(text: str) -> None:
    assert without_introduction(text) == []


def test_who_asks_is_kept_for_a_question_of_the_author_and_not_what_he_wishes() -> None:
    told = "Je suis agent à la DDT. Nous aimerions un outil. Le programme peut-il nous aider ?"
    assert without_introduction(told)[0] == "Je suis agent à la DDT. Le programme peut-il nous aider ?"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("puis-je candidater ?", True),
        ("quels défis pour moi ?", True),
        ("je voudrais savoir combien de défis il y a eu", False),
        ("vous pouvez me dire qui a fait SMASH ?", False),
    ],
)
def test_a_question_depends_on_who_asks(question: str, expected: bool) -> None:
    assert is_of_the_speaker(question) is expected


def test_a_question_of_their_body() -> None:
    assert is_of_their_body("combien de défis notre ministère a-t-il eus ?")
    assert not is_of_their_body("combien de défis ?")
    assert not is_of_their_body("comment recevoir une équipe EIG chez nous ?")
    assert not is_of_the_speaker("qu'est-ce que ça nous apporterait ?")


def test_a_wish_to_be_told_something_is_no_complaint() -> None:
    assert wants_something("c'est nul, donnez-moi le salaire")
    assert wants_something("je prépare un mémoire et il me manque la taille de la promo 5")
    assert not wants_something("vous ne servez à rien, on nous oublie")


@pytest.mark.parametrize("piece", ["e", "-", "'", "je ", "pour un ", "bonjour ", "a'", "-t-"])
def test_a_long_run_is_read_at_once(piece: str) -> None:
    begun = time.perf_counter()
    without_introduction(f"je suis là, {piece * (1_900 // len(piece))}, combien ?")
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "text",
    [
        "Un EIG, c'est payé combien ?",
        "J'ai été refusé l'an passé, est-ce que je peux retenter ma chance ?",
        "Mon fils cherche son stage d'observation, vous avez des adresses à Nantes ?",
    ],
)
def test_what_the_question_is_about_is_no_introduction(text: str) -> None:
    assert without_introduction(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("merci ! et combien ça rapporte ?", "et combien ça rapporte ?"),
        ("thanks! what were the economic benefits?", "what were the economic benefits?"),
        ("ok merci bien, et c'est adressé à quel ministre ?", "et c'est adressé à quel ministre ?"),
        ("merci de me dire combien gagne un EIG ?", "merci de me dire combien gagne un EIG ?"),
        ("Merci beaucoup !", "Merci beaucoup !"),
        ("merci, bonne journée", "merci, bonne journée"),
    ],
)
def test_thanks_do_not_swallow_the_question_after_them(text: str, asked: str) -> None:
    assert without_thanks(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ok. Sinon Gobelins, c'était quoi ?", "Gobelins, c'était quoi ?"),
        ("et sinon à Lyon ?", "et à Lyon ?"),
        ("au fait, qui pilote le programme ?", "qui pilote le programme ?"),
        ("autre question : on peut télétravailler ?", "on peut télétravailler ?"),
        ("by the way, who runs it?", "who runs it?"),
        ("sinon à quoi ça sert ?", "sinon à quoi ça sert ?"),
        ("sinon rien", "sinon rien"),
        ("rien à voir avec DataJust ?", "rien à voir avec DataJust ?"),
        ("il faut un diplôme, sinon c'est non ?", "il faut un diplôme, sinon c'est non ?"),
        ("une autre promotion a-t-elle eu lieu ?", "une autre promotion a-t-elle eu lieu ?"),
    ],
)
def test_what_opens_another_subject_asks_nothing(text: str, asked: str) -> None:
    assert without_thanks(text) == asked


def test_the_case_that_is_asked_of_is_kept() -> None:
    text = "En cas d'arrêt maladie, l'EIG garde-t-il son salaire ?"
    assert only_asked(text) == text


def test_brackets_of_who_writes_ask_nothing() -> None:
    asked = " Que sont devenus les projets de ma promo ?"
    assert without_aside(f"je suis ancien EIG (SMASH).{asked}") == f"je suis ancien EIG.{asked}"
    for kept in ("Qui a fait SMASH (promotion 5) ?", "Le défi (SMASH) est fini. Qui l'a fait ?"):
        assert without_aside(kept) == kept


def test_only_what_is_asked_is_kept_with_all_of_its_parts() -> None:
    told = "data engineer, en CDI chez une ESN. Questions : "
    asked = "faut-il démissionner, le télétravail est il possible, et quels lieux ?"
    assert only_asked(told + asked) == asked
    wish = "Je voudrais savoir quel est le salaire, et si je peux rester à Lyon"
    assert only_asked(f"Ancien militaire, père de deux enfants. {wish}.") == wish


def test_a_mark_alone_ends_what_is_asked_before_it() -> None:
    text = "Ils restent après, les gens de la promo 3 ?"
    assert only_asked(text) == text


def test_a_wish_to_be_told_is_a_question_before_what_its_author_tells() -> None:
    text = "quelqu'un peut me dire si on peut travailler à mi-temps, j'ai un bébé de 6 mois"
    assert without_introduction(text) == ["quelqu'un peut me dire si on peut travailler à mi-temps"]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("mon frère est sourd il peut postuler", False),
        ("ma fille est au chômage elle a droit au programme", False),
        ("my son is a nurse he could join", False),
        ("mon fils a mal au ventre on l'emmène à l'hôpital ou non", False),
        ("mon frère est sourd", True),
        ("bonjour, je m'appelle Karim et j'habite à Lyon", True),
    ],
)
def test_who_may_do_something_is_asked_without_a_mark(text: str, only: bool) -> None:
    assert only_introduces(text) is only


def test_what_may_be_a_problem_is_asked() -> None:
    assert wants_something("jai un casier sa pose pb")
    assert not wants_something("je pose mon dossier ici")


def test_who_signs_asks_nothing() -> None:
    text = "Je suis juriste. Combien gagne un EIG ? Merci beaucoup, Paul"
    assert without_introduction(text)[0] == "Combien gagne un EIG ?"
