"""What a question asks of a report that does not say it: things it names that stand nowhere in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set

from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import report_words, single
from knowledge.reports.models import PassageHit
from knowledge.reports.name_forms import KINDS, name_tokens
from knowledge.reports.questions import without_asides
from knowledge.reports.synonyms import same, synonyms
from knowledge.text import STOP_WORDS, fold, sentences, stem, stems, words

_DETERMINERS = frozenset("le la les l un une des du de d au aux ses son sa leur leurs sur en the of".split())
FILLERS = frozenset(
    stem(fold(word))
    for word in "question sujet matière propos point aspect chose truc trucs rapport chambre cour magistrats "
    "crc crtc magistrat argent somme montant année ans fin début moyenne total titre cas part partie monde "
    "place tête peu pb pot mal vrai cest gros grosse petit petite grand grande bon bonne histoire problème "
    "souci affaire papier papiers autour quelque coup fois façon manière côté niveau fait faits initial "
    "initiale initiaux prévu prévue prévus départ info infos renseignement renseignements milliers millions "
    "millier million voir avoir savoir pouvoir recevoir obtenir prendre mettre trouver faire aller critique "
    "critiques reproche reproches positif positifs négatif négatifs couleur comptes mot mots phrase phrases "
    "pire pires pareil pareille dernier derniers dernière dernières premier première bout demain hier "
    "lendemain près loin dessus dessous dedans page pages normal normale vrai vraie juste final finale "
    "lourd lourde lourds lourdes nombreux nombreuse nombreuses difficulté difficultés volume taille again "
    "état auquel auxquels auxquelles duquel desquels desquelles".split()
)
"""Words that name no matter."""
_VERB = re.compile(r"(?:ent|er|ir|aient|ait|ant|ez|ons)$|(?:é|és|ée|ées)$")
_VERBS = frozenset(
    "perd vit doit va vaut tient rend sert paie paye vend recoit prend met coute touche gagne verse dure "
    "suggere conseille propose preconise reclame exige souhaite "
    "marche baisse monte augmente diminue manque reste existe respecte depend pense suit gere finance".split()
)
"""Verbs that end like nouns: after a name they are no thing that the report lacks."""
_INVERTED = re.compile(r"\b\w+(?:-(?:t-)?|[ -]t[ -])(?:ils?|elles?|on)\b")
"""« reçoit-il », « parle t elle »: a verb, whatever word stands before it."""
_INFINITIVE = re.compile(
    r"\b(?:veu\w+|voudr\w+|peu[tvx]\w*|pourr\w+|doi\w+|devr\w+|fau\w+|va|vont|souhait\w+|compte|comptent)"
    r"(?:-(?:t-)?(?:ils?|elles?|on))? (?:pas )?(?:(?:la|les?|en|y|lui|leur) |l['’])\w+(?:er|ir|re)\b"
    r"|\b(?:demand|propos|recommand|conseill|envisag|prevoi|prévoi|essa|arret|arrêt|decid|décid|refus|interdi"
    r"|oblig|parl|permet)\w* (?:de |d['’]|a |à )(?:ne pas )?(?:(?:la|les?|en|y) |l['’])?\w+(?:er|ir|re)\b",
    re.IGNORECASE,
)
"""« la Cour veut la supprimer ? », « demande-t-elle de fermer… »: a verb, whatever stands before it."""
_COUNTED_SO = re.compile(
    r"\b(?:combien|cb) (?:de |d['’] ?)[^,;:.?!]{1,60}? (?:sont|st|etaient|ont ete)"
    r" ((?!(?:alle|venu|reste|passe|parti|concerne|prevu|necessaire)s\b)[a-z]{3,}s)\b(?! par\b)"
)
"""« combien de résidents sont morts »: what is said of those counted."""
_HOW_LONG = re.compile(r"\b(?:combien|cb) de temps\b", re.IGNORECASE)
"""It measures; « le temps de travail » is a thing."""
_WORD = re.compile(r"\w+(?:-\w+)*|[,;:.!?()]")
_PREFIXED = re.compile(r"(?<=\bvice) (?=\w)|(?<=\bex) (?=\w)", re.IGNORECASE)
"""A word with its hyphens or a mark that ends a group of words, and the space for a hyphen:
« vice-présidents », « vice présidents » are one thing.
"""

_JOINED = re.compile(r"\b(\w{3,}) (?=(?:(?:de|du|des|d|a|au|aux|en|avec)(?: (?:la|les?|l))? )?(\w{3,})\b)")
"""« logements de fonction », « heures supplémentaires »: each pair of words, whatever they are."""
_STAFF = frozenset({stem("agents"), *synonyms(stem("agents"))})

_MENTION = re.compile(
    r"\b(?:parle\w{0,2}(?![- ](?:moi|nous)\b)|evoqu\w+|abord(?:e|ent|er|ee?s?)|mentionn\w+)\b"
)
_OF_A_PLACE = frozenset(
    "hopital commune agglomeration sdis ehpad ccas theatre opera musee aeroport port".split()
)
EXPLAINS_A_WORD = "faq:word-"
"""How the rows of the entries begin that explain a word of the reports."""
_SHORTEST, _FAMILY = 3, 5
"""Letters of the shortest word that is a name or thing, and those that words of one family share."""
_READ, _TOGETHER = 30, 4
"""Passages read for a sentence that says all that is asked, and words between two that are said together."""
_SPECIFIC = 0.27
"""A name is one that fewer than this share of the reports say."""
_OF_A_SIZE = frozenset("moin moins plu plus taille".split())
"""« les communes de moins de 5 000 habitants » name none."""


def unsaid(
    named: Sequence[tuple[str, str]], reports: Sequence[str], base: ReportBase
) -> tuple[tuple[str, str], ...]:
    """Those of the things ``named`` (word and stem, see :func:`things`) of which no report speaks."""
    missing = {term for _, term in named}
    for report in reports:
        missing &= set(base.absent_terms(report, sorted(missing)))
    return tuple(dict.fromkeys((word, term) for word, term in named if term in missing))


def says_itself(hits: Sequence[PassageHit], term: str) -> bool:
    """Whether passages or their headings have a stem or one of its family, not only another word for it."""
    return _says({*stems(" ".join(part for hit in hits for part in (hit.text, *hit.place.path)))}, term)


def torn_apart(text: str, hits: Sequence[PassageHit], base: ReportBase, known: Collection[str]) -> bool:
    """Whether a thing of two words is asked (« logements de fonction », « heures supplémentaires ») that no
    passage says together, nor another word for it.

    ``known`` are stems that name the body.
    """
    pairs = _of_two_words(text, base, known)
    meant = report_words({term for pair in pairs for term in pair})
    texts = [stems(" ".join((*hit.place.path[-1:], hit.text))) for hit in hits[:_READ]] if pairs else []

    def stands(said: Sequence[str], term: str) -> list[int]:
        forms = {term} | single(same(term)) | single(meant[term])
        return [at for at, one in enumerate(said) if one in forms or of_one_family(one, term)]

    def is_said(said: Sequence[str], one: str, other: str) -> bool:
        if any(phrase <= {*said} for phrase in same(one, other)):
            return True
        return any(abs(a - b) <= _TOGETHER for a in stands(said, one) for b in stands(said, other))

    return any(not any(is_said(said, *pair) for said in texts) for pair in pairs)


def _of_two_words(text: str, base: ReportBase, known: Collection[str]) -> list[tuple[str, str]]:
    """The nouns of a question that a little word joins, or that stand side by side: « conventions avec les
    associations », « dépenses sociales ».
    """
    nouns = {fold(word): term for word, term in things(text, base, known) if term not in _STAFF}
    joined = _JOINED.findall(re.sub("['’]", " ", fold(text)))
    return [(nouns[a], nouns[b]) for a, b in joined if a in nouns and b in nouns and nouns[a] != nouns[b]]


def said_at_once(hits: Sequence[PassageHit], asked: Collection[str]) -> bool:
    """Whether one sentence of the first passages, with its heading, says each of the stems asked: itself, one
    of its family or what reports say instead.
    """
    meant = report_words(asked)
    said = (
        {*stems(" ".join(hit.place.path[-1:])), *stems(part)}
        for hit in hits[:_READ]
        for line in hit.text.split("\n")
        for part in sentences(line)
    )
    return any(
        all(_says(own, term) or any(phrase <= own for phrase in meant[term]) for term in asked)
        for own in said
    )


def _says(said: Set[str], term: str) -> bool:
    """Whether one of the stems said is a term or of its family."""
    if term in said or len(term) < _FAMILY:
        return term in said
    beginning = term[:_FAMILY]
    return any(one.startswith(beginning) for one in said)


def of_one_family(one: str, term: str) -> bool:
    """Whether a stem is ``term`` or begins like it: « recrut » and « recruteur »."""
    return one == term or len(term) >= _FAMILY and one.startswith(term[:_FAMILY])


def unheard_place(text: str, reports: Sequence[str], base: ReportBase) -> str | None:
    """The name after a word for a body (« l'hôpital de dax ») that none of ``reports`` says in any form."""
    tokens = name_tokens(text)
    for at, kind in enumerate(tokens):
        if kind not in _OF_A_PLACE or tokens[at + 1 : at + 2] not in (["de"], ["d"], ["du"]):
            continue
        after = tokens[at + 2 : at + 3]
        if not after or len(after[0]) < _SHORTEST or after[0] in KINDS | STOP_WORDS | _OF_A_SIZE:
            continue
        forms = base.well_spelt([stem(after[0]), stem(f"{after[0]}s")])
        rare = min(base.report_shares(forms).values()) < _SPECIFIC
        if rare and all(set(forms) <= set(base.absent_terms(report, forms)) for report in reports):
            return f"{kind} {after[0]}"
    return None


def things(text: str, base: ReportBase, known: Collection[str] = ()) -> list[tuple[str, str]]:
    """The nouns of a question, as far as their place tells: word and stem, misspelt ones corrected.

    ``known`` are stems to leave out: those that name the body.
    """
    asked = _HOW_LONG.sub(" ", without_asides(text))
    tokens = _WORD.findall(_PREFIXED.sub("-", _INVERTED.sub(" il ", _INFINITIVE.sub(" il ", asked))))
    found: list[tuple[str, str]] = []
    bare = not _DETERMINERS & {fold(token) for token in tokens}  # words of English, or a telegram
    after_noun = False
    for before, token in zip(["", *tokens], tokens, strict=False):
        main = max(token.split("-"), key=len)
        plain = fold(main)
        follows = fold(before) in _DETERMINERS - {"en"} or bare and not is_verb(main)
        noun = follows or (fold(before) == "en" or after_noun) and not is_verb(main)
        after_noun = noun and plain.isalnum() and plain not in STOP_WORDS and plain not in _DETERMINERS
        if after_noun and len(plain) >= _SHORTEST and plain.isalpha() and stem(plain) not in FILLERS:
            found.append((token, stem(words(main)[0])))
    found += [(word, stem(word)) for word in _COUNTED_SO.findall(fold(text)) if word not in STOP_WORDS]
    corrected = base.well_spelt([one for _, one in found])
    return [(word, term) for (word, _), term in zip(found, corrected, strict=True) if term not in known]


def is_verb(word: str) -> bool:
    """Whether a word looks like a verb, which reports say in other words."""
    return bool(_VERB.search(word.lower())) or fold(word) in _VERBS or is_mention_question(word)


def is_mention_question(text: str) -> bool:
    """« Le rapport parle-t-il de… ? »: whether a matter is there at all is what is asked."""
    return _MENTION.search(fold(text)) is not None
