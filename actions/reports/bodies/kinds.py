"""What kind of body a message says a name has: « la mairie de Guéret », « l'hôpital de Dax »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.question import Question
from knowledge.extraction.places import departments
from knowledge.reports.communes import communes_in
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import (
    HYPHENED,
    KINDS,
    distinctive,
    ends_beside,
    ends_within,
    kinds,
    name_tokens,
)
from knowledge.reports.organisation_index import NameMatch
from knowledge.text import STOP_WORDS, fold, stem, words

AREAS = ("department", "region")
_OF_AN_AREA = frozenset("departement region conseil".split())
LINKS = frozenset("de du des d la le les l a au aux".split())
BODIES = KINDS | frozenset(
    "opera theatre musee port orchestre festival ballet prison tribunal zoo casino stade club".split()
)
_EPITHETS = frozenset(
    "maritime autonome fluvial municipal municipale public publique national nationale psychiatrique "
    "geriatrique agricole antique thermal".split()
)
_IN_WORDS = "maison retraite centre ville mairie gestion chu chru chr".split()
KIND_STEMS = frozenset(map(stem, (*BODIES, *_IN_WORDS)))
"""Stems of words for kinds of body, which say nothing of the matter."""
LOCAL_BODIES = (
    "communes|villes|mairies|collectivites|intercommunalites|agglomerations|agglos|metropoles|hopitaux"
    "|syndicats|organismes|ehpad|towns|cities|hospitals|bodies"
)
"""Those of a kind that reports are most on, asked for together."""
LOOSE_BODIES = frozenset("syndicat regie parc tourisme ecole college lycee ministere".split())

_MOST_BEFORE = 6
"""Words before a place among which the kind of body is looked for."""
_ALIKE = 3
"""First letters that a word has in French as in English, at least: « poste », « post »."""
_AND_THERE = re.compile(
    r"\W*(?:(?:ok|oui|non|bon|mais|puis|et|and|idem|pareil|what about|how about)\W+)+"
    r"(?:(?:(?:dans |selon |d apres |in )?(?:le |la |un |the |a )?"
    r"(?:rapport|report|commune|ville|mairie)\W+)?"
    r"(?:pour|sur|chez|a|de|d|celle de|celui de|for|in|of|at|on|that of)\W+)?(?P<name>\S+(?: \S+){0,4}?)"
    r"(?:\W+(?:alors|sinon|stp|svp|then|please|maintenant|now|a cote|juste a cote|next door))?"
    r"(?:\W+(?:(?:vous |tu |t ?['’]? ?)?(?:en )?(?:avez|as)(?:[- ](?:vous|tu))?|(?:il )?y ?a(?:[- ]t[- ]il)?"
    r"|ya|do you have|have you got|is there)(?: (?:un|quel\w*|a|any)? ?(?:rapport|report|chose|quoi|koi))?)?"
    r"(?:\W+(?:c ?['’]? ?est|is it|it is) (?:pareil|la meme chose|comment|combien|le cas|the same))?\W*"
)

_A_DEPARTMENT = re.compile(
    r"(?<!dans le )\b(?:departement|conseil (?:departemental|general)) (?:(?:de|du|des|d|la|le|les|l) ){0,2}"
    r"(?P<name>[a-z]+(?: [a-z]+){0,4})"
)
_CALLED = re.compile(
    r"\b(?:de|du|des|d['’]|à|a|au|sur|of)\s*(?:la |le |les |l['’])?"
    rf"([A-ZÉÈÎÔ](?=[\w-]{{2}}){HYPHENED}(?: [A-ZÉÈÎÔ](?=[\w-]{{2}}){HYPHENED}){{0,2}})"
)
"""A capitalised name of a word or several after « de », « à »…"""
_NO_BODIES = frozenset(("france", "europe", "etat"))
"""What a thing costs or is owed by, and no body that a report could be on: « combien à la France ? »,
« la contribution de l'État ».
"""


def kind_said(tokens: Sequence[str], match: NameMatch) -> str | None:
    """The word that says what kind of body the named place has: « mairie » in « la mairie de Guéret »."""
    if len(match.places) < max(match.places, default=0) - min(match.places, default=0) - 1:
        return None
    before = [t for t in tokens[: min(match.places, default=0)][-5:] if t not in LINKS]
    head, article = _body_before(before)
    if head is not None:
        around = head == "region" and match.form.organisation.kind != "region"
        return None if around or article in ("un", "une", "des") else head
    after = max(match.places, default=0) + 1
    while after < len(tokens) and tokens[after] in LINKS:
        after += 1
    return tokens[after] if after < len(tokens) and tokens[after] in KINDS - LOOSE_BODIES else None


def _body_before(before: Sequence[str]) -> tuple[str | None, str | None]:
    """The word for a body that ends some words, an adjective apart, and the word before it."""
    end = len(before) - 1 if before and before[-1] in _EPITHETS else len(before)
    if not end or before[end - 1] not in BODIES:
        return None, None
    return before[end - 1], before[end - 2] if end > 1 else None


def is_of_the_kind_said(tokens: Sequence[str], match: NameMatch, body: OrganisationRow) -> bool:
    """« au CCAS de Soyaux, la commune a mis combien ? » is on the CCAS of Soyaux."""
    return kind_said(tokens, match) in kinds(name_tokens(body.name))


def is_a_kind_alone(match: NameMatch) -> bool:
    """Whether a name says no more than what kind of body it is: « communes de moins de 5 000 habitants »."""
    return not distinctive(match.form.form)


def other_kind(tokens: Sequence[str], match: NameMatch) -> str | None:
    """Name of the body asked for when only another kind of body of that place is audited."""
    head = kind_said(tokens, match)
    own = set(name_tokens(f"{match.form.form} {match.form.organisation.name}"))
    if head is None or head in own or head in LOOSE_BODIES:
        return None
    place = " ".join(tokens[p] for p in sorted(match.places))
    return f"{head} {place}"


def only_around(tokens: Sequence[str], match: NameMatch) -> bool:
    """Whether the place is an area in which a body lies that is not named: « un village de Haute-Vienne »,
    « ehpad dans le Nord ».
    """
    if match.form.organisation.kind not in AREAS:
        return False
    before = [t for t in tokens[: min(match.places, default=0)] if t not in LINKS]
    within = before[:-1] if before[-1:] in (["dans"], ["en"]) else before
    return _body_before(within)[0] in BODIES - _OF_AN_AREA or kind_said(tokens, match) in BODIES - _OF_AN_AREA


def bears_an_area(tokens: Sequence[str], match: NameMatch, matches: Sequence[NameMatch]) -> bool:
    """Whether a body of another kind only bears the name of the area in which one lies that is not named:
    « Manche Numérique » of « un port de la Manche »; or a town only ends with the name of its area: « une
    station de Chartreuse » is not Saint-Pierre-de-Chartreuse.
    """
    body = match.form.organisation
    begun = {*distinctive(body.name)[:1]} & {tokens[place] for place in match.places}
    if body.kind == "commune" and not begun:
        within = (area for area in matches if area.form.organisation.kind == "place")
        return any(area.score > match.score and area.places & match.places for area in within)
    if body.kind in ("commune", "place") or is_of_the_kind_said(tokens, match, body):
        return False
    return any(match.places <= area.places for area in matches if only_around(tokens, area))


def as_said(text: str, match: NameMatch, head: str) -> list[str]:
    """The words of the message for a body: from its kind, of a word or several, to its place, as written."""
    name = match.form.organisation.name
    place = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    if place is not None:
        before = list(re.finditer(r"[\w-]+", text[: place.start()]))
        for word in reversed(before[-_MOST_BEFORE:]):
            written = text[word.start() : place.end()]
            if name_tokens(written)[0] == head:
                return [written]
    if match.form.organisation.kind not in (*AREAS, "commune", "place"):
        tokens = name_tokens(text)
        name = " ".join(tokens[at] for at in sorted(match.places))
    return [head, name]


def as_typed(question: Question, tokens: Sequence[str], matches: Sequence[NameMatch]) -> list[NameMatch]:
    """The matches but for those, in a talk, of one French word for an English one that was typed otherwise:
    « should it be closed? » names no « syndicat mixte fermé ».
    """
    if question.lang != "en" or not question.focus.reports:
        return list(matches)
    typed = {token[:_ALIKE] for token in name_tokens(question.said or question.text)}
    return [m for m in matches if len(m.places) > 1 or {tokens[at][:_ALIKE] for at in m.places} & typed]


def outside_departments(text: str, matches: Sequence[NameMatch]) -> list[NameMatch]:
    """The matches but for towns that only a department's name holds: Calais of « Pas-de-Calais »."""
    folded = " ".join(words(text))
    named = [key for key in departments() if " " in key and re.search(rf"\b{key}\b", folded)]
    within = {token for key in named for token in name_tokens(key)}
    beside = {*name_tokens(re.sub(rf"\b(?:{'|'.join(named)})\b", " ", folded))} if named else set()

    def of_a_department(match: NameMatch) -> bool:
        own = {*distinctive(match.form.form)}
        whole = fold(" ".join(words(f"{match.form.form} {match.form.organisation.name}")))
        return own <= within - beside and not any(key in whole for key in named)

    return [match for match in matches if not of_a_department(match)]


def unaudited_department(text: str, matches: Sequence[NameMatch]) -> str | None:
    """The department that a message names as a body, where no report audits it: they are a closed list, and
    none is another one under another name: « département de la Corrèze ».
    """
    audited = {fold(m.form.organisation.department or "") for m in matches if m.form.reports}
    found = _A_DEPARTMENT.search(" ".join(words(text)))
    said = found["name"].split() if found else []
    for size in range(len(said), 0, -1):
        one = departments().get(" ".join(said[:size]))
        if one is not None:
            return None if fold(one.name) in audited else f"département {one.with_article}"
    return None


def unknown_name(text: str, matches: Sequence[NameMatch]) -> str | None:
    """A capitalised name after « de », « à »… that no name of the base comes near to."""
    known = {p for m in matches for p in m.places}
    tokens = name_tokens(text)
    near = {tokens[p] for p in known}
    for found in _CALLED.finditer(text):
        before = name_tokens(text[: found.start(1)])
        if ends_beside(before) or ends_within(before):
            continue
        name = found.group(1)
        said = {token for token in name_tokens(name) if token not in STOP_WORDS}
        if not said or name.isupper() or said <= near or said & _NO_BODIES:
            continue
        if not KINDS & {*name_tokens(name)}:
            return name
    return None


def town_alone(text: str) -> str | None:
    """The town that is all a message says: « et Chambéry ? », « et à Saint-Malo ? »."""
    found = _AND_THERE.fullmatch(fold(text))
    towns = communes_in(text) if found else ()
    return towns[0] if found and towns == (" ".join(name_tokens(found["name"])),) else None
