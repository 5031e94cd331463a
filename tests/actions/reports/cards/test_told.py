"""Questions on a report known by its card: told are the lines that say it, or that none does."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards_told"))


def on_card(key: str, cards: Any) -> Focus:
    question = asked(f"Que dit la Cour sur {CARDS[key].title} ?", "report_search")
    answer = ask_reports(question, cards)
    assert {source.report for source in answer.sources} == {key}
    return next_focus(question, answer)


def told(text: str, key: str, cards: Any, intent: str = "report_search", lang: str = "fr") -> Answer:
    question = asked(text, intent, on_card(key, cards), lang)
    return told_by_cards(ask_reports(question, cards), question, cards.reports)


def lines(answer: Answer) -> list[str]:
    return [getattr(block, "text", "") for block in answer.blocks[1:]]


def test_what_went_wrong_is_told_where_the_matter_is_called_otherwise(cards: Any) -> None:
    question = asked("SIRHEN, le fiasco du logiciel", "report_search")
    assert any("pilotage" in line for line in lines(ask_reports(question, cards)))


@pytest.mark.parametrize(
    ("key", "text", "figures"),
    [
        ("395050", "combien de ménages attendent ?", ["60 000"]),
        ("390077", "et de points de contact ?", ["17 075"]),
        ("395047", "combien au départ et à la fin ?", ["60 millions", "320 millions"]),
        ("389794", "combien de logements de fonction avant ?", ["1 140"]),
        ("392975", "quels crédits en 2012 ?", ["535,8"]),
        ("388284", "combien ça coûte par jeune ?", ["142 euros"]),
        ("389063", "combien gagne un docteur ?", ["2 280"]),
        ("389464", "quel délai moyen pour une extraction ?", ["18 mois"]),
        ("392806", "le kérosène pas taxé, ça fait perdre combien ?", ["3,5 milliards"]),
        ("389120", "combien les labos ont offert aux médecins ?", ["183,7 millions"]),
    ],
)
def test_a_figure_asked_is_told_alone(cards: Any, key: str, text: str, figures: list[str]) -> None:
    answer = told(text, key, cards, "report_figure")
    assert answer.status == "answered"
    assert all(any(figure in line for line in lines(answer)) for figure in figures)
    assert len(lines(answer)) <= 3
    assert CARDS[key].summary_fr not in answer.text


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("389901", "c'est quoi Copernicus ?", "programme européen d’observation de la Terre"),
        ("395047", "pourquoi ça a dérapé ?", "complexité sous-estimée"),
        ("394691", "qui gère le fonds ?", "Caisse des dépôts"),
        ("389464", "qui gère le SNIIRAM ?", "par la CNAMTS"),
        ("389464", "depuis quand il existe ?", "1998"),
        ("392964", "c'est où ?", "fort d’Ivry"),
        ("392964", "les films sont numérisés ?", "déjà numérisés"),
        ("392806", "l'État a-t-il une stratégie ?", "sans stratégie d’ensemble"),
        ("389290", "la Cour veut supprimer l'agence ?", "Agence des espaces verts"),
    ],
)
def test_a_question_in_words_is_told_the_sentences_that_say_it(
    cards: Any, key: str, text: str, said: str
) -> None:
    answer = told(text, key, cards)
    assert answer.status == "answered"
    assert said in answer.text
    assert CARDS[key].summary_fr not in answer.text and len(answer.text) < 900


@pytest.mark.parametrize(
    ("key", "text", "intent"),
    [
        ("392975", "combien d'élèves ?", "report_figure"),
        ("388634", "qui est le prestataire ?", "report_search"),
        ("388284", "et le service national universel ?", "report_search"),
        ("389957", "combien de salariés ?", "report_figure"),
        ("393081", "et pour les fonctionnaires ?", "report_search"),
        ("393494", "combien de votants ?", "report_figure"),
        ("390077", "combien de facteurs ?", "report_figure"),
        ("395052", "combien gagne un remplaçant ?", "report_figure"),
        ("392847", "laquelle coûte le plus cher ?", "report_search"),
    ],
)
def test_what_a_card_does_not_say_is_not_answered(cards: Any, key: str, text: str, intent: str) -> None:
    answer = told(text, key, cards, intent)
    assert answer.status == "not_found"
    assert answer.text.startswith("La fiche que j'ai de ce rapport ne le dit pas")
    assert answer.quick_replies and answer.links
    assert len(answer.blocks) <= 2


def test_what_the_court_asks_for_answers_what_it_wants(cards: Any) -> None:
    answer = told("la Cour veut supprimer la journée ?", "388284", cards)
    assert answer.status == "answered"
    assert "recommande de la centrer davantage sur la défense" in answer.text


def test_a_line_that_comes_near_is_shown_with_the_refusal(cards: Any) -> None:
    answer = told("combien de logements en zone tendue ?", "390122", cards, "report_figure")
    assert answer.status == "not_found"
    assert "3 324 logements" in answer.text or len(answer.blocks) == 1


def test_recommendations_on_a_matter_are_told_alone(cards: Any) -> None:
    answer = told("que recommande la Cour sur les notaires ?", "395340", cards, "report_recommendations")
    assert "Télé@ctes" in answer.text and "n° 3" not in answer.text


def test_a_report_without_recommendation_says_so(cards: Any) -> None:
    answer = told("quelles recommandations ?", "388355", cards, "report_recommendations")
    assert "ne contient pas de recommandation" in answer.text and len(answer.text) < 400


def test_single_sentences_are_told_in_english_to_readers_of_english(cards: Any) -> None:
    answer = told("why did the cost increase?", "395047", cards, lang="en")
    assert "underestimated complexity" in answer.text and "sous-estimée" not in answer.text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("395052", "que dit la Cour sur le remplacement des profs absents ?"),
        ("392799", "la cour des comptes a fait un rapport sur les tutelles ?"),
        ("389290", "espaces verts, l'agence AEV que dit la cour"),
        ("395038", "non, l'UNAF, union nationale des associations familiales"),
        ("393482", "non, concours financiers de l'État aux communes"),
        ("388355", "et ils pensent quoi du projet Châteaudun ?"),
        ("390077", "Mon bureau va fermer. Que dit la Cour sur le réseau de La Poste ?"),
        ("395047", "je parle de SIRHEN, rapport de la Cour des comptes de décembre 2016"),
    ],
)
def test_the_matter_of_a_report_is_told_its_summary(cards: Any, key: str, text: str) -> None:
    answer = told(text, key, cards)
    assert answer.status == "answered"
    assert CARDS[key].summary_fr in " ".join(lines(answer))


def test_whether_there_is_a_report_is_told_first(cards: Any) -> None:
    answer = told("y a-t-il un rapport sur les docteurs ?", "389063", cards, "report_find")
    assert answer.text.startswith("Un rapport porte sur ce sujet : L'insertion professionnelle")
    assert "5 janvier 2016" in answer.text


@pytest.mark.parametrize("text", ["la cour leur reproche quoi au juste ?", "l'UNAF est critiquée ?"])
def test_what_is_criticised_is_told_of_the_summary(cards: Any, text: str) -> None:
    assert "ne joue pas son rôle de tête de réseau" in told(text, "395038", cards).text


@pytest.mark.parametrize(
    ("key", "text", "said", "unsaid"),
    [
        ("390077", "je m'en fiche des chiffres, faut-il fermer des bureaux ?", "peu actifs", "9 574"),
        ("390077", "et en milieu rural ça devient quoi ?", "à la campagne", "992"),
        ("390122", "c'est quoi l'ALPAF ?", "Association pour le logement du personnel", "4,61"),
        ("393081", "mon indemnité est imposable ?", "l’indemnité serait imposée", "Le référé porte sur"),
        ("389901", "que dit la Cour de Copernicus ?", "Galileo", "ne numérote aucune"),
    ],
)
def test_words_are_told_by_words(cards: Any, key: str, text: str, said: str, unsaid: str) -> None:
    answer = told(text, key, cards)
    assert said in answer.text and unsaid not in answer.text


@pytest.mark.parametrize(
    ("key", "text", "figure"),
    [
        ("389901", "combien paye la France jusqu'en 2020 ?", "1,5 milliard"),
        ("393494", "le vote, coût total ?", "34,3 millions"),
        ("395038", "combien de subventions touche l'union ?", "28,4 millions"),
        ("392847", "dépenses défavorables, combien en 2015 ?", "6 899 millions"),
        ("388634", "combien a coûté la PNIJ ?", "plus de 100 millions"),
        ("388634", "combien d'économies perdues par année de retard ?", "65 millions"),
        ("389957", "combien d'indemnités de congés non versées ?", "200 millions"),
        ("389290", "combien d'hectares possède la région ?", "13 934"),
        ("394171", "combien de ménages sont propriétaires ?", "57 %"),
    ],
)
def test_the_figure_asked_comes_first(cards: Any, key: str, text: str, figure: str) -> None:
    assert figure in lines(told(text, key, cards, "report_figure"))[0]


def test_several_things_asked_are_answered_one_by_one(cards: Any) -> None:
    answer = told("combien ça coûte en tout ? et combien de personnes sous tutelle ?", "392799", cards)
    assert "780 millions" in answer.text and "700 000 personnes" in answer.text


def test_number_of_all_does_not_answer_for_some(cards: Any) -> None:
    answer = told("combien de passagers perdus ?", "392806", cards, "report_figure")
    assert answer.status == "not_found"


def test_figures_asked_by_name_are_all_told_where_none_is_on_the_example(cards: Any) -> None:
    answer = told("quels chiffres, par exemple sur les hélicoptères ?", "389120", cards)
    assert "183,7 millions" in answer.text and "727 086" in answer.text


def test_what_the_court_would_propose_is_told_of_the_one_report(cards: Any) -> None:
    text = "ministère des outre-mer, est-ce que la Cour propose de le fusionner avec l'intérieur ?"
    answer = told(text, "396018", cards)
    assert "La fiche ne le dit pas en ces termes" in answer.text
    assert {source.report for source in answer.sources} == {"396018"}


def test_kind_of_document_is_told(cards: Any) -> None:
    answer = told("c'est un référé ou une communication au Parlement ?", "389120", cards)
    assert answer.text.startswith("Type du document : communication au Parlement")


def test_at_whose_request_is_told_where_the_card_says_it(cards: Any) -> None:
    answer = told("demandé par quelle commission ?", "389120", cards)
    assert "À la demande du Sénat (commission des affaires sociales)" in answer.text
    assert told("demandé par qui ?", "395050", cards).status == "not_found"


def test_addressee_that_a_card_does_not_name_is_said_of_the_card(cards: Any) -> None:
    answer = told("qui est le destinataire ?", "394691", cards)
    assert answer.text.startswith("La fiche que j'ai de ce rapport ne le dit pas")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("395050", "qu'a dit la Cour sur le DALO ?"),
        ("389901", "quid de Copernicus ?"),
        ("388634", "la Cour est-elle favorable à la PNIJ ?"),
        ("394171", "résumé des aides à l'accession à la propriété"),
    ],
)
def test_what_is_said_of_the_whole_is_the_summary_alone(cards: Any, key: str, text: str) -> None:
    answer = told(text, key, cards)
    assert CARDS[key].summary_fr in answer.text
    assert all(figure.text_fr not in answer.text for figure in CARDS[key].figures)


def test_an_amount_is_that_of_the_part_asked_about_before(cards: Any) -> None:
    first = asked("le prêt à taux zéro, qu'en dit la Cour ?", "report_search", on_card("394171", cards))
    focus = next_focus(first, ask_reports(first, cards))
    question = asked("combien ça coûte par an", "report_figure", focus)
    answer = told_by_cards(ask_reports(question, cards), question, cards.reports)
    assert "1,09 milliard" in answer.text and "869 millions" not in answer.text


@pytest.mark.parametrize(("key", "text"), [("388634", "Thales ?"), ("392064", "d'où vient son argent ?")])
def test_neither_a_body_nor_a_matter_that_no_line_tells_gets_another(cards: Any, key: str, text: str) -> None:
    assert told(text, key, cards).status == "not_found"


def test_an_amount_estimated_by_the_cour_is_not_one_shared_out(cards: Any) -> None:
    answer = told("combien par gamin ?", "388284", cards, "report_figure")
    assert "142 euros" in answer.text and "118 millions" not in answer.text
