"""Messages that ask several things."""

from __future__ import annotations

import pytest

from bot.segments import MOST, is_about_the_last, split_questions


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Combien d'EIG dans la promotion 3 ?", 1),
        ("Combien gagne un EIG ? Où travaille-t-il ?", 2),
        ("combien gagne un EIG et où travaille-t-il exactement ?", 2),
        ("les dig c koi au juste et ils etait combien", 2),
        ("DataJust c kel ministere et ct kelle promo", 2),
        ("où sont les bureaux et est ce que le télétravail est permis", 2),
        ("on dépose où le dossier et à qui on écrit si on bloque", 2),
        ("c'est ouvert en ce moment et on gagne combien ?", 2),
        ("planipref ct pr kel ministere et ca a marché ou pas", 2),
        ("combien de candidats en 2018, et jusqu'à quand pouvait-on postuler", 2),
        ("recens smart c'est pour quel organisme et la designer s'appelait comment", 2),
        ("Promo 4 : combien ont postulé, combien pris ?", 2),
        ("combien de défis dans la promotion 3 et qui finance ?", 2),
        ("Promo 3 : combien de défis proposés, combien gardés ?", 1),
        ("merci de m'indiquer les dates de l'appel ainsi que la rémunération prévue", 2),
        ("quels défis portent sur la santé et le sport ?", 1),
        ("qui verse le salaire, nous ou la DINUM ?", 1),
        ("je suis designer et je voudrais savoir combien vous payez", 1),
        ("Quels profils, quel salaire, quelle durée, comment candidater ?", 4),
        ("faut-il démissionner, le télétravail est il possible, et quels lieux ?", 3),
        ("je me demande si mon profil conviendrait, et quelle serait la rémunération", 2),
        ("merci de m'indiquer le nombre d'EIG de la promo 5, leur salaire et la date de début", 3),
        ("vous remboursez la carte Navigo, et à quelle hauteur ?", 1),
        ("Comment se passe la sélection, c'est quoi les étapes ?", 1),
        ("Comment se passe la sélection, c'est quoi les étapes ? et combien de temps ça prend", 2),
        ("Comment candidater, c'est quoi les critères ?", 2),
        ("le jury des projets s'est tenu quand pour la promo 5, et quand pour la 6 ?", 1),
        ("qui présidait le jury de la promo 5, et quand pour la 6 ?", 2),
        ("quel est le salaire et pour combien de temps ?", 2),
        ("le bootcamp ça se passe où ? combien de jours ?", 1),
        ("c'est payé comment ? tous les mois ?", 1),
        ("le salaire est de combien ? combien de jours de télétravail ?", 2),
        ("On m'a parlé d'un outil pour les ponts… et qui contacter ?", 2),
        ("c'est quoi SOS Ponts et à qui je peux écrire ?", 2),
        ("SIANCE : administration + ville", 2),
        ("localisation des bureaux + télétravail complet ou non", 2),
        ("promo 1 : nom de l'EIG + nom du mentor", 2),
        ("dites-moi où sont vos locaux et si on peut rester chez soi", 2),
        ("j'ai un bac + 3 en informatique, ça suffit ?", 1),
        ("le défi Administration + est porté par qui", 1),
        ("les promotions 2 et 3", 1),
        ("Défi SMASH : équipe, ville, mentors, suites ?", 4),
        ("l'évolution du nombre d'EIG et la durée de leur contrat ?", 2),
        ("différence promo 1 et promo 7 ?", 1),
        ("qui et quand ?", 1),
        ("les EIG ont des RTT ? combien par an", 1),
        ("il y a du bio ? quelle proportion", 1),
        ("il y a du bio ? quelle proportion de femmes dans la promotion 3", 2),
        ("???", 1),
        ("", 1),
        ("Qui ? Quoi ? Où ? Quand ? Comment ?", 1),
    ],
)
def test_split(text: str, number: int) -> None:
    parts = split_questions(text)
    assert len(parts) == number <= MOST
    assert number > 1 or parts == [text]


@pytest.mark.parametrize(
    ("part", "about"),
    [
        ("et elle coûte combien par mois ?", True),
        ("où travaille-t-il dans la promotion 3 ?", False),
        ("ça fait combien ?", True),
        ("a quel pourcentage", True),
        ("combien elle coûte ?", True),
        ("à quelle date ?", True),
        ("quel argent public y a été mis ?", True),
        ("combien y a été investi ?", True),
        ("il y a donné combien de mentors ?", False),
        ("il y a une mutuelle ?", False),
        ("il faut un diplôme ?", False),
        ("quelle est la date limite de candidature ?", False),
        ("quel pourcentage de femmes dans la promotion 3 ?", False),
    ],
)
def test_a_part_that_says_nothing_alone(part: str, about: bool) -> None:
    assert is_about_the_last(part) is about


def test_a_promotion_named_last_holds_for_all() -> None:
    parts = split_questions("quel est le salaire et où travaille-t-on dans la promotion 7 ?")
    assert len(parts) == 2
    assert all("promotion 7" in part for part in parts)


def test_each_its_own_promotion() -> None:
    first, second = split_questions("combien d'EIG en promotion 2 ? combien d'EIG en promotion 3 ?")
    assert "2" in first and "3" not in first and "3" in second


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Quels sont le salaire et la durée du contrat ?",
            ["Quels sont le salaire", "Quels sont la durée du contrat"],
        ),
        (
            "what is the location and the ministry of matchID?",
            ["what is the location of matchID", "what is the ministry of matchID"],
        ),
        (
            "Où travaillent les EIG et le télétravail est-il possible ?",
            ["Où travaillent les EIG", "le télétravail est-il possible ?"],
        ),
        ("quel est le ministère de la culture et de la communication ?", None),
        ("le salaire et les primes", None),
    ],
)
def test_nouns_side_by_side_are_asked_for_one_by_one(text: str, parts: list[str] | None) -> None:
    assert split_questions(text) == (parts or [text])


def test_two_things_to_count_are_counted_apart() -> None:
    assert split_questions("La première promotion, combien d'EIG et de défis ?") == [
        "La première promotion, combien d'EIG ?",
        "La première promotion, combien de défis ?",
    ]
    assert split_questions("combien de femmes et d'hommes ?") == ["combien de femmes et d'hommes ?"]


def test_a_promotion_at_the_head_holds_for_all() -> None:
    assert split_questions("promotion 6 : combien de défis, combien d'EIG et quelles dates ?") == [
        "promotion 6 : combien de défis",
        "combien d'EIG, promotion 6 ?",
        "quelles dates, promotion 6 ?",
    ]


def test_a_promotion_in_a_longer_head_is_of_its_own_part() -> None:
    parts = split_questions("revenons à la 3, quel jury l'a choisie, quelles dates pour les candidats ?")
    assert not parts[-1].endswith("revenons à la 3 ?")


def test_what_the_chamber_says_is_a_question_of_its_own() -> None:
    assert split_questions("Grimaud a combien d'agents et que recommande la chambre ?") == [
        "Grimaud a combien d'agents",
        "que recommande la chambre ?",
    ]


def test_what_is_asked_otherwise_is_asked_as_it_would_be_alone() -> None:
    assert split_questions("en 2026 vous recrutez ? sinon quand est la prochaine session") == [
        "en 2026 vous recrutez ?",
        "quand est la prochaine session",
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "How many cohorts so far, and how many people in the latest one?",
            "how many people in the latest promotion?",
        ),
        (
            "combien de promotions et combien de gens dans la dernière ?",
            "combien de gens dans la dernière promotion ?",
        ),
        ("où travaille-t-on et quelle est la dernière ?", "quelle est la dernière ?"),
    ],
)
def test_the_latest_of_the_promotions_is_one_of_them(text: str, second: str) -> None:
    assert split_questions(text)[1] == second


def test_what_is_its_own_is_asked_without_the_verb_of_the_first() -> None:
    """« indiquez-moi sa ville » is less clear of a challenge than « sa ville »."""
    assert split_questions("Indiquez-moi le ministère de SIANCE ainsi que sa ville.") == [
        "Indiquez-moi le ministère de SIANCE",
        "sa ville",
    ]
    assert split_questions("SIANCE : le ministère et sa ville")[1] == "SIANCE : sa ville"
