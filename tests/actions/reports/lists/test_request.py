"""Whether a message asks which reports there are, in the many ways people put it."""

from __future__ import annotations

import pytest

from actions.reports.lists.request import asks_for_reports


@pytest.mark.parametrize(
    "text",
    [
        "Énumérez les CCAS ayant fait l'objet d'un contrôle.",
        "Sur qui y a-t-il un rapport dans la Brume ?",
        "Brume, qui a été contrôlé ?",
        "charente hôpitaux rapport",
        "balance tous les raports brume",
        "qu'est-ce qui est sorti comme rapports sur la Brume ?",
        "la commune de Brume a eu plus d'un rapport ? citez-les",
        "les contrôles sur l'enseignement agricole, c'est lesquels ?",
        "Merci de me faire parvenir le relevé des rapports traitant du haut débit.",
        "je me demande quelles chambres de commerce on trouve dans votre base",
        "quelles sont les communications que la Cour des comptes a faites au Parlement ?",
        "Can you list the chambers of commerce that have been audited?",
        "les mairie de Brume qui on été controlé",
        "Fais-moi l'inventaire des rapports sur la Brume",
        "On m'a dit que vous aviez des rapports sur la Brume, c'est lesquels ?",
        "rapports existants sur la Brume",
        "existe-t-il un autre rapport sur eux ?",
        "quels chu on u un raport",
        "la commune de brume elle a plusieur raport ? cé lesquel",
        "les syndicats de traitement des déchets, lesquels ?",
        "aéroports, vous en avez combien et lesquels ?",
        "toutes les communautés de communes de Brume",
        "et des lycées vous en avez ?",
        "tu as des rapports sur des stations de ski ?",
        "do you have any report on museums?",
    ],
)
def test_reports_are_asked_for(text: str) -> None:
    assert asks_for_reports(text)


@pytest.mark.parametrize(
    "text",
    [
        "que disent les rapports sur Brume ?",
        "d'après les rapports, combien d'agents à Brume ?",
        "quels sont les rapports entre la ville et le port ?",
        "quelle mairie doit mieux contrôler ses dépenses, et pourquoi ?",
        "combien d'aéroports payent leurs contrôles de sécurité ?",
        "qui contrôle les aides aux films en Brume ?",
        "qui a travaillé à la Cour pour rendre les rapports lisibles ?",
        "une commune passée au crible, à combien se montaient ses équipements ?",
        "le rapport sur Brume parle-t-il de la dette ?",
        "quelles communications l'hôpital envoie-t-il aux patients ?",
    ],
)
def test_what_reports_say_is_asked_for(text: str) -> None:
    assert not asks_for_reports(text)
