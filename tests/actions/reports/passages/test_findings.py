"""Which passages are shown: of the report the words tell, from its body and from its synthesis."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Quote
from actions.reports.answers import ask_reports
from actions.reports.bodies.kind_and_place import titled_of_its_kind
from actions.reports.bodies.other_names import mainly_on
from actions.reports.passages.findings import Findings, search
from actions.reports.subject import Subject
from knowledge.reports.models import OrganisationRow, SearchResult
from knowledge.reports.organisation_index import NameForm, NameMatch
from tests.actions.report_base import asked, focus_after, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("findings"))


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Pourquoi jette-t-on autant de nourriture à midi dans les écoles ?", "201"),
        ("Un seul architecte a-t-il répondu au marché ?", "202"),
        ("Combien de temps attend-on avant de voir un médecin aux urgences ?", "203"),
        ("Est-ce que les canalisations perdent beaucoup d'eau ?", "204"),
        ("Les tableaux prêtés ont-ils été rendus ?", "205"),
        ("Où va-t-on mettre les sédiments du chenal ?", "206"),
        ("Le produit des jeux du casino baisse-t-il ?", "207"),
        ("Les tournées à l'étranger rapportent-elles ?", "208"),
        ("Pourquoi la facture de chauffage au bois double-t-elle ?", "209"),
    ],
)
def test_the_words_of_a_question_find_its_report_without_a_name(desk: Any, text: str, report: str) -> None:
    answer = ask_reports(asked(text, "report_search"), desk)
    assert answer.status == "answered"
    assert answer.sources[0].report == report
    assert answer.links[0].url == f"/rapports/{report}"


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Que devient la canttine des élèves ?", "201"),
        ("Les intérimares des urgances coûtent-ils cher ?", "203"),
        ("les tableaux pretes ont ils ete rendu", "205"),
        ("le cassino verse quoi a la commune", "207"),
    ],
)
def test_misspelt_words_find_it_too(desk: Any, text: str, report: str) -> None:
    answer = ask_reports(asked(text, "report_search"), desk)
    assert answer.status == "answered"
    assert answer.sources[0].report == report


def test_the_body_and_the_synthesis_are_both_heard(desk: Any) -> None:
    assert _quoted("Que dit le rapport des urgences et des médecins intérimaires ?", desk) >= {
        "Les urgences",
        "Synthèse",
    }


def test_beside_a_sentence_with_all_that_is_asked_the_body_is_a_source_to_read(desk: Any) -> None:
    assert _quoted("Les urgences manquent-elles de médecins ?", desk) == {"Synthèse"}


def _quoted(text: str, desk: Any) -> set[str]:
    """The places quoted of the report on the hospital, of which the body is a source in any case."""
    answer = ask_reports(asked(text, "report_search"), desk)
    said = {block.text for block in answer.blocks if isinstance(block, Quote)}
    sources = [source for source in answer.sources if source.report == "203"]
    assert "Les urgences" in {source.locator for source in sources}
    return {source.locator for source in sources if source.quote in said}


def test_the_two_voices_take_turns(desk: Any) -> None:
    found = search(Subject("les urgences et leurs médecins intérimaires"), desk.reports)
    own = [hit.place.path[-1] == "Synthèse" for hit in found.hits if hit.report.id == "203"]
    assert own[:2] in ([True, False], [False, True])


def test_a_clear_lead_is_shown_alone_and_as_sure(desk: Any) -> None:
    text = "un abonné sur cinq sans compteur relevé"
    assert len({hit.report.id for hit in desk.reports.search_passages(text, limit=50).hits}) > 1
    found = search(Subject(text), desk.reports)
    assert found.sure
    assert [report.id for report in found.reports] == ["204"]


def test_no_lead_shows_several_reports_and_is_not_sure(desk: Any) -> None:
    found = search(Subject("le personnel"), desk.reports)
    assert not found.sure
    assert len(found.reports) > 1
    assert len({hit.report.id for hit in found.hits[:3]}) == min(3, len(found.reports))


def test_a_report_pointed_back_to_is_searched_alone(desk: Any) -> None:
    found = search(Subject("le personnel", reports=("203",)), desk.reports)
    assert found.sure
    assert {hit.report.id for hit in found.hits} == {"203"}


def test_the_conversation_stays_with_its_report(desk: Any) -> None:
    first = asked("Les tableaux prêtés ont-ils été rendus ?", "report_search")
    focus = focus_after(first, ask_reports(first, desk))
    answer = ask_reports(asked("et sa billetterie ?", "report_search", focus), desk)
    assert {source.report for source in answer.sources} == {"205"}
    assert any("La billetterie" in (source.locator or "") for source in answer.sources)


def test_every_quotation_stands_in_the_report_it_is_given_to(desk: Any) -> None:
    answer = ask_reports(asked("Le personnel travaille-t-il assez ?", "report_search"), desk)
    assert answer.sources
    for source in answer.sources:
        if source.quote and "|" not in source.quote:
            assert any(source.quote in passage.text for passage in desk.reports.passages(source.report))


def test_a_body_is_known_by_its_kind_and_a_longer_word_for_its_place() -> None:
    base = SimpleNamespace(
        titled=lambda names, families=False: (
            SimpleNamespace(id="7", title="Commune de Brumont"),
            SimpleNamespace(id="9", title="Communauté d'agglomération brumontaise"),
        ),
    )
    assert titled_of_its_kind("agglomération Brumont", (), base) == ("9",)  # type: ignore[arg-type]
    assert titled_of_its_kind("hôpital de Brumont", (), base) == ()  # type: ignore[arg-type]


def test_of_several_bodies_of_a_kind_in_a_place_none_is_meant() -> None:
    towns = tuple(SimpleNamespace(id=key, title=f"Commune - {key} (Eure)") for key in ("7", "9"))
    base = SimpleNamespace(titled=lambda names, families=False: towns)
    assert titled_of_its_kind("petite commune de l'Eure", (), base) == ()  # type: ignore[arg-type]


def test_a_body_that_no_report_audits_is_looked_for_in_the_one_mainly_about_it() -> None:
    base = SimpleNamespace(
        find_reports=lambda *_, size: SimpleNamespace(
            reports=(SimpleNamespace(id="7"), SimpleNamespace(id="9"))
        ),
        mainly_about=lambda report, _: report == "9",
    )
    body = OrganisationRow(4, "SEM Brumont", "semi-public-company", None)
    match = NameMatch(NameForm(body, "SEM Brumont", 0), 1.0, frozenset({1}))
    assert mainly_on([match], base) == ("9",)  # type: ignore[arg-type]
    audited = replace(match, form=NameForm(body, "SEM Brumont", 1))
    assert mainly_on([audited, replace(match, score=0.7)], base) == ()  # type: ignore[arg-type]


def test_where_it_is_not_sure_which_report_is_meant_each_has_its_passages() -> None:
    hits = {key: [_hit(key, place) for place in range(9)] for key in ("1", "2", "3")}
    all_hits = tuple(
        hit for place in range(9) for hit in (hits["1"][place], hits["2"][place], hits["3"][place])
    )
    base: Any = SimpleNamespace(
        search_passages=lambda *_, **__: SearchResult(all_hits, (), (), ()),
        report_on_another=lambda _: None,
        report=lambda _: None,
    )
    found = search(Subject("dette"), base)
    assert not found.sure
    shown = [hit.report.id for hit in found.hits]
    assert shown[:3] == ["1", "2", "3"]
    assert [shown.count(key) for key in ("1", "2", "3")] == [8, 3, 3]


def test_passages_of_the_best_report_that_are_not_shown_are_known() -> None:
    mine, other = [_hit("1", place) for place in range(20)], _hit("2", 0)
    found = Findings(tuple(mine[:12]), SearchResult((*mine, other), (), (), ()), True)
    assert found.further_on == tuple(mine[12:])


def _hit(key: str, place: int) -> Any:
    """A passage of a report, the less good the further down."""
    where = SimpleNamespace(path=("La dette",), anchor=f"s{place}")
    return SimpleNamespace(report=SimpleNamespace(id=key), place=where, score=1.0 - place / 10, text="dette")


@pytest.mark.parametrize(
    ("name", "text", "elsewhere", "too"),
    [
        (
            "commune de Montclair",
            "le festival de jazz de Montclair",
            "Un festival de jazz.",
            "Le festival de jazz, comme à Montclair.",
        ),
        (
            "communauté de communes du Pays de Montclair",
            "le festival du Pays de Montclair",
            "Le festival des Pays de la Loire, où Montclair est connu.",
            "Le festival du Pays de Montclair.",
        ),
        (
            "Montclair Monts Métropole",
            "le festival de la métropole de Montclair",
            "Le festival de Valbrune Métropole.",
            "Le festival de Montclair.",
        ),
    ],
)
def test_another_report_must_name_the_body_as_the_question_does(
    name: str, text: str, elsewhere: str, too: str
) -> None:
    body = OrganisationRow(1, name, "commune", None)
    own, other = (SimpleNamespace(id=key, title=title) for key, title in (("1", name), ("2", "Autre")))
    asked_of = Subject(text, bodies=(body,))
    told = elsewhere

    def found(text: str, report_id: str | None = None, **_: Any) -> Any:
        reports = [own] if report_id else [other, own]
        hits = [
            SimpleNamespace(report=r, score=2.0 if r is other else 1.0, coverage=0.5, text=told,
                            place=SimpleNamespace(path=()))
            for r in reports
        ]  # fmt: skip
        return SearchResult(tuple(hits), (), (), ())

    base: Any = SimpleNamespace(
        search_passages=found,
        reports_on=lambda _: [own],
        report_on_another=lambda _: None,
        report=lambda _: None,
    )
    assert [report.id for report in search(asked_of, base).reports] == ["1"]
    told = too
    assert search(asked_of, base).reports[0].id == "2"


@pytest.mark.parametrize(
    ("text", "report"),
    [("combien d'habitants à Montclair ?", "1"), ("l'eau des habitants de Montclair", "2")],
)
def test_how_many_live_in_a_town_is_told_by_its_own_report(text: str, report: str) -> None:
    body = OrganisationRow(1, "commune de Montclair", "commune", None)
    hits = {key: _hit(key, place) for key, place in (("1", 5), ("2", 0))}
    for key, hit in hits.items():
        hit.report.title, hit.coverage, hit.text = f"Montclair {key}", 1.0, "Les habitants de Montclair"

    def found(_: str, report_id: str | None = None, **__: Any) -> Any:
        return SearchResult(
            tuple(hits[key] for key in ([report_id] if report_id else ["2", "1"])), (), (), ()
        )

    base: Any = SimpleNamespace(
        search_passages=found,
        report_on_another=lambda _: None,
        report=lambda _: None,
        reports_on=lambda _: (hits["1"].report,),
    )
    assert search(Subject(text, bodies=(body,)), base).hits[0].report.id == report


def test_a_body_of_the_name_and_another_kind_is_left_out_where_the_kind_is_said() -> None:
    town, around = (
        OrganisationRow(n, f"{kind} de Sens", kind, None)
        for n, kind in enumerate(("commune", "agglomération"))
    )
    hits: Any = tuple(
        SimpleNamespace(
            report=SimpleNamespace(id=str(n), title="Sens"), place=SimpleNamespace(path=()),
            text="La dette de Sens.", coverage=0.5, score=9.0 - n,
        )
        for n in (1, 0)
    )  # fmt: skip
    base: Any = SimpleNamespace(
        report=lambda key: SimpleNamespace(audited=((town, around)[int(key)],)),
        report_on_another=lambda key: None,
        reports_on=lambda number: (SimpleNamespace(id=str(number)),),
        search_passages=lambda _, report_id=None, **__: SearchResult(
            tuple(hit for hit in hits if report_id in (None, hit.report.id)), (), ("dette",), ()
        ),
    )
    told = search(Subject("la dette de la commune de Sens", (town,)), base)
    assert {hit.report.id for hit in told.hits} == {"0"}
