"""Quotations in a row, and those which a talk has shown already."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from actions.answer import Answer, Quote, Source
from actions.conversation.focus import Focus
from actions.reports.passages.quotations import beside, quotation, quotations, quoted_after, without_said
from knowledge.reports.models import Place
from knowledge.text import stems


def _hit(report: str, section: str) -> Any:
    summary = SimpleNamespace(id=report, title=f"Rapport {report}", jurisdiction="CRC", date=None)
    return SimpleNamespace(report=summary, place=Place("s1-b1", (section,)), text="Dit.", kind="text")


def _asked(focus: Focus | None = None, text: str = "et la dette ?") -> Any:
    return SimpleNamespace(text=text, focus=focus or Focus())


def test_titles_are_said_once_for_quotations_in_a_row() -> None:
    hits = [
        _hit("1", "La dette"),
        _hit("1", "La dette"),
        _hit("1", "Le personnel"),
        _hit("2", "Le personnel"),
    ]
    headings = [quote.heading for quote, _ in quotations(hits)]
    assert headings == ["Rapport 1 – La dette", None, "Rapport 1 – Le personnel", "Rapport 2 – Le personnel"]
    headings = [quote.heading for quote, _ in quotations(hits[:3])]
    assert headings == ["Rapport 1 – La dette", None, "Le personnel"]
    assert all(source.title.startswith("Rapport") for _, source in quotations(hits))


def test_the_title_that_was_just_said_is_not_said_again() -> None:
    hits = [_hit("1", "La dette"), _hit("1", "Le personnel")]
    assert [quote.heading for quote, _ in quotations(hits, "1")] == ["La dette", "Le personnel"]


def test_a_passage_shown_before_is_quoted_again_in_short_unless_it_is_the_first() -> None:
    long = f"{'La commune a un port. ' * 60}La dette est de 3 M€."
    texts = (("Première.", "A"), (long, "B"), ("Troisième.", None))
    quotes = [Quote(text, f"report:1:{heading}", heading) for text, heading in texts]
    quoted = [(quote, Source(quote.source, "Rapport 1")) for quote in quotes]
    hits: Any = [SimpleNamespace(kind="text", wanted=frozenset(stems("dette"))) for _ in quotes]
    assert beside(quoted, hits, _asked()) == quotes
    told = Focus(quoted=quoted_after(_asked(), Answer("answered", "", tuple(quotes[:2]))))
    assert beside(quoted, hits, _asked(told, "pourquoi ?")) == quotes
    first, second, third = beside(quoted, hits, _asked(told))
    assert (first, third) == (quotes[0], quotes[2])
    assert "La dette est de 3 M€." in second.text and len(second.text) <= 700
    again = Focus(quoted=quoted_after(_asked(told), Answer("answered", "", (second,))))
    assert beside(quoted, hits, _asked(again)) == [quotes[0], Quote("Troisième.", "report:1:None", "B")]


def test_the_talk_remembers_across_the_slot() -> None:
    told = Focus(quoted=("report:1:a#0",))
    assert Focus.from_slot(told.to_slot()) == told


def test_a_sentence_told_just_before_is_left_out_of_the_quotations_beside_it() -> None:
    sentence = "Elle compte 23 020 habitants."
    other = "La commune est membre de la communauté urbaine, dont elle est l’une des deux villes centre."
    quotes = [Quote(sentence, "1", "Rapport"), Quote(f"{sentence} {other}", "2"), Quote(other, "3")]
    left = without_said(quotes, [f"… {sentence}"])
    assert [(quote.text, quote.heading) for quote in left] == [(f"[…] {other}", "Rapport"), (other, None)]


def test_a_heading_over_several_columns_is_said_once() -> None:
    hit = _hit("1", "Les impôts")
    hit.kind, hit.quote = "table", "| Taxe | Taxe | CFE\n2013 | 0 | 0 | 12"
    assert quotation(hit)[0].text == "| Taxe |  | CFE\n2013 | 0 | 0 | 12"
