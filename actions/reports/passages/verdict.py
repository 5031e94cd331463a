"""The sentence of a report that decides a question to be answered by yes or no, or « bonne ou mauvaise »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from actions.reports.matters import matter_of, named_beside
from actions.reports.passages.findings import Findings, is_synthesis
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import report_words, single
from knowledge.reports.models import PassageHit
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, sentences, stem, stems, words

_WHETHER = re.compile(
    r"\b(?:oui ou non|yes or no|ou (?:pas|non)|ou mauvaise?s?|c ?(?:est )?vrai)\b"
    r"|(?<!qu )\best ce qu"
    r"|\b\w+(?:-t)?-(?:ils?|elles?|on)\b|^\W*(?:is|are|was|were|did|does|do|has|have)\b"
    r"|\b(?:savoir|demand\w+|dire|dites.moi|dis.moi|know|wonder\w*|tell me)"
    r" (?:si|s ils?|s elles?|if|whether)\b"
    r"|\bc est (?:bien|mal|bon|normal|legal|grave)\b|\bca va(?: bien| mal)?\W*(?:$|(?=.*\bfinances?\b))"
    r"|\b(?:perd|gagn|perdai|gagnai)(?:e?nt|t|e)? de l argent\b"
    r"|(?<!y )\b(?:a|ont|avait|avaient) (?:des|beaucoup d\w*|bcp d\w*|trop d\w*) \w+\W*\?"
    r"|\b(?:est|sont|etait|etaient)(?: \w+)? (?:bonn?e?|sain|mauvais|correct|satisfaisant|regulier|endett"
    r"|deficitaire|rentable|chere?s?\b)\w*\W*$"
)
_OF_A_THING = re.compile(
    r"\b(?:combien|cb|quel(?:le)?s?|comment|pourquoi|pk|quand|qui|quoi|koi|que(?= \w+-(?:il|elle|on))|what"
    r"|why|how|when|who|which|where)\b"
)
_OR_WHAT = re.compile(r"\bou (?:quoi|koi)\b")
_HOW_IT_GOES = re.compile(r"\bcomment (?:vont|se port(?:e|ent))\b(?=.*\bfinances?\b)")
"""« en faillite ou quoi ? », « comment vont les finances ? » ask whether it is so, and whether it is well."""
_PARTS = re.compile(r"[,;.?!]|\bet\b")
_BALANCE = re.compile(
    r"\b(?:deficit\w*|excedent\w*|benefices?|pertes?|profitab\w+|rentab\w+|desequilibr\w+)\b"
    r"|\b(?:est|sont|etait|etaient|soit|reste\w*|a l.|resultats?(?: net\w*)?) (?:equilibre|beneficiaire)\w*\b"
    r"|\bresultats?(?: [\w'’]+){0,3} (?:est|sont|etait|etaient|reste\w*) (?:negati|positi)\w+\b"
)
HEALTH = re.compile(
    r"\b(?:sain(?:e|s|es)?|sante|satisfais\w+|bon(?:ne|s|nes)?|mauvais\w*|degrad\w+|preoccup\w+|fragile?s?|fragilite"
    r"|tendue?s?|critique|difficile|solid\w+|rouge|ruine\w*|faillite)\b"
    rf"|\bs.est (?:\w+ )?(?:nettement )?amelior\w+|{_BALANCE.pattern}"
)
_COURSE = re.compile(
    r"\b(?:augment\w+|haus+\w*|baiss\w*|diminu\w*|recul\w*|progress\w+|stables?|stabili\w+|inchange\w*|constant\w*"
    r"|reduit\w*|reduction|monte\w*)\b"
)
_RULE = re.compile(
    r"\b(?:conform\w*|irregul\w+|regulier\w*|respect(?!iv)\w+|inferieur\w*|superieur\w*|depass\w+|en deca"
    r"|eloigne\w*|au lieu d\w+)\b"
)
_LEVEL = re.compile(
    r"\b(?:chere?s?|couteu\w+|superieur\w*|inferieur\w*|modere\w*|au.dess(?:o?us)"
    r"|(?:plus|moins|tres|trop|assez|est|sont|reste\w*|niveau) (?:eleve\w*|faible\w*))\b"
)
_DEBT = re.compile(r"\b(?:sur)?endett\w+\b|\bdettes?\b")
_FAMILIES = (_BALANCE, _COURSE, _RULE, _LEVEL, _DEBT, HEALTH)
"""Words that answer one another: « ont-ils augmenté ? », « ils sont restés stables »."""
JUDGED = re.compile(
    rf"{HEALTH.pattern}|{_COURSE.pattern}|{_RULE.pattern}|{_LEVEL.pattern}"
    r"|\bn(?:e |['’])\w+(?: \w+)? (?:pas|plus|guere|jamais|aucun\w*)\b|\bne peu\w+\b|\baucune?\b|\bmaitris\w+"
    r"|\b(?:eleve|faible|insuffisan|surendett|modere|fortement|lourde?|important)\w*\b"
)
"""How a report says that something is so, is not, or how good it is."""
NO_FINDING = re.compile(
    r"\b(?:devrai\w+|devra|doit|doivent|pourrai\w+|permettrai\w+|recommand\w+|invit\w+|rappell\w+"
    r"|il convient|de nature a)\b|\bsi (?:l|il)"
    r"(?!.*\b(?:en revanche|toutefois|cependant|pour autant|neanmoins)\b)"
    r"|^l(?:a|e|es|.) ?(?:loi|decret|article|code)\b"
)
"""What should be, may be or is the law, is not what is."""
_ADVICE = re.compile(r"recommand|obligation|rappel")
_OVERALL = re.compile(
    r"\b(?:situation|sante|equilibre|structure) financier\w*|\bfinances\b"
    r"|\bresultats? (?:net|consolid|global|compt|excedent|deficit|benefic|positi|negati|budgetaire|d.exploit"
    r"|de l.exercice)"
)
"""What tells how a body is doing as a whole, where no part of it is asked about."""
_NUMBER = re.compile(r"\b(\d{1,3}(?:[\s.\u202f\u00a0]?\d{3})+|\d+)(?=\s?(h(?:eures?)?\b|%|€))")
_OLD = 10
"""What is said of years that long before the report tells how things came, not how they are."""
_OF_A_BODY = {_BALANCE, HEALTH}
"""What alone is asked of a body as a whole: « l'hôpital est-il en déficit ? »."""
_FINANCES = frozenset(map(stem, "finances financiere situation sante comptes".split()))
"""What is said of a body as a whole: « ses finances, ça va ? »."""
_READ, _NEAREST, _LONGEST = 60, 12, 420
"""Passages read for it, sentences compared by meaning, and the longest that can stand first."""
_LEAST, _SUMMED, _MEANING, _OF_ITS_KIND = 0.6, 0.2, 4.0, 0.9
"""Share of what is asked that it must say; what standing in the summary adds; weight of the meaning; what a
number as long and with the unit of that asked counts: 1 533 hours for 1 607."""
_ASKING = frozenset(map(stem, ("oui", "non", "vrai", "pas", "yes", "true")))
_GOOD = frozenset(map(stem, ("bon", "bonne", "mal")))


@dataclass(frozen=True)
class Verdict:
    """The sentence, and the passage in which it stands; ``judges`` where a judgement is asked."""

    sentence: str
    hit: PassageHit
    judges: bool


def asks_whether(text: str) -> bool:
    """« est-elle bien gérée ? », « c'est vrai que… », « oui ou non », « la situation est bonne ? »."""
    folded = re.sub("['’]", " ", fold(text)).replace("est-ce", "est ce")
    folded = _HOW_IT_GOES.sub(" ca va ", _OR_WHAT.sub("ou non", folded))
    return _WHETHER.search(folded) is not None and not _OF_A_THING.search(folded)


def asks_whether_too(text: str) -> bool:
    """Whether a part of a message asks that, whatever the others ask: « qui contrôle ? c'est bien ? »."""
    return any(map(asks_whether, (text, *_PARTS.split(text))))


def verdict(subject: Subject, found: Findings, base: ReportBase) -> Verdict | None:
    """The sentence that says most of what is asked with a judgement on it, of the summary rather than not."""
    best = found.reports[0]
    matter = matter_of(subject, found)
    asked = {t for t in matter if t.isalpha() and len(t) > 2 and t not in FILLERS - _GOOD}
    each = [_Wanted.of(term, matter, subject.text) for term in sorted(asked - _ASKING)]
    wanted = [one for one in each if one.family or set(base.absent_terms(best.id, [*one.stems])) < one.stems]
    numbers = _numbers(subject.text)
    if not wanted and not numbers:
        return None
    of_all = _OVERALL.search(fold(subject.text)) or wanted and {one.family for one in wanted} <= _OF_A_BODY
    if of_all and asked <= _FINANCES | _ASKING:
        wanted = [_Wanted(frozenset(), HEALTH)]
    hits = _read(found, base, bool(numbers or of_all))
    told = _telling(hits, wanted, numbers, bool(of_all))
    if of_all and not told:  # « en déficit ? » where it is only said how the finances are
        told = _telling(hits, [replace(one, family=one.family and HEALTH) for one in wanted], numbers, True)
    named = named_beside(found)
    named -= {*base.absent_terms(best.id, sorted(named))}
    told = [one for one in told if not named or named.intersection(_said(one[1].sentence, one[1].hit))]
    nearest = sorted(told, key=lambda scored: -scored[0])[:_NEAREST]
    ranked = sorted(nearest, key=lambda scored: -scored[0] - _meaning(scored[1], subject, base))
    return ranked[0][1] if ranked else None


def _telling(
    hits: Sequence[PassageHit], wanted: Sequence[_Wanted], numbers: Mapping[str, str], of_all: bool
) -> list[tuple[float, Verdict]]:
    """The sentences that say enough of what is ``wanted``, with how much; ``of_all``, of the whole body."""
    judges = any(one.family for one in wanted)
    return [
        (share + _SUMMED * is_synthesis(hit), Verdict(one, hit, judges))
        for hit in hits
        if not _ADVICE.search(fold(" ".join(hit.place.path)))
        for one in _that_may_decide(hit.text)
        if not _is_old(one, hit)
        and (share := _share(one, wanted, numbers, hit)) >= _LEAST
        and (not of_all or _OVERALL.search(fold(one)))
    ]


def _read(found: Findings, base: ReportBase, whole: bool) -> list[PassageHit]:
    """The passages found in the best report; with ``whole`` all of it.

    A number is written in many ways, and how a body is doing may be said without a word of the question.
    """
    best = found.reports[0]
    hits = [hit for hit in found.result.hits if hit.report.id == best.id and hit.kind == "text"]
    if not whole or not hits:
        return hits[:_READ]
    rows = [row for row in base.passages(best.id) if row.kind == "text"]
    return [
        replace(hits[0], place=row.place, section=row.section, text=row.text, notes=row.notes) for row in rows
    ]


def _numbers(text: str) -> dict[str, str]:
    """The numbers of a text that have a unit, with the first letter of it."""
    return {re.sub(r"\D", "", number): unit[0] for number, unit in _NUMBER.findall(text)}


def _is_old(sentence: str, hit: PassageHit) -> bool:
    """Whether the years of a sentence are all long before the report."""
    years, date = [int(year) for year in YEAR.findall(sentence)], hit.report.date
    return bool(years) and date is not None and max(years) < date.year - _OLD


def _that_may_decide(text: str) -> list[str]:
    """The sentences that find something to be so or not, and are short enough to stand first."""
    return [
        one
        for line in text.split("\n")
        for one in sentences(line)
        if len(one) <= _LONGEST and JUDGED.search(fold(one)) and not NO_FINDING.search(fold(one))
    ]


@dataclass(frozen=True)
class _Wanted:
    """A word asked, with other words for it and those that answer it."""

    stems: frozenset[str]
    family: re.Pattern[str] | None

    @classmethod
    def of(cls, term: str, asked: frozenset[str], text: str) -> _Wanted:
        """A stem of a question, of which ``asked`` are all, as it is written there."""
        meant = single(report_words(asked)[term])
        forms = {term, *synonyms(term), *meant}
        written = [word for word in words(text) if stem(word) == term]
        found = (family for family in _FAMILIES for word in (*written, *sorted(meant)) if family.search(word))
        return cls(frozenset(forms), next(found, None))

    def is_in(self, sentence: str, said: set[str]) -> bool:
        """Whether a sentence, with the stems ``said``, speaks of it, or answers it."""
        return bool(self.family.search(fold(sentence)) if self.family else self.stems & said)


def _share(sentence: str, wanted: Sequence[_Wanted], numbers: Mapping[str, str], hit: PassageHit) -> float:
    """How much of what is asked a sentence says with its heading, in these words or others for them.

    None where it has no number of the kind asked: « font-ils 1 607 heures ? ».
    """
    said = _said(sentence, hit)
    told = _numbers(sentence)
    if any(one.family and not one.is_in(sentence, said) for one in wanted):
        return 0.0
    kinds = {(len(number), unit) for number, unit in told.items()}
    if not all((len(number), unit) in kinds for number, unit in numbers.items()):
        return 0.0
    held = float(sum(one.is_in(sentence, said) for one in wanted))
    held += sum(1 if number in told else _OF_ITS_KIND for number in numbers)
    return held / (len(wanted) + len(numbers))


def _said(sentence: str, hit: PassageHit) -> set[str]:
    return set(stems(" ".join([sentence, *hit.place.path[-1:]])))


def _meaning(told: Verdict, subject: Subject, base: ReportBase) -> float:
    near = base.nearness(subject.text, [told.sentence])
    return 0.0 if near is None else _MEANING * near
