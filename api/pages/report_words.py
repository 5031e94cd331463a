"""The words of the pages on reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from actions.answer import Lang

REPORT_WORDS: Final[dict[Lang, Mapping[str, str]]] = {
    "fr": {
        "reports": "Rapports",
        "lead": "Rapports publics d’audit présents dans la base, du plus récent au plus ancien.",
        "none": "Aucun rapport n’est installé.", "find": "Chercher",
        "words": "Mots du titre, de l’organisme ou du thème",
        "count": "rapports", "previous": "Page précédente", "next": "Page suivante", "published": "Publié le",
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
        "reports": "Reports",
        "lead": "Public audit reports in the base, the newest first. Their text is in French.",
        "none": "No report is installed.", "find": "Search", "words": "Words of title, body or theme",
        "count": "reports", "previous": "Previous page", "next": "Next page", "published": "Published on",
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
