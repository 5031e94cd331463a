"""Wishes that no fact of the base meets."""

from __future__ import annotations

import pytest

from actions.conversation.wishes import (
    asks_for_an_address,
    asks_for_the_link,
    asks_what_is_kept,
    is_not_for_us,
    only_takes_leave,
    only_thanks,
    says_it_was_not_answered,
    says_it_was_unclear,
    says_nothing,
    wants_a_person,
    without_complaint,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vous gardez mes messages ?", True),
        ("est-ce que vous conservez ma question", True),
        ("mon message est-il enregistré ?", True),
        ("vous gardez mon dossier de candidature ?", False),
        ("j'exige que vous supprimiez toutes mes données", False),
        ("I want you to delete my data", False),
    ],
)
def test_what_the_assistant_keeps_is_another_matter_than_a_wish_to_be_erased(
    text: str, expected: bool
) -> None:
    assert asks_what_is_kept(text) is expected


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("????? !", True),
        ("xxxxxxxx aaaa", True),
        ("a" * 2000, True),
        ("a" * 1999 + "b", False),
        ("aaa", False),
    ],
)
def test_a_message_of_one_letter_ends_however_long_it_is(text: str, nothing: bool) -> None:
    assert says_nothing(text) is nothing


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("vous n'avez pas répondu : quel est le salaire ?", "quel est le salaire ?"),
        ("C'est pas ma question, je veux savoir qui recrute.", "je veux savoir qui recrute."),
        ("You didn't answer. Who runs the programme?", "Who runs the programme?"),
        ("bah non, vous n'avez pas répondu, oui ou non ?", "bah non, vous n'avez pas répondu, oui ou non ?"),
        ("tu réponds pas à ma question", "tu réponds pas à ma question"),
        ("quel est le salaire, s'il vous plaît ?", "quel est le salaire, s'il vous plaît ?"),
    ],
)
def test_a_question_that_goes_with_a_complaint_is_what_is_asked(text: str, asked: str) -> None:
    assert without_complaint(text) == asked


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.", True),
        ("Dans l'attente de vous lire, veuillez recevoir mes salutations.", True),
        ("Kind regards", True),
        ("Quelle est la dette de Dax ? Veuillez agréer mes salutations.", False),
        ("je vous prie de me dire la dette de Dax", False),
    ],
)
def test_the_end_of_a_letter_takes_leave(text: str, leaves: bool) -> None:
    assert only_takes_leave(text) is leaves


@pytest.mark.parametrize(
    ("text", "complains"),
    [
        ("Franchement vous répondez à côté, vous recopiez des bouts de rapport", True),
        ("tu réponds à côté", True),
        ("hors sujet", True),
        ("ça n'a aucun rapport", True),
        ("non mais ça n'a rien à voir", True),
        ("je vous parle pas de ça", True),
        ("I was not asking about that", True),
        ("le maire n'a aucun rapport avec la société", False),
        ("la commune à côté de Dax", False),
        ("la ville a-t-elle répondu à la chambre ?", False),
    ],
)
def test_an_answer_beside_the_question_is_complained_of(text: str, complains: bool) -> None:
    assert says_it_was_not_answered(text) is complains


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("JE N AI PAS COMPRIS", True),
        ("désolé je comprends pas", True),
        ("I don't understand", True),
        ("je n'ai pas compris le taux de la taxe", False),
        ("pourquoi le maire n'a pas compris ?", False),
    ],
)
def test_what_was_not_understood_is_no_denial(text: str, unclear: bool) -> None:
    assert says_it_was_unclear(text) is unclear


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("où puis-je en lire plus ?", True),
        ("où en savoir plus ?", True),
        ("where can I read more about it?", True),
        ("where can I find out more?", True),
        ("le lien stp", True),
        ("où puis-je lire le règlement ?", False),
        ("où puis-je en savoir plus sur le programme ?", False),
        ("where can I find the code?", False),
    ],
)
def test_the_links_of_the_last_answer_are_asked_for(text: str, asks: bool) -> None:
    assert asks_for_the_link(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("votre mail ?", True),
        ("à qui j'écris ?", True),
        ("where can I write?", True),
        ("une adresse pour parler à quelqu'un", False),
        ("où acheter un téléphone ?", False),
        ("un numéro de téléphone où vous joindre", True),
        ("mon colis n'arrive pas, qui appeler ?", False),
        ("quelqu'un que je puisse appeler ?", True),
        ("parler de vive voix à une personne", True),
        ("could I call someone?", True),
        ("quelqu'un peut-il m'appeler ?", False),
        ("combien de défis ?", False),
    ],
)
def test_an_address_is_a_fact_where_someone_to_speak_to_is_a_wish(text: str, asks: bool) -> None:
    assert asks_for_an_address(text) is asks


def test_a_person_to_telephone_is_no_wish_for_this_talk() -> None:
    assert wants_a_person("je veux parler à quelqu'un")
    assert not wants_a_person("je veux parler à quelqu'un au téléphone")
    assert not wants_a_person("je voudrais appeler une personne")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mais vous venez de me parler d'une grande salle, c'est ça l'arena !", "une grande salle"),
        ("you just mentioned the swimming pool!", "the swimming pool"),
        (
            "vous venez de me répéter la même chose. je veux savoir ce qui ne va pas",
            "je veux savoir ce qui ne va pas",
        ),
        (
            "vous venez de parler de la dette, et le personnel ?",
            "vous venez de parler de la dette, et le personnel ?",
        ),
    ],
)
def test_what_was_just_spoken_of_is_asked_again(text: str, asked: str) -> None:
    assert without_complaint(text) == asked


@pytest.mark.parametrize("text", ["c'est la même chose à Dieppe ?", "les travaux se répètent chaque année"])
def test_a_question_on_the_same_is_no_complaint(text: str) -> None:
    assert not says_it_was_not_answered(text)


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("ok tant pis merci", True),
        ("merci quand même", True),
        ("ok merci bcp", True),
        ("bon dommage, merci bien", True),
        ("thanks anyway", True),
        ("merci pour rien", False),
        ("merci, et les salaires ?", False),
    ],
)
def test_thanks_after_a_disappointment(text: str, thanks: bool) -> None:
    assert only_thanks(text) is thanks


def test_assent_is_no_part_of_the_question() -> None:
    assert without_complaint("d'accord, et c'est où ?") == "et c'est où ?"
    assert without_complaint("d'accord") == "d'accord"
    assert without_complaint("c'est-à-dire, c'est prévu ?") == "c'est prévu ?"
    assert without_complaint("I mean: what about the pay?") == "what about the pay?"
    assert without_complaint("c'est-à-dire ?") == "c'est-à-dire ?"
    assert without_complaint("je veux dire que c'est long") == "je veux dire que c'est long"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fais-moi un poème", True),
        ("auriez-vous la gentillesse de corriger mon courrier ?", True),
        ("je peux corriger mon dossier après l'envoi ?", False),
        ("écris moi une lettre de motivation", True),
        ("traduis-moi ce contrat", True),
        ("fais moi la liste des défis à Lyon", False),
        ("fais-moi un petit résumé du défi Basegun", False),
        ("faites-moi un point sur les conditions", False),
    ],
)
def test_a_list_or_a_summary_of_what_is_known_is_no_text_to_be_written(text: str, expected: bool) -> None:
    assert is_not_for_us(text) is expected
