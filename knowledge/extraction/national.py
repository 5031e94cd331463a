"""Bodies concerned by the Cour's own reports: those its title names and, for a référé, those it is
addressed to.
"""

import re
from collections import Counter

from knowledge.extraction import names
from knowledge.extraction.acronyms import defined_acronym
from knowledge.extraction.kinds import kinds, split_kind
from knowledge.extraction.lines import Line
from knowledge.extraction.mentions import Known, known_organisations
from knowledge.reports.document import Locator
from knowledge.reports.extracted import OrganisationMention
from knowledge.text import fold

_WITH_ACRONYM = re.compile(r"(?P<before>[^()]{4,160}?)\s\((?P<acronym>[A-Z][A-Za-z]{1,12})\)")
_ADDRESSEE = re.compile(
    r"\b(?:ministre|secrétaire d['’][EÉ]tat)\s(?P<portfolio>(?:chargée?\s)?(?:de|du|des|d['’]|à)\s?(?:l['’]"
    r"|la |les )?[a-zéèêîôûç][^,;:.|\n]{3,110})",
    re.IGNORECASE,
)
_HEAD_LINES = 30
_DEFINING_LINES = 150
_LONGEST_NAME = 8
"""Words of the longest title that is a name: « La journée mémoire et engagement »."""
_PRIME_MINISTER = re.compile(r"\bpremier ministre\b", re.IGNORECASE)


def find_national_bodies(title: str, lines: list[Line]) -> tuple[OrganisationMention, ...]:
    """Bodies named in the title, then the ministries addressed on the first page; empty when neither names
    any.
    """
    found: dict[str, OrganisationMention] = {}
    for name, kind, aliases in (*_in_title(title), *_own_acronym(title, lines), *_addressed(lines)):
        found.setdefault(fold(name), _mention(name, kind, aliases, lines))
    return tuple(found.values())


def _own_acronym(title: str, lines: list[Line]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What the title names as a whole, where the text calls it by an acronym that the title does not give: it
    is known by that too.
    """
    named = re.sub(
        r"^(?:la|le|les|l['’]) ?", "", re.split(r"[\[(:.,]", title)[0].strip(), flags=re.IGNORECASE
    )
    if not 1 < len(named.split()) <= _LONGEST_NAME:
        return []
    acronym = defined_acronym(named, named, "\n".join(line.text for line in lines[:_DEFINING_LINES]))
    return [(named, "organisation", (acronym,))] if acronym and f"({acronym})" not in title else []


def _in_title(title: str) -> list[tuple[str, str, tuple[str, ...]]]:
    text = re.sub(r"\[[^\]]*\]", "", title).replace("’", "'")
    bodies: list[tuple[str, str, tuple[str, ...]]] = []
    for match in _WITH_ACRONYM.finditer(text):
        known = known_organisations().get(match["acronym"])
        if known is not None:
            bodies.append((known.name, known.kind, known.aliases))
            continue
        body = _last_body(match["before"])
        if body is not None:
            bodies.append((body[0], body[1], (match["acronym"],)))
    folded = fold(text)
    for form, known in known_organisations().items():
        if len(form) > 4 and re.search(rf"\b{re.escape(fold(form))}\b", folded) and not known.ambiguous:
            bodies.append((known.name, known.kind, known.aliases))
    return bodies


def _last_body(words: str) -> tuple[str, str] | None:
    """The name of a body that ends `words`, from the last kind phrase on (« … par la direction générale
    des… »).
    """
    starts = [match.start() for match in re.finditer(r"(?<![\w'])\w", words)]
    for start in starts:
        if not words[start].isupper():
            continue
        prefix = split_kind(words[start:])
        if (
            prefix is not None
            and prefix.rest
            and prefix.kind.id not in ("territory", "company", "port", "commune")
        ):
            return re.sub(r"^(?:la |le |les |l')", "", words[start:], flags=re.IGNORECASE), prefix.kind.id
    return None


def _addressed(lines: list[Line]) -> list[tuple[str, str, tuple[str, ...]]]:
    bodies: list[tuple[str, str, tuple[str, ...]]] = []
    for line in lines[:_HEAD_LINES]:
        texts = (
            [line.text]
            if line.table is None
            else [c for row in (*line.table.header, *line.table.rows) for c in row]
        )
        for text in dict.fromkeys(texts):
            if len(text) > 400:
                continue
            if _PRIME_MINISTER.search(text):
                bodies.append(("Premier ministre", "ministry", ("services du Premier ministre", "Matignon")))
            for match in _ADDRESSEE.finditer(text):
                bodies.append(_ministry(match["portfolio"]))
    return list(dict.fromkeys(bodies))


def _ministry(portfolio: str) -> tuple[str, str, tuple[str, ...]]:
    """The ministry of a minister (« des affaires sociales et de la santé »), under its known name where it
    has one.
    """
    own = re.sub(r"\s+", " ", portfolio.replace("’", "'")).strip(" .").lower()
    own = re.sub(r"^chargée? ", "", own)
    words = Counter(names.core_of(own).split())
    best: tuple[int, Known | None] = (0, None)
    for form, known in known_organisations().items():
        if known.kind == "ministry" and form.startswith("minist"):
            shared = sum((words & Counter(names.core_of(form).split())).values())
            if shared > best[0]:
                best = (shared, known)
    if best[1] is not None:
        return best[1].name, "ministry", (f"ministère {own}", *best[1].aliases)
    return f"ministère {own}", "ministry", ()


def _mention(name: str, kind: str, aliases: tuple[str, ...], lines: list[Line]) -> OrganisationMention:
    forms = sorted({name, *aliases}, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(form).replace("'", "['’]") for form in forms) + r")\b")
    locators: list[Locator] = []
    count = 0
    for line in lines:
        hits = len(pattern.findall(line.text))
        if hits and len(locators) < 3:
            locators.append(line.locator)
        count += hits
    return OrganisationMention(
        name,
        kind if kind in kinds() else "organisation",
        "audited",
        max(1, count),
        tuple(dict.fromkeys(aliases)),
        None,
        tuple(locators),
    )
