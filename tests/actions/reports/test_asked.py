"""A list, a comparison or advice is heard in the many ways people ask for it, and not elsewhere."""

from __future__ import annotations

import pytest

from actions.reports.asked import (
    asks_advice,
    asks_comparison,
    asks_for_the_page,
    asks_list,
    asks_of_all,
    asks_overall,
    asks_to_explain,
    asks_what_for,
    asks_who_was_audited,
    bodies_asked,
    compares_the_last,
    compares_with_the_last,
    goes_on_comparing,
    ranks_all,
)


@pytest.mark.parametrize(
    "text",
    [
        "Quels rapports avez-vous sur les hôpitaux ?",
        "Combien de rapports concernent la Brume ?",
        "Listez-moi les rapports de 2016",
        "liste des référés",
        "Quelles communes ont été contrôlées en 2016 ?",
        "Avez-vous d'autres rapports ?",
        "tous les rapports sur les ports",
        "Which reports do you have?",
        "How many reports are there on museums?",
        "list the reports on hospitals",
        "Which hospitals were audited?",
        "qui a été contrôlé dans la Brume",
        "organismes contrôlés en Brume",
        "y a-t-il des rapports sur les ports",
        "les rapports de décembre 2016",
        "liste des hôpitaux contrôlés",
        "qu'est-ce que vous avez sur le Finistère",
        "donnez moi tt ce que vous avé sur le jura",
        "liste des controles sur l'ile de Brume",
        "quels aéroports avez vous ?",
        "which hospitals do you have?",
        "étudiante, je cherche des rapports sur les ports",
        "mémoire sur l'eau : rapports sur les ports ?",
        "je parle des rapports de la cour des comptes sur la santé",
        "la liste complète svp",
        "avez-vous un rapport sur un SDIS ?",
        "sur quelles chambres de commerce et d'industrie avez-vous un rapport ?",
        "quels contrôles ont porté sur l'île de Brume ?",
        "le rapport le plus récent",
        "comparez les référés et les communications : combien de chaque",
    ],
)
def test_a_list_is_asked_for(text: str) -> None:
    assert asks_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "Que dit le rapport sur Montclair ?",
        "Pourquoi la dette a-t-elle bondi ?",
        "Combien d'agents travaillent au port ?",
        "Que reprochent ces rapports au syndicat ?",
        "Combien d'élèves étaient en liste d'attente en 2014 ?",
        "Combien d'électeurs sur les listes électorales ?",
        "avez-vous un rapport sur Montclair ?",
        "quels chiffres avez-vous sur Montclair ?",
        "quels ministères avez-vous ?",
        "la commune a tout misé sur le port",
        "What does the report say about the canteen?",
        "quels contrôles la commune exerce-t-elle sur l'association ?",
        "avez-vous un rapport sur une commune près de Montclair ?",
    ],
)
def test_a_question_on_what_is_said_is_no_list(text: str) -> None:
    assert not asks_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "Que recommande la chambre ?",
        "Quelles recommandations pour le port ?",
        "Que préconise la Cour ?",
        "Que doit faire la commune ?",
        "Que faut-il améliorer ?",
        "Comment corriger ces irrégularités ?",
        "Quels rappels au droit ?",
        "Quelles mesures la Cour propose-t-elle ?",
        "les conseils de la chambre",
        "What does the court advise?",
        "What improvements are suggested?",
        "What does it recommend?",
        "What did the auditors tell the town to do?",
        "Les auditeurs veulent que le département crée quoi ?",
        "on lui demande de changer quoi ?",
        "elle voudrait quoi, la Cour",
        "ils veulent qu'on arrête quoi",
        "what would the auditors do instead?",
        "what do they want done?",
    ],
)
def test_advice_is_asked_for(text: str) -> None:
    assert asks_advice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Combien coûte la cantine ?",
        "Pourquoi le casino rapporte-t-il moins ?",
        "How much is the debt?",
        "ça veut dire quoi ?",
        "que veut dire PTZ ?",
    ],
)
def test_a_question_of_fact_asks_for_no_advice(text: str) -> None:
    assert not asks_advice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Comparez Montclair et Valbrune",
        "Quelle différence entre Montclair et Valbrune ?",
        "Montclair vs Valbrune",
        "Compare Montclair and Valbrune",
    ],
)
def test_a_comparison_is_asked_for_in_words(text: str) -> None:
    assert asks_comparison(text, bodies=0)


@pytest.mark.parametrize(
    "text",
    [
        "Montclair est-elle plus endettée que Valbrune ?",
        "Qui dépense le plus, Montclair ou Valbrune ?",
        "Is Montclair more indebted than Valbrune?",
    ],
)
def test_a_comparative_compares_two_bodies_only(text: str) -> None:
    assert asks_comparison(text, bodies=2)
    assert not asks_comparison(text, bodies=1)


def test_two_bodies_named_are_not_compared_unasked() -> None:
    assert not asks_comparison("Que dit-on de Montclair et de Valbrune ?", bodies=2)


@pytest.mark.parametrize(
    ("text", "explains"),
    [("Pourquoi jette-t-on le pain ?", True), ("how was it paid", True), ("que doit faire la ville", False)],
)
def test_why_and_how_are_no_questions_for_advice(text: str, explains: bool) -> None:
    assert asks_to_explain(text) is explains


@pytest.mark.parametrize(
    "text",
    ["il devrait faire quoi pour les dettes", "koi qu'il faut changé", "la liste des truc a coriger",
     "Qu'attend-on de la ville pour ses emprunts ?", "elle leur dit de faire quoi la chambre"],
)  # fmt: skip
def test_advice_is_asked_for_in_many_words(text: str) -> None:
    assert asks_advice(text)


def test_waiting_is_no_advice() -> None:
    assert not asks_advice("Combien de temps attend-on de voir un médecin ?")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("et quelle page ?", True), ("c'est à quelle page", True), ("kel page", True),
        ("ok et la page ?", True), ("c'est page combien", True), ("la page d'accueil ?", False),
        ("quelle page web ?", False),
    ],
)  # fmt: skip
def test_only_the_page_is_asked_for(text: str, only: bool) -> None:
    assert asks_for_the_page(text) is only


def test_who_was_audited_is_asked_without_a_word_for_reports() -> None:
    assert asks_who_was_audited("quelles communes de la Brume ont été contrôlées ?")
    assert asks_who_was_audited("Which hospitals were audited?")
    assert not asks_who_was_audited("Quels projets ont été examinés par le jury ?")


@pytest.mark.parametrize(
    "text",
    [
        "tu peux résumer le rapport en 3 lignes",
        "quel est le problème principal ?",
        "la commune est en difficulté ?",
        "qu'est-ce qui est reproché au maire ?",
        "il paraît que le port est épinglé",
        "y a-t-il des faits graves ?",
        "les irrégularités",
        "what are the main findings?",
        "can you summarise it?",
    ],
)
def test_the_summary_is_asked_for(text: str) -> None:
    assert asks_overall(text)


def test_what_is_said_is_no_question_for_the_summary() -> None:
    assert not asks_overall("Pourquoi la dette a-t-elle bondi ?")


def test_what_a_body_is_blamed_for() -> None:
    assert asks_what_for("et pour quoi exactement ?")
    assert not asks_what_for("pourquoi la dette a-t-elle bondi ?")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Quelles communes sont les plus endettées ?", "communes"),
        ("quelles communes ont une durée du travail inférieure à 1607 heures", "communes"),
        ("Which towns have the highest debt?", "towns"),
        ("Quels hôpitaux dépassent leur budget ?", "hopitaux"),
        ("Quelle est l'agglomération la plus endettée ?", "agglomerations"),
        ("qui est la commune la moins chère", "communes"),
        ("Which city has the highest debt?", "cities"),
        ("Quelle commune est contrôlée ?", ""),
        ("Quelles communes composent le syndicat ?", ""),
        ("Quelles communes ont été contrôlées en 2016 ?", ""),
        ("Montclair est-elle plus endettée que Valbrune ?", ""),
    ],
)
def test_all_bodies_are_to_be_compared_on_a_value(text: str, bodies: str) -> None:
    assert asks_of_all(text) is bool(bodies)
    assert bodies_asked(text) == bodies


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("ya koi comme lycée agricole contrôlé", True),
        ("la liste des CHU qu'il y a dans les rapports", True),
        ("donne-moi 3 rapports sur des théâtres", True),
        ("koi sur Valbrune et son domaine de ski", True),
        ("la liste des ministères dans la base", False),
        ("donne-moi les chiffres du rapport", False),
    ],
)
def test_bodies_of_a_kind_and_so_many_reports_are_lists(text: str, listed: bool) -> None:
    assert asks_list(text) == listed


def test_two_bodies_named_are_ranked_side_by_side() -> None:
    assert asks_comparison("Valbrune et Montclair, laquelle est la plus endettée ?", 2)
    assert not asks_comparison("la commune la plus endettée", 1)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("et par rapport à Louviers ?", True),
        ("et comparé à Louviers, la dette ?", True),
        ("face à la ville d'à côté ?", True),
        ("la différence entre les recettes et les dépenses à Louviers ?", False),
        ("le rapport sur Louviers", False),
    ],
)
def test_another_body_is_put_beside_the_one_spoken_of(text: str, another: bool) -> None:
    assert compares_with_the_last(text) is another


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("lequel a le plus gros budget", True),
        ("et laquelle dépense le plus ?", True),
        ("laquelle est la plus urgente ?", False),
        ("quel est le plus gros poste ?", False),
    ],
)
def test_the_last_bodies_are_ranked_in_a_few_words(text: str, ranks: bool) -> None:
    assert compares_the_last(text) is ranks


def test_another_matter_goes_on_comparing() -> None:
    assert goes_on_comparing("et au niveau du personnel ?") and goes_on_comparing("et côté dette ?")
    assert not goes_on_comparing("et en 2013 ?")


def test_a_rank_among_our_reports_is_no_list_of_them() -> None:
    assert ranks_all("quelle commune est la plus endettée de vos rapports ?")
    assert not ranks_all("quels rapports portent sur la dette ?")
