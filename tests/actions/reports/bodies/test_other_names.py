"""Bodies called otherwise than in the title of the report on them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.bodies.other_names import (
    called_otherwise,
    hardly_said_elsewhere,
    mainly_on,
    named_in_a_title,
    named_within,
    told_in_a_section,
)
from knowledge.reports.name_forms import name_tokens
from knowledge.text import stem

TITLES = {
    "1": "Syndicat mixte des aérodromes de Montclair-Grandpré et de Valbrune",
    "2": "Société d'économie mixte sportive - Valbrune Basket",
    "3": "Orchestre de Montclair",
    "4": "Communauté d'agglomération de Valbrune",
}


def titled(names: list[str]) -> list[Any]:
    return [
        SimpleNamespace(id=key, title=title)
        for key, title in TITLES.items()
        if set(names) <= set(name_tokens(title))
    ]


@pytest.mark.parametrize(
    ("name", "text", "report"),
    [
        ("aéroport montclair", "aéroport Montclair combien de passagers", ("1",)),
        ("Montclair", "la gare de Montclair Grandpré est-elle grande ?", ("1",)),
        ("club valbrune", "le club de Valbrune est-il en faillite ?", ("2",)),
        ("hôpital valbrune", "l'hôpital de Valbrune est-il endetté ?", ()),
        ("club", "le club est-il endetté ?", ()),
    ],
)
def test_the_report_is_known_by_the_place_and_another_word_for_the_kind(
    name: str, text: str, report: tuple[str, ...]
) -> None:
    base: Any = SimpleNamespace(titled=titled)
    assert called_otherwise(name, text, base) == report


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("grandpré c'est rentable ?", ("1",)),
        ("le basket en équipe", ("2",)),
        ("valbrune", ()),
        ("une société sportive", ()),
        ("la mixité", ()),
    ],
)
def test_a_proper_name_that_one_title_has_names_its_report(text: str, report: tuple[str, ...]) -> None:
    base: Any = SimpleNamespace(titled=titled, report_shares=lambda stems: dict.fromkeys(stems, 0.01))
    assert named_in_a_title(text, base) == report
    common: Any = SimpleNamespace(titled=titled, report_shares=lambda stems: dict.fromkeys(stems, 0.5))
    assert named_in_a_title(text, common) == ()


@pytest.mark.parametrize(
    ("text", "saying", "report"),
    [
        ("le parking de la poterne", [("1", 9)], ("1",)),
        ("le parking de la poterne", [("1", 9), ("2", 2)], ("1",)),
        ("le parking de la poterne", [("1", 9), ("2", 5)], ()),
        ("le parking de la poterne", [("1", 9), ("3", 9)], ("3",)),
        ("le parking de la poterne", [("1", 1)], ()),
        ("le parking de la poterne", [("1", 99), ("2", 2), ("4", 2), ("5", 1)], ()),
        ("mc2", [("1", 9)], ("1",)),
        ("spl", [("1", 9)], ()),
        ("la montclairoise", [("1", 9)], ()),
    ],
    ids=[
        "alone",
        "far more",
        "more",
        "twins",
        "in passing",
        "many",
        "letters and digits",
        "short",
        "from a place",
    ],
)
def test_a_word_that_hardly_any_other_report_says_names_its_report(
    text: str, saying: list[tuple[str, int]], report: tuple[str, ...]
) -> None:
    """Report 3 has the text of report 1, and is the one that text is on."""
    text_of_it = "Au parking de la Poterne, le tarif double."
    said = {"potern", "mc2", "spl", stem("montclairoise")}
    base: Any = SimpleNamespace(
        most_saying=lambda term: saying if term in said else [],
        saying=lambda *_: SimpleNamespace(passages=[SimpleNamespace(text=text_of_it)]),
        same_text_as=lambda key: [SimpleNamespace(id="3")] if key == "1" else [],
        report_on_another=lambda key: (
            SimpleNamespace(id="3") if len(saying) > 1 and saying[1][0] == "3" else None
        ),
    )
    assert hardly_said_elsewhere(text, base) == report


def test_an_everyday_word_that_other_reports_do_not_need_is_no_name() -> None:
    base: Any = SimpleNamespace(
        most_saying=lambda term: [("1", 9)] if term == stem("tapisseries") else [],
        saying=lambda *_: SimpleNamespace(
            passages=[SimpleNamespace(text="La Régie des Tapisseries : des tapisseries, les tapisseries.")]
        ),
    )
    assert hardly_said_elsewhere("où sont les tapisseries ?", base) == ()


def _match(name: str, kind: str, reports: int = 0) -> Any:
    form = SimpleNamespace(form=name, reports=reports, organisation=SimpleNamespace(kind=kind))
    return SimpleNamespace(form=form, score=1.0)


def _told_of(*headings: str, best: str = "1") -> Any:
    """A base whose report 1 has passages under some headings, and of which one says most of any text."""
    hits = [
        SimpleNamespace(report=SimpleNamespace(id="1"), place=SimpleNamespace(path=(h,))) for h in headings
    ]
    return SimpleNamespace(
        search_passages=lambda *_, **__: SimpleNamespace(hits=hits),
        saying_most=lambda _: best,
        sections=lambda key: [SimpleNamespace(path=hit.place.path) for hit in hits if hit.report.id == key],
    )


def test_a_body_that_none_audits_may_have_a_section() -> None:
    museum, text = _match("musée Brumier", "cultural-body"), "le musée Brumier"
    assert told_in_a_section(text, [museum], _told_of("Les sites", "Sur le musée Brumier")) == ("1",)
    assert told_in_a_section(text, [museum], _told_of("Les musées")) == ()
    assert told_in_a_section(text, [museum], _told_of("Sur le musée Brumier", best="2")) == ()
    for other in (_match("musée Brumier", "cultural-body", 1), _match("Brumier", "commune")):
        assert told_in_a_section(text, [other], _told_of("Sur le musée Brumier")) == ()


def test_it_is_a_matter_of_the_report_on_another() -> None:
    found = [_match("musée Brumier", "cultural-body"), _match("Brume", "commune"), _match("port", "port", 1)]
    base: Any = SimpleNamespace(names=lambda: SimpleNamespace(find=lambda *_: found))
    assert named_within("le musée Brumier à Brume", base) == {stem("musee"), stem("brumier")}


@pytest.mark.parametrize(
    ("name", "kind", "report"),
    [
        ("aéroport de Montclair", "airport", ("1",)),
        ("théâtre de Montclair", "cultural-body", ("1",)),
        ("aéroport de Grisemer", "airport", ()),
        ("Montclair", "commune", ()),
    ],
)
def test_a_report_on_its_operator_has_the_place_of_a_body_in_its_title(
    name: str, kind: str, report: tuple[str, ...]
) -> None:
    named = [SimpleNamespace(id="1", title="Chambre de commerce - Montclair (56)")]
    base: Any = SimpleNamespace(
        find_reports=lambda *_, **__: SimpleNamespace(reports=named), mainly_about=lambda *_: False
    )
    body = SimpleNamespace(id=1, name=name, kind=kind)
    match: Any = SimpleNamespace(form=SimpleNamespace(reports=0, organisation=body), score=1.0)
    assert mainly_on([match], base) == report
