"""What a list of reports is to be about: one matter or several, and what lies around a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from actions.reports.asked import asks_list
from actions.reports.bodies.kinds import BODIES, KIND_STEMS, LINKS
from actions.reports.lists.bodies import BETWEEN, titled_by_kind
from actions.reports.lists.criteria import FORMALITIES, criteria
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import KINDS, name_tokens
from knowledge.text import content_stems, fold, stem, stems

_SAYS_ON_WHAT = re.compile(
    r"\b(?:rap+orts?|referes?|controles?|audits?|enquetes?|communications?|travaux|documents?|infos?|reports?"
    r"|choses?|quoi|liste|ecrit|publie|sorti|paru|dispos\w+)\b[^.;:?!]{0,70}?\b(?:sur|concern\w+|about"
    r"|(?<=reports )on|(?<=report )on|dealing with|relati(?:f|ve)s? a|en? lien avec"
    r"|(?:consacre|dedie|touch|trait)\w* a(?:u|ux)?"
    r"|(?:au sujet|a propos|trait\w+|(?:par|cau)[ls](?:ant|e(?:nt)?)|s agit|en parlent) d(?:e|es|u)?)\b"
    r"(?! (?:lesquel\w*|les quels|qui|quoi|quel\w*|nous)\b)"
)
"""« étudiante en management, je cherche des rapports sur les festivals »: the matter comes after it."""
_WANTED = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:moi|nous|me|m|je|j|tu|vous)\b(?:(?!\b(?:dans|en|sur)\b)[^,;:.?!]){0,60}?"
    r"\b(?:liste|rapports?)\b(?=\W+(?:(?:il )?y a )?(?:d|de|du|des|dans|en|a|au|aux|qui)\b)"
)
"""« fais-moi la liste des rapports dans le Finistère »: what stands before asks for them, no more."""
_ENDS = re.compile(
    r"[,;:.?!(]?\s*\b(?:que (?:vous|tu|t|on|la)|dont (?:vous|tu)|(?:qui )?(?:figurent|existent|ca existe)"
    r"|(?:et |si oui |ce sont |c est )*(?:lesquel\w*|les quels|laquelle)|s il (?:vous|te|y)|svp|stp|merci"
    r"|(?:qui |\w+ )?(?:dans|ds|en) (?:la |ta |votre |vos |les |tes )?(?:base|rapports|stock|magasin"
    r"|possession)|do you have|have you got|in your|please)\b"
    r"|[.?!]\s|[,(]\s*(?:donc |genre |comme )?(?:\w+ ){1,2}"
    r"(?:etc|notamment|et compagnie|et le reste|par exemple)\b"
)
"""What goes on after the matter: « que vous avez dans votre base, et lesquels », « (Tahiti etc.) »."""
_AROUND_THE_MATTER = frozenset(
    stem(fold(word) + ending)
    for word in """passer passé crible fournir émaner émettre émané totalité intégralité relevé récapitulatif
    inventaire tour balance filer envoyer envoyé adresser adressé transmettre transmis remettre remis rendre
    destiner destiné consacrer consacré dédier dédié mener mené effectuer effectué réaliser réalisé procéder
    procédé disposer dispo posséder détenir couvrir contenir figurer apparaître apparaissent présent situé
    besoin indiquer citer énumérer recenser dresser essaie essayer nommer noms sortir stock magasin possession
    collection retrouver agir agit trait lien genre exactement précisément notamment avance droit côté
    intention parvenir lire consulter curieux voir regarder envie complet communiquer attribuer durée terme
    faite désormais dessus obligeance ayant aurais voulu aimé souhaité hasard demander habiter vivant vis
    épinglé""".split()
    for ending in ("", "s", "e", "es")
)
"""What a request is put in beside its matter: « balance les noms », « passés au crible »."""
_ON_A_TOPIC = re.compile(
    r"^\W*(?:(?:et|and|ok|mais|but)\W+)*(?:(?:lesquel\w*|laquelle|lequel|which(?: ones?)?|ceux|celles|those"
    r"|what about|how about|(?:il )?y en a(?:[- ]t[- ]il)?|are there any)\W+)?(?:(?:qui|that|which)\W+)?"
    r"(?:(?:port|trait|concern|parl)\w*|are|deal with|is)?\W*\b(?:sur|about|on|concernant|concern\w*)\b"
)
"""« et sur la santé ? », « lesquels portent sur la défense ? » after a list: one on a topic."""
_BARE = re.compile(
    r"^\W*(?:et|and|what about|how about)\W+(?:(?:les|des|la|le|l|du|the)\W+)?\w+(?:\W+\w+){0,3}\W*$"
)
"""« et des ports ? »"""
_CLAUSES = re.compile(r"(?<=[,;:.!?])(?=\s)|(?=\bet (?:je|j['’]|nous|pourriez|pouvez)\b)")
_OURS = re.compile(r"\b(?:notre|nos|(?:chez|de) moi|nous|d ici|ce|cet|cette|ces|leur)\b")
_RARE, _USUAL = 0.05, 0.25
"""Share of the reports, at most, that say the name of a country, and a word that is surely of a topic."""
_LIE_OF_THE_LAND = frozenset(
    map(stem, "plateau massif vallee bassin littoral secteur coin zone territoire pays station".split())
)
"""What « le plateau du Vercors » is beside its name."""
_IN_COMMON = re.compile(r"\b(transports?) en commun\b", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:autour|a propos|(?:lies?|relatifs?|touch\w+) a|en (?:lien|rapport) avec|around|linked to)\b"
)
_AND_ITS_OWN = re.compile(r"\b(?:et|and) (?:de |sur |dans )?(?:sa|son|ses|leurs?|its|l['’]agglo\w*)\b")
"""« l'aéroport de Beauvais et ses navettes », « Dieppe et son agglo »."""


def in_words_of_titles(text: str) -> str:
    """« transports en commun » are the « transports urbains » of reports, and no matter of communes."""
    return _IN_COMMON.sub(r"\1 urbains", text)


def matter_terms(text: str, terms: Sequence[str]) -> list[str]:
    """Of the stems of a message those of the matter, which follow « rapports sur » where that is said: none
    where only a kind of body does.
    """
    matter = matter_said(text)
    if matter is not None:
        said = set(stems(matter))
        return [term for term in terms if term in said]
    folded = fold(text)
    wanted = _WANTED.search(folded)
    after = set(stems(folded[wanted.end() :])) if wanted else set()
    return [term for term in terms if (term in after or not after) and term not in _AROUND_THE_MATTER]


def matter_said(text: str) -> str | None:
    """What reports are asked for on, folded; None where no word leads to it: « charente hôpitaux rapport »"""
    folded = words_apart(text)
    found = _SAYS_ON_WHAT.search(folded)
    if found is None or not stems(folded[found.end() :]):
        return None
    matter = folded[found.end() :]
    ended = _ENDS.search(matter)
    return matter[: ended.start()] if ended and stems(matter[: ended.start()]) else matter


def asked_alone(text: str) -> str:
    """A request without what is told before it: « habitant de Dole, je voudrais les rapports sur le Jura ».

    All of it where the request does not say on what: « je vis à Dole, quels rapports sur notre ville ? ».
    """
    parts = _CLAUSES.split(text)
    tails = ("".join(parts[at:]) for at in range(len(parts) - 1, 0, -1))
    return next((tail for tail in tails if asks_list(tail) and _says_on_what(tail)), text)


def _says_on_what(text: str) -> bool:
    matter = matter_said(text)
    said = text if matter is None else matter
    ours = _OURS.search(words_apart(said))
    return not ours and not set(content_stems(said)) <= FORMALITIES | KIND_STEMS | _AROUND_THE_MATTER


def on_matters(text: str, terms: Sequence[str], base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports on what a list is asked for: those on all of it first, then those on each matter joined by
    a comma or « et », by turns.
    """
    if not terms:
        return ()
    whole = titled_by_kind(text, terms, base) or on_topic(terms, base)
    each = [list(_on(one, text, base)) for one in _apart(text, terms)]
    found = {report.id: report for report in whole}
    for place in range(max(map(len, each), default=0)):
        for reports in each:
            for report in reports[place : place + 1]:
                found.setdefault(report.id, report)
    return tuple(found.values())


def narrowed_to(
    base: ReportBase, reports: Sequence[ReportSummary], rest: Sequence[str], sure: bool = True
) -> list[ReportSummary]:
    """Of some reports those that treat a topic; else those that say its every word, most of them first, where
    these words are surely a topic, or none that most reports say: « passées », « exactement ».
    """
    within = {report.id: report for report in reports}
    treating = [report for report in on_topic(rest, base) if report.id in within]
    usual = not sure and any(share > _USUAL for share in base.report_shares(rest).values())
    if treating or usual:
        return treating
    held = [key for key in within if rest and not base.absent_terms(key, rest)]
    return [within[key] for key in base.most_about(rest, held)]


def are_rare(base: ReportBase, terms: Sequence[str]) -> bool:
    """Whether hardly any report says the words of a topic, which are then no way of asking: « frelons »."""
    return bool(terms) and all(share <= _RARE for share in base.report_shares(terms).values())


def names_a_topic(text: str, listed: Collection[str], base: ReportBase) -> bool:
    """Whether a message after a list wants reports on a topic, not what those ``listed`` say on a matter.

    It says so, or names what titles of reports name, or what reports are on and few of the list speak of.
    """
    folded = fold(text)
    if _ON_A_TOPIC.search(folded):
        return True
    terms = criteria(text, base).rest
    on_it = base.on_topic(terms) if terms and _BARE.search(folded) else ()
    if any(set(terms) <= set(stems(report.title)) for report in on_it):
        return True
    saying = [key for key in listed if not base.absent_terms(key, terms)] if on_it else []
    return bool(on_it) and 2 * len(saying) < len(listed)


def on_topic(terms: Sequence[str], base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports on a topic; « plateau du Vercors » is the Vercors, unlike « zone industrielle »."""
    own = [term for term in terms if term not in _LIE_OF_THE_LAND]
    a_name = own and own != list(terms) and max(base.report_shares(own).values(), default=1.0) <= _RARE
    return (base.on_topic(own) if a_name else ()) or (base.on_topic(terms) if terms else ())


def _on(terms: Sequence[str], text: str, base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports whose title has the kind of body that a matter is, else those on it."""
    return titled_by_kind(text, terms, base) or base.on_topic(terms)


def _apart(text: str, terms: Sequence[str]) -> list[list[str]]:
    """The stems of each of several matters; none where one is asked for."""
    wanted = set(terms)
    parts = [[t for t in content_stems(part) if t in wanted] for part in BETWEEN.split(fold(text))]
    matters = [part for part in parts if part]
    return matters if len(matters) > 1 else []


def only_a_kind(text: str, terms: Sequence[str]) -> bool:
    """Whether nothing but a kind of body is asked for: « un rapport sur un SDIS ? »."""
    said = {stem(token) for token in name_tokens(text) if token in KINDS}
    return bool(terms) and set(terms) <= said


def around(text: str, reports: Sequence[ReportSummary], base: ReportBase) -> list[ReportSummary]:
    """The reports on a body and, where what lies around it is asked for, those on it and its place, and those
    whose title names the place and that speak of the kind of body it is: « tout ce qui tourne autour de
    l'aéroport de Beauvais »; all on the place where only what belongs to it is of a kind.
    """
    folded = fold(text)
    said, own = _AROUND.search(folded), _AND_ITS_OWN.search(folded)
    tokens = name_tokens(folded[said.end() :] if said else folded[: own.start()] if own else "")
    kind = [token for token in tokens if token in BODIES]
    held = [name_tokens(report.title) for report in reports]
    place = [t for t in tokens if t not in BODIES | LINKS and any(t in title for title in held)]
    if not place or not (kind or own):
        return list(reports)
    there = base.titled(place[:1])
    near = [one for one in there if not kind or not base.absent_terms(one.id, stems(kind[0]))]
    more = base.on_topic([*stems(kind[0]), *stems(place[0])]) if kind else ()
    return list({one.id: one for one in (*reports, *near, *more)}.values())
