"""A short message that goes on, told with what it leaves unsaid: « et aujourd'hui » after a share of women
is « quel pourcentage de femmes, promotion 7 ? ».

Read alone, such words are taken for another question, on calls or on reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.conversation.after_what import asked_next
from actions.conversation.focus import Focus
from actions.conversation.of_its_challenge import USED_BY_HOW_MANY, asked_of_its_challenge
from actions.conversation.of_the_promotion import asked_of_a_promotion, with_promotion
from actions.desk import Desk
from actions.programme.call_intents import CALL_INTENTS
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from knowledge.calls import calls
from knowledge.challenges import labels
from knowledge.text import fold

_LEAD = r"\W*(?:(?:et|mais|ok|alors|donc|du coup|en plus|and|so|but)\W+)*"
_END = r"\W*"
_TODAY = re.compile(
    rf"{_LEAD}(?:aujourd ?['’]? ?hui|maintenant|mtn|actuellement|de nos jours|now|today|nowadays){_END}"
)
_A_FIGURE = re.compile(r"\b(?:combien|pourcentage|part|proportion|taux|nombre|how many|share|percentage)\b")
_ONE_BEFORE = re.compile(
    rf"{_LEAD}(?:(?:c ?['’]? ?etait )?(?:quand|kan) )?(?:(?:celle|celui|la session|le sprint) )?"
    r"(?:d ?['’] ?)?"
    rf"(?:avant (?:celle|celui|elle|lui)(?:[- ]la)?|(?:la|le) preceden\w+|(?:the )?one before){_END}"
)
_SESSIONS = re.compile(r"\b(?:sprints?|sessions?|appels?|calls?)\b")
_NUMBERED = re.compile(r"\bsprint (?P<number>[1-9])\b")
_LAST_WHEN = re.compile(r"\b(?:quand|kan|when|dates?)\b.{0,20}\b(?:derniere?|last|latest)\b")
_IN_A_YEAR = (
    rf"{_LEAD}(?:en|pour|in|for) (?P<year>20[2-9]\d)(?: ?,)? (?:(?:ce sera|ca sera|c ?['’]? ?est|ca ouvre"
    rf"|ce serait|will it be|is it) )?(?:pour )?(?:quand|kan|when){_END}"
)
_BEFORE = re.compile(
    rf"{_LEAD}(?:avant,? (?:c ?['’]? ?etait|ct)|(?:c ?['’]? ?)?etait(?:[- ]ce)?) "
    rf"(?:interdit|possible|permis|autorise|ouvert)(?: (?:avant|auparavant))?(?:\W+non)?{_END}"
)
_SINCE_WHICH = re.compile(
    rf"{_LEAD}(?:a partir de|depuis) (?:quelle?|kel+e?) (?:promo\w*|annee) "
    rf"(?:est[- ]ce que )?(?:c ?['’]? ?est|on|ils|elles) (?:y )?"
    rf"(?:permis|possible|autorise\w*|ouvert|ont (?:le )?droit|peu(?:t|vent))(?: candidater| postuler)?{_END}"
)
_WHO = (
    (re.compile(r"\b(?:fonctionnaires?|agents? publics?|titulaires?)\b"), "les fonctionnaires"),
    (re.compile(r"\bprefectures?\b"), "une préfecture"),
    (re.compile(r"\b(?:hopita\w+|chu)\b"), "un hôpital"),
    (re.compile(r"\b(?:communes?|mairies?|collectivites?|departements?|regions?)\b"), "une collectivité"),
    (re.compile(r"\b(?:etudiant\w*|master|licence)\b"), "les étudiants"),
)
"""Those whose right to take part has changed, as questions name them."""
_THE_COURT = (
    rf"{_LEAD}(?:qu ?['’] ?en (?:dit|pense|a dit|disait)|que (?:dit|pense)) la cour(?: des comptes)?"
    rf"(?: (?:de tout ca|de ca|la[- ]dessus))?{_END}"
    rf"|{_LEAD}la cour des comptes (?:elle )?en (?:dit|pense) quoi{_END}"
    rf"|{_LEAD}(?:est[- ]ce que )?la cour(?: des comptes)? (?:elle )?a(?:[- ]t[- ]?elle)? (?:deja )?"
    r"(?:fait|ecrit|publie|sorti) (?:un|des) rapports? (?:la[- ])?dessus"
    rf"{_END}"
)
_A_COMPANY = (
    rf"{_LEAD}(?:moi )?j ?['’]? ?ai (?:aussi |deja |encore )?(?:une?|ma|mon) "
    r"(?:sasu|sas|sarl|eurl|boite|societe|entreprise|micro[- ]?entreprise|auto[- ]?entreprise)"
    rf"{_END}"
)
_WOULD_DO = (
    rf"{_LEAD}(?P<who>une? [\w'’ -]{{3,40}}?) (?:ca )?(?:irait|conviendrait|ferait l ?['’] ?affaire){_END}"
)
_WHICH_CLASS = rf"{_LEAD}which class (?P<was>is|was|are|were) (?P<one>he|she|it|they) (?:in|from){_END}"
_TOLD = tuple(
    (re.compile(asked), told)
    for asked, told in (
        (_IN_A_YEAR, "il y aura un appel en {year} ?"),
        (_THE_COURT, "l'avis de la Cour des comptes sur le programme EIG ?"),
        (_A_COMPANY, "j'ai une SASU, je peux candidater ?"),
        (_WOULD_DO, "{who} peut-il candidater ?"),
        (_WHICH_CLASS, "which promotion {was} {one} in?"),
    )
)
"""What says in a talk on the programme what it says nowhere else, and the question that it is."""
_WHO_DECIDES = re.compile(
    rf"{_LEAD}(?:c ?['’]? ?est )?[kq]u?i (?:[kq]u?i )?(?:(?:l[ae]s?|en) |l ?['’] ?)?"
    rf"(?:decide\w*|tranche|fixe|valide|accorde)(?: (?:alors|ca|de ca|pour ca|au final|a la fin))*{_END}"
)
_DECIDED = (
    (re.compile(r"\b(?:renouvel\w+|prolong\w+|reconduc\w+)"), "qui décide du renouvellement du contrat ?"),
    (re.compile(r"\b(?:primes?|variable|bonus)\b"), "qui décide du montant de la part variable ?"),
    (re.compile(r"\b(?:tele ?travail\w*|a distance)\b"), "qui décide des jours de télétravail ?"),
)
"""What someone decides, as questions name it, where « qui décide ? » would be read of the jury."""
_I_WOULD_EARN = re.compile(
    rf"{_LEAD}(?:(?:je|j ?['’]? ?|on) ?(?:gagn|touch)\w+ combien|combien (?:je|on) (?:gagn|touch)\w+){_END}"
)
_WITH_YEARS = re.compile(
    rf"{_LEAD}(?:avec|a|pour|si j ?['’]? ?(?:ai|avais)) (?P<years>\d{{1,2}}) ans"
    rf"(?: (?:d ?['’] ?experience|d ?['’] ?xp|de (?:boulot|metier|boite|carriere)))?{_END}"
)
_BY_MAIL = re.compile(rf"{_LEAD}(?:par|via) (?:e-?)?(?:mail|courriel|la poste|courrier){_END}")
_BEFORE_THEM = re.compile(rf"{_LEAD}(?:qui |ki )?(?:etait la )?avant (?:lui|elle|eux){_END}")
_AT_THE_HEAD = re.compile(r"\b(?:dirig\w*|direct(?:eur|rice)|chef\w*|responsable|patron\w*|a la tete)\b")
_BY_PROMOTION = re.compile(rf"{_LEAD}par promo(?:tion)?s?{_END}")
_A_COST = re.compile(r"\b(?:cout\w*|depens\w*|budget)\b")
_USED_BY_HOW_MANY = re.compile(rf"{_LEAD}{USED_BY_HOW_MANY}{_END}")
_WHOM_WE_HAD = re.compile(
    rf"{_LEAD}quels? eigs? (?:avons[- ]nous|on a|nous avons) (?:deja )?eue?s?(?: deja)?{_END}"
)
_THERE_SINCE = re.compile(
    rf"{_LEAD}depuis (?:quand|kan|combien de temps) (?:elle|il) (?:y est|la dirige|le dirige|est la){_END}"
    rf"|{_LEAD}(?:elle|il) y est depuis (?:quand|kan|combien de temps){_END}"
)
_NTH_TIME = re.compile(
    r"\b(?:la|les) (?P<nth>premiere|deuxieme|troisieme|1e?re|2e(?:me)?|3e(?:me)?) (?:annee|fois)\b"
    r"|\bpromo(?:tion)? (?P<number>[1-6])\b"
)
_NTH = {"p": 1, "1": 1, "d": 2, "2": 2, "t": 3, "3": 3}
_NEXT_TIME = re.compile(
    rf"{_LEAD}(?:(?P<after>(?:l ?['’]? ?annee|la fois) (?:d ?['’]? ?apres|suivante))"
    rf"|(?:la )?(?P<nth>\w+) (?:annee|fois)){_END}"
)
"""« et l'année d'après ? » after « combien de candidatures la première année ? »."""
_NOT_X_BUT_Y = re.compile(
    r"\W*non[ ,]+pas [^,;:]{2,40}[,;:] (?P<meant>(?:l[ae]s?|l ?['’]|celui|celle|un|une) ?[\w'’ -]{2,30}?)\W*"
)
_NAMES_IN = re.compile(r"\w{4,}")


def made_explicit(text: str, focus: Focus, desk: Desk) -> str:
    """The message in full where it goes on about the programme in a few words; as it is otherwise."""
    folded = fold(text)
    if len(folded) != len(text) or len(folded) > 80 or focus.asked_reports or not focus.text:
        return text
    if focus.sources and all(source.get("report") for source in focus.sources):
        return text
    told = [one.format(**said.groupdict()) for asked, one in _TOLD if (said := asked.fullmatch(folded))]
    of_the_last = (rule(folded, focus) for rule in _RULES)
    by_the_base = (rule(folded, focus, desk) for rule in _RULES_BY_THE_BASE)
    found = next((one for one in (*told, *of_the_last, *by_the_base) if one), None)
    found = found or asked_next(folded, focus, desk) or _put_right(text, folded, focus)
    found = found or asked_of_its_challenge(folded, focus, desk)
    return found or asked_of_a_promotion(text, folded, focus, desk) or text


def _figure_today(folded: str, focus: Focus, desk: Desk) -> str | None:
    last = focus.text or focus.said
    figure = focus.intent not in CALL_INTENTS | CHALLENGE_INTENTS and _A_FIGURE.search(fold(last))
    if not figure or _TODAY.fullmatch(folded) is None or re.search(r"\bpromo", fold(last)):
        return None
    return f"{last.strip(' ?!.')}, promotion {desk.promotions[-1].id} ?"


def _sprint_before(folded: str, focus: Focus, desk: Desk) -> str | None:
    if _ONE_BEFORE.fullmatch(folded) is None:
        return None
    last = fold(f"{focus.text} {focus.said}")
    on_calls = focus.intent in CALL_INTENTS or any(row.startswith("call:") for row in focus.rows)
    numbered, the_last = _NUMBERED.search(last), _LAST_WHEN.search(last)
    number = int(numbered["number"]) if numbered else _sprints(desk) if the_last else 0
    if not (on_calls or the_last or _SESSIONS.search(last)) or "promo" in last:
        return None
    return f"le sprint {number - 1}, c'était quand ?" if number > 1 else None


def _sprints(desk: Desk) -> int:
    """How many sprints there were."""
    rounds = (fold(call.round or "") for call in calls(desk.base, "candidates"))
    return max((int(said["number"]) for one in rounds if (said := _NUMBERED.search(one))), default=0)


def _heads_before(folded: str, focus: Focus) -> str | None:
    at_the_head = focus.intent == "programme_operator" and _AT_THE_HEAD.search(fold(focus.text))
    asked = at_the_head and _BEFORE_THEM.fullmatch(folded)
    return "qui a dirigé le programme EIG avant aujourd'hui ?" if asked else None


def _who(focus: Focus) -> str | None:
    """Whom the last question was about, of those whose right to take part has changed."""
    last = fold(f"{focus.text} {focus.said}")
    return next((who for words, who in _WHO if words.search(last)), None)


def _right_before(folded: str, focus: Focus) -> str | None:
    asked, who = _BEFORE.fullmatch(folded), _who(focus)
    if asked is None or who is None:
        return None
    if who.startswith("les"):
        return f"{who}, c'était interdit avant ?"
    return f"était-ce possible auparavant pour {who} ?"


def _right_since(folded: str, focus: Focus) -> str | None:
    who = _who(focus)
    if who is None or _SINCE_WHICH.fullmatch(folded) is None:
        return None
    return f"à partir de quelle promotion {who} : le droit de candidater ?"


def _cost_by_promotion(folded: str, focus: Focus) -> str | None:
    on_the_cost = _A_COST.search(fold(f"{focus.text} {focus.said}"))
    return "combien a coûté chaque promotion ?" if on_the_cost and _BY_PROMOTION.fullmatch(folded) else None


def _users_of_all(folded: str, focus: Focus) -> str | None:
    of_all = not focus.entities.get("challenge") and _USED_BY_HOW_MANY.fullmatch(folded)
    return "combien de gens utilisent les services des EIG ?" if of_all else None


def _decided_by_whom(folded: str, focus: Focus) -> str | None:
    if _WHO_DECIDES.fullmatch(folded) is None:
        return None
    last = fold(f"{focus.text} {focus.said}")
    return next((asked for words, asked in _DECIDED if words.search(last)), None)


def _pay_of_ones_own(folded: str, focus: Focus) -> str | None:
    if _I_WOULD_EARN.fullmatch(folded):
        return "combien gagne un EIG ?"
    years = _WITH_YEARS.fullmatch(folded) if focus.intent == "pay" else None
    return f"quel salaire avec {years['years']} ans d'expérience ?" if years else None


def _applying_by_mail(folded: str, focus: Focus) -> str | None:
    asked = focus.intent == "apply_procedure" and _BY_MAIL.fullmatch(folded)
    return "puis-je envoyer ma candidature par mail ?" if asked else None


def _next_time(folded: str, focus: Focus) -> str | None:
    last, asked = fold(focus.text), _NEXT_TIME.fullmatch(folded)
    told = _NTH_TIME.search(last)
    if asked is None or told is None or len(last) != len(focus.text):
        return None
    last_number = int(told["number"] or _NTH[told["nth"][0]])
    number = last_number + 1 if asked["after"] else _NTH.get(asked["nth"][0], 0)
    return with_promotion(focus.text, told.span(), number) if number else None


_RULES: tuple[Callable[[str, Focus], str | None], ...] = (
    _next_time,
    _heads_before,
    _right_before,
    _right_since,
    _cost_by_promotion,
    _users_of_all,
    _decided_by_whom,
    _pay_of_ones_own,
    _applying_by_mail,
)


def _whom_they_had(folded: str, focus: Focus, desk: Desk) -> str | None:
    """« quels EIG avons-nous eus ? », asked by a body that has said its name."""
    bodies = focus.entities.get("administration", ())
    if len(bodies) != 1 or _WHOM_WE_HAD.fullmatch(folded) is None:
        return None
    return f"qui sont les EIG de : {labels(desk.base, 'administration', 'fr')[bodies[0]]} ?"


def _there_since_when(folded: str, focus: Focus, desk: Desk) -> str | None:
    """« depuis quand elle y est ? » after an entry that ends with the name of who heads a body."""
    entries = [row.removeprefix("faq:") for row in focus.rows[:1] if row.startswith("faq:")]
    if not entries or _THERE_SINCE.fullmatch(folded) is None:
        return None
    told = desk.faq(entries)[0].answer_fr
    named = [one.ref for one in desk.names.find(told, misspelt=False) if one.kind == "person"]
    return f"depuis quand {named[-1]} est à ce poste ?" if named else None


_RULES_BY_THE_BASE = (_figure_today, _sprint_before, _whom_they_had, _there_since_when)


def _put_right(text: str, folded: str, focus: Focus) -> str | None:
    """« non pas la DINUM, le programme EIG » asks the last question of what is meant."""
    found, last = _NOT_X_BUT_Y.fullmatch(folded), focus.said or focus.text
    if found is None or not last:
        return None
    meant = text[found.start("meant") : found.end("meant")]
    said_before = [one for one in _NAMES_IN.findall(found["meant"]) if re.search(rf"\b{one}\b", fold(last))]
    return last if said_before else f"et {meant} ?"
