"""What a report says of itself: to whom it is written, who signed it, who headed the body, who replied.

That stands in the covering letter, in the head of a letter to a minister and in the account of the audit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.reports.models import PassageRow, Place, TableRow
from knowledge.reports.name_forms import KINDS, name_tokens
from knowledge.text import fold, sentences, stems

_TITLE = r"(?:MM?\.|M(?:me|mes|lle|r)\b\.?|Monsieur|Messieurs|Madame|Mesdames)"
_NAME = r"(?!L(?:e|a|es)\b)[A-ZÀ-Ý][\w’'.-]*"
_PERSON = rf"{_TITLE} {_NAME}(?: (?:d[eu]s? |la |le )?{_NAME}){{0,3}}"
_BETWEEN = (
    r"(?:[,( ]|alors|ancien(?:ne)?|actuel(?:le)?|précédente?|nouveau|nouvelle|élue?|désignée?|en|sa|qualité"
    r"|et|d[eu]|d['’]|est|était|a été|comme|le|la|l['’]|sénateur-|sénatrice-|députée?-){0,8}"
)
_ADDRESSED = re.compile(rf"(?:à )?({_TITLE} (?:{_NAME}|l[ea] ).*)", re.DOTALL)
_NO_OFFICE = re.compile(
    r"\d|^(?:à$|le président$|réf\b|objet\b|dossier\b|hôtel|mairie|rue\b|place\b|avenue\b|route\b|boulevard\b"
    r"|quai\b|parc\b|z\.?[aci]\.?\b)",
    re.IGNORECASE,
)
_CLERK = re.compile(r"\b(?:greff|auxiliaire)", re.IGNORECASE)
_SALUTATION = re.compile(r"^((?:Monsieur|Madame|Messieurs|Mesdames) [^.]{3,60}),$", re.MULTILINE)
_CLOSING = re.compile(r"\b(?:agréer|de croire|votre réponse|compte rendu|mettre en ligne)\b")
_NAME_ALONE = re.compile(
    r"(?!Monsieur|Madame)[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?: [A-ZÀ-Ý][\w’'-]+){1,3}"
)
_ACCOUNT = re.compile(
    r"examen de (?:la |sa )?gestion .{0,200}(?:ouvert|par lettre)|entretiens? (?:préalables?|de fin)"
    r"|observations provisoires .{0,90}(?:transmis|adress|communiqu|notifi)",
    re.DOTALL,
)
_REPLIED = re.compile(
    r"\b(?:a|ont) (?:\w+ )?répondu|réponses? (?:\w+ ){0,4}(?:enregistr|reçue|jointe|apportée|parvenue)"
    r"|joint\w* .{0,40}réponses?\b|accompagné.{0,25}réponses?\b|intégrant l\w+ réponses?\b"
    r"|(?:adressé|transmis|parvenir|produit) .{0,40}réponses?\b|\bréponses? (?:du \d|de M)"
    r"|\b(?:pas|aucune|sans) (?:\w+ ){0,5}(?:de )?réponses?\b|\bpas répondu",
    re.IGNORECASE,
)
_ANY_REPLY = re.compile(
    r"disposent d.un delai|des lors qu|examine les reponses|\baurez\b|si elle|\bsuites\b|en ligne"
    r"|ces reponses|transmis\w* (?:au|a la|a m)\b|doi(?:t|vent) etre|assemblee deliberante|confidential"
)
"""What is said of any reply, not of one received."""
_OF_THE_COURT = re.compile(
    r"delibere|comite du rapport|president de (?:la \w+ )?(?:chambre|section)|premier president"
)
_TOLD = re.compile(
    r"\b(?:en|dans (?:sa|leur)|par sa) réponse\b(?! aux? (?:besoin|sollicit|demande))"
    r"|\b(?:répond|a répondu) qu(?:['’]|e l)"
    r"|\b(?:l['’]ordonnat(?:eur|rice)|l[ea] maire|l[ea] président|l[ea] direct(?:eur|rice))e?\b"
    r"(?! d[eu] la république).{0,50}\b(?:indiqu|précis|expliqu|justifi|soutien|fai\w* valoir|conteste"
    r"|affirm|s['’]est engagé|s['’]engage)",
    re.IGNORECASE,
)
_FRONT = frozenset({"front", "procedure"})
_SHORTEST = 80
_SECTIONS_OF_A_LETTER = 1
"""A letter's head stands before the second heading."""


@dataclass(frozen=True)
class Said:
    """Words of a report, and where they stand."""

    text: str
    place: Place


def addressees(passages: Sequence[PassageRow], tables: Sequence[TableRow]) -> list[Said]:
    """To whom a report is sent, with the office: of the table at the head of a letter, else of its lines."""
    rows = [
        (cell.strip(), table.place)
        for table in tables
        if table.section <= _SECTIONS_OF_A_LETTER
        for row in (*table.header, *table.rows)
        for cell in row
        if cell.strip()
    ]
    lines = [(line, p.place) for p in passages if p.kind == "front" for line in p.text.split("\n")]
    head = [
        (line, p.place) for p in passages if p.section <= _SECTIONS_OF_A_LETTER for line in p.text.split("\n")
    ]
    found = _addressed(rows) or _addressed(lines) or _named_after_to(head)
    if found:
        return found
    greeted = (
        (m.group(1), p.place) for p in passages if p.kind == "front" for m in _SALUTATION.finditer(p.text)
    )
    return [Said(text, place) for text, place in greeted][:1]


def _named_after_to(lines: Sequence[tuple[str, Place]]) -> list[Said]:
    """The person, with the office below, named under a line that says only « à »."""
    for (before, _), (name, place), (office, _) in zip(lines, lines[1:], lines[2:], strict=False):
        if before.strip() == "à" and _NAME_ALONE.fullmatch(name):
            return [Said(name if _NO_OFFICE.search(office) else f"{name}\n{office}", place)]
    return []


def _addressed(lines: Sequence[tuple[str, Place]]) -> list[Said]:
    found: dict[str, Said] = {}
    for at, (line, place) in enumerate(lines):
        named = _ADDRESSED.fullmatch(line)
        if named is None or line.endswith((",", ".")) or _CLERK.search(line):
            continue
        office = [named.group(1)]
        for after, _ in lines[at + 1 : at + 3]:
            if _ADDRESSED.fullmatch(after) or _NO_OFFICE.search(after) or after.isupper():
                break
            office.append(after)
        found.setdefault(named.group(1), Said("\n".join(office), place))
    return list(found.values())


def sent_to(passages: Sequence[PassageRow]) -> list[Said]:
    """The sentences that name those to whom the report, or what came before it, was sent."""
    sent = re.compile(rf"\b(?:communiqu|transmis|notifi|adress|envoy)\w+ .{{0,80}}{_PERSON}")
    return [s for s in _sentences(_account(passages)) if sent.search(s.text)]


def names_a_person(text: str) -> bool:
    """Whether a title stands before a name: « Madame Anne Dupont », not « Madame la Présidente »."""
    return re.search(_PERSON, text) is not None


def signatory(passages: Sequence[PassageRow]) -> Said | None:
    """The name under a letter: the first line with a name and nothing else after its last formula."""
    for passage in [*(p for p in passages if p.kind == "front"), *passages[-2:]]:
        lines = passage.text.split("\n")
        closing = [at for at, line in enumerate(lines) if _CLOSING.search(line)]
        names = [line.strip() for line in lines[closing[-1] + 1 :]] if closing else []
        signed = next((n for n in names if _NAME_ALONE.fullmatch(n) and not KINDS & {*name_tokens(n)}), None)
        if signed:
            return Said(signed, passage.place)
    return None


def heads(
    passages: Sequence[PassageRow], role: str | None, names: frozenset[str], everywhere: bool = True
) -> list[Said]:
    """The sentences that name who held an office, of any that heads a body when ``role`` is None.

    Those of the account of the audit, which may say « ordonnateur » for any of them; else with ``everywhere``
    of the whole report. ``names`` are the words of the name of the body audited.
    """
    office = rf"(?:{role})" if role else r"(?:maire|président|direct)"
    account = _account(passages)
    for held, where in ((office, account), ("ordonnat", account), (office, passages if everywhere else ())):
        told = [s for s in _sentences(where) if _names_the_head(s.text, held, names)]
        if told:
            return told
    return []


def _names_the_head(sentence: str, office: str, names: frozenset[str]) -> bool:
    after = re.compile(rf"{_PERSON}{_BETWEEN}\b(?i:{office})\w*(?P<of>.{{0,40}})")
    before = re.compile(
        rf"\b(?i:{office})\w*(?P<of>(?:(?!chambre|adress|lettre|à |[.;()]).){{0,40}}) ?{_PERSON}"
    )
    if _OF_THE_COURT.search(fold(sentence)):
        return False
    found = [*after.finditer(sentence), *before.finditer(sentence)]
    return any(_of_the_body(match.group("of"), names) for match in found)


def _of_the_body(complement: str, names: frozenset[str]) -> bool:
    """Whether what follows the office names no other body: « président de la CCI »."""
    of = re.match(r"\w*(?: général\w*)? (?:d[eu]s? |d['’])(?:la |l['’])?(.+)", complement)
    said = {*name_tokens(of.group(1))} if of else set()
    return not said or bool(said & (names | KINDS)) or bool(re.match(r"\d|puis", of.group(1) if of else ""))


def replies(passages: Sequence[PassageRow]) -> list[Said]:
    """The sentences that tell whether a reply was received, from whom and when."""
    account = [*_account(passages), *(p for p in passages[-2:] if p.kind == "text")]
    return [
        s
        for s in dict.fromkeys(_sentences(account))
        if _REPLIED.search(s.text) and not _ANY_REPLY.search(fold(s.text))
    ]


def replied(passages: Sequence[PassageRow], wanted: frozenset[str]) -> list[Said]:
    """The sentences in which a report recounts a reply, those that hold one of the stems ``wanted``, if any.

    A short one only points back to what stands before it: « L'ordonnateur partage cette analyse. »
    """
    text = [p for p in passages if p.kind == "text"]
    told = [s for s in _sentences(text) if len(s.text) >= _SHORTEST and _TOLD.search(s.text)]
    if not wanted:
        return told
    told = [s for s in told if wanted & set(stems(s.text))]
    return sorted(told, key=lambda s: -len(wanted & set(stems(s.text))))


def _account(passages: Sequence[PassageRow]) -> list[PassageRow]:
    return [p for p in passages if p.kind in _FRONT or _ACCOUNT.search(p.text)]


def reply_text(passages: Sequence[PassageRow]) -> list[PassageRow]:
    """The passages of the reply itself, where the file holds it under a heading of its own."""
    return [p for p in passages if p.place.path and re.match(r"\W*reponses?\b", fold(p.place.path[0]))]


def _sentences(passages: Sequence[PassageRow]) -> Iterator[Said]:
    for passage in passages:
        for line in passage.text.split("\n"):
            for sentence in sentences(line):
                yield Said(sentence, passage.place)
