"""Frequent questions, addresses to write to, and steps of each promotion's year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.base import KnowledgeBase
from knowledge.citations import COLUMNS, Cited, citations_of, from_row


@dataclass(frozen=True)
class FaqEntry:
    """A question's answer, with the promotions or dates for which it holds."""

    id: str
    audience: str
    question_fr: str
    question_en: str
    answer_fr: str
    answer_en: str
    promotions: tuple[str, ...]
    cited: tuple[Cited, ...]
    asked: str = ""
    """All the ways the question is asked, a line each."""
    published: bool = True
    """Whether a source gives the answer; otherwise the text says that none does, and what is known."""
    outside: bool = False
    """Whether the question has nothing to do with the programme or the reports: the text says who answers."""

    def answer(self, lang: str) -> str:
        """The answer in ``lang``."""
        return self.answer_en if lang == "en" else self.answer_fr

    def question(self, lang: str) -> str:
        """The question as a person would ask it, for « vouliez-vous dire »."""
        return self.question_en if lang == "en" else self.question_fr


@dataclass(frozen=True)
class ContactAddress:
    """An address of the programme, and whether it is the one of today."""

    id: str
    email: str | None
    url: str | None
    label_fr: str
    label_en: str
    audience: str
    current: bool
    cited: Cited

    def label(self, lang: str) -> str:
        """What the address is for."""
        return self.label_en if lang == "en" else self.label_fr


@dataclass(frozen=True)
class Step:
    """A day or span in a promotion's year: jury, start, end, event (ISO dates)."""

    id: int
    promotion: str
    kind: str
    starts: str
    ends: str | None
    text_fr: str
    text_en: str
    cited: Cited

    def text(self, lang: str) -> str:
        """What happened, as a sentence."""
        return self.text_en if lang == "en" else self.text_fr


def faq_entries(base: KnowledgeBase, ids: Sequence[str]) -> list[FaqEntry]:
    """The entries with these ids, in that order."""
    rows = base.rows(f"select * from faq where id in ({', '.join('?' * len(ids))})", ids)
    found = {}
    for row in rows:
        questions = base.rows(
            "select lang, text from faq_question where faq = ? order by rowid", (row["id"],)
        )
        fr = [q["text"] for q in questions if q["lang"] == "fr"]
        en = [q["text"] for q in questions if q["lang"] == "en"]
        promotions = base.rows("select promotion from faq_promotion where faq = ?", (row["id"],))
        found[row["id"]] = FaqEntry(
            row["id"], row["audience"], fr[0], (en or fr)[0], row["answer_fr"], row["answer_en"],
            tuple(p["promotion"] for p in promotions), citations_of(base, "faq", row["id"]),
            "\n".join([*fr, *en]), bool(row["published"]), bool(row["outside"]),
        )  # fmt: skip
    return [found[identifier] for identifier in ids if identifier in found]


def every_entry(base: KnowledgeBase) -> list[FaqEntry]:
    """Every FAQ entry."""
    return faq_entries(base, [row["id"] for row in base.rows("select id from faq")])


def current_address(base: KnowledgeBase) -> str:
    """The programme's e-mail address, empty when the base has none."""
    return next((contact.email for contact in contacts(base) if contact.email), "")


def contacts(base: KnowledgeBase) -> list[ContactAddress]:
    """Every address, the current one first."""
    rows = base.rows(
        f"select c.*, {COLUMNS.format('c')} from contact c join source s on s.id = c.source"
        " order by c.current desc, coalesce(c.valid_from, '') desc"
    )
    return [
        ContactAddress(
            row["id"], row["email"], row["url"], row["label_fr"], row["label_en"], row["audience"],
            bool(row["current"]), from_row(row),
        )
        for row in rows
    ]  # fmt: skip


def steps(base: KnowledgeBase, promotions: Sequence[str], kinds: Sequence[str]) -> list[Step]:
    """The steps of these promotions and kinds (all when empty), in order of time."""
    clauses, parameters = ["1"], list[str]()
    for column, values in (("t.promotion", promotions), ("t.kind", kinds)):
        if values:
            clauses.append(f"{column} in ({', '.join('?' * len(values))})")
            parameters += values
    rows = base.rows(
        f"select t.*, {COLUMNS.format('t')} from step t join source s on s.id = t.source"
        f" where {' and '.join(clauses)} order by t.starts",
        parameters,
    )
    return [
        Step(
            r["id"],
            r["promotion"],
            r["kind"],
            r["starts"],
            r["ends"],
            r["text_fr"],
            r["text_en"],
            from_row(r),
        )
        for r in rows
    ]
