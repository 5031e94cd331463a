"""Challenges and the people named with them, by any combination of criteria."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.base import KnowledgeBase
from knowledge.citations import COLUMNS, Cited, from_row
from knowledge.text import content_stems


@dataclass(frozen=True)
class Challenge:
    """A challenge as the list and its card show it."""

    id: str
    name: str
    promotion: str
    administration_text: str
    town: str | None
    summary_fr: str
    summary_en: str
    code_url: str | None
    site_url: str | None
    page_url: str | None

    def summary(self, lang: str) -> str:
        """What it does, in one or two sentences."""
        return self.summary_en if lang == "en" else self.summary_fr


@dataclass(frozen=True)
class Involvement:
    """A person in a challenge: ``role`` is « eig » or « mentor »."""

    person: str
    role: str
    job: str | None
    challenge: str


@dataclass(frozen=True)
class ChallengeFilter:
    """Criteria combined with *and*; several values of one criterion with *or*. Empty means any."""

    promotions: tuple[str, ...] = ()
    administrations: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    """Towns where the challenge must not be; those without a known town do not count."""
    apart_from: tuple[str, ...] = ()
    """Challenges left out."""


def find_challenges(base: KnowledgeBase, criteria: ChallengeFilter) -> list[Challenge]:
    """The challenges that meet ``criteria``, by promotion then name."""
    clauses, parameters = ["1"], list[str]()
    for values, clause in (
        (criteria.promotions, "c.promotion in ({})"),
        (criteria.towns, "c.id in (select challenge from challenge_town where town in ({}))"),
        (criteria.outside, "c.id not in (select challenge from challenge_town where town in ({}))"),
        (
            criteria.administrations,
            "c.id in (select challenge from challenge_administration where administration in ({}))",
        ),
        (criteria.apart_from, "c.id not in ({})"),
        (criteria.skills, "c.id in (select challenge from challenge_skill where skill in ({}))"),
        (criteria.themes, "c.id in (select challenge from challenge_theme where theme in ({}))"),
    ):
        if values:
            clauses.append(clause.format(", ".join("?" * len(values))))
            parameters += values
    if criteria.outside:
        clauses.append("c.town is not null")
    rows = base.rows(
        "select c.* from challenge c join promotion p on p.id = c.promotion"
        f" where {' and '.join(clauses)} order by p.year, p.id, c.name collate nocase",
        parameters,
    )
    return [_challenge(row) for row in rows]


def count_challenges(base: KnowledgeBase) -> int:
    """How many challenges the base holds, of all promotions."""
    return int(base.rows("select count(*) from challenge")[0][0])


def challenges_by_id(base: KnowledgeBase, ids: Sequence[str]) -> list[Challenge]:
    """The challenges with these ids, in that order."""
    if not ids:  # of most messages: no challenge was listed or spoken of
        return []
    rows = base.rows(f"select * from challenge where id in ({', '.join('?' * len(ids))})", ids)
    found = {row["id"]: _challenge(row) for row in rows}
    return [found[identifier] for identifier in ids if identifier in found]


def forms_of_challenges(base: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Every form under which each challenge is named: « MI - matchID », « matchID »."""
    found: dict[str, tuple[str, ...]] = {}
    for row in base.rows("select ref, form from name where kind = 'challenge'"):
        found[row["ref"]] = (*found.get(row["ref"], ()), row["form"])
    return found


def people_of(base: KnowledgeBase, challenge: str) -> list[Involvement]:
    """The EIGs, then the mentors, named with one challenge."""
    rows = base.rows(
        "select person, role, job, challenge from challenge_person where challenge = ? order by role, rowid",
        (challenge,),
    )
    return [Involvement(row["person"], row["role"], row["job"], row["challenge"]) for row in rows]


def involvements_of(base: KnowledgeBase, person: str) -> list[Involvement]:
    """The challenges one person is named with."""
    rows = base.rows("select person, role, job, challenge from challenge_person where person = ?", (person,))
    return [Involvement(row["person"], row["role"], row["job"], row["challenge"]) for row in rows]


def other_towns(base: KnowledgeBase, challenge: str) -> list[tuple[str, Cited]]:
    """Towns that other sources give for one challenge, with those sources."""
    rows = base.rows(
        f"select t.town, {COLUMNS.format('t')} from challenge_town t join source s on s.id = t.source"
        " where t.challenge = ?",
        (challenge,),
    )
    return [(row["town"], from_row(row)) for row in rows]


def tags_of(base: KnowledgeBase, challenge: str, kind: str, lang: str) -> list[str]:
    """Labels of the skills or themes (``kind``) of a challenge."""
    if kind not in ("skill", "theme"):
        raise ValueError(f"kind is skill or theme, not {kind!r}")
    rows = base.rows(
        f"select t.label_{'en' if lang == 'en' else 'fr'} as label from challenge_{kind} l"
        f" join {kind} t on t.id = l.{kind} where l.challenge = ? order by 1",
        (challenge,),
    )
    return [row["label"] for row in rows]


def labels(base: KnowledgeBase, kind: str, lang: str) -> dict[str, str]:
    """Every skill, theme or administration with its label."""
    column = "name" if kind == "administration" else f"label_{'en' if lang == 'en' else 'fr'}"
    if kind not in ("skill", "theme", "administration"):
        raise ValueError(f"kind is skill, theme or administration, not {kind!r}")
    return {row["id"]: row["label"] for row in base.rows(f"select id, {column} as label from {kind}")}


def _challenge(row: sqlite3.Row) -> Challenge:
    return Challenge(
        row["id"], row["name"], row["promotion"], row["administration_text"], row["town"], row["summary_fr"],
        row["summary_en"], row["code_url"], row["site_url"], row["page_url"],
    )  # fmt: skip


def challenges_mentioning(base: KnowledgeBase, text: str) -> frozenset[str]:
    """Ids of the challenges whose name, aliases, host or summary hold every meaningful word of ``text``."""
    wanted = set(content_stems(text))
    rows = base.rows(
        "select c.id, c.name || ' ' || c.administration_text || ' ' || c.summary_fr || ' ' || "
        "c.summary_en || ' ' ||"
        " coalesce((select group_concat(form, ' ') from name where kind = 'challenge' and ref = c.id), "
        "'') as prose"
        " from challenge c"
    )
    return frozenset(row["id"] for row in rows if wanted <= set(content_stems(row["prose"])))


def hosts_of(base: KnowledgeBase, challenge: str, direct: bool = True) -> list[str]:
    """Ids of the administrations that host a challenge themselves, or of those above them."""
    rows = base.rows(
        "select administration from challenge_administration where challenge = ? and direct = ? order by "
        "rowid",
        (challenge, int(direct)),
    )
    return [row["administration"] for row in rows]
