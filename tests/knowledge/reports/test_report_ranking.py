"""Reports are ranked by their words, titles and names; the words of each stay those it has now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.organisation_index import NameForm, NameMatch
from knowledge.reports.report_ranking import RankedReport, ReportIndex, load_report_index, rank_reports
from knowledge.reports.schema import SCHEMA_VERSION
from knowledge.reports.store import ReportStore
from knowledge.reports.where_named import is_beside, is_where
from knowledge.text import stem, stems
from tests.knowledge.reports.invented import WIDE, make_wide_base, store, write_reports


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_wide_base(tmp_path)


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _row(db: sqlite3.Connection, key: str) -> int:
    return int(db.execute("SELECT id FROM report WHERE key = ?", (key,)).fetchone()[0])


def _ranked(db: sqlite3.Connection, text: str, names: dict[int, float] | None = None) -> list[str]:
    keys = {row["id"]: row["key"] for row in db.execute("SELECT id, key FROM report")}
    found = rank_reports(db, load_report_index(db), stems(text), names or {})
    return [keys[report.row] for report in found]


def _said(path: Path, key: str) -> dict[str, int]:
    """In how many passages of a report each word stands."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute(
            "SELECT term, t.passages FROM report_term t JOIN report r ON r.id = t.report_id WHERE r.key = ?",
            (key,),
        ).fetchall()
    return dict(rows)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("cantine repas", "201"),
        ("médecins urgences", "203"),
        ("fuites canalisations", "204"),
        ("dragage", "206"),
    ],
)
def test_the_report_that_says_the_words_is_first(db: sqlite3.Connection, text: str, key: str) -> None:
    assert _ranked(db, text)[0] == key


def test_a_name_recognised_outweighs_one_word(db: sqlite3.Connection) -> None:
    port = _row(db, "206")
    assert _ranked(db, "cantine")[0] == "201"
    assert _ranked(db, "cantine", {port: 1.0})[0] == "206"
    assert _ranked(db, "cantine", {port: 0.5})[0] == "201"


def test_the_filter_leaves_the_others_out(db: sqlite3.Connection) -> None:
    only = frozenset([_row(db, "202"), _row(db, "207")])
    found = rank_reports(db, load_report_index(db), stems("personnel cantine"), {}, only)
    assert {report.row for report in found} <= only
    assert found


def test_words_of_no_report_rank_nothing(db: sqlite3.Connection) -> None:
    assert rank_reports(db, load_report_index(db), [stem("téléphérique")], {}) == []


def test_the_share_says_how_much_of_the_question_a_report_speaks_of(db: sqlite3.Connection) -> None:
    index = load_report_index(db)
    both = rank_reports(db, index, stems("cantine repas"), {})[0]
    half = rank_reports(db, index, stems("cantine dragage"), {})[0]
    assert 0.0 < half.share < both.share <= 1.0


def _counted(
    rows: Sequence[tuple[str, int, int]],
    index: ReportIndex,
    *terms: str,
    names: Mapping[int, float] | None = None,
) -> list[RankedReport]:
    """The ranking where words stand in so many passages: (word, report, passages)."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.row_factory = sqlite3.Row
        db.execute("CREATE TABLE report_term (term TEXT, report_id INTEGER, passages INTEGER)")
        db.executemany("INSERT INTO report_term VALUES (?, ?, ?)", rows)
        return rank_reports(db, index, terms, names or {})


def test_a_word_said_in_more_passages_ranks_higher() -> None:
    rows = [("eau", 1, 1), ("eau", 2, 9)]
    same = _counted(rows, ReportIndex({1: 20, 2: 20, 3: 20}, {}), "eau")
    longer = _counted(rows, ReportIndex({1: 20, 2: 900, 3: 20}, {}), "eau")
    assert [report.row for report in same] == [2, 1]
    assert longer[0].share < same[0].share


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    index = ReportIndex(dict.fromkeys(range(1, 8), 20), {})
    rows = [*(("dette", report, 5) for report in range(1, 7)), ("chenal", 7, 5)]
    assert _counted(rows, index, "dette", "chenal")[0].row == 7


def test_a_word_of_the_title_counts_beside_the_text() -> None:
    rows = [("muse", 1, 3), ("muse", 2, 3)]
    sizes = {1: 20, 2: 20, 3: 20}
    assert [r.row for r in _counted(rows, ReportIndex(sizes, {}), "muse")] == [1, 2]
    assert [r.row for r in _counted(rows, ReportIndex(sizes, {"muse": frozenset([2])}), "muse")] == [2, 1]


def test_a_title_that_says_a_word_otherwise_counts_where_no_body_is_named() -> None:
    index = ReportIndex(dict.fromkeys((1, 2, 3), 20), {stem("enseignants"): frozenset([2])})
    terms = stems("professeur absent")
    rows = [(stem("absent"), 1, 4), (stem("absent"), 2, 3), (stem("absent"), 3, 2)]
    assert _counted(rows, index, *terms)[0].row == 2
    assert _counted(rows, index, *terms, names={3: 0.8})[0].row == 3
    assert [report.row for report in _counted(rows, index, *terms, names={3: 1.0})] == [3, 1, 2]


def test_the_title_holds_longer_words_of_a_family() -> None:
    index = ReportIndex({1: 4, 2: 4}, {"aeroportuair": frozenset([1]), "port": frozenset([2])})
    assert index.titled("aeroport") == {1}
    assert index.titled("port") == {2}
    assert index.titled("por") == frozenset()
    assert index.mean_passages == 4


def test_a_report_replaced_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", WIDE)
    path = store(folder, tmp_path / "data" / "reports.sqlite3")
    before = _said(path, "206")
    assert before[stem("dragage")] == 2
    changed = replace(WIDE["206"], sections={"Synthèse": "Le port exploite un téléphérique."})
    write_reports(folder, {**WIDE, "206": changed})
    store(folder, path)
    after = _said(path, "206")
    assert stem("dragage") not in after
    assert after[stem("telepherique")] == 1
    base = ReportBase(path)
    assert base.search_passages("téléphérique").hits[0].report.id == "206"
    assert base.absent_terms("206", [stem("dragage")]) == (stem("dragage"),)
    assert base.report_shares([stem("dragage")]) == {stem("dragage"): 0.0}


def test_a_replaced_report_is_seen_by_a_base_already_open(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", WIDE)
    path = store(folder, tmp_path / "data" / "reports.sqlite3")
    base = ReportBase(path)
    assert "206" not in [hit.report.id for hit in base.search_passages("téléphérique").hits]
    changed = replace(WIDE["206"], sections={"Synthèse": "Le port exploite un téléphérique."})
    store(write_reports(folder, {**WIDE, "206": changed}), path)
    assert base.search_passages("téléphérique").hits[0].report.id == "206"


def test_a_report_removed_leaves_no_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        row = _row(db, "206")
        tables = ("report_term", "passage", "section", "figure", "recommendation", "mention", "report_theme")
        assert db.execute("SELECT count(*) FROM report_term WHERE report_id = ?", (row,)).fetchone()[0] > 10
    with ReportStore(path) as writer:
        assert writer.remove("206")
    with closing(sqlite3.connect(path)) as db:
        left = {
            table: db.execute(f"SELECT count(*) FROM {table} WHERE report_id = ?", (row,)).fetchone()[0]
            for table in tables
        }
        stray = "SELECT count(*) FROM passage_stems WHERE id NOT IN (SELECT id FROM passage)"
        assert db.execute(stray).fetchone()[0] == 0
    assert set(left.values()) == {0}, left
    hits = ReportBase(path).search_passages("dragage sédiments chenal").hits
    assert "206" not in {hit.report.id for hit in hits}


def test_the_counts_are_those_of_the_passages(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        for key, term in (("201", "cantine"), ("203", "urgences"), ("204", "fuites")):
            bodies = db.execute(
                "SELECT t.body, t.path FROM passage_stems t JOIN passage p ON p.id = t.id"
                " JOIN report r ON r.id = p.report_id WHERE r.key = ?",
                (key,),
            ).fetchall()
            counted = sum(stem(term) in f"{body} {heading}".split() for body, heading in bodies)
            assert _said(path, key)[stem(term)] == counted


def test_a_base_of_an_older_version_says_what_to_do(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    for use in (lambda: ReportBase(path).count(), lambda: ReportStore(path).close()):
        with pytest.raises(BaseUnavailable, match="another version: delete it and add the reports again"):
            use()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("un village de Haute-Vienne", {1}),
        ("dans la vienne", {2}),
        ("en haute vienne et en Vienne", {1, 2}),
        ("c'est trop cher", set()),
        ("dans le Cher", {3}),
    ],
)
def test_the_areas_named_give_their_reports(text: str, rows: set[int]) -> None:
    areas = {"haute vienne": frozenset({1}), "vienne": frozenset({2}), "cher": frozenset({3})}
    assert ReportIndex({}, {}, areas).around(text) == rows


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("une ville de la banlieue lilloise", {1}),
        ("les hôpitaux bretons", {2}),
        ("un hôpital du Nord", {1}),
        ("la banlieue", set()),
    ],
)
def test_the_people_of_an_area_mean_the_area(text: str, meant: set[int]) -> None:
    index = ReportIndex({1: 5, 2: 5}, {}, {"nord": frozenset({1}), "bretagne": frozenset({2})})
    assert index.around(text) == meant


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("la fibre dans l'Oise", True),
        ("la fibre en Oise", True),
        ("la dette de l'Oise", False),
        ("la dette du département de l'Oise", False),
    ],
)
def test_a_department_in_which_something_lies_is_not_the_body_meant(text: str, where: bool) -> None:
    oise = NameForm(OrganisationRow(1, "Oise", "department", "Oise"), "Oise", reports=1)
    tokens = name_tokens(text)
    match = NameMatch(oise, 1.0, frozenset({tokens.index("oise")}))
    assert is_where(tokens, match) is where
    town = replace(match, form=replace(oise, organisation=replace(oise.organisation, kind="commune")))
    assert not is_where(tokens, town)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("la commune à côté de Vannes", True),
        ("un village pres de vannes", True),
        ("ville voisine de la ville de Vannes", True),
        ("non loin de Vannes, un hôpital", True),
        ("la dette de Vannes", False),
        ("du côté de Vannes", False),
        ("auprès de Vannes", False),
        ("les villes voisines : Vannes", False),
    ],
)
def test_what_lies_near_a_body_is_not_it(text: str, beside: bool) -> None:
    tokens = name_tokens(text)
    town = OrganisationRow(1, "commune de Vannes", "commune", "Morbihan")
    named = NameMatch(NameForm(town, "Vannes", 1), 1.0, frozenset({tokens.index(name_tokens("vannes")[0])}))
    assert is_beside(tokens, named) is beside


def test_near_a_town_its_own_report_is_not_meant(path: Path) -> None:
    base = ReportBase(path)
    own = base.search_passages("Les agents de la commune de Valbrune font-ils leurs heures ?").hits
    near = base.search_passages("Les agents d'une commune près de Valbrune font-ils leurs heures ?").hits
    assert own[0].report.title.endswith("Valbrune")
    assert near and own[0].report.id not in {hit.report.id for hit in near}


def test_the_family_of_a_town_leaves_out_another_town() -> None:
    titles = {one: frozenset({at}) for at, one in enumerate(stems("Marseillan Bergeracoise"))}
    index = ReportIndex({}, titles)
    assert index.titled_in_family(stem("marseille")) == frozenset()
    assert index.titled_in_family(stem("bergerac")) == frozenset({1})
