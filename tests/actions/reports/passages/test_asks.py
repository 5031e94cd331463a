"""What kind of thing a question asks for chooses among sentences on the same matter."""

from __future__ import annotations

import pytest

from actions.reports.passages.asks import Asks
from actions.reports.passages.best_sentence import only_points
from knowledge.text import stems


def _given(text: str, sentence: str) -> float:
    return Asks.of(text).given(sentence, set(stems(sentence)))


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("quand le contrôle a-t-il été ouvert ?", "Il a été ouvert le 23 janvier 2015.", "Fait avant 2010."),
        ("quand le pont a-t-il fermé ?", "Il a fermé en 2013.", "Entre 2010 et 2014, il a vieilli."),
        ("depuis quand ?", "Il est géré depuis 2003.", "Il est géré par la ville, selon l’avis de 2003."),
        ("depuis quand ?", "Géré dès l’exercice 2012.", "Il y a eu des travaux réalisés en 2012."),
        ("depuis quand ?", "Géré depuis l’exercice 2012.", "Géré en 2012."),
        ("combien d'élèves ?", "De 282 élèves, il est passé à 234.", "Le taux était élevé, environ 90 %."),
        ("combien de délégations ?", "Elle en a concédé cinq délégations.", "La délégation date de 2008."),
        ("combien d'élèves ?", "Le nombre d’élèves est de 234.", "Le nombre d’élèves coûte 3 698 €."),
        (
            "combien de logements ?",
            "Le nombre de logements est de 735.",
            "12 personnes y ont un logement.",
        ),
        ("c'est combien de l'heure ?", "Elle est de 190 € HT de l’heure.", "Elles ont coûté 416 121 €."),
        ("la durée du contrat", "Il est d’une durée de 15 ans.", "La durée du contrat vaut 10,8 M€."),
        ("pendant combien de temps ?", "Il a duré 15 ans.", "Le temps a manqué."),
        ("quelle est la dette ?", "Elle atteint 12 M€ fin 2014.", "Elle a augmenté de 1 125 000 €."),
        ("combien ont coûté les remises ?", "Elles s’élèvent à 35 M€.", "Elles auraient dû être de 29 M€."),
        ("la dette par habitant ?", "Elle est de 479 € par habitant.", "La dette est passée de 3 à 2 M€."),
        ("quels sont les actionnaires ?", "Le capital est détenu à 51 % par la CCI.", "Le comité siège."),
        ("pr koi ça marche pas", "Les titres manquent, du fait des fichiers.", "Il en résulte un déficit."),
    ],
)
def test_a_sentence_that_gives_the_kind_asked_counts_more(text: str, better: str, worse: str) -> None:
    assert _given(text, better) > _given(text, worse)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("en quelle année a-t-il fermé ?", "Il a fermé en 2013."),
        ("combien les travaux auraient dû coûter", "Elles auraient dû être de 29 M€."),
        ("combien d'heures par an ?", "La durée effective s’établit à 1 525 heures."),
    ],
)
def test_what_is_asked_for_so_is_given_in_full(text: str, sentence: str) -> None:
    assert _given(text, sentence) == 1.0


@pytest.mark.parametrize(
    ("sentence", "pointless"),
    [
        ("Les absences se répartissent comme l’indique le tableau ci-après.", True),
        ("Le graphique suivant montre leur évolution.", True),
        ("Elles ont crû de 17 %, comme le montre le tableau ci-dessous.", False),
        ("Le tableau de bord est tenu.", False),
    ],
)
def test_a_sentence_that_only_points_to_a_table_answers_nothing(sentence: str, pointless: bool) -> None:
    assert only_points(sentence) is pointless
