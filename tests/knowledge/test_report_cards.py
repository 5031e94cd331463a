"""The report cards hold: every file loads, is complete, agrees with its report and uses other words."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from lxml import html as lxml_html  # type: ignore[import-untyped]

from knowledge.errors import SourcesRejected
from knowledge.report_cards import CARDS_DIR, CardFigure, ReportCard, Section, load_report_cards
from knowledge.text import clean, fold, words

CARDS = load_report_cards()
THEMES = CARDS_DIR.parents[1] / "extraction" / "themes.yml"
CORPUS = os.environ.get("GREFFIER_CORPUS_DIR")
IN_WORDS = {4: "quatre", 10: "dix"}
LONGEST_RUN = 8

each_card = pytest.mark.parametrize("card", CARDS, ids=[card.key for card in CARDS])
with_corpus = pytest.mark.skipif(not CORPUS, reason="no reports: GREFFIER_CORPUS_DIR is not set")


@lru_cache(maxsize=4)
def report_text(key: str) -> str:
    """The visible text of all files of a report, clean, footnote calls apart from their words."""
    folder = Path(CORPUS or "")
    paths = sorted(path for path in folder.rglob(f"{key}*.html") if re.fullmatch(rf"{key}(-\d+)?", path.stem))
    if not paths:
        pytest.skip(f"report {key} is not in GREFFIER_CORPUS_DIR")
    return clean(" ".join(" ".join(lxml_html.fromstring(path.read_bytes()).itertext()) for path in paths))


def number_pattern(figure: CardFigure) -> str:
    """How the report may print the figure's number: « 3 953 », « 10,15 », « 40,60 », or a word."""
    whole, _, decimals = f"{figure.value:f}".partition(".")
    groups = re.findall(r"\d{1,3}", f"{int(whole):,}")
    digits = " ?".join(groups) + (f",{decimals.rstrip('0')}0*" if decimals.strip("0") else "(?:,0+)?")
    word = IN_WORDS.get(int(whole)) if not decimals else None
    alone = rf"(?<![\d,]){digits}(?!\d)(?!,\d)"
    return rf"{alone}|\b{word}\b" if word else alone


def heading_pattern(section: Section) -> str:
    title = re.escape(fold(section.title))
    return rf"{re.escape(fold(section.number))}[\s.–-]*{title}" if section.number else title


def own_words(card: ReportCard) -> list[str]:
    """The card's prose, without names of bodies, which can only be written one way."""
    prose = [card.scope_fr, card.summary_fr, card.note_fr or ""]
    prose += [figure.label_fr for figure in card.figures]
    prose += [recommendation.text_fr for recommendation in card.recommendations]
    names = {fold(name) for body in card.organisations for name in (body.name, *body.aliases)}
    result = []
    for text in map(fold, prose):
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, " § ")
        result += text.split("§")
    return result


def test_all_national_reports_have_a_card() -> None:
    types = [card.type for card in CARDS]
    assert (types.count("Communication au Parlement"), types.count("Référé")) == (12, 19)
    assert len({card.key for card in CARDS}) == len(CARDS)


@each_card
def test_card_has_figures_and_recommendations_or_says_why_not(card: ReportCard) -> None:
    assert 3 <= len(card.figures) <= 8
    assert card.recommendations or (card.note_fr and card.note_en)


@each_card
def test_numbered_recommendations_follow_each_other(card: ReportCard) -> None:
    numbers = [int(item.number) for item in card.recommendations if item.number and item.number.isdigit()]
    assert numbers == list(range(1, len(numbers) + 1))


@each_card
def test_figure_reads_as_its_value(card: ReportCard) -> None:
    for figure in card.figures:
        assert re.search(number_pattern(figure), figure.text_fr), figure.text_fr
        assert figure.scale is None or figure.scale.rstrip("s") in figure.text_fr


@each_card
def test_french_is_typeset_and_calm(card: ReportCard) -> None:
    french = [card.scope_fr, card.summary_fr, *(item.text_fr for item in card.recommendations)]
    assert not [text for text in french if "'" in text or "!" in text]


@pytest.mark.skipif(not THEMES.exists(), reason="no taxonomy of themes")
@each_card
def test_themes_are_of_the_taxonomy(card: ReportCard) -> None:
    known = {theme["id"] for theme in yaml.safe_load(THEMES.read_text(encoding="utf-8"))}
    assert set(card.themes) <= known


@with_corpus
@each_card
def test_figures_stand_in_the_report(card: ReportCard) -> None:
    text = fold(report_text(card.key))
    assert [figure.text_fr for figure in card.figures if not re.search(number_pattern(figure), text)] == []


@with_corpus
@each_card
def test_sections_stand_in_the_report(card: ReportCard) -> None:
    text = fold(report_text(card.key))
    sections = {item.section for item in card.figures} | {item.section for item in card.recommendations}
    assert [section.label for section in sections if not re.search(heading_pattern(section), text)] == []


@with_corpus
@each_card
def test_card_is_in_our_own_words(card: ReportCard) -> None:
    size = LONGEST_RUN + 1
    report = words(report_text(card.key))
    runs = {tuple(report[i : i + size]) for i in range(len(report) - size + 1)}
    copied = []
    for text in own_words(card):
        ours = words(text)
        starts = [i for i in range(len(ours)) if tuple(ours[i : i + size]) in runs]
        copied += [" ".join(ours[i : i + size]) for i in starts]
    assert copied == []


def test_mistakes_name_file_entry_and_field(tmp_path: Path) -> None:
    good = yaml.safe_load((CARDS_DIR / "396018.yml").read_text(encoding="utf-8"))
    bad = yaml.safe_dump({**good, "colour": "red", "date": "soon"})
    (tmp_path / "396018.yml").write_text(bad, encoding="utf-8")
    (tmp_path / "396019.yml").write_text("key: [", encoding="utf-8")
    (tmp_path / "396020.yml").write_text(yaml.safe_dump(good), encoding="utf-8")
    with pytest.raises(SourcesRejected) as caught:
        load_report_cards(tmp_path)
    found = {(mistake.file, mistake.field) for mistake in caught.value.mistakes}
    wrong_fields = {("396018.yml", "colour"), ("396018.yml", "date")}
    assert found == wrong_fields | {("396019.yml", "-"), ("396020.yml", "key")}


def test_card_without_recommendations_must_say_why(tmp_path: Path) -> None:
    card = yaml.safe_load((CARDS_DIR / "396018.yml").read_text(encoding="utf-8"))
    (tmp_path / "396018.yml").write_text(yaml.safe_dump({**card, "recommendations": []}), encoding="utf-8")
    with pytest.raises(SourcesRejected, match="note_fr"):
        load_report_cards(tmp_path)


def test_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(SourcesRejected, match="no report card"):
        load_report_cards(tmp_path)
