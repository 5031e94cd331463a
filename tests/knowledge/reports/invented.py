"""Nine invented reports, each on a matter of its own: the words of a question must find the right one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.reports.ingest import add
from tests.knowledge.reports.builders import HTML_HEAD, StubExtractor

_COLUMNS = "Clé;Date du document;Nombre;Titre;Type document;Juridiction"


@dataclass(frozen=True)
class Report:
    """An invented report: paragraphs by heading, and tables whose first row gives the years."""

    title: str
    sections: Mapping[str, str]
    table: Sequence[Sequence[str]] = ()
    further_table: Sequence[Sequence[str]] = ()

    def html(self) -> bytes:
        """The report as a file of its own."""
        parts = [
            f'<div class="heading-1"><h1>{heading}</h1></div><div class="normal"><p>{text}</p></div>'
            for heading, text in self.sections.items()
        ]
        parts.append('<div class="heading-1"><h1>Les chiffres</h1></div>' if self.table else "")
        parts += [_table(rows) for rows in (self.table, self.further_table) if rows]
        return f"{HTML_HEAD}{''.join(parts)}</body></html>".encode()


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        '<div class="caption"><p>Tableau : principaux montants (en k€)</p></div>'
        f'<div class="normal-table"><p><table class="table">{lines}</table></p></div>'
    )


WIDE: Mapping[str, Report] = {
    "201": Report(
        "Commune de Montclair",
        {
            "Synthèse": "La commune sert les repas de ses écoles sans connaître le coût de sa cantine, et "
            "le prix demandé aux familles n’a pas changé depuis dix ans.",
            "La cantine": "La cuisine centrale prépare chaque jour six cents repas pour les élèves. Un tiers "
            "de la nourriture est jeté, faute de réservation des familles avant la veille.",
            "La réservation des repas": "Les parents inscrivent leurs enfants à la cantine sur papier ; la "
            "commune n’a pas de logiciel de réservation et découvre les absents à midi.",
        },
        (("", "2013", "2014"), ("Repas servis à la cantine", "310", "325")),
    ),
    "202": Report(
        "Commune de Valbrune",
        {
            "Synthèse": "La commune a construit un gymnase dont le prix a doublé pendant les travaux.",
            "Le gymnase": "Le marché du gymnase a été attribué sans mise en concurrence réelle : un seul "
            "architecte a répondu, et trois avenants ont été signés en un an.",
            "Le personnel": "Le personnel municipal travaille moins que la durée légale.",
        },
        (("", "2013", "2014"), ("Travaux du gymnase", "800", "1 650"), ("Encours de la dette", "900", "980")),
    ),
    "203": Report(
        "Hôpital de Valbrune",
        {
            "Synthèse": "L’hôpital manque de médecins : son service d’urgences repose sur des intérimaires.",
            "Les urgences": "Aux urgences, un patient attend en moyenne quatre heures avant d’être examiné ; "
            "neuf médecins sur dix y sont des intérimaires payés à la journée.",
            "Le personnel": "Le personnel soignant est souvent absent, et les remplacements coûtent cher.",
        },
        (
            ("", "2013", "2014"),
            ("Dépenses d’intérim médical", "410", "760"),
            ("Encours de la dette", "50", "40"),
        ),
    ),
    "204": Report(
        "Syndicat des eaux de Brumelande",
        {
            "Synthèse": "Le réseau d’eau potable est vieux et perd un tiers de ce qu’il transporte.",
            "Les fuites": "Les canalisations datent de 1960. Les fuites du réseau ont été mesurées une seule "
            "fois en dix ans, et aucun programme de renouvellement n’existe.",
            "Les compteurs": "Un abonné sur cinq n’a pas de compteur relevé chaque année.",
        },
    ),
    "205": Report(
        "Musée de Sarnelle",
        {
            "Synthèse": "Le musée a perdu la moitié de ses visiteurs et ne sait pas où sont ses tableaux.",
            "Les collections": "L’inventaire des collections n’a jamais été achevé : quarante tableaux "
            "prêtés à d’autres musées n’ont pas été rendus.",
            "La billetterie": "La caisse du musée est tenue sans contrôle, et les entrées gratuites ne sont "
            "pas comptées.",
        },
    ),
    "206": Report(
        "Port de Grisemer",
        {
            "Synthèse": "Le port s’ensable et le dragage, repoussé chaque année, coûtera le double.",
            "Le dragage": "Les sédiments du chenal sont pollués ; le dragage exige un lieu de dépôt à terre "
            "que le port n’a pas trouvé.",
            "Les anneaux de plaisance": "Les bateaux de plaisance attendent un anneau pendant onze ans, la "
            "liste d’attente n’étant pas publique.",
        },
    ),
    "207": Report(
        "Commune de Valbrune-sur-Mer",
        {
            "Synthèse": "La station balnéaire dépend de son casino, dont les recettes baissent.",
            "Le casino": "Le casino verse à la commune une part du produit des jeux ; la délégation a été "
            "prolongée deux fois sans nouvelle consultation.",
            "La plage": "Les secours de la plage sont confiés à des saisonniers recrutés en juillet.",
        },
        (("", "2013", "2014"), ("Produit des jeux du casino", "720", "640")),
    ),
    "208": Report(
        "Théâtre de Vermelle",
        {
            "Synthèse": "Le théâtre remplit sa salle mais ne vit que de subventions.",
            "Les abonnements": "La moitié des spectateurs sont abonnés ; le théâtre leur consent des places "
            "à moitié prix sans délibération.",
            "Les tournées": "Les tournées à l’étranger perdent de l’argent à chaque représentation.",
        },
    ),
    "209": Report(
        "Régie de Tourvent",
        {
            "Synthèse": "La régie de chauffage brûle du bois venu de loin et facture trop cher.",
            "La chaufferie": "La chaufferie au bois s’arrête trois mois par an ; le gaz prend le relais et "
            "double la facture de chauffage des logements.",
            "Les abonnés": "Les abonnés de la régie paient un droit de raccordement que rien ne fonde.",
        },
    ),
}


def write_reports(folder: Path, reports: Mapping[str, Report]) -> Path:
    """The reports as files under ``folder``, with their catalogue; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [_COLUMNS]
    for key, report in reports.items():
        lines.append(f"{key};05/03/2016;1;{report.title};Rapport d'?observations définitives;CRTC")
        (folder / f"{key}.html").write_bytes(report.html())
    (folder / "catalogue.csv").write_bytes("\n".join(lines).encode("cp1252"))
    return folder


def store(folder: Path, path: Path) -> Path:
    """What stands under ``folder``, added to the base at ``path``; the path."""
    outcome = add(folder, path, extractor=StubExtractor(), workers=1)
    assert not outcome.skipped, outcome
    return path


def make_wide_base(folder: Path) -> Path:
    """The nine reports on nine matters, stored; the path of the base."""
    return store(write_reports(folder / "reports", WIDE), folder / "data" / "reports.sqlite3")
