"""The words of the support desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from actions.answer import Lang
from api.problems import NOTHING_HERE

DESK_WORDS: Final[dict[Lang, Mapping[str, str]]] = {
    "fr": {
        "title": "Guichet de l’équipe", "closed": "Il n’y a rien à cette adresse.",
        "lead": "Les questions restées sans réponse, ou dont la réponse n’a pas aidé : ce qui manque à la "
        "base, avant qu’on vous l’écrive.",
        "token": "Code d’accès", "enter": "Ouvrir le guichet", "leave": "Fermer le guichet",
        "token_hint": "Celui que l’exploitant vous a remis. Le navigateur l’oublie quand on le ferme.",
        "wrong": "Ce code d’accès n’est pas le bon.",
        "filter": "Choisir les questions", "status": "Nature de la réponse", "every": "Toutes",
        "period": "Période", "days": "jours", "show": "Afficher",
        "questions": "Questions à traiter", "none": "Aucune question de ce genre sur la période.",
        "question": "Question", "count": "Fois", "last": "Dernière fois", "opinions": "Avis",
        "comments": "Commentaires", "helpful": "utile", "unhelpful": "inutile", "unrated": "sans avis",
        "summary": "Activité de la période", "answers": "Réponses données",
        "day": "Jour", "total": "Réponses",
        "unanswered": "Sans réponse", "no_activity": "Aucune réponse donnée sur la période.",
        "found": "questions", "page": "Page", "of": "sur", "previous": "Page précédente",
        "next": "Page suivante",
    },
    "en": {
        "title": "Support desk", "closed": NOTHING_HERE,
        "lead": "Questions that were not answered, or whose answer did not help: what the base lacks, before "
        "people write to you about it.",
        "token": "Access token", "enter": "Open the desk", "leave": "Close the desk",
        "token_hint": "The one that the operator gave you. The browser forgets it when closed.",
        "wrong": "This access token is not the right one.",
        "filter": "Choose questions", "status": "Kind of answer", "every": "All", "period": "Period",
        "days": "days", "show": "Show",
        "questions": "Questions to look at", "none": "No such question in this period.",
        "question": "Question", "count": "Times", "last": "Last asked", "opinions": "Opinions",
        "comments": "Comments", "helpful": "helpful", "unhelpful": "unhelpful", "unrated": "not rated",
        "summary": "Activity of the period", "answers": "Answers given", "day": "Day", "total": "Answers",
        "unanswered": "Not answered", "no_activity": "No answer was given in this period.",
        "found": "questions", "page": "Page", "of": "of", "previous": "Previous page", "next": "Next page",
    },
}  # fmt: skip
