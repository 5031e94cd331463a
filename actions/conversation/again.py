"""Whether a message asks the last question again, of something else or with another question word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.conversation.matter import asks_when_it_was
from actions.conversation.now import ARE_PAID, RULES
from actions.desk import Desk
from actions.programme.call_intents import DATED
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.criteria import LIST_INTENTS, says_only_which
from actions.question import TIME_KINDS, Question, asks_how_many, outside_paris, says_today
from knowledge.references import find_references
from knowledge.text import fold, words

_THE_SAME = re.compile(
    r"\b(?:pareil\w*|(?:la )?meme chose|idem|identiques?|(?:the )?same|likewise"
    r"|deja (?:le cas|comme ca)|already so"
    r"|comment (?:c'?etait|(?:ca|cela) (?:se passait|marchait|fonctionnait))"
    r"|(?:ca|cela) (?:se passait|marchait|fonctionnait) comment"
    r"|comment (?:cela|ca)?[- ]?(?:se )?(?:passait|marchait|fonctionnait)[- ](?:ca|il|cela)"
    r"|how (?:was it|did (?:it|that) work))\b"
)
_TWO_VALUES = re.compile(
    r"\b(?:pourquoi|pk|why|how come|comment ca|d'ou)\b.{0,24}\b(?:deux|2|two|plusieurs) "
    r"(?:chiffres?|dates?|montants?|sommes?|salaires?|nombres?|valeurs?|reponses?"
    r"|figures?|numbers?|amounts?|answers?)\b"
)
_NUMBER = (
    r"(?:\d{1,2}|dix|onze|douze|treize|quatorze|quinze|vingt|cinq|huit|neuf|ten|eleven|twelve|fifteen|twenty"
    r"|five|eight)"
)
_YEARS = r"(?:ans?|annees?|years?|yrs)"
_I_MEANT = (
    r"(?:non|pardon|desolee?|dsl|ou?ps|euh|enfin|plutot|et|mais|no|sorry|je (?:voulais|veux) (?:dire|parler)"
    r"|je parl\w+|je demand\w+|je (?:rectifie|corrige)|c ?['’] ?est|i mean\w*|i was (?:talking|asking)|but)"
)
_IF_I_HAD = re.compile(
    r"\W*(?:et |and |what )?(?:si |avec|pour|if |with|for|au[- ]dela|apres|plus de|moins de|jusqu|over|under"
    rf"|above|beyond|more than|less than|up to)\D{{0,30}}\b{_NUMBER}\b(?: {_YEARS}.{{0,20}})?\W*"
    rf"|\W*(?:{_I_MEANT}\W+)+{_NUMBER} {_YEARS}.{{0,24}}"
    rf"|.{{0,30}}\b{_NUMBER} {_YEARS}\W+(?:d ?['’]? ?|of )?(?:xp|exp\w*)\b.{{0,12}}"
)
_IF_ONE_HAS = re.compile(
    rf"\W*(?:{_I_MEANT}\W+)*(?:pour|de|des|si|avec|quand|for|about|of|if|with|when)\b[^.;?!]{{0,40}}"
    rf"\b{_NUMBER} {_YEARS}.{{0,20}}"
)
"""« non, je voulais dire pour ceux qui ont moins de 5 ans d'expérience »."""
_IF_ONE_IS = re.compile(
    r"\W*(?:et|and|ok|what about|how about)\W+"
    r"(?:(?:pour|for|si|if|avec|with|un|une|les|des|le|la|a|the|on|one|j'ai|est|is|c'est|quand|when)\W+){0,4}"
    r"(?:juniors?|seniors?|debutante?s?|beginners?|sans experience|no experience|confirmee?s?"
    r"|experimentee?s?|experts?|jeunes? diplomee?s?|(?:new |recent )?graduates?)\W*"
)
"""« et pour les juniors ? » after the pay."""
_HAS_CHANGED = re.compile(
    r"\W*(?:(?:et|ok|donc|alors|du coup|mais|and|so|but)\W+)*"
    r"(?:ca|cela|c ?['’]|le (?:salaire|montant)|la pa[iy]e|it|the pay|that)"
    r"\W*(?:a|s ?['’] ?est|has|did|went)?"
    r"\W*(?:beaucoup |bien |donc |encore )?"
    r"(?:baiss\w+|diminu\w+|augment\w+|mont\w+|chang\w+|boug\w+|evolu\w+|progress\w+"
    r"|(?:gone |went )?(?:up|down)|fall\w*|fell|rise\w*|rose|drop\w*|increas\w+|decreas\w+)"
    r"(?:\W+(?:(?:en|a|dans|pour|avec|des|depuis|la|le|les|l|promo\w*|in|for|with|the|cohort)\W+)*"
    r"(?P<number>[1-7])(?:e|eme)?)?"
    r"(?: (?:ensuite|apres|depuis|entre les deux|then|since|after))?\W*"
)
"""« donc ça a baissé en 5 ? » after the pay of some promotions."""
_PAY_CHANGED = {
    "fr": "Le salaire des EIG a-t-il changé d'une promotion à l'autre ?",
    "en": "Has the pay of EIGs changed from one promotion to the next?",
}
_WAS_IT_SO = frozenset(
    "et mais donc ok alors si je j ai ce cela comprends compris bien ca c est etait n ne plus encore deja "
    "toujours possible permis autorise ouvert le cas pour dans avec les des promo promos promotion d avant "
    "promotions precedentes passees anterieures premieres aujourd hui maintenant actuellement auparavant and "
    "so but it is was still no longer not allowed for in the earlier previous cohorts before today now "
    "then".split()
)
"""All that « et pour les promotions d'avant, c'était possible ? » says."""
_IT_WAS_SO = re.compile(r"\b(?:possible|permis|autorise|ouvert|le cas|allowed)\b")
_ONE_MAY = frozenset({"eligibility", "profiles_sought", "apply_procedure", "nlu_fallback"})
_TRADES = frozenset("dev design data-science data-engineering geomatics law".split())
"""Skills of which people were recruited as such in some promotions only."""
_YES_OR_NO = re.compile(
    r"\W*(?:(?:ok|ah|donc|alors|du coup|bon|et|mais|enfin|so|then|c ?['’]? ?est|ca veut dire"
    r"|is (?:it|that)(?: a)?)\W+)*"
    r"(?:(?:(?:(?:pour|for) (?:moi|nous|me|us)|aujourd ?['’]?hui|maintenant|today|now|c ?['’]? ?est)\W+)*"
    r"(?:oui|yes)\W+(?:ou|or)\W+(?:c ?['’]? ?est\W+)?(?:non|no)\b.{0,9}"
    r"|(?<=\w\W)(?:oui|non|yes|no)\s*\?\W*"
    r"|(?<=\w\W)(?:(?:je|j|on|nous|il|elle|i|we) )(?:ne )?(?:le |y )?(?:peu[xt]|pouvons|can)"
    r"(?: ?(?:pas|pa|not|['’]?t)| ou (?:pas|non))?\s*[?!.]*)"
)
"""« oui ou non ? », « donc non ? »: the last answer was not plain enough."""
_IS_IT_OVER = re.compile(
    r"\W*(?:(?:et|and|donc|alors)\W+)?"
    r"(?:(?:elle|il|c ?['’]? ?|ca|it) ?(?:est|is) |is it |it ?['’]? ?s |est[- ](?:elle|il|ce) )?"
    r"(?:already |deja |encore |still )?"
    r"(?:passee?|depassee?|finie?|terminee?|fermee?|trop tard|over|past|too late|closed)"
    r"(?: (?:deja|already|now))?\W*"
)
"""« elle est passée ? », of a date just told."""
_MOST_WORDS_THE_SAME = 4
"""Words with a meaning, at most, of a message that asks the last question again."""
_OF_A_RULE = (
    r"(?:permis|interdit|autorise|possible|impossible|exclu|oblig\w+|le cas|la regle|comme ca"
    r"|pareil|different|allowed|forbidden|excluded|required|the case|the rule|so|like (?:that|this))"
)
_MORE_OF_IT = re.compile(
    r"\W*(?:(?:et|ok|mais|and|du coup|donc|so)\W+)*"
    r"(?:(?:c ?['’]? ?(?:est|etait|date)|ca (?:fait|date|dure)|it (?:is|was))\W+)?"
    r"(?:(?:en|a|de|pendant|since|in|for|by|with)\W+)?"
    r"(?:quelle annee|quelle date|depuis quand|quand(?: ca| exactement| c'etait)?"
    r"|(?:par|avec|pour) (?:qui|ki)|combien de temps|jusqu ?'? ?a quand"
    r"|since when|when(?: was (?:that|it))?|(?:what|which) year|whom?(?: by| with)?|how long(?: for)?"
    rf"|(?:depuis quand|avant|pourquoi|since when|before|why)\W+"
    r"(?:c ?['’]? ?(?:est|etait)|est-ce|(?:is|was|has) (?:it|that)(?: been)?|(?:it|that) (?:is|was)) "
    rf"{_OF_A_RULE}"
    rf"(?:\W+(?:avant|alors|before|then))?(?:\W+(?:non|no|hein|right))?"
    rf"|c ?['’]? ?etait {_OF_A_RULE} avant(?:\W+non)?)\W*"
)
"""« en quelle année ? », « par qui ? », « depuis quand c'est permis ? »: says nothing by itself."""
_DONE_TO_IT = re.compile(
    r"\W*(?:(?:et|ok|and|du coup)\W+)*(?:comment|ou|quand|how|where|when)\b.{0,16}?"
    r"\b(?:je|j|on|nous|tu|vous|i|we)\W+(?:(?:m|s|vous|nous|can)\W+)?(?:l[ae]s?|l|y)\W+\w+\W*"
    r"|\W*(?:(?:et|ok|and|du coup)\W+)*(?:comment|ou) (?:(?:est-ce qu'on peut|peut[- ]on|faire pour) )?"
    r"(?:l[ae]s? |y |l ?['’] ?|s ?['’] ?y )\w+(?:er|ir|re)\W*"
    r"|\W*(?:(?:et|ok|and|du coup)\W+)*(?:how|where) (?:to|do i|can i|does one|could i) \w+ "
    r"(?:it|them|her|him)\W*"
    r"|\W*(?:(?:et|ok|du coup)\W+)*(?:qui|ki) (?:est-ce qui )?(?:l ?['’] ?(?:a|avait) |les? a |la )\w+\W*"
    r"|\W*(?:and )?who (?:did|made|wrote|carried out|conducted) (?:it|that|them)\W*"
)
"""« comment je la rejoins ? », « qui l'a fait ? »: does not say what."""
_EXAMPLES = re.compile(
    r"\W*(?:(?:et|ok|and|t'as|tu as|vous avez|avez-vous|do you have|can you give(?: me)?"
    r"|donne[zr]?(?:[- ]moi)?|give(?: me)?|any|some|des|un|an|par|for)\W+)*(?:exemples?|examples?)\W*"
)
"""« des exemples ? », of the rule just told."""
_BETWEEN = re.compile(r"\W*(?:et|and|ou|ok)\W+(entre|between)\b")
_IN_LETTERS = re.compile(
    r"\W*(?:(?:et|ok|and|alors|pareil|idem|bon|euh|what about)\W+)*"
    r"(?:(?:(?:dans|pour|a|avec|de|in|for|with)\W+)?"
    r"(?:la|celle|the|number)\W+(?:(?:numero|number|no)\W+)?|(?<=\w )en )"
    r"(?P<number>[a-z]{2,10}|[1-9](?:e|eme)|[1-7])(?P<year>\W+(?:annee|year))?"
    r"(?:\W+(?:alors|stp|svp|du coup|please))?\W*"
)
"""« et dans la six ? », « et la 3e année ? »."""


def asks_for_yes_or_no(text: str) -> bool:
    """Whether a message wants the last answer told by yes or no."""
    return _YES_OR_NO.fullmatch(fold(text)) is not None


def asks_the_same(question: Question) -> bool:
    """Whether a message asks the last question again: « pareil pour la 5 ? », « donc non ? »."""
    folded, own = fold(question.text), question.subjects
    if _TWO_VALUES.search(folded):  # both are told once more, with where each stands
        return not own and question.focus.intent not in CHALLENGE_INTENTS
    if asks_for_yes_or_no(question.said or question.text):
        return question.focus.asked_programme
    if _may_they_apply(question) and _asks_whether_it_was_so(question.text):
        return True
    if question.focus.intent in DATED and not own and _IS_IT_OVER.fullmatch(folded):
        return True
    if question.focus.intent in CHALLENGE_INTENTS or len(question.content_words) > _MOST_WORDS_THE_SAME:
        return False
    if _THE_SAME.search(folded):
        return own <= {"promotion", "year", "named_year"} and bool(own or says_today(folded))
    if question.focus.intent != "pay" or own:
        return False
    return any(one.fullmatch(folded) for one in (_IF_I_HAD, _IF_ONE_HAS, _IF_ONE_IS))


def in_other_words(question: Question, desk: Desk) -> str | None:
    """The last question in the words it has after this one, which says nothing without it; else None."""
    if question.focus.intent == "pay" and _HAS_CHANGED.fullmatch(fold(question.text)):
        return _PAY_CHANGED[question.lang]
    if asks_when_it_was(question.text, question.focus, desk):
        return question.focus.text
    if _is_only_its_question_word(question):
        return f"{question.focus.text.rstrip(' ?!.')}, {question.text}"
    return _between_others(question)


def _may_they_apply(question: Question) -> bool:
    """Whether the talk is on whether people of one trade may apply: « je suis développeuse, … »."""
    focus = question.focus
    trades = set(focus.entities.get("skill", ()))
    return (
        focus.intent in _ONE_MAY
        and bool(trades)
        and trades <= _TRADES
        and not question.subjects - {"promotion", *TIME_KINDS}
    )


def _asks_whether_it_was_so(text: str) -> bool:
    """« donc c'est plus possible aujourd'hui ? » and nothing else."""
    said = {word for word in words(text) if not word.isdigit()}  # « et avant 2024 »
    return said <= _WAS_IT_SO and _IT_WAS_SO.search(fold(text)) is not None


def _is_only_its_question_word(question: Question) -> bool:
    """« et depuis quand ? », of what the programme does."""
    focus = question.focus
    named = focus.entities.keys() & {"challenge", "person", "promotion"}
    if focus.intent is None or focus.status != "answered" or named or question.subjects:
        return False
    if focus.asked_reports or focus.intent in CHALLENGE_INTENTS | DATED:
        return False
    folded = fold(question.text)
    by_entry = any(row.startswith("faq:") for row in focus.rows[:1])
    if focus.intent in RULES - {"nlu_fallback", "missions"} and _EXAMPLES.fullmatch(folded):
        return True
    if says_only_which(question.text):
        return True
    return bool(_MORE_OF_IT.fullmatch(folded) or (by_entry and _DONE_TO_IT.fullmatch(folded)))


def _between_others(question: Question) -> str | None:
    """« et entre EIG et DIG ? » after another difference."""
    now, before = _BETWEEN.match(fold(question.text)), fold(question.focus.text)
    start = re.search(r"\b(?:entre|between)\b", before)
    if now is None or start is None or len(before) != len(question.focus.text):
        return None
    return question.focus.text[: start.start()] + question.text[now.start(1) :]


def without_promotions(text: str) -> str:
    """The last question without the promotion it named, which the new one replaces."""
    for reference in reversed(find_references(text)):
        if reference.kind == "promotion":
            text = text[: reference.start] + text[reference.end :]
    return text


def asked_again(question: Question) -> bool:
    """Whether a question has the words of the last one, but for the promotion that it named."""
    return bool(question.focus.text) and question.text == without_promotions(question.focus.text)


def keeps_its_words(question: Question, intent: str) -> bool:
    """Whether the last question is asked again in this one's words: « lesquels ne sont pas à Paris ? »."""
    if intent == "pay":
        return asks_how_many(question) and _IF_ONE_HAS.fullmatch(fold(question.text)) is None
    return intent.startswith("report") or intent in LIST_INTENTS and outside_paris(question)


def of_the_new_name(question: Question, desk: Desk) -> str:
    """The last question without its promotion, of the body, the town, the challenge or the job that this one
    names: « c'est quoi la DINUM ? », « et Etalab ? ».
    """
    if question.focus.intent == "pay" and not question.subjects and says_today(question.text):
        return ARE_PAID[question.lang]  # « and nowadays? » after « how much were they paid in … »
    text = question.focus.text
    for named in ("administration", "town", "challenge", "skill"):
        spans = [(start, end) for start, end, kind in question.spans if kind == named]
        if named == "town" and len(spans) > 1:  # « et à Bordeaux ou Toulouse ? »
            spans = [(min(start for start, _ in spans), max(end for _, end in spans))]
        new = [question.text[start:end] for start, end in spans]
        found = desk.names.find(text, misspelt=named == "skill") if len(new) == 1 else []
        old = {(match.start, match.end) for match in found if match.kind == named}
        if len(old) == 1:
            start, end = old.pop()
            text = text[:start] + new[0] + text[end:]
        elif len(new) == 1:
            text = _instead_of(question.focus.entities.get(named, ()), text, new[0])
            if named == "skill" and question.focus.intent == "profiles_sought" and not found:
                text = f"{new[0]} : {text}"  # « et pas de juristes ? »
    if question.focus.intent == "pay" and _IF_ONE_HAS.fullmatch(fold(question.text)):
        text = f"{text.rstrip(' ?!.')}, {question.text}"  # « et avec 3 ans dxp »
    return without_promotions(text)


def _instead_of(before: Sequence[str], text: str, new: str) -> str:
    """A text with a name for the one it had, which the base need not know: « Marseille »."""
    old = fold(before[0]) if len(before) == 1 else ""
    start = fold(text).find(old) if old and len(fold(text)) == len(text) else -1
    return text if start < 0 else text[:start] + new + text[start + len(old) :]


def with_number_in_digits(question: Question, desk: Desk) -> Question:
    """« et dans la six ? » after a promotion, or an answer that told of some, is « et dans la 6 ? »."""
    said, focus = _IN_LETTERS.fullmatch(fold(question.text)), question.focus
    of_years = {"promotion", "year"} & focus.entities.keys()
    if said is None or said["year"] and not of_years:  # « et la 3e année ? » of studies
        return question
    if question.subjects or focus.status != "answered" or focus.on_a_report:
        return question
    number = [one.value for one in find_references(f"promotion {said['number']}")]
    if len(number) != 1 or not desk.promotion(number[0]):
        return question
    there = said.start("number")
    text, span = f"{question.text[:there]}{number[0]} ?", (there, there + 1, "promotion")
    asked = question.with_intent("follow_up", 1.0).with_entities(promotion=(number[0],))
    return replace(asked, text=text, spans=(span,))
