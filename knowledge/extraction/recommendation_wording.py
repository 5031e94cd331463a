"""How chambers word, head and number their recommendations: the tests every recommendation reader shares.

Every pattern is matched on folded text (lower case, no accents), see `knowledge.text.fold`.
"""

import re

from knowledge.extraction.lines import fold_in_place
from knowledge.extraction.wordlists import listed
from knowledge.reports.extracted import RecommendationKind
from knowledge.text import fold

_REMINDER = r"rappels?\b.{0,25}\b(droit|lois?|reglement\w*|reglementations?|regles?|obligations? juridiques?)"
_DUTY = r"obligations? (de faire|juridiques?|legales?)"
_NOUN = r"(recommandations?|preconisations?)"

_HEADING = re.compile(
    r"^(\W|\d|[ivx]+\W)*"
    r"((les|la|le|principales?|principaux|synthese (et|des)|recapitulati(f|on)( des)?|rappel des?"
    r"|listes? des?"
    r"|sommaire des|tableau des?|recensement des|enonce des|resume des|fiche|observations? et"
    r"|recap) )*"
    rf"({_NOUN}|{_REMINDER}|rappel des {_DUTY}|{_DUTY})\b"
)
_SENTENCE = re.compile(
    r"\b(mettent|sont|visent|ont|portent|donnent|doivent|peuvent|figurent|fait|font|avait|avaient)\b"
)
_OPENER = re.compile(
    r"(formule|adresse|emet|presente|propose|enonce)\w*\b.{0,90}\b(recommandations?|rappels?|preconisations?)\b"
    r".{0,40}(suivante?s?|ci-(apres|dessous))?\s?:$"
)
_PREVIOUS = re.compile(
    r"precedent|anterieur|suites? (donnee|reservee)|suivi des|dernier (rapport|controle)|(rapport"
    r"|controle) de (19|20)\d\d"
    r"|rapport d.observations (definitives )?du \d"
)
_LABEL = re.compile(
    r"^\W*(?P<noun>recommandations?|rappels? (?:au droit|du droit|a la loi|de la loi|a la reglementation"
    r"|au reglement"
    r"|d.obligations? juridiques?)|obligations? de faire|obligations?|preconisations?)"
    r"(?:\s+(?:de gestion|de regularite|juridique|de performance))?\s*"
    r"(?:\(.{1,40}?\)\s*)?"
    r"(?P<number>(?:n\s?[°º]{0,2}s?\s?|no?\.?\s|#)?\s?\d{1,2}(?:[.\-]\d{1,2}|\s?(?:bis|ter))?)\s*"
    r"(?P<status>[\(\[][^)\]]{3,60}[\)\]])?\s*(?:\.{3,}|…)*\s*(?P<mark>[:.\-–—)]|$|(?=\s))"
)
_BARE_LABEL = re.compile(
    r"^\W*(recommandations?|rappels? (au droit|du droit|a la loi|a la reglementation)"
    r"|obligations? de faire)\s*:?\s*$"
)
_COLON_LABEL = re.compile(r"^\W*(?P<noun>recommandation|rappel au droit|rappel a la loi)\s*:\s*(?=\S)")
_NUMBER = re.compile(
    r"^(?:n\s?[°º]\s?)?(?:(?P<dotted>\d{1,2}\.\d{1,2})(?=[\s.)])|(?P<plain>\d{1,2}|[a-z](?=\)))(?=\s?[).:/–—°-]))"
    r"\s?(?:[).:/–—-]|°)*\s*(?=\D)"
)
_STATUS_LINE = re.compile(
    r"^[\[(]?\s*((recommandation|rappel)[^.:;]{0,40})?\b(partiellement|totalement|integralement|non"
    r"|en cours|mises?|"
    r"a suivre|a mettre|devenue?s?|sans objet|realisee?s?|suivie?s?)\b[^.:;]{0,60}[\])]?\.?$"
)
_TRAILING_STATUS = re.compile(
    r"\s*[–—-]?\s*[(\[]?(?:(?<=[.;:] )(?:recommandation|rappel au droit|obligation)\s+)?"
    r"((?:non|partiellement|totalement|integralement|en cours de"
    r"|entierement)\s+(?:mise?s?|realisee?s?"
    r"|suivie?s?)[^.]{0,25}|mise en o?euvre|mise en ouvre|en cours(?: de mise en o?e?uvre)?"
    r"|(?:devenue )?sans objet)"
    r"[)\]]?\.?\s*$"
)
_SCALE = re.compile(r"^\W*[«\"“]\s?(recommandation|rappel)")
_PAGE_LEADER = re.compile(
    r"^[\s.…:]*(?:(?:page|p\.)\s*\d{1,3}|(?:\.{3,}|…+)[\s.…]*\d{0,3})\s*$", re.IGNORECASE
)
STATUS = (
    (re.compile(r"(totalement|integralement|entierement) (mis|realis|suivi)"), "totalement mise en œuvre"),
    (
        re.compile(r"partiellement (mis|realis|suivi)|(mis|realis)\w+ partiellement"),
        "partiellement mise en œuvre",
    ),
    (re.compile(r"(en cours|engagee)( de| d)?.{0,25}"), "en cours de mise en œuvre"),
    (re.compile(r"non (mis|realis|suivi)\w*|pas (mis|realis|suivi)"), "non mise en œuvre"),
    (re.compile(r"(devenu|sans)\w* .{0,8}objet"), "devenue sans objet"),
    (re.compile(r"(a|restant a) suivre"), "à suivre"),
    (re.compile(r"a mettre en (oeuvre|œuvre)"), "à mettre en œuvre"),
    (re.compile(r"suivies? d.effet|mise?s? en (oeuvre|œuvre)|realise"), "mise en œuvre"),
)

_LABEL_REACH = 200
"""Letters at the start of a line in which a label or number can stand."""

_INFINITIVE = re.compile(
    r"^(?:(?:et|ou|puis|en|a|au|dans|sur|sous|par|lors|conformement|ne|n.|pas|plus|se|s.|y|le|la|les|l.|mieux"
    r"|bien|ainsi|egalement|des|d.|davantage|systematiquement|rapidement|mieux|regulierement)\s?)*?"
    r"(?P<verb>[a-z]{2,}(?:er|ir|re|oir))\b"
)
_FIRST_INFINITIVE = re.compile(
    r"^\W*(?:ne pas |ne plus |se |s.|mieux |bien )?(?P<verb>[a-z]{2,}(?:er|ir|re|oir))\b"
)
_NOT_VERBS = frozenset(
    listed(
        """maire premier dernier particulier financier immobilier regulier centre titre cadre chambre
        autre membre registre ordre nombre mettre-a offre oeuvre votre notre entre contre outre
        dossier courrier janvier fevrier septembre octobre novembre decembre loisir loisirs avenir
        atelier ouvrier quartier hier ministere territoire ministre histoire memoire commissaire
        affaire annuaire inventaire budgetaire scolaire sanitaire communautaire solidaire notaire
        honoraire salaire horaire anniversaire propre libre encadre manoeuvre lettre metre maniere
        matiere carriere derniere premiere particuliere rapporteur or pouvoir tir troisieme ceuvre
        mediatheque monsieur"""
    )
)
_CIRCUMSTANCE = re.compile(
    r"^(?:en|pour|sur|dans|au|aux|a|afin|lors|conformement|s.agissant|si|apres|avant|des|sans)\b[^.;:]{3,170}?,"
    r" (?:ne pas |ne plus |se |s.)?(?P<verb>[a-z]{2,}(?:er|ir|re|oir))\b"
)
_ACTION_NOUN = re.compile(
    r"^(mise|creation|elaboration|definition|suppression|poursuite|reduction|renforcement|amelioration|adoption"
    r"|etablissement|recours|respect|transmission|tenue|revision|formalisation|maitrise|production|actualisation"
    r"|regularisation|recherche|organisation|developpement|application|harmonisation|clarification|fiabilisation)\b"
)
_PROCEDURE = re.compile(
    r"^(\W|\d|[ivx]+\b)*(la |rappel de la |elements de |deroulement de la )?procedures?\b|^sommaire"
    r"|^table des matieres"
    r"|^(la )?chambre (regionale|territoriale) des comptes .{0,80}(a procede|a inscrit|a examine|deliberant)"
    r"|^aux termes de l.article|^le present controle|^l.examen de (la )?gestion|^le controle (a|des comptes)"
    r"|^la chambre a inscrit|^les (recommandations|rappels)[^.]{0,80}formule.{0,12}ci-dessus"
    r"|^la societe a le droit"
    r"|^telles sont les|^introduction|^observations definitives|^article 15|^je vous serais oblige"
    r"|^\W*=?o0o|^glossaire|^annexe"
    r"|^(le|ce) rapport a ete|^deliberee? |^reponse"
)
_PREFACE = re.compile(
    r"^(les juridictions financieres|et les evaluent|les cotations|ce suivi intervient|cette fiche"
    r"|les (deux )?fiches"
    r"|\(?qui (ont|a|pour|,)|sur le fondement|au (terme|vu)|la chambre (adresse|formule|presente"
    r"|recommande[^.]{0,60}:$"
    r"|emet)|la cour (formule|recommande[^.]{0,60}:$|adresse|emet)|il est recommande[^.]{0,90}:$"
    r"|les elements ci-dessous"
    r"|en consequence|les recommandations (et rappels|visent|de la|sont|et les)|en conclusion|compte tenu"
    r"|la chambre,"
    r"|a l.issue (de|du)|a ce titre|dans ce cadre|conformement a|ces recommandations|elle[s]? |par ailleurs"
    r"|.{0,60}les (recommandations|rappels) (suivante?s?|qui suivent|ci-apres))"
)


def is_list_heading(folded: str) -> bool:
    """Whether a short line announces recommendations, obligations or reminders of law."""
    return bool(_HEADING.match(folded)) and not _LABEL.match(folded) and not _SENTENCE.search(folded)


def is_list_opener(folded: str) -> bool:
    """Whether a sentence opens a list (« la Cour formule les recommandations suivantes : »)."""
    return folded.endswith(":") and bool(_OPENER.search(folded))


def is_about_previous_audit(folded: str) -> bool:
    """Whether a heading announces what an earlier report had recommended."""
    return bool(_PREVIOUS.search(folded)) and "present controle" not in folded


def kind_of(folded: str) -> RecommendationKind | None:
    """Kind announced by a heading or a label, None when it announces nothing."""
    if re.search(_REMINDER, folded) or re.search(r"obligations? (juridiques?|legales?)", folded):
        return "reminder of law"
    if re.search(r"obligations? de faire|^\W*obligation", folded):
        return "obligation"
    if re.search(_NOUN, folded):
        return "recommendation"
    return None


def status_in(folded: str) -> str | None:
    """Status of execution named in a heading, a label or a cell, in the reports' usual words."""
    return next((status for pattern, status in STATUS if pattern.search(folded)), None)


def is_status_line(folded: str) -> bool:
    """Whether a line only says how far the recommendation before it was carried out."""
    return len(folded) < 110 and bool(_STATUS_LINE.match(folded)) and status_in(folded) is not None


def label(text: str) -> re.Match[str] | None:
    """Match of « Recommandation n° 3 : » at the start; groups `noun`, `number`, `status`, `mark`."""
    return _LABEL.match(fold_in_place(text[:_LABEL_REACH]))


def is_bare_label(folded: str) -> bool:
    """Whether the line is only « Recommandation », its text being the next paragraph."""
    return bool(_BARE_LABEL.match(folded))


def colon_label(text: str) -> re.Match[str] | None:
    """Match of an unnumbered « Recommandation : » followed by its text."""
    return _COLON_LABEL.match(fold_in_place(text[:_LABEL_REACH]))


def split_number(text: str) -> tuple[str | None, str]:
    """Printed number of a list item (« 3. », « 1) », « 2/ ») and the text after it."""
    match = _NUMBER.match(fold_in_place(text[:_LABEL_REACH]))
    if match is None:
        return None, text
    return match["dotted"] or match["plain"], text[match.end() :].strip()


def split_status(text: str) -> tuple[str, str | None]:
    """The text and the status printed after its last sentence (« … . Non mise en œuvre »), None without
    one.
    """
    match = _TRAILING_STATUS.search(fold_in_place(text))
    if (
        match is None
        or match.start() == 0
        or text[match.start() - 1 : match.start() + 1].strip(" .;([–-").isalpha()
    ):
        return text, None
    return text[: match.start()].strip(), status_in(fold(text[match.start() :]))


def is_page_leader(text: str) -> bool:
    """Whether the text after a label is only dots and a page number, as in a table of contents."""
    return not text.strip() or bool(_PAGE_LEADER.match(text))


def is_scale(folded: str) -> bool:
    """Whether a line explains a status in quotation marks (« recommandations à suivre » qui, pour…)."""
    return bool(_SCALE.match(folded))


def starts_with_action(text: str) -> bool:
    """Whether a line starts as advice does: an infinitive near its beginning, or the noun of an action."""
    folded = fold(text)
    folded = re.sub(r"^\W*(\([^)]{2,80}\)\s*:?\s*)?", "", folded)
    if _ACTION_NOUN.match(folded):
        return True
    matches = (_INFINITIVE.match(folded), _CIRCUMSTANCE.match(folded))
    return any(match is not None and match["verb"] not in _NOT_VERBS for match in matches)


def begins_with_infinitive(text: str) -> bool:
    """Whether the very first word is an infinitive (« Veiller à… », « S'assurer… », « Ne pas omettre… »)."""
    match = _FIRST_INFINITIVE.match(fold(text[:_LABEL_REACH]))
    return match is not None and match["verb"] not in _NOT_VERBS


def ends_list(folded: str) -> bool:
    """Whether a line certainly stands after a list: procedure, contents, closing formula, annexes."""
    return bool(_PROCEDURE.match(folded))


def is_preface(folded: str) -> bool:
    """Whether a line only introduces the list (scale of statuses, « la chambre formule les… »)."""
    return bool(_PREFACE.match(folded))
