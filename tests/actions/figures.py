"""Which figures an answer may hold: those of the rows it cites, and the few that can be counted from them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

from actions.answer import Answer
from actions.wording import moment
from knowledge.base import KnowledgeBase
from knowledge.calls import Call, calls
from knowledge.report_cards import load_report_cards

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")


def figures(text: str) -> set[str]:
    """The numbers of ``text``: « 1 912 641 », « 1912641.0 » and « 1,912,641 » are one."""
    found = set()
    for number in _NUMBER.findall(_GROUPS.sub("", text)):
        plain = re.sub(r",(?=\d{3}(?!\d))", "", number).replace(",", ".")
        parts = plain.split(".") if plain.count(".") > 1 else [plain]
        found.update(
            part.rstrip("0").rstrip(".") if "." in part else part.lstrip("0") or "0" for part in parts
        )
    return found


def unsupported(answer: Answer, base: KnowledgeBase, now: dt.datetime, asked: str = "") -> set[str]:
    """Figures of the answer that stand neither in its rows nor in the question."""
    return figures(answer.text) - figures(" ".join(_evidence(answer.rows, base, now))) - figures(asked)


def _evidence(rows: Iterable[str], base: KnowledgeBase, now: dt.datetime) -> list[str]:
    cited = [row.split(":", 1) for row in rows]
    texts = [text for kind, identifier in cited for text in _row(base, kind, identifier, now)]
    challenges = [identifier for kind, identifier in cited if kind == "challenge"]
    return texts + _counted(base, cited, challenges)


def _row(base: KnowledgeBase, kind: str, identifier: str, now: dt.datetime) -> list[str]:
    if kind == "call":
        return _call(next(c for c in calls(base) if c.id == identifier), base, now)
    if kind == "report":
        return [str(card) for card in load_report_cards() if card.key == identifier]
    if kind not in ("statement", "faq", "challenge", "step"):
        raise AssertionError(f"unknown kind of row: {kind}")
    found = base.rows(f"select * from {kind} where cast(id as text) = ?", (identifier,))
    assert len(found) == 1, f"{kind}:{identifier} is in no table"
    texts = [str(found[0][column]) for column in found[0].keys() if column not in ("id", "quote")]  # noqa: SIM118
    if kind == "statement":
        texts += _promotion(base, found[0]["subject"])
    if kind == "challenge":
        texts += _promotion(base, found[0]["promotion"])
        for table, column in (
            ("challenge_town", "town"),
            ("challenge_person", "person"),
            ("challenge_person", "job"),
        ):
            linked = base.rows(f"select {column} as text from {table} where challenge = ?", (identifier,))
            texts += [str(row["text"]) for row in linked if row["text"]]
        named = (
            "select a.name as text from administration a join challenge_administration h on "
            "h.administration = a.id"
        )
        texts += [row["text"] for row in base.rows(f"{named} where h.challenge = ?", (identifier,))]
    return texts


def _promotion(base: KnowledgeBase, identifier: str) -> list[str]:
    rows = base.rows("select label_fr, label_en, year from promotion where id = ?", (identifier,))
    return [str(value) for row in rows for value in tuple(row)]


def _call(call: Call, base: KnowledgeBase, now: dt.datetime) -> list[str]:
    times = [call.opens, call.closes, call.first_deadline]
    texts = [moment(time, True, lang) for time in times if time for lang in ("fr", "en")]
    texts += [call.title_fr, call.title_en, call.procedure_fr, call.procedure_en]
    texts += [text for variant in call.variants for text in (variant.text_fr, variant.text_en)]
    if call.status(now) == "open" and call.closes:
        texts.append(str((call.closes.date() - now.date()).days))
    return texts


def _counted(base: KnowledgeBase, cited: list[list[str]], challenges: list[str]) -> list[str]:
    """How many rows there are, how many in each promotion, how many people they name, of each trade."""
    subjects = {
        row["subject"]
        for kind, identifier in cited if kind == "statement"
        for row in base.rows("select subject from statement where id = ?", (identifier,))
    }  # fmt: skip
    texts = [str(sum(subject.isdigit() for subject in subjects))]
    if not challenges:
        return texts
    marks = ", ".join("?" * len(challenges))
    promotions = base.rows(f"select promotion from challenge where id in ({marks})", challenges)
    counts = Counter(row["promotion"] for row in promotions)
    people = base.rows(
        "select p.person, p.job, c.promotion from challenge_person p join challenge c on c.id = p.challenge"
        f" where p.role = 'eig' and c.id in ({marks})",
        challenges,
    )
    groups: dict[tuple[str, str], set[str]] = {}
    for row in people:
        job = str(row["job"]).lower()
        for trade in ("", job[:8]):
            groups.setdefault((trade, ""), set()).add(row["person"])
            groups.setdefault((trade, row["promotion"]), set()).add(row["person"])
    return [*texts, str(len(challenges)), *map(str, counts.values()), *(str(len(g)) for g in groups.values())]
