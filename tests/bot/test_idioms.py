"""Figures of speech."""

from __future__ import annotations

import pytest

from bot.idioms import plainly, without_idioms


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("de l'argent jeté par les fenêtres, ça coûte combien ?", "de l'argent gaspillé, ça coûte combien ?"),
        ("c'est pas la mer à boire le dossier ?", "c'est pas difficile le dossier ?"),
        ("ça mange pas de pain de postuler", "ça ne coûte rien de postuler"),
        ("le projet est tombé à l'eau", "le projet a échoué"),
        ("vous avez 5 minutes, c'est quoi un EIG ?", "c'est quoi un EIG ?"),
        ("does it cost an arm and a leg?", "does it cost a lot?"),
        ("comment remettre sur les rails le logiciel ?", "comment redresser le logiciel ?"),
        ("le tram remis sur ses rails", "le tram remis sur ses rails"),
        ("quels projets sur la mer ?", "quels projets sur la mer ?"),
        ("le remplacement des fenêtres de l'école", "le remplacement des fenêtres de l'école"),
        ("fais-moi le total des défis", "combien de défis"),
        ("faites-moi le compte : personnes recrutées", "combien de personnes recrutées"),
        ("fais-moi le total", "fais-moi le total"),
        ("qui pour twincity ?", "qui a travaillé sur twincity ?"),
        ("qui pour diriger ?", "qui pour diriger ?"),
        ("non 2008 pardon", "et en 2008"),
        ("pardon, pas 2010, 2012", "et en 2012"),
        ("non 2008 c'était la crise", "non 2008 c'était la crise"),
        ("ah oui pardon castelnau le lez", "castelnau le lez"),
        ("je suis de Liège et ma fille vit à Rennes, la dette ?", "ma fille vit à Rennes, la dette ?"),
        ("les conflits d'intérêts, rapport ?", "un rapport sur les conflits d'intérêts ?"),
        ("c'est quoi ce rapport ?", "c'est quoi ce rapport ?"),
        ("pis le visa ?", "et le visa ?"),
        ("c'était pareil pour les devs ?", "c'était pareil pour les développeurs ?"),
        ("et avant, genre promo 2", "et avant, promo 2"),
        ("quels projet chez nous ?", "quels projets chez nous ?"),
        ("un dev de 22 ans en L3 peut-il venir ?", "un dev en L3 peut-il venir ?"),
        ("j'ai 22 ans en mars, c'est trop jeune ?", "j'ai 22 ans en mars, c'est trop jeune ?"),
        ("je bosse à l'Anssi, je peux venir ?", "je bosse à l'Anssi, je peux candidater ?"),
        ("élu local ici, on peut candidater ?", "une collectivité, on peut candidater ?"),
        ("did we miss the train?", "is it too late to apply?"),
        ("elle peut tenter sa chance ?", "elle peut candidater ?"),
        ("cmb de chances que vous me preniez", "quelles sont mes chances que vous me preniez"),
        ("le garder une fois la mission finie", "le garder après la mission"),
        ("est-ce bloquant pour déposer un projet ?", "peut-on déposer un projet ?"),
        ("J'ai 19 ans. Est-ce rédhibitoire ?", "J'ai 19 ans, est-ce un obstacle ?"),
        ("ce tarif est haut. Est-ce un obstacle ?", "ce tarif est haut. Est-ce un obstacle ?"),
        ("le bureau de Rennes ouvre quand ?", "le bureau de la DINUM à Rennes ouvre quand ?"),
        ("le bureau de Rennes Métropole", "le bureau de Rennes Métropole"),
        ("j'étais EIG en promo 2, puis-je revenir ?", "ancien EIG, puis-je revenir ?"),
        ("ancien EIG de la promo 2, qui l'a suivi ?", "ancien EIG de la promo 2, qui l'a suivi ?"),
        (
            "dites-moi d'une part si on recrute, et d'autre part combien on gagne",
            "dites-moi si on recrute, et combien on gagne",
        ),
        ("l'EIG touche d'une part variable ?", "l'EIG touche d'une part variable ?"),
        ("jai vu passer le nom SMASH c koi", "SMASH c koi"),
        ("je vois passer le nom de SMASH, c'est quoi ?", "SMASH, c'est quoi ?"),
        ("j'ai vu un outil qui s'appelle SMASH, c'est quoi ?", "SMASH, c'est quoi ?"),
        ("j'ai vu le nom du mentor", "j'ai vu le nom du mentor"),
        ("vous avez 5 minutes ?", "vous avez 5 minutes ?"),
        ("le contrôle de l'eau et du pain", "le contrôle de l'eau et du pain"),
        ("en 2022, quelqu'un comme moi gagnait combien ?", "en 2022, un EIG gagnait combien ?"),
        ("quelqu'un comme moi peut candidater ?", "quelqu'un comme moi peut candidater ?"),
        ("ça se peut-tu d'appliquer au programme ?", "ça se peut-tu de postuler au programme ?"),
        ("comment appliquer ?", "comment postuler ?"),
        ("a-t-elle une recommandation à appliquer ?", "a-t-elle une recommandation à appliquer ?"),
        ("pourquoi l'appliquer ?", "pourquoi l'appliquer ?"),
        ("on était combien déjà ?", "on était combien ?"),
        ("et en 7 combien recrutés", "et en promotion 7 combien recrutés"),
        ("et en 2 mots ?", "et en 2 mots ?"),
        ("en promo 5 j'aurais eu combien ?", "en promo 5 j'aurais eu quel salaire ?"),
        ("j'aurais eu combien de candidats ?", "j'aurais eu combien de candidats ?"),
        ("la dette a t elle augmenté", "la dette a-t-elle augmenté"),
        ("le LinkedIn de l'équipe ?", "le compte LinkedIn ?"),
        ("je vois le sigle DINUM, ça veut dire quoi", "que veut dire DINUM ?"),
        ("le sigle DINUM est partout", "le sigle DINUM est partout"),
        ("projets écologie promo 5 6 7", "projets écologie promotions 5, 6 et 7"),
        ("promo 5 6, combien d'EIG ?", "promotions 5 et 6, combien d'EIG ?"),
        ("promo 5 6 mois de contrat", "promo 5 6 mois de contrat"),
        ("c'est grave docteur", "c'est grave"),
        ("et la dette virgule elle monte point d'interrogation", "et la dette , elle monte ?"),
        ("faut-il une virgule ou un point ?", "faut-il une virgule ou un point ?"),
        ("la ville ils s'en sortent ?", "la ville ça va ?"),
        ("elle s'en tire bien", "ça va"),
        ("les eaux s'en sortent mal l'hiver", "les eaux s'en sortent mal l'hiver"),
        ("tu connais la Villa Médicis ?", "la Villa Médicis ?"),
        ("tu connais quand ça ferme, et où ?", "tu connais quand ça ferme, et où ?"),
        ("mais vous vous trompez pas ?", "mais t'es sûr ?"),
        ("Est-elle riche ?", "elle est dans quelle situation financière ?"),
        (
            "Je prépare un article sur l'eau. Quels rapports en parlent ?",
            "quels rapports sur l'eau ?",
        ),
        ("J'écris un papier sur les lycées. Que pouvez-vous m'en dire ?", "quels rapports sur les lycées ?"),
        ("Il y a deux rapports non ? C'est lequel le plus récent ?", "C'est lequel le plus récent ?"),
        ("et mon GSM il est fourni ?", "mon téléphone portable est-il fourni ?"),
        ("le réseau GSM-R", "le réseau GSM-R"),
        ("SMASH en 2022, où en était-on ?", "SMASH en 2022, quel était l'état d'avancement ?"),
        ("je ne suis plus étudiant, puis-je candidater ?", "puis-je candidater ?"),
        ("je ne suis plus étudiant", "je ne suis plus étudiant"),
        ("on est à la combien là", "quelle est la dernière promotion"),
        (
            "que dit la Cour des comptes du programme EIG ?",
            "l'avis de la Cour des comptes sur le programme EIG ?",
        ),
        ("que dit la Cour des comptes du programme 352 ?", "que dit la Cour des comptes du programme 352 ?"),
        ("quel produit de la 7e est basé à Lille", "quel défi de la promotion 7 est basé à Lille"),
        ("et la dinum c'est qui", "la DINUM, c'est quoi"),
        ("faut-il un budget", "faut-il un budget pour accueillir un EIG"),
        ("faut-il un budget participatif", "faut-il un budget participatif"),
        ("et l'apprentissage ?", "et en contrat d'apprentissage ?"),
        ("et en province en général", "les défis en province"),
        ("quels EIG en province ?", "quels EIG en province ?"),
        ("une dame l'a pensé, son nom m'échappe", "une dame l'a pensé, qui est-ce"),
        ("j'habite Dieppe, ma ville est-elle endettée ?", "Dieppe est-elle endettée ?"),
        ("I live in Dieppe, is my town in debt?", "is Dieppe in debt?"),
        (
            "j'habite Dieppe, ma ville peut-elle candidater ?",
            "j'habite Dieppe, ma ville peut-elle candidater ?",
        ),
    ],
)
def test_a_figure_of_speech_is_told_plainly(said: str, meant: str) -> None:
    assert without_idioms(said) == meant


def test_a_complaint_goes_as_well() -> None:
    assert plainly("vous n'avez pas répondu : ça coûte les yeux de la tête ?") == "ça coûte cher ?"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("euh du coup le dossier   ferme quand ?  voilà", "le dossier ferme quand ?"),
        ("QUI SONT LES ben MENTORS svp", "QUI SONT LES MENTORS"),
        ("c'est ouvert ? genre", "c'est ouvert ?"),
        ("quel genre de profils ?", "quel genre de profils ?"),
        ("bonjour, c'est ouvert ?", "bonjour, c'est ouvert ?"),
        ("1) euh la paie\n2) le lieu", "1) la paie\n2) le lieu"),
        ("ben", "ben"),
    ],
)
def test_fillers_go_as_well(said: str, meant: str) -> None:
    assert plainly(said).strip() == meant
