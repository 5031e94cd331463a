"""Answers of a pretended assistant: one for each thing the widget has to show."""

from __future__ import annotations

from actions.answer import (
    Answer,
    Contact,
    Figure,
    ItemList,
    Link,
    Paragraph,
    Point,
    QuickReply,
    Quote,
    Source,
    Table,
)

HOSTILE = "<img src=x onerror=\"document.title='hacked'\">"


def source(number: int, **changes: str | None) -> Source:
    """A source with every field filled, numbered."""
    fields: dict[str, str | None] = {
        "title": f"Page de l’appel à candidatures, état numéro {number}",
        "publisher": "Programme EIG",
        "url": f"https://exemple.test/source/{number}",
        "locator": f"section {number}, paragraphe 2",
        "date": "2018-09-10",
        "as_of": "2026-04-15",
        "quote": "Les dossiers sont reçus jusqu’à la date de clôture.",
    }
    return Source(id=f"s{number}", **(fields | changes))  # type: ignore[arg-type]


SIMPLE = Answer(
    status="answered",
    text="Le troisième appel à candidatures a fermé le 15 octobre 2018 à 17 heures.",
    blocks=(Paragraph("Le troisième appel à candidatures a fermé le 15 octobre 2018 à 17 heures."),),
    sources=(source(1),),
    rows=("call:aac-eig3",),
)

RICH = Answer(
    status="answered",
    text="Voici ce que contient la base.",
    blocks=(
        Paragraph("Voici ce que contient la base sur les promotions du programme."),
        ItemList(
            title="Défis de science des données",
            items=tuple(f"Défi numéro {n}, dans une administration au nom assez long" for n in range(1, 15)),
        ),
        Table(
            columns=("Défi", "Administration", "Ville", "Promotion", "Compétences"),
            rows=tuple(
                (f"Défi {n}", "Ministère de l’Intérieur", "Paris", "3", "science des données, développement")
                for n in range(1, 26)
            ),
            caption="Défis par administration",
        ),
        Figure(
            title="Défis par promotion",
            unit="défis",
            points=tuple(
                Point(str(2017 + n), value, f"{value:g}".replace("-", "−"))
                for n, value in enumerate((11, 13, 15, 12, 15, 30, 35))
            ),
        ),
        Figure(
            title="Résultat net",
            unit="M€",
            points=(
                Point("2014", -120.5, "−120,5 M€"),
                Point("2015", 35.0, "35,0 M€"),
                Point("2016", 260.0, "260,0 M€"),
            ),
        ),
        Quote(text="Les dossiers sont reçus jusqu’à la date de clôture.", source="s5", heading="Calendrier"),
    ),
    sources=tuple(source(n) for n in range(1, 13)),
    links=(Link("Page du programme", "https://exemple.test/programme"),),
    rows=("promotion:3", "challenge:alphabet"),
)

COMPARISON = Answer(
    status="answered",
    text="Voici ce que les sources donnent.",
    blocks=(
        Paragraph("Voici ce que les sources donnent."),
        Table(
            columns=("", "promotion 2", "promotion 3"),
            rows=(("EIG", "28\nou\n27", "32\nou\n28"), ("Durée", "10 mois", "10 mois")),
        ),
    ),
    sources=(source(1), source(2)),
)

CHOICE = Answer(
    status="clarify",
    text="De quelle Mayenne parlez-vous ?",
    blocks=(Paragraph("De quelle Mayenne parlez-vous ?"),),
    quick_replies=(
        QuickReply("La commune de Mayenne", "La commune de Mayenne"),
        QuickReply("Le département de la Mayenne", "Le département de la Mayenne"),
        QuickReply("Le centre hospitalier du Nord-Mayenne", "Le centre hospitalier du Nord-Mayenne"),
    ),
)

CONTACT = Answer(
    status="contact",
    text="Cette question demande une personne : écrivez à l’équipe.",
    blocks=(Paragraph("Cette question demande une personne : écrivez à l’équipe."),),
    contact=Contact(
        email="contact@exemple.test",
        subject="Question posée à Greffier",
        body="Bonjour,\n\nJ’ai demandé à Greffier si mon dossier était complet.\n\nCordialement,",
        mailto="mailto:contact@exemple.test?subject=Question",
    ),
)

INJECTED = Answer(
    status="answered",
    text=HOSTILE,
    blocks=(
        Paragraph(HOSTILE),
        ItemList(title=HOSTILE, items=(HOSTILE,)),
        Table(columns=(HOSTILE,), rows=((HOSTILE,),), caption=HOSTILE),
        Quote(text=HOSTILE, source="s1", heading=HOSTILE),
        Figure(title=HOSTILE, points=(Point(HOSTILE, 1.0, HOSTILE),), unit=HOSTILE),
    ),
    sources=(source(1, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", quote=HOSTILE),),
    quick_replies=(QuickReply(HOSTILE, HOSTILE),),
    links=(Link(HOSTILE, "javascript:document.title='hacked'"),),
)

LONG_WORD = Answer(
    status="answered",
    text="a" * 2000,
    blocks=(
        Paragraph("a" * 2000),
        Table(columns=("b" * 300, "c"), rows=(("d" * 300, "e"),)),
        ItemList(items=("f" * 300,)),
        Figure(title="g" * 200, points=(Point("h" * 100, 2.0, "i" * 100), Point("j", 1.0, "k"))),
    ),
    sources=(source(1, title="l" * 300),),
    quick_replies=(QuickReply("m" * 300, "m"),),
)

NUMBERS = Answer(
    status="answered", text="- 361 742 € et 56,1 %", sources=(source(1),), rows=("call:aac-eig3",)
)

ANSWERS = {
    "riche": RICH,
    "comparer": COMPARISON,
    "mayenne": CHOICE,
    "contact": CONTACT,
    "injection": INJECTED,
    HOSTILE: INJECTED,
    "nombres": NUMBERS,
    "long": LONG_WORD,
}


def answer_to(text: str) -> Answer:
    """The answer prepared for a question, the simple one for any other."""
    return ANSWERS.get(text, LONG_WORD if len(text) > 1000 else SIMPLE)
