"""The words of the pages on reports, and a page with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import Request
from fastapi.responses import HTMLResponse

from actions.answer import Lang
from api.pages.render import language, render

REPORT_WORDS: Final[dict[Lang, Mapping[str, str]]] = {
    "fr": {
        "reports": "Rapports", "colon": "\N{NO-BREAK SPACE}:",
        "lead": "Rapports publics de la Cour des comptes et des chambres régionales et "
        "territoriales des comptes.",
        "card_note": "Fiche : ce service n’a pas le texte de ce rapport. Voici, en ses propres mots, ce que "
        "le rapport examine et constate, quelques chiffres et ses recommandations.",
        "card_text": "Fiche du rapport",
        "none": "Aucun rapport ne peut être lu pour le moment.", "find": "Chercher",
        "words": "Sujet, organisme, lieu ou mots du texte",
        "words_hint": "Entre guillemets, les mots sont cherchés tels quels : « gestion des déchets ».",
        "one": "rapport", "count": "rapports", "filters": "Filtrer et trier",
        "any": "Indifférent", "sort": "Trier par",
        "sort_relevance": "pertinence", "sort_newest": "date, du plus récent au plus ancien",
        "sort_oldest": "date, du plus ancien au plus récent", "sort_title": "titre",
        "filter_year": "Année de publication", "filter_department": "Département",
        "filter_jurisdiction": "Juridiction", "filter_type": "Nature", "filter_theme": "Thème",
        "type_ROD": "rapport d’observations définitives (ROD)",
        "unknown_filter": "Valeur inconnue, non prise en compte :",
        "understood": "Vos mots ont servi de filtre :",
        "as_words": "Chercher plutôt ces mots dans les textes", "in_french": "Cherché en français :",
        "results_unquoted": "Aucun rapport ne contient ces mots tels quels ; rapports qui en contiennent au "
        "moins un", "without_quotes": "Chercher sans guillemets", "inside_link": "passages",
        "inside": "Chercher dans ce rapport", "inside_whole": "Passages qui contiennent ces mots",
        "inside_partly": "Aucun passage ne contient tous ces mots ; passages qui en contiennent le plus",
        "inside_none": "Aucun passage de ce rapport ne contient ces mots",
        "inside_first": "Les %s premiers, dans l’ordre du texte :",
        "results_all": "Résultats", "results_treating": "Rapports qui traitent de ce sujet",
        "results_saying": "Autres rapports qui contiennent tous ces mots",
        "results_partly": "Aucun rapport ne contient tous ces mots ; rapports qui en contiennent au moins un",
        "theme_one": "rapport est classé dans ce thème d’après son titre et ses mots.",
        "theme_count": "rapports sont classés dans ce thème d’après leur titre et leurs mots.",
        "theme_most": "Ceux qui en traitent le plus", "theme_all": "Voir les %s rapports du thème",
        "theme_words": "Chercher « %s » dans le texte de tous les rapports",
        "kind_recommendation": "Recommandation", "kind_obligation": "Obligation de faire",
        "kind_reminder of law": "Rappel au droit",
        "foreseen": "prévision ou budget", "foreseen_year": "prévision",
        "foreseen_note": "Prévision ou budget : le rapport est antérieur à la fin de l’année indiquée.",
        "unitless": "unité non indiquée",
        "unitless_note": "Unité non indiquée : le tableau du rapport ne dit pas si le montant est en euros "
        "ou en milliers d’euros.",
        "no_figures": "Aucun chiffre clé par année (dette, épargne, personnel, investissement…) n’a été "
        "relevé dans les tableaux de ce rapport.",
        "other_figures": "Il donne d’autres chiffres (%s relevés) : cherchez-les par un mot dans son texte.",
        "contents_text": "Plan du texte", "anchor": "Lien vers ce passage", "top": "Haut de page",
        "nothing": "Aucun rapport trouvé", "meant": "Vouliez-vous dire",
        "ask": "Poser la question à l’assistant",
        "instead": "Vous pouvez aussi :", "see_all": "Voir tous les rapports",
        "all_themes": "Tous les thèmes", "all_bodies": "Tous les organismes contrôlés",
        "themes_lead": "Thèmes des rapports, du plus traité au moins traité. Un rapport a plusieurs thèmes.",
        "bodies_lead": "Organismes contrôlés, rangés d’après leur nom propre : la commune de Vannes à « V ».",
        "body_words": "Nom ou département", "body_one": "organisme", "body_count": "organismes",
        "body_reports": "Chercher ces mots dans les rapports",
        "letters": "Première lettre",
        "previous": "Page précédente", "next": "Page suivante", "published": "Publié le",
        "undated": "date inconnue",
        "jurisdiction": "Juridiction", "department": "Département", "period": "Années contrôlées",
        "type": "Nature",
        "bodies": "Organismes contrôlés", "themes": "Thèmes", "contents": "Sommaire",
        "text": "Texte du rapport",
        "recommendations": "Recommandations et rappels", "figures": "Chiffres clés", "what": "Intitulé",
        "year": "Année", "value": "Valeur", "where": "Où", "notes": "Notes",
        "audited_in": "Rapports sur cet organisme",
        "mentioned_in": "Rapports qui le mentionnent", "passages": "Extraits", "original": "Rapport publié",
        "missing": "Ce rapport, cet organisme ou ce thème n’est pas dans la base.", "page": "Page",
        "of": "sur",
        "no_recommendations": "Aucune recommandation numérotée n’a été relevée.",
        "all_reports": "Tous les rapports",
    },
    "en": {
        "reports": "Reports", "colon": ":",
        "lead": "Public reports of the French Cour des comptes and regional audit "
        "chambers. Their text is in French.",
        "card_note": "Card: this service does not have the text of this report. Here is, in its own words "
        "and in French, what the report examines and finds, a few figures and its recommendations.",
        "card_text": "Card of the report", "none": "No report can be read at the moment.", "find": "Search",
        "words": "Subject, body, place or words of the text",
        "words_hint": "Words in quotation marks are searched as they stand: “gestion des déchets”.",
        "one": "report", "count": "reports", "filters": "Filter and sort", "any": "Any", "sort": "Sort by",
        "sort_relevance": "relevance", "sort_newest": "date, newest first",
        "sort_oldest": "date, oldest first", "sort_title": "title",
        "filter_year": "Year of publication", "filter_department": "Department",
        "filter_jurisdiction": "Jurisdiction", "filter_type": "Type", "filter_theme": "Theme",
        "type_ROD": "final observations (ROD)",
        "unknown_filter": "Unknown value, left aside:", "understood": "Your words were used as a filter:",
        "as_words": "Search these words in the texts instead", "in_french": "Searched in French:",
        "results_unquoted": "No report has these words as they stand; reports with at least one of them",
        "without_quotes": "Search without quotation marks", "inside_link": "passages",
        "inside": "Search this report", "inside_whole": "Passages with these words",
        "inside_partly": "No passage has all these words; those with most of them",
        "inside_none": "No passage of this report has these words",
        "inside_first": "The first %s, in the order of the text:",
        "results_all": "Results", "results_treating": "Reports on this subject",
        "results_saying": "Other reports with all these words",
        "results_partly": "No report has all these words; reports with at least one of them",
        "theme_one": "report is classed under this theme by its title and its words.",
        "theme_count": "reports are classed under this theme by their title and their words.",
        "theme_most": "Those that treat it most", "theme_all": "See the %s reports of the theme",
        "theme_words": "Search “%s” in the text of all reports",
        "kind_recommendation": "Recommendation", "kind_obligation": "Obligation",
        "kind_reminder of law": "Reminder of law",
        "foreseen": "forecast or budget", "foreseen_year": "forecast",
        "foreseen_note": "Forecast or budget: the report is earlier than the end of the year shown.",
        "unitless": "unit not stated",
        "unitless_note": "Unit not stated: the report’s table does not say whether the amount is in euros "
        "or in thousands of euros.",
        "no_figures": "No key figure by year (debt, savings, staff, investment…) was found in the tables of "
        "this report.",
        "other_figures": "It gives other figures (%s read): search its text for them by a word.",
        "contents_text": "Plan of the text", "anchor": "Link to this passage", "top": "Back to top",
        "nothing": "No report found", "meant": "Did you mean", "ask": "Ask the assistant",
        "instead": "You can also:", "see_all": "See all reports",
        "all_themes": "All themes", "all_bodies": "All audited bodies",
        "themes_lead": "Themes of the reports, the most treated first. A report has several themes.",
        "bodies_lead": "Audited bodies, sorted by their own name: the town of Vannes under “V”.",
        "body_words": "Name or department", "body_one": "body", "body_count": "bodies",
        "body_reports": "Search these words in the reports",
        "letters": "First letter",
        "previous": "Previous page", "next": "Next page", "published": "Published on",
        "undated": "date unknown",
        "jurisdiction": "Jurisdiction", "department": "Department", "period": "Years audited", "type": "Type",
        "bodies": "Bodies audited", "themes": "Themes", "contents": "Contents", "text": "Text of the report",
        "recommendations": "Recommendations and reminders", "figures": "Key figures", "what": "Measure",
        "year": "Year", "value": "Value", "where": "Where", "notes": "Notes",
        "audited_in": "Reports on this body",
        "mentioned_in": "Reports that mention it", "passages": "Extracts", "original": "Published report",
        "missing": "This report, body or theme is not in the base.", "page": "Page", "of": "of",
        "no_recommendations": "No numbered recommendation was found.", "all_reports": "All reports",
    },
}  # fmt: skip


def report_words(request: Request) -> Mapping[str, str]:
    """The words in the language of a request."""
    return REPORT_WORDS[language(request)]


def report_page(request: Request, template: str, **context: Any) -> HTMLResponse:
    """A page on reports, with its words as ``w``."""
    return render(request, template, w=report_words(request), **context)
