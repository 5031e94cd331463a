"""What was understood of a report, in plain French, for the person who added it."""

from collections import Counter

from knowledge.extraction.kinds import kinds
from knowledge.extraction.themes import definitions
from knowledge.reports.document import Document
from knowledge.reports.extracted import Extraction, Figure, OrganisationMention, Recommendation

_KINDS = {
    "recommendation": "recommandation",
    "obligation": "obligation",
    "reminder of law": "rappel au droit",
}
_SHOWN_MENTIONS = 15
_SHOWN_FIGURES = 12
_TEXT = 220


def describe(document: Document, extraction: Extraction) -> str:
    """A summary of `extraction` for the terminal: one fact a line, with the section each recommendation
    stands in.
    """
    metadata = document.metadata
    audited = [body for body in extraction.organisations if body.role == "audited"]
    mentioned = [body for body in extraction.organisations if body.role == "mentioned"]
    lines = [
        metadata.title,
        f"Identifiant : {metadata.key} ; fichiers : {', '.join(document.files) or 'aucun'}",
        f"Date : {metadata.date.strftime('%d/%m/%Y') if metadata.date else 'non trouvée'}",
        f"Type : {extraction.type or 'non trouvé'}",
        f"Juridiction : {extraction.jurisdiction or 'non trouvée'}",
        f"Période contrôlée : {_period(extraction)}",
        f"Département : {extraction.department or 'aucun'} ; région : {extraction.region or 'aucune'}",
        f"Sections : {len(document.sections)} ; mots : {document.words}",
        f"Pages : {document.pages or 'sans pagination'}",
        "",
        "Organismes contrôlés ou destinataires",
        *([_body(body) for body in audited] or ["  aucun trouvé"]),
        "",
        f"Organismes et lieux cités ({len(mentioned)})",
        *(_body(body) for body in mentioned[:_SHOWN_MENTIONS]),
        "",
        "Thèmes",
        *_themes(extraction),
        "",
        f"Recommandations, obligations et rappels au droit ({len(extraction.recommendations)})",
        *(_recommendation(item) for item in extraction.recommendations),
        "",
        _figures_heading(extraction),
        *(_figure(figure) for figure in _typical(extraction.figures)),
    ]
    return "\n".join(lines)


def _period(extraction: Extraction) -> str:
    period = extraction.period
    if period is None:
        return "non trouvée"
    return (
        str(period.start_year)
        if period.start_year == period.end_year
        else f"{period.start_year} à {period.end_year}"
    )


def _body(body: OrganisationMention) -> str:
    kind = kinds()[body.kind].label if body.kind in kinds() else body.kind
    aliases = f" ; aussi : {', '.join(body.aliases[:6])}" if body.aliases else ""
    return f"  {body.name} ({kind}, {body.mentions} mention{'s' if body.mentions > 1 else ''}{aliases})"


def _themes(extraction: Extraction) -> list[str]:
    labels = {definition.id: definition.label for definition in definitions()}
    return [f"  {labels.get(theme.id, theme.id)} ({theme.score:.0%})" for theme in extraction.themes] or [
        "  aucun"
    ]


def _recommendation(item: Recommendation) -> str:
    number = f" n° {item.number}" if item.number else ""
    text = item.text if len(item.text) <= _TEXT else f"{item.text[: _TEXT - 2].rsplit(' ', 1)[0]} …"
    details = [part for part in (item.status, item.addressee, item.locator.label) if part]
    return f"  {_KINDS[item.kind]}{number} : {text} [{' ; '.join(details)}]"


def _figures_heading(extraction: Extraction) -> str:
    cells = sum(1 for figure in extraction.figures if figure.row_heading or figure.column_heading)
    return f"Chiffres ({len(extraction.figures)}, dont {cells} de tableaux) ; exemples"


def _typical(figures: tuple[Figure, ...]) -> list[Figure]:
    """Dated amounts of sentences, one for each label, in reading order."""
    seen: Counter[str] = Counter()
    chosen: list[Figure] = []
    for figure in figures:
        if figure.year is None or figure.unit is None or figure.row_heading or seen[figure.label]:
            continue
        seen[figure.label] += 1
        chosen.append(figure)
    return chosen[:_SHOWN_FIGURES]


def _figure(figure: Figure) -> str:
    return f"  {figure.label} : {figure.printed} ({figure.year}) [{figure.locator.label}]"
