"""Audited bodies from titles and first pages, names in comparable forms, mentions."""

import pytest

from knowledge.extraction.audited import find_audited
from knowledge.extraction.lines import document_lines
from knowledge.extraction.location import find_department
from knowledge.extraction.mentions import find_mentions
from knowledge.extraction.names import comparable, expand, of
from knowledge.extraction.titles import read_title
from tests.knowledge.extraction.builders import document


@pytest.mark.parametrize(
    ("title", "name", "kind", "department"),
    [
        ("Commune - Le Valbrun - (Seine-Maritime)", "commune du Valbrun", "commune", "Seine-Maritime"),
        ("Commune-Orzanne", "commune d'Orzanne", "commune", None),
        ("Commune - Saint-Orme (22)", "commune de Saint-Orme", "commune", "Côtes-d'Armor"),
        (
            "Etablissement hospitalier public - Centre hospitalier d'Orzanne - (Orne)",
            "centre hospitalier d'Orzanne",
            "hospital",
            "Orne",
        ),
        (
            "Communauté de communes du Pays d'Orzanne - Orzanne (Gers)",
            "communauté de communes du Pays d'Orzanne",
            "intercommunality",
            "Gers",
        ),
        (
            "Conseil départemental du Finistère",
            "conseil départemental du Finistère",
            "department",
            "Finistère",
        ),
        ("Association « Les Lampions » - enquête régionale", "association Les Lampions", "association", None),
    ],
)
def test_a_title_names_the_audited_body(title: str, name: str, kind: str, department: str | None) -> None:
    text = "Le conseil départemental du Finistère et la communauté de communes du Pays d’Orzanne ont répondu."
    lines = document_lines(document(("", [text]), title=title))
    place = read_title(title).department or (find_department(title, lines) if department else None)
    body = find_audited(title, lines, place)
    assert body is not None
    assert (body.name, body.kind, body.department) == (name, kind, department)


def test_the_cover_says_what_a_bare_title_does_not() -> None:
    lines = document_lines(
        document(("", ["COMMUNE D’ORZANNE", "(Département du Nord)"]), title="Orzanne (Nord)")
    )
    body = find_audited("Orzanne (Nord)", lines, None)
    assert body is not None
    assert (body.name, body.kind) == ("commune d'Orzanne", "commune")
    assert "ville d'Orzanne" in body.aliases


def test_an_acronym_of_the_title_is_an_alias() -> None:
    title = "Société d'économie mixte - Orzanne développement (SODEV) - Orzanne (Eure)"
    body = find_audited(title, [], None)
    assert body is not None
    assert body.kind == "semi-public-company"
    assert "SODEV" in body.aliases


@pytest.mark.parametrize(
    ("spoken", "kind", "core"),
    [
        ("la mairie de Brest", "commune", "brest"),
        ("Ville de Brest", "commune", "brest"),
        ("CHU d’Angers", "hospital", "angers"),
        ("l’hôpital de St-Lô", "hospital", "saint lo"),
        ("agglo de Quimper", "intercommunality", "quimper"),
        ("Communauté d’agglomération de Quimper", "intercommunality", "quimper"),
        ("les pompiers du Gers", "fire-service", "gers"),
        ("Orzanne", None, "orzanne"),
    ],
)
def test_names_in_comparable_forms(spoken: str, kind: str | None, core: str) -> None:
    found = comparable(spoken)
    assert (found.kind, found.core) == (kind, core)


def test_a_name_of_a_question_is_expanded() -> None:
    forms = expand("la mairie de Brest")
    assert forms[0] == "mairie de brest"
    assert {"commune de brest", "ville de brest", "brest"} <= set(forms)


def test_the_word_after_de() -> None:
    assert [of(name) for name in ("Le Teil", "Les Herbiers", "L'Aigle", "Annonay", "La Rochelle")] == [
        "du Teil",
        "des Herbiers",
        "de L'Aigle",
        "d'Annonay",
        "de La Rochelle",
    ]


def test_a_company_is_not_the_town_of_its_name() -> None:
    company = document(("", ["L’opérateur Orange a déployé la fibre."]))
    town = document(("", ["Le festival se tient à Orange (Vaucluse) ; la commune d’Orange le subventionne."]))
    assert ("Orange", "company") in {(m.name, m.kind) for m in find_mentions(document_lines(company), [], [])}
    assert "company" not in {m.kind for m in find_mentions(document_lines(town), [], [])}


def test_known_and_introduced_names_are_counted_once_each() -> None:
    text = "EDF et le syndicat mixte Orzanne numérique ont signé. Électricité de France paiera. (Hérault)"
    found = {m.name: m for m in find_mentions(document_lines(document(("", [text]))), [], [])}
    assert found["Électricité de France"].mentions == 2
    assert found["syndicat mixte Orzanne"].kind == "syndicate"
    assert found["département de l'Hérault"].department == "Hérault"
