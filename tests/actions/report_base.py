"""Bases of invented reports, understood by the real rules for figures but with bodies given.

A small one of three like reports, which only their names tell apart, and a wider one on different matters.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.question import Question, read_message
from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import going_on
from knowledge.reports.base import ReportBase
from knowledge.reports.ingest import add
from tests.knowledge.reports.builders import StubExtractor, html_report
from tests.knowledge.reports.invented import make_wide_base

CATALOGUE = """Clé;Date du document;Nombre;Titre;Type document;Juridiction
101;03/02/2016;1;Commune de Valbrune;Rapport d'?observations définitives;CRTC
102;05/03/2016;1;Commune de Montclair;Rapport d'?observations définitives;CRTC
103;05/03/2015;1;Hôpital de Valbrune;Rapport d'?observations définitives;CRTC
"""


def make_base(folder: Path) -> Path:
    """Write the reports under ``folder`` and store them; the path of the base."""
    reports = folder / "reports"
    reports.mkdir(parents=True)
    (reports / "catalogue.csv").write_bytes(CATALOGUE.encode("cp1252"))
    names = {"101": "Valbrune", "102": "Montclair", "103": "l’hôpital"}
    for number, (key, name) in enumerate(names.items()):
        (reports / f"{key}.html").write_bytes(html_report(name, debt=f"{number + 2} 500"))
    path = folder / "data" / "reports.sqlite3"
    outcome = add(reports, path, extractor=StubExtractor(), workers=1)
    assert outcome.added == 3, outcome
    return path


def desk_with(base: ReportBase | None) -> Any:
    """The part of the desk that answers on reports need."""
    return SimpleNamespace(
        reports=base,
        search=SimpleNamespace(search=lambda *_: [], fits=lambda *_: {}),
        unpublished=(),
        vocabulary=frozenset(),
        contact_email=lambda: "contact@programme.test",
    )


def wide_desk(folder: Path) -> Any:
    """A desk with the nine reports on nine matters, stored under ``folder``."""
    return desk_with(ReportBase(make_wide_base(folder)))


def asked(text: str, intent: str, focus: Focus | None = None, lang: str = "fr") -> Question:
    """A message understood as ``intent``."""
    message = {
        "text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": [],
        "metadata": {"lang": lang},
    }  # fmt: skip
    return read_message(message, focus or Focus(), dt.datetime(2026, 4, 1))


def focus_after(question: Question, answer: Answer) -> Focus:
    """What the next message may point back to, as it is kept between turns."""
    return Focus.from_slot(next_focus(question, answer).to_slot())


def follow(text: str, intent: str, focus: Focus, desk: Any) -> Answer:
    """The answer to a message that must go on about what was spoken of."""
    on = going_on(asked(text, intent, focus), desk)
    assert on is not None, text
    return ask_reports(on, desk)


def told_of_montclair(desk: Any) -> Focus:
    """A conversation in which the report on the debt of Montclair was just told of."""
    question = asked("Que dit le rapport de la dette de Montclair ?", "report_search")
    answer = ask_reports(question, desk)
    assert answer.sources[0].report == "102"
    return focus_after(question, answer)


def reports_told(answer: Answer) -> set[str | None]:
    """The reports that an answer rests on."""
    return {source.report for source in answer.sources}
