"""What a question asks of a report's card: the words it turns on, and the kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from actions.reports.asked import WHY
from actions.reports.bodies.rivals import IN_GENERAL
from actions.reports.cards.fate import END, FATE, IN_PROSPECT
from actions.reports.cards.general_words import FRAME, GENERAL, STATE
from actions.reports.cards.lines import CardLine
from actions.reports.cards.own_names import main_body, names_of_the_matter, own_names
from actions.reports.cards.there_is import THERE_IS, on_what
from actions.reports.criticism import FAULT
from actions.reports.figures.asked import names_an_amount
from actions.reports.words import FILLERS, is_verb, of_one_family
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import Phrase, report_words, single
from knowledge.reports.models import ReportSummary
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import STOP_WORDS, content_stems, fold, sentences, stem, words

Wish = Literal[
    "who", "when", "where", "why", "what", "purpose", "which", "advice", "whether", "open",
    "finding", "fault", "report",
]  # fmt: skip

_WHY = re.compile(rf"{WHY.pattern}|\b(?:how come|a cause de)\b")
_WHEN = re.compile(
    r"\b(?:depuis (?:quand|combien)|quand|quelle (?:annee|date)|en quelle|when|since|what year|which year"
    r"|how old)\b"
)
_PURPOSE = re.compile(
    r"\b(?:(?:ser[st]|servent|servir|sert il) (?:a|de) (?:quoi|koi)"
    r"|a (?:quoi|koi) .{0,30}\b(?:ser[st]|servent)"
    r"|(?:but|role|mission|utilite) (?:de|du|des|d)\b|(?:fait|font) (?:quoi|koi)|what is it for|purpose"
    r"|used for)\b"
)
_WHAT = re.compile(
    r"\b(?:c ?est (?:quoi|koi)(?! (?:le |les )?(?:gros |vrai )?(?:problemes?|pbs?|soucis?)\b)"
    r"|(?:qu |kes ?)(?:est ce que? )?c ?est|qu est ce que? (?:le|la|les|l|un|une)\b"
    r"|what (?:is|are|s)|definition|veut dire|signifie)\b"
)
_WHERE = re.compile(
    r"\b(?:ou (?:est|sont|c ?est|ca|se|ils|elles|il|elle)|c ?est ou|where"
    r"|dans quel(?:le)?s? (?:villes?|regions?|departements?|zones?|pays|endroits?))\b|\bou\W*$"
)
_WANTS = re.compile(
    rf"{IN_PROSPECT}|"
    r"\b(?:cour|elle|ils?|rapport|on|court|they|it)\b.{0,20}\b(?:veu(?:t|lent)|demande\w*|propose\w*"
    r"|souhaite\w*|faudrait|recommande\w*|preconise\w*|want\w*|recommend\w*|asks?)\b"
    r"|\b(?:faut|faudrait|should)\b|\bconseill\w+|\b(?:solutions?|pistes?|propositions?|remedes?)\b"
    r"|\b(?:doi(?:t|vent)|devrai(?:t|ent)|faut) (?:il|elle|on|ils|elles)\b"
)
FROM_WHERE = re.compile(
    r"\bd ?['’ ]?ou (?:vien\w*|provien\w*|sor\w*|tir\w*)|\bfinancee?s? par (?:qui|quoi)\b"
)
"""« d'où vient son argent ? » asks for no amount."""
_WHICH = re.compile(
    r"\b(?:lequel|laquelle|lesquel\w+|quel(?:le)?s?|which)\b.*\b(?:plus|moins|pire|most|least)\b"
    r"|\b(?:plus|moins|pire)\b.*\b(?:lequel|laquelle|lesquel\w+)\b"
)
_FINDING = re.compile(
    r"\b(?:que|qu|quoi|koi|ce que) (?:en )?(?:(?:a|ont|avait) )?"
    r"(?:di[st]|disent|pense\w*|conclu\w*|ecri\w*|constat\w*)\b(?! qu)"
    r"|\b(?:dit|disent|raconte\w*|pense\w*|ecri[st]|ecrit|conclut|publie\w*|trouve|constate)"
    r"(?: elle| ils?| exactement)? (?:quoi|koi)\b"
    r"|\bavis (?:de|d) (?:la cour|ce rapport)\b|\bje (?:re)?parle\w* (?:de|du|des|d)\b(?!.{0,20}rapport)"
    r"|\bwhat (?:does|did|do) .{0,40}\b(?:say|think|find|conclude)\b"
    r"|\bwhat(?: ?['’]?s| is)(?: (?:it|this|that|the report))?(?: all)? about\b"
    r"|\bquid\b|\b(?:resum\w*|synthes\w*|sommaire|grandes lignes|essentiel|bilan|summar\w+)\b"
    r"|\b(?:cour|elle|rapport)\b.{0,20}\b(?:favorable|defavorable|pour ou contre|d accord|contre)\b"
    r"|\b(?:avis|verdict|jugement|opinion|position) (?:de|du|des|d|sur)\b|\bbon bilan\b"
)
"""« que dit la Cour sur… », « elle en pense quoi ? »: what is found, of the whole matter or of a part."""
_BLAMES = re.compile(
    r"\b(?:reproch|critiqu|epingl|denonc|criti[cs]i[sz])\w*"
    r"|\b(?:pour ?quoi|pk) .{0,30}\bveu(?:t|lent) (?:la |le |les |l )?(?:changer|reformer|modifier|revoir)\b"
    r"|\b(?:freins?|obstacles?|blocages?|difficultes|limites|inconvenients?|failles?|lacunes?)\b"
)
"""« pourquoi la Cour les critique-t-elle ? » asks for the criticism."""
_CHANGE = frozenset(map(stem, "changer reformer modifier revoir".split()))
"""« pourquoi la Cour veut la changer ? » is told by what she finds fault with."""
_SHORT = frozenset(("courte", "courtes", "courts"))
"""« les absences courtes »: their stem is English for the Court."""
_SHORT_NAME = re.compile(r"\(([A-Z]{2,})\)")
_ASIDE = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|mais|moi|non|euh|ok) )*(?:je|j|ca|c est|vous|tu)\b"
    r"(?!.{0,12}\b(?:parl|veu|voudr|voul|cherch|deman|sav|sert|cout|fonct|march))"
)
"""What somebody tells of himself or of the talk: « je m'en fiche des chiffres », « ça n'a rien à voir »."""
_AMONG = re.compile(
    r"\b(?:y en a|(?:y a|ya|combien|cb|beaucoup|bcp|gens|monde|personnes)\b.{1,40}?|gens|monde|personnes) "
    r"(?:qui|ki|who)\b"
)
"""« combien de gens qui n'y vont pas » asks for nobody by name."""
_WHO = re.compile(r"(?<!ce )(?<!ceux )(?<!celui )(?<!celle )\b(?:qui|ki|cki|who|whom)\b(?! peu)")
_KINDS: tuple[tuple[Wish, re.Pattern[str]], ...] = (
    ("fault", _BLAMES), ("why", _WHY), ("fault", FAULT), ("finding", _FINDING), ("report", THERE_IS),
    ("when", _WHEN), ("purpose", _PURPOSE), ("what", _WHAT), ("where", _WHERE), ("advice", _WANTS),
    ("which", _WHICH), ("who", _WHO),
)  # fmt: skip
_WHETHER = re.compile(
    r"\best ce qu|\b\w+ t (?:il|elle|on)s?\b|\b\w+ (?:ils|elles)\b"
    r"|^\W*(?:is|are|was|were|did|does|do|has|have|can)\b"
    r"|\b(?:est|sont|etait|etaient|a|ont) \w+.*\?\W*$|\bou (?:pas|non)\b"
)
NUMBER_ASKED = re.compile(r"\b(?:combien|cb|cmb|how (?:much|many))\b")
_WHAT_IS = re.compile(r"\bquel(?:le)?s? (?:est|sont|etait|etaient|serait)\b")
_NAMES = frozenset(
    "le la les l un une des du de d au aux ses son sa leur leurs mes mon ma nos vos the of a par pour sur "
    "dans chez avec sans entre combien cb nb nombre quel quelle quels quelles".split()
)
"""What stands before a noun: such a word must be said by what answers."""
_PREDICATE = frozenset(
    "il ils elle elles est sont etait etaient c ca tres bien trop pas plus assez vraiment deja "
    "is are was were".split()
)
_PARTICIPLE = re.compile(r"ees?$")
"""« vérifiées » as it is read, without accents."""
_CIVIL_SERVANT, _EMPLOYEES = stem("fonctionnaire"), frozenset(map(stem, ("salarie", "employe", "emploi")))
"""Reports say « agents » for both, but what is told of the one is not told of the other."""


@dataclass(frozen=True)
class Term:
    """A word asked, with the stems of others for it; ``needed`` where what answers must say it."""

    word: str
    stems: frozenset[str]
    phrases: tuple[Phrase, ...]
    needed: bool

    def is_in(self, said: Set[str]) -> bool:
        """Whether a line says it, in these words, in one of their family or in others for them."""
        if self.stems & said or any(phrase <= said for phrase in self.phrases):
            return True
        return any(of_one_family(one, stem(self.word)) for one in said)


@dataclass(frozen=True)
class CardQuestion:
    """A question to a card: ``text`` with the words of the talk, ``terms`` beside the report's own name."""

    text: str
    wish: Wish
    terms: tuple[Term, ...]
    named: tuple[Term, ...]
    years: tuple[int, ...]
    before: tuple[Term, ...] = ()
    """What was asked about before, of a message that names no matter itself."""
    part: bool = False
    """Whether a part of the report spoken of is asked about, whatever its scope says."""

    others: frozenset[str] = frozenset()
    """Stems of the short names in the title beside the one that is asked about: the SIVU, of the SIVOM."""

    @property
    def asks_thing(self) -> bool:
        """Whether something else than a number is asked for: who, why, what it is."""
        return self.wish not in ("open", "whether", "advice", "finding", "fault", "report")

    def is_of_another(self, line: CardLine) -> bool:
        """Whether a line speaks of another of the things that the title names by short names."""
        said = line.own
        return not self.others.isdisjoint(said) and not any(term.is_in(said) for term in self.named)

    def share(self, line: CardLine) -> float:
        """How much of what is asked a line says; 1 where nothing is asked beside the report."""
        if not self.terms:
            return 1.0
        return sum(term.is_in(line.said) for term in self.terms) / len(self.terms)

    def lacks(self, line: CardLine) -> list[str]:
        """The words that must be said and that a line does not say."""
        return [term.word for term in self.terms if term.needed and not term.is_in(line.said)]


def card_question(
    text: str, heard: str, report: ReportSummary, base: ReportBase, said: str = ""
) -> CardQuestion:
    """What ``text`` asks of a card; ``heard`` is the message itself, without words of the talk, maybe in
    English; ``said`` are all its words, those for the report too.
    """
    wish = wish_of(heard)
    if wish == "open" and wish_of(said) == "report":
        wish = "report"
    if text == heard:  # else it holds words of the talk
        text = _asking(text)
    if wish == "report":
        text = on_what(text)
    read = read_question(text)
    own = own_names(report, base)
    asked = {term for term in read.terms if len(term) > 1 and not term.isdigit()}
    known = FILLERS | IN_GENERAL | GENERAL
    known |= FRAME if {wish, wish_of(text)} & {"finding", "fault", "report", "advice"} else frozenset()
    known |= _CHANGE if wish == "fault" else frozenset()
    found = [_term(word, needed, asked) for word, needed in _words(text) if stem(word) in asked]
    terms = tuple(one for one in found if stem(one.word) not in known | own or one.word in _SHORT)
    first = main_body(report, base)
    named = tuple(one for one in found if stem(one.word) in own)
    if first.issuperset(content_stems(report.title)) and " et " not in report.title:  # names all it is on
        named = tuple(replace(one, needed=False) for one in named)
    if wish == "open" and not terms and named:  # « Thales ? » is a body of the report, not what it is on
        main = names_of_the_matter(report, base) | known
        terms = tuple(replace(one, needed=True) for one in named if stem(one.word) not in main)
    if wish == "open" and (before := wish_of(text)) not in ("finding", "fault", "report"):
        wish = before  # of the talk: « et les subventions ? » after « pourquoi ça augmente ? »
    if wish in ("advice", "whether", "why"):
        terms = tuple(_with_its_opposite(one) for one in terms)
    if not terms and wish == "whether":
        terms = tuple(replace(one, needed=False) for one in named)
    dated = report.date.year if wish == "report" and report.date else None
    years = tuple(year for year in read.years if str(year) not in report.title and year != dated)
    others = _other_short_names(report.title, named)
    return CardQuestion(text, wish, terms, named, years, others=others)


def wish_of(text: str) -> Wish:
    """The kind of answer a message wants."""
    folded = words_apart(text)
    for wish, pattern in _KINDS:
        if pattern.search(folded) and not (wish == "who" and _AMONG.search(folded)):
            return wish
    told = NUMBER_ASKED.search(folded) or _WHAT_IS.search(folded)
    return "whether" if _WHETHER.search(folded) and not told else "open"


def _with_its_opposite(term: Term) -> Term:
    """« garder » is decided by « dissoudre » as well."""
    if stem(term.word) not in FATE:
        return term
    return replace(term, stems=FATE, phrases=(END,), needed=False)


def _asking(text: str) -> str:
    """The clauses that ask, without those that only tell who asks and why: « la mienne ferme. Que dit… »."""
    announced = re.match(r"[^:?]{3,60} ?:\s+(?=\S)", text)  # « la PNIJ : combien a-t-elle coûté ? »
    if announced and content_stems(text[announced.end() :]):
        text = text[announced.end() :]
    said = sentences(text)
    asking = [one for one in said if "?" in one or wish_of(one) not in ("open", "whether")] or said
    clauses = [one for sentence in asking for one in re.split(r",\s+", sentence)]
    kept = [
        one
        for one in clauses
        if not _ASIDE.match(words_apart(one)) or wish_of(one) not in ("open", "whether")
    ]
    return ", ".join(kept) if any(content_stems(one) for one in kept) else text


def _other_short_names(title: str, named: Sequence[Term]) -> frozenset[str]:
    short = {stem(fold(word)) for word in _SHORT_NAME.findall(title)}
    said = {stem(one.word) for one in named}
    return frozenset(short - said) if short & said else frozenset()


def _words(text: str) -> list[tuple[str, bool]]:
    """The words of a question, each once, with whether what answers must say it: a noun, no verb, nor what is
    said of the noun by a verb before it.
    """
    found: dict[str, bool] = {}
    said = words(re.sub(r"(?<=\w)-(?:t-)?(?=(?:ils?|elles?|on|ce)\b)", " ", text))
    for last, word in zip(["", *said], said, strict=False):
        if word in STOP_WORDS:
            continue
        verb = is_verb(word) or _PARTICIPLE.search(word) is not None
        governed = last == "les" and word.endswith("ent")  # « ils les prennent », no plural of a noun
        noun = last in _NAMES and not governed or last not in _PREDICATE and not verb
        found[word] = found.get(word, False) or noun and not names_an_amount(word)
    return list(found.items())


def _term(word: str, needed: bool, asked: Collection[str]) -> Term:
    one = stem(word)
    if one in STATE:
        return Term(word, STATE, (), False)
    meant = report_words(asked).get(one, ())
    others = (synonyms(one) | single(meant)) - frozenset(asked)
    others -= _EMPLOYEES if one == _CIVIL_SERVANT else frozenset()
    return Term(word, frozenset({one}) | others, tuple(p for p in meant if len(p) > 1), needed)
