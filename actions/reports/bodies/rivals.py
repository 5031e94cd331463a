"""Which of several audited bodies is meant, by what is asked; a body asked about that no report audits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from rapidfuzz.distance import Indel

from actions.answer import Answer
from actions.compose import clarify, not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.reports.asked import bodies_asked
from actions.reports.bodies.kinds import KIND_STEMS, LOOSE_BODIES
from actions.reports.parts import body_name, the_body
from actions.reports.passages.findings import SURE_LEAD, search
from actions.reports.subject import Subject
from actions.wording import say
from knowledge.reports.base import DEEP, ReportBase
from knowledge.reports.communes import communes_in
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import KINDS, distinctive, kinds, name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.reports.questions import read_question
from knowledge.text import stem, stems, words

IN_GENERAL = frozenset(
    map(
        stem,
        "sait savoir tout toute aglo agglo conclusion bilan general globalement magistrats juge vaut valoir "
        "gestion gerer gere geree gerees va vont aller mal bien bonne bon mauvaise correct correctement etat "
        "tenir tenue tient avis verdict note conclut reproche cloche aussi existe rapport ok "
        "quelque chose cherche trouver trouve voir regarder interesse parait semble maire peux pouvez "
        "principal principaux gros grave graves fait faits important lignes phrases mots points bref court "
        "exactement precisement donne donner fais faire dire dit selon chambre cour "
        "parle parler parlez raconte raconter pire pareil pareille mieux scandale fiasco gouffre gachis "
        "naufrage".split(),
    )
)
"""Stems that ask about a body as a whole: « elle est bien gérée ? », « qu'est-ce qui cloche à… »."""
_OF_A_TOWN = frozenset(map(stem, ("habitant", "habitants", "population", "habite")))
"""Stems of what is asked of the town, when other bodies bear its name: « combien d'habitants à Saumur »."""
_CLEARLY_BETTER, _BETTER = 0.15, 0.04
"""How much more of the question the report on one body says than that on another of its name."""
_SAME_TEXT, _OF_A_TABLE = 0.9, re.compile(r"n ?° ?\d*")
"""How alike the best passages on two bodies must be for their reports to say the same; numbers of tables."""
_NO_BODIES = frozenset(("theme", "department", "region"))
"""Kinds of name that a list of reports is about."""
_NAMESAKES = 3
"""Bodies of the same name that are offered beside the one told of, at most."""
_OF_ADVICE = frozenset(map(stem, "recommandation recommandations reco recos seul seule unique".split()))
"""Stems of what any report has, which choose among no bodies."""
_THE, _OURS = frozenset("le la l du au".split()), frozenset("notre nos mon ma".split())
_OF = (["de"], ["d"], ["du"], ["des"])
_INTERCOMMUNAL = re.compile(r"\bintercommuna", re.I)
"""« la crèche intercommunale de Gisors » is not the town's."""
_OF_MOST = 0.4
"""Share of the reports that say what is asked of any body: « effectifs », « budget », « absentéisme »."""
_ENOUGH_SAID = 2
"""So many words beside the name choose among bodies of one name."""


def settled_on(base: ReportBase, subject: Subject) -> Subject:
    """The subject without rivals when the words of the question fit one body clearly better."""
    longer = _of_longer_names(subject, base)
    if not (subject.rivals or longer):
        return subject
    subject = replace(subject, rivals=(*(subject.rivals or subject.bodies), *longer))
    towns = tuple(body for body in subject.rivals if body.kind == "commune")
    if towns and _OF_A_TOWN & set(read_question(subject.text).terms):
        if len(towns) == 1:
            return Subject(subject.text, towns, places=subject.places)
        subject = replace(subject, rivals=towns)
    if len({(body.kind, body.department, *sorted(distinctive(body.name))) for body in subject.rivals}) == 1:
        return Subject(subject.text, subject.rivals, places=subject.places)
    found = search(subject, base)
    if found.lead >= SURE_LEAD and not longer and _town_among(subject.rivals) is None:
        return replace(subject, rivals=())
    said = set(found.result.terms) - found.result.naming - IN_GENERAL - _OF_ADVICE
    fits: list[tuple[float, str, OrganisationRow]] = []
    seen: set[str] = set()
    for body in subject.rivals:
        keys = [report.id for report in base.reports_on(body.id)]
        if set(keys) <= seen:
            continue
        seen.update(keys)
        hits = [
            hit for key in keys[:3] for hit in base.search_passages(subject.text, report_id=key, limit=1).hits
        ]
        best = max(hits, key=lambda hit: hit.coverage, default=None)
        fits.append((best.coverage if best and said else 0.0, best.text if best else "", body))
    if len(fits) < 2:
        return replace(subject, rivals=())
    rivals = tuple(body for *_, body in fits)
    fits.sort(key=lambda one: -one[0])
    chosen, others = fits[0][2], tuple(body for *_, body in fits[1:])
    if fits[0][0] - fits[1][0] >= _CLEARLY_BETTER:
        return Subject(subject.text, (chosen,), places=subject.places)
    if len(fits) == 2 and _says_the_same(fits[0][1], fits[1][1]):
        return Subject(subject.text, rivals, places=subject.places)
    town = None if _INTERCOMMUNAL.search(subject.text) else _town_among(rivals)
    said_more = fits[0][0] - fits[1][0] >= _BETTER
    if said_more and len(said) >= _ENOUGH_SAID and not (longer or town):
        return Subject(subject.text, (chosen,), places=subject.places, namesakes=others)
    meant = town or _called_by_the_kind_said(subject.text, rivals)
    if meant is not None and fits[0][0] - next(fit for fit, _, one in fits if one == meant) < _CLEARLY_BETTER:
        rest = tuple(body for body in rivals if body != meant)
        return Subject(subject.text, (meant,), places=subject.places, namesakes=rest)
    return replace(subject, rivals=rivals)


def _of_longer_names(subject: Subject, base: ReportBase) -> tuple[OrganisationRow, ...]:
    """The audited towns whose names begin with that of the only one named, said without its department and
    not as « la commune de… »: « Sainte-Marie » may be Sainte-Marie-de-Ré. Of a town that is not audited
    itself those that hold its name, where there are several: « Saint-André ».
    """
    named = subject.rivals or subject.bodies
    towns = [body for body in named if body.kind == "commune"]
    short = _short_of(subject, base) if not subject.rivals else ()
    if short or len(towns) != 1 or not subject.rivals and len(named) > 1:
        return short
    name, said = distinctive(towns[0].name), f" {' '.join(words(subject.text))} "
    told = f" {' '.join(words(towns[0].department or ''))} " in said
    if told or "commune" in name_tokens(subject.text):
        return ()
    return tuple(
        body for body in _towns_called(name, base) if body != towns[0] and _own(body)[: len(name)] == name
    )


def _short_of(subject: Subject, base: ReportBase) -> tuple[OrganisationRow, ...]:
    """The towns that hold the only town's name said, of several that one may be short for."""
    said, tokens = communes_in(subject.text, beside=False), name_tokens(subject.text)
    if len(said) != 1 or subject.named_in_full or kinds(tokens) - {"commune"}:
        return ()
    found = [body for body in _towns_called(said[0].split(), base) if said[0] in " ".join(_own(body))]
    told = any({*words(body.department or "")} <= {*words(subject.text)} for body in found)
    return tuple(found) if len(found) > 1 and not told else ()


def _towns_called(name: Sequence[str], base: ReportBase) -> list[OrganisationRow]:
    """The audited towns whose reports have all words of a name in their title."""
    found = _audited_first((report.id for report in base.titled(name)), base)
    return [body for body in found if body.kind == "commune"]


def _own(body: OrganisationRow) -> list[str]:
    return distinctive(body.name)


def _called_by_the_kind_said(text: str, rivals: tuple[OrganisationRow, ...]) -> OrganisationRow | None:
    """The only body whose name begins with the kind said: « l'aéroport de Beauvais » before the « société
    aéroportuaire de Beauvais ».
    """
    said = kinds(name_tokens(text))
    called = [body for body in rivals if name_tokens(body.name)[:1] and name_tokens(body.name)[0] in said]
    return called[0] if len(called) == 1 else None


def _town_among(rivals: tuple[OrganisationRow, ...]) -> OrganisationRow | None:
    """The only town where all others are bodies around it: « Montauban » is hardly the Grand Montauban, but
    « Clermont » may well be the Clermont Communauté of another department.
    """
    towns = [body for body in rivals if body.kind == "commune"]
    others = [body for body in rivals if body.kind not in ("commune", "intercommunality")]
    one_place = len({body.department for body in rivals}) == 1
    return towns[0] if len(towns) == 1 and one_place and not others else None


def _says_the_same(one: str, other: str) -> bool:
    """Whether two passages are alike and have the same numbers, those of tables apart."""
    one, other = _OF_A_TABLE.sub("", one), _OF_A_TABLE.sub("", other)
    alike = Indel.normalized_similarity(one, other) >= _SAME_TEXT
    return alike and re.sub(r"\D", "", one) == re.sub(r"\D", "", other)


def of_a_name_alone(subject: Subject, base: ReportBase) -> Subject:
    """The subject of a message that only names what no report audits: the report with that name in its title,
    else none. « Que dit la Cour des comptes sur la SNCF ? » is not told by a report that mentions it.
    """
    if subject.named or subject.rivals or subject.unknown:
        return subject
    tokens, terms = name_tokens(subject.text), set(read_question(subject.text).terms) - IN_GENERAL
    for match in base.names().find(subject.text, 4):
        body = match.form.organisation
        own = {*stems(match.form.form), *stems(body.name)}
        if match.score < NAMED or not terms - KIND_STEMS or not terms - KIND_STEMS <= own:
            continue
        if match.form.reports or body.kind in _NO_BODIES:
            continue
        titled = base.titled([tokens[place] for place in sorted(match.places)])
        if titled:
            return replace(subject, reports=(titled[0].id,))
        return replace(subject, unknown=body.name)
    return subject


def of_a_kind_alone(subject: Subject, base: ReportBase) -> Subject:
    """The subject of what is asked of « le CCAS » or « notre syndicat » that is not named, where reports on
    several tell it: one of them is meant, and nothing says which.
    """
    if subject.reports or subject.rivals or subject.unknown or subject.places or subject.named_in_full:
        return subject
    tokens = name_tokens(subject.text)
    of_ours, of_any = ({*_kinds_after(articles, tokens)} for articles in (_OURS, _THE))
    alone = of_ours or (set() if subject.bodies else of_any - LOOSE_BODIES)
    if any({*distinctive(body.name)[:1]} & {*tokens} for body in subject.bodies):  # « notre commune, Laudun »
        return subject
    if not alone or not of_ours and _tells_which(tokens, base):
        return subject
    hits = base.search_passages(subject.text, limit=DEEP).hits
    bodies = _audited_first((hit.report.id for hit in hits), base)
    rivals = tuple(body for body in bodies if alone & kinds(name_tokens(body.name)))
    return replace(subject, bodies=(), rivals=rivals) if len(rivals) > 1 else subject


def _audited_first(reports: Iterable[str], base: ReportBase) -> Iterable[OrganisationRow]:
    """The body that each of the reports is first on, once."""
    details = [base.report(key) for key in dict.fromkeys(reports)]
    return dict.fromkeys(body for one in details if one for body in one.audited[:1])


def _kinds_after(articles: Set[str], tokens: Sequence[str]) -> list[str]:
    """The kinds of body after some articles and before no « de »: « le CCAS », not « l'hôpital de »; nor
    « l'agriculture », which is no chamber.
    """
    return [
        kind
        for at, kind in enumerate(tokens)
        if at and kind in KINDS and tokens[at - 1] in articles and tokens[at + 1 : at + 2] not in _OF
        if (tokens[at - 1], kind) != ("l", "agriculture")
    ]


def _tells_which(tokens: Sequence[str], base: ReportBase) -> bool:
    """Whether a word beside the kind of body is of some reports only, by which one may be meant."""
    terms = read_question(" ".join(token for token in tokens if token not in KINDS)).terms
    return any(share < _OF_MOST for share in base.report_shares(terms).values())


def neighbours(question: Question, desk: Desk, subject: Subject) -> Answer:
    """Audited bodies near the one named, of which one is to be chosen."""
    if not subject.rivals:
        return not_found(question, desk, say(question.lang, "report_no_neighbour"))
    replies = [
        reply(body_name(o), say(question.lang, "report_ask_body", body=the_body(body_name(o), question.lang)))
        for o in subject.rivals
    ]
    return clarify(question, say(question.lang, "report_neighbours"), replies)


def all_of_the_name(subject: Subject) -> Subject:
    """All bodies of one name where they are rivals: « les rapports sur Saumur » are those on each."""
    named = bool(subject.rivals) and _have_one_name(subject.rivals)
    return replace(subject, bodies=subject.rivals, rivals=()) if named else subject


def which_body(question: Question, rivals: tuple[OrganisationRow, ...]) -> Answer:
    """Several bodies of one name: which is meant; what is asked next without a name is of one of them too."""
    shown = rivals[:5]
    replies = [reply(body_name(o), f"{body_name(o)} : {question.text}") for o in shown]
    key = "report_which_body" if _have_one_name(rivals) else "report_which_of_the_kind"
    asked = clarify(question, say(question.lang, key), replies)
    return replace(asked, rows=tuple(f"organisation:{o.id}" for o in shown))


def _have_one_name(bodies: Iterable[OrganisationRow]) -> bool:
    """Whether a word stands in the names of all bodies, of which there must be one."""
    return bool(set.intersection(*({*distinctive(body.name)} for body in bodies)))


def offering_namesakes(answer: Answer, question: Question, bodies: tuple[OrganisationRow, ...]) -> Answer:
    """The answer with the same question on the bodies of that name that it is not about."""
    offered = [reply(body_name(o), f"{body_name(o)} : {question.text}") for o in bodies[:_NAMESAKES]]
    return replace(answer, quick_replies=(*offered, *answer.quick_replies))


def of_one_at_a_time(question: Question) -> Answer:
    """Bodies can be asked about, not all of them compared; the list of those of the kind is offered."""
    lists = reply(say(question.lang, "report_ask_kind", bodies=bodies_asked(question.text)))
    return clarify(question, say(question.lang, "report_not_all"), [lists])
