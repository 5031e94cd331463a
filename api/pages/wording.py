"""The words of the pages that exist in one template for both languages, and the example questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from actions.answer import Lang


@dataclass(frozen=True)
class Examples:
    """Questions worth asking first, for one audience."""

    audience: str
    questions: tuple[str, ...]


_FR: Final[Mapping[str, str]] = {
    "lang": "fr",
    "skip": "Aller au contenu",
    "menu": "Menu principal",
    "footer_menu": "À propos du site",
    "nav_ask": "Poser une question",
    "nav_about": "À propos",
    "nav_sources": "Sources",
    "nav_reports": "Rapports",
    "nav_privacy": "Données personnelles",
    "nav_accessibility": "Accessibilité",
    "nav_demo": "Intégrer Greffier",
    "other_language": "English",
    "home_title": "Greffier, l’assistant qui cite ses sources",
    "home_description": "Posez une question sur le programme Entrepreneurs d’intérêt général ou sur les "
    "rapports publics de la Cour des comptes : chaque réponse indique ses sources.",
    "home_lead": "Posez une question sur le programme Entrepreneurs d’intérêt général ou sur les rapports "
    "publics de la Cour des comptes. Chaque réponse indique ses sources.",
    "examples": "Exemples de questions",
    "field": "Votre question",
    "field_hint": "2 000 caractères au plus. N’indiquez aucune donnée personnelle.",
    "send": "Envoyer",
    "you": "Vous :",
    "me": "Greffier :",
    "answer_title": "Réponse",
    "question_title": "Question",
    "next_title": "Poser une autre question",
    "error_text": "Votre question doit compter entre 1 et 2 000 caractères.",
    "error_busy": "Trop de questions en peu de temps. Votre question est conservée : renvoyez-la dans {} s.",
    "error_ready": "L’assistant se prépare. Réessayez dans un instant.",
    "error_server": "Le service a rencontré une erreur. Votre question est conservée : renvoyez-la.",
    "sources": "Sources",
    "source": "Source",
    "published": "Publié le",
    "checked": "Vérifié le",
    "read": "Consulter la source",
    "replies": "Réponses proposées",
    "links": "Pour continuer",
    "contact": "Écrire à l’équipe",
    "to": "À :",
    "subject": "Objet :",
    "message": "Message proposé, à relire et à modifier dans votre messagerie",
    "mail": "Ouvrir dans ma messagerie",
    "why": "Pourquoi cette réponse ?",
    "why_lead": "Voici ce que Greffier a compris de la question et ce sur quoi repose sa réponse.",
    "status": "Nature de la réponse",
    "intent": "Question comprise comme portant sur",
    "confidence": "Degré de confiance",
    "no_sources": "Cette réponse n’affirme rien qui demande une source.",
    "status_answered": "réponse tirée de la base de connaissances",
    "status_clarify": "précision demandée",
    "status_not_found": "absent de la base de connaissances",
    "status_out_of_scope": "hors du champ de l’assistant",
    "status_contact": "renvoi vers l’équipe",
    "status_smalltalk": "conversation courante",
    "missing_title": "Page introuvable",
    "nothing_here": "Il n’y a rien à cette adresse.",
    "wrong_address": "Cette adresse est incomplète, ou l’une de ses valeurs n’est pas comprise.",
    "busy_title": "Trop de demandes",
    "busy": "Trop de demandes en peu de temps. Réessayez dans {} s.",
    "too_large_title": "Texte trop long",
    "too_large": "Le texte envoyé est trop long : une question compte 2 000 caractères au plus.",
    "printed": "%s, consulté le %s",
    "see_reports": "Chercher un rapport",
    "missing_answer": "Cette réponse n’existe pas, ou n’est plus conservée.",
    "back": "Poser une question à Greffier",
    "demo_title": "Intégrer Greffier à votre site",
    "demo_description": "Une page d’exemple qui porte l’assistant Greffier, avec les lignes à copier.",
    "demo_lead": "Cette page joue le rôle de votre site. Le bouton en bas à droite ouvre l’assistant ; rien "
    "n’est demandé au serveur ni gardé dans le navigateur avant.",
    "demo_html": "Page HTML",
    "demo_react": "React",
    "demo_wordpress": "WordPress",
    "demo_iframe": "Cadre (iframe), sans script sur votre page",
    "demo_integrity": "Page HTML, avec contrôle d’intégrité",
    "copy_code": "Copier",
    "copied": "Copié",
}

_EN: Final[Mapping[str, str]] = {
    "lang": "en",
    "skip": "Skip to content",
    "menu": "Main menu",
    "footer_menu": "About this site",
    "nav_ask": "Ask a question",
    "nav_about": "About",
    "nav_sources": "Sources",
    "nav_reports": "Reports",
    "nav_privacy": "Personal data",
    "nav_accessibility": "Accessibility",
    "nav_demo": "Embed Greffier",
    "other_language": "Français",
    "home_title": "Greffier, the assistant that names its sources",
    "home_description": "Ask about the Entrepreneurs d’intérêt général programme or the public reports of "
    "the French Cour des comptes: every answer names its sources.",
    "home_lead": "Ask about the Entrepreneurs d’intérêt général programme or the public reports of the "
    "French Cour des comptes. Every answer names its sources.",
    "examples": "Example questions",
    "field": "Your question",
    "field_hint": "2,000 characters at most. Please give no personal data.",
    "send": "Send",
    "you": "You:",
    "me": "Greffier:",
    "answer_title": "Answer",
    "question_title": "Question",
    "next_title": "Ask another question",
    "error_text": "Your question must be 1 to 2,000 characters long.",
    "error_busy": "Too many questions in a short time. Your question is kept: send it again in {} s.",
    "error_ready": "The assistant is getting ready. Please try again in a moment.",
    "error_server": "The service met an error. Your question is kept: please send it again.",
    "sources": "Sources",
    "source": "Source",
    "published": "Published",
    "checked": "Checked",
    "read": "Read the source",
    "replies": "Suggested replies",
    "links": "To go on",
    "contact": "Write to the team",
    "to": "To:",
    "subject": "Subject:",
    "message": "Suggested message, to read and edit in your mail program",
    "mail": "Open in my mail program",
    "why": "Why this answer?",
    "why_lead": "What Greffier understood of the question, and what its answer rests on.",
    "status": "Kind of answer",
    "intent": "Question understood as being about",
    "confidence": "Confidence",
    "no_sources": "This answer states nothing that calls for a source.",
    "status_answered": "answer from the knowledge base",
    "status_clarify": "a choice was asked for",
    "status_not_found": "not in the knowledge base",
    "status_out_of_scope": "outside the assistant’s scope",
    "status_contact": "handed to the team",
    "status_smalltalk": "ordinary conversation",
    "missing_title": "Page not found",
    "nothing_here": "There is nothing at this address.",
    "wrong_address": "This address is not complete, or one of its values is not understood.",
    "busy_title": "Too many requests",
    "busy": "Too many requests in a short time. Try again in {} s.",
    "too_large_title": "Text too long",
    "too_large": "The text sent is too long: a question has 2,000 characters at most.",
    "printed": "%s, consulted on %s",
    "see_reports": "Find a report",
    "missing_answer": "This answer does not exist, or is no longer kept.",
    "back": "Ask Greffier a question",
    "demo_title": "Embed Greffier in your site",
    "demo_description": "An example page that carries the Greffier assistant, with the lines to copy.",
    "demo_lead": "This page plays the part of your site. The button at the bottom right opens the assistant; "
    "nothing is requested from the server or kept in the browser before that.",
    "demo_html": "HTML page",
    "demo_react": "React",
    "demo_wordpress": "WordPress",
    "demo_iframe": "Frame (iframe), no script on your page",
    "demo_integrity": "HTML page, with subresource integrity",
    "copy_code": "Copy",
    "copied": "Copied",
}

WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {"fr": _FR, "en": _EN}

EXAMPLES: Final[Mapping[Lang, tuple[Examples, ...]]] = {
    "fr": (
        Examples(
            "Candidates et candidats", ("Quand ferme l’appel à candidatures ?", "Qui peut candidater ?")
        ),
        Examples(
            "Administrations",
            ("Comment proposer un défi ?", "Quels défis de data science au ministère de l’Intérieur ?"),
        ),
        Examples(
            "Équipes d’accompagnement",
            ("Combien de défis compte la promotion 3 ?", "Comparer les promotions 2 et 3"),
        ),
        Examples(
            "Citoyennes et citoyens",
            (
                "Que dit la Cour des comptes sur La Poste ?",
                "Qu’est-ce qu’un entrepreneur d’intérêt général ?",
            ),
        ),
    ),
    "en": (
        Examples("Candidates", ("When does the call for applications close?", "Who can apply?")),
        Examples(
            "Administrations",
            (
                "How can we submit a challenge?",
                "Which data science challenges at the Ministry of the Interior?",
            ),
        ),
        Examples(
            "Support teams",
            ("How many challenges are there in promotion 3?", "Compare promotions 2 and 3"),
        ),
        Examples(
            "Citizens",
            (
                "What does the Cour des comptes say about La Poste?",
                "What is an entrepreneur d’intérêt général?",
            ),
        ),
    ),
}
