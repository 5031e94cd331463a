"""Recommendations as the chambers' different layouts give them, on reports of our own."""

from collections.abc import Sequence

from knowledge.extraction.lines import document_lines
from knowledge.extraction.recommendations import find_recommendations
from knowledge.reports.extracted import Recommendation
from knowledge.text import fold
from tests.knowledge.extraction.builders import Content, document

_BODY = ("La situation financière", ["La commune a une dette de 3 M€.", "Elle a baissé depuis 2012."])


def _found(*parts: tuple[str, Sequence[Content]]) -> tuple[Recommendation, ...]:
    return find_recommendations(document_lines(document(*parts)))


def test_a_numbered_list_under_its_heading() -> None:
    found = _found(
        (
            "Recommandations",
            [
                "La chambre formule les recommandations suivantes :",
                "Recommandation n° 1 : tenir un inventaire complet.",
                "Recommandation n° 2 : réduire les heures supplémentaires.",
            ],
        ),
        _BODY,
    )
    assert [(r.number, r.text) for r in found] == [
        ("1", "tenir un inventaire complet."),
        ("2", "réduire les heures supplémentaires."),
    ]


def test_a_label_on_a_line_alone_heads_the_next_paragraph() -> None:
    found = _found(
        (
            "Récapitulatif des recommandations",
            [
                "Recommandation n° 1 :",
                "La chambre recommande au président de tenir un inventaire complet.",
                "Recommandation n° 2 :",
                "La chambre recommande au président de réduire les heures supplémentaires.",
            ],
        ),
        _BODY,
    )
    assert [(r.number, r.text.rpartition("président ")[2]) for r in found] == [
        ("1", "de tenir un inventaire complet."),
        ("2", "de réduire les heures supplémentaires."),
    ]


def test_a_purpose_is_no_advice() -> None:
    found = _found(
        ("Formation", ["Recommandation", "Suivre toutes les journées de formation. Non mise en œuvre"]),
        ("Métiers", ["Pour assumer la charge technique, le service s’est professionnalisé.", *_BODY[1]]),
    )
    assert [r.text for r in found] == ["Suivre toutes les journées de formation."]


def test_the_list_and_the_body_say_one_thing_once() -> None:
    found = _found(
        (
            "RECOMMANDATIONS",
            ["Tenir un inventaire complet des biens ;", "Réduire les heures supplémentaires."],
        ),
        (
            "Biens",
            [
                "Recommandation n° 1 : la chambre recommande de tenir un inventaire complet des biens.",
                "Le maire s’y engage.",
            ],
        ),
    )
    assert [(r.number, r.text) for r in found] == [
        ("1", "Tenir un inventaire complet des biens"),
        (None, "Réduire les heures supplémentaires."),
    ]


def test_the_ticked_column_is_the_status() -> None:
    header = ["", "Réalisée", "En cours de réalisation", "Non réalisée", "Page"]
    rows = [
        ["Tenir un inventaire des biens.", "", "X", "", "8"],
        ["Voter un plan d’investissement.", "", "", "X", "12"],
    ]
    found = _found(("Recommandations", [(header, rows)]))
    assert [(r.text, r.status) for r in found] == [
        ("Tenir un inventaire des biens.", "en cours de réalisation"),
        ("Voter un plan d’investissement.", "non réalisée"),
    ]


def test_the_heading_of_a_table_gives_the_kind() -> None:
    header = ["", "Réalisé", "Non réalisé", "Page"]
    found = _found(
        ("Rappels à la réglementation", [(header, [["Respecter la durée du travail.", "", "X", "8"]])])
    )
    assert [r.kind for r in found] == ["reminder of law"]


def test_a_heading_followed_by_the_procedure_lists_nothing() -> None:
    found = _found(
        (
            "RECOMMANDATIONS",
            [
                "Aux termes de l’article L. 211-8 du code, l’examen porte sur la gestion.",
                "La chambre régionale des comptes a examiné la gestion de la commune.",
            ],
        ),
        (
            "Dette",
            [
                "La dette est mal suivie.",
                "Recommandation",
                "1. Suivre la dette chaque mois. Non mise en œuvre.",
                "Le maire en prend acte.",
            ],
        ),
    )
    assert [(r.number, r.text, r.status) for r in found] == [
        ("1", "Suivre la dette chaque mois.", "non mise en œuvre")
    ]


def test_sub_headings_give_kind_and_status() -> None:
    found = _found(
        (
            "LA RÉCAPITULATION DES RECOMMANDATIONS",
            [
                "Les juridictions financières examinent les suites réservées à leurs recommandations",
                "Rappels d’obligations juridiques à mettre en œuvre",
                "1 - Provisionner les comptes épargne-temps",
                "Recommandations partiellement mises en œuvre",
                "2 - Élaborer un projet de service",
            ],
        ),
        ("La procédure", ["Le contrôle a été effectué en 2015."]),
    )
    assert [(r.number, r.kind, r.status) for r in found] == [
        ("1", "reminder of law", "à mettre en œuvre"),
        ("2", "recommendation", "partiellement mise en œuvre"),
    ]


def test_a_status_in_brackets_belongs_to_the_item_above() -> None:
    found = _found(
        (
            "LA RÉCAPITULATION DES RECOMMANDATIONS",
            [
                "[Recommandation à suivre]",
                "FINANCES",
                "tenir la comptabilité d’engagement",
                "[Recommandation totalement mise en œuvre]",
                "enrichir le débat budgétaire",
                "[Recommandation à suivre]",
            ],
        ),
    )
    assert [r.status for r in found] == ["totalement mise en œuvre", "à suivre"]


def test_recommendations_of_an_earlier_audit_are_left_out() -> None:
    found = _found(
        (
            "RECOMMANDATIONS",
            [
                "Recommandations formulées lors du précédent contrôle :",
                "Recommandations totalement mises en œuvre",
                "- mettre fin à la régie des parcs ;",
                "Recommandations formulées au cours du présent contrôle :",
                "Recommandations à mettre en œuvre",
                "1. Renseigner les annexes budgétaires.",
            ],
        ),
    )
    assert [r.text for r in found] == ["Renseigner les annexes budgétaires."]


def test_the_text_may_stand_below_its_label_with_a_page_leader() -> None:
    found = _found(
        (
            "Recommandations",
            [
                "Recommandation n° 1 : ………………………page 10",
                "Recenser les biens de la commune.",
                "Recommandation n° 2 : ………………………page 32",
                "2.1 Suivre la dette chaque trimestre.",
                "2.2 Suivre les taux des emprunts.",
            ],
        ),
    )
    assert [(r.number, r.text[:20]) for r in found] == [
        ("1", "Recenser les biens d"),
        ("2", "Suivre la dette chaq"),
    ]


def test_a_line_above_names_the_addressee() -> None:
    found = _found(
        (
            "Recommandations",
            ["Pour le ministère du logement :", "Recommandation n° 1 : évaluer le prêt à taux zéro."],
        )
    )
    assert [(r.number, r.addressee) for r in found] == [("1", "le ministère du logement")]


def test_notes_that_cite_another_report_are_not_recommendations() -> None:
    assert (
        _found(("Eau", ["Recommandation n° 7 de la Cour des comptes insérée dans son rapport de 2011."]))
        == ()
    )


def test_sentences_count_where_nothing_is_listed() -> None:
    found = _found(
        ("Dette", ["La dette croît. La chambre recommande à la commune de la réduire. Elle s’y engage."])
    )
    assert [r.text for r in found] == ["La chambre recommande à la commune de la réduire."]


def test_items_taken_for_headings_by_structure_inference_are_still_items() -> None:
    found = _found(
        (
            "Recommandations",
            ["Sur le fondement des observations, la chambre formule les recommandations suivantes :"],
        ),
        ("Rapprocher l’inventaire de l’état de l’actif (§ 3.1)", []),
        ("Établir un plan d’investissement (§ 4.2)", []),
        ("La commune et son territoire", ["La commune de Valbrune compte 3 000 habitants."]),
    )
    assert [r.text for r in found] == [
        "Rapprocher l’inventaire de l’état de l’actif (§ 3.1)",
        "Établir un plan d’investissement (§ 4.2)",
    ]


def test_an_invitation_counts_where_nothing_is_recommended() -> None:
    found = _found(("Dette", ["La dette croît. La chambre invite la commune à la réduire. Elle baisse."]))
    assert [r.text for r in found] == ["La chambre invite la commune à la réduire."]


def test_a_status_in_a_sentence_of_its_own_is_set_apart() -> None:
    said = "Recommandation n° 1 : tenir un inventaire complet. Recommandation non mise en œuvre."
    (found,) = _found(("Recommandations", [said]), _BODY)
    assert found.text == "tenir un inventaire complet."
    assert found.status is not None and fold(found.status).startswith("non mise en")


def test_the_status_of_earlier_recommendations_is_not_that_of_new_ones() -> None:
    found = _found(
        (
            "Recommandations",
            [
                "recommandations partiellement mises en œuvre",
                "Recommandation n° 2 : tenir un inventaire complet.",
                "recommandations formulées dans le cadre du présent contrôle de la chambre",
                "Recommandation n° 1 : réduire les heures supplémentaires.",
            ],
        ),
        _BODY,
    )
    assert [(r.number, r.status) for r in found] == [("2", "partiellement mise en œuvre"), ("1", None)]


def test_two_items_run_together_are_two() -> None:
    run = (
        "tenir un inventaire (ministère de la mer). réduire les heures supplémentaires (ministère du port) ;"
    )
    found = _found(("Recommandations", ["vendre la criée (ministère de la pêche) ;", run]), _BODY)
    assert len(found) == 3
