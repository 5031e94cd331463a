"""Write out what people shorten in messages, before words are compared, and leave out what says nothing.

« chui », « cb », « dun »; « euh », « du coup », emoji.
"""

from __future__ import annotations

import re
import unicodedata

from knowledge.familiar import in_standard_words
from knowledge.reports.communes import communes_in

SHORT = {
    "chui": "je suis", "chu": "je suis", "chuis": "je suis", "jsui": "je suis", "jsuis": "je suis",
    "jpeu": "je peux", "jpe": "je peux", "jveu": "je veux", "jve": "je veux",
    "jai": "j'ai", "jvoudrai": "je voudrais", "cb": "combien", "cbn": "combien",
    "cmb": "combien", "cmbien": "combien", "combi1": "combien", "ds": "dans", "ac": "avec", "av": "avec",
    "pr": "pour", "pdt": "pendant", "qd": "quand", "kan": "quand", "kand": "quand", "koi": "quoi",
    "kwa": "quoi", "ki": "qui", "ke": "que", "keske": "qu'est-ce que", "kesk": "qu'est-ce que",
    "keskon": "qu'est-ce qu'on", "skon": "ce qu'on", "kel": "quel", "kels": "quels", "kelle": "quelle",
    "kelles": "quelles", "pk": "pourquoi", "pq": "pourquoi", "pkoi": "pourquoi", "ya": "il y a",
    "yaura": "il y aura", "yavait": "il y avait", "yen": "il y en", "tt": "tout", "ts": "tous",
    "bcp": "beaucoup", "mtn": "maintenant", "ajd": "aujourd'hui", "auj": "aujourd'hui", "tjs": "toujours",
    "tjrs": "toujours", "tjr": "toujours", "jms": "jamais", "qqn": "quelqu'un", "qqch": "quelque chose",
    "admin": "administration", "admins": "administrations", "candid": "candidature", "nb": "nombre",
    "nbre": "nombre", "tel": "telephone", "rdv": "rendez-vous", "dc": "donc", "ms": "mais",
    "svt": "souvent", "gvt": "gouvernement", "c": "c'est", "cest": "c'est", "g": "j'ai", "jla": "je la",
    "visio": "visioconference", "tt1": "teletravail", "tps": "temps", "bi1": "bien", "ns": "nous",
    "est-ske": "est-ce que", "esk": "est-ce que", "eske": "est-ce que", "stp": "", "svp": "",
    "yora": "il y aura", "koman": "comment", "komen": "comment",
    "reco": "recommandation", "recos": "recommandations", "slt": "bonjour",
    "ct": "c'était", "bjr": "bonjour", "bsr": "bonsoir", "mrc": "merci", "jss": "je suis", "cmt": "comment",
    "fo": "faut", "kom": "comme", "dessu": "dessus", "lvl": "level", "yrs": "years", "c t": "c'était",
    "jr": "jour", "jrs": "jours", "pb": "problème", "pbs": "problèmes",
    "jhabite": "j'habite", "raport": "rapport", "raports": "rapports", "rapor": "rapport",
}  # fmt: skip
_RUN_TOGETHER = {
    "c": "etait etaient", "d": "un une y ou eig ailleurs accord aller avoir etre autres "
    "age xp experience argent",
    "j": "aimerais avais aurais etais ai en", "l": "eig on etat", "m": "aider",
    "n": "est etait ont avez avons",
    "qu": "il ils on un une est en", "s": "il est appelle inscrire",
}  # fmt: skip
_ASKED_WITH_TU = {
    "est-ce que c'est": "c'tu,ctu,c'est-tu,cest-tu,c'est tu",
    "est-ce qu'il y a": "y'a-tu,ya-tu,y a-tu,y'a tu,y a tu",
    "est-ce qu'il faut": "faut-tu",
}
"""Quebec's « tu », which asks and means nobody."""
SHORT |= {said: whole for whole, forms in _ASKED_WITH_TU.items() for said in forms.split(",")}
SHORT |= {
    letter + word: f"{letter}'{word}" for letter, words in _RUN_TOGETHER.items() for word in words.split()
} | {"aujourdhui": "aujourd'hui", "quelquun": "quelqu'un", "jusqua": "jusqu'a"}
_NO_WORDS = frozenset(("So", "Sk", "Cs", "Cf", "Mn"))
"""Unicode categories of emoji and of what modifies them."""
_SAYS_NOTHING = r"euh+|heu+|hum+|hein|bah|ben|du coup|en fait|mdr+|lol|ptdr|stp|svp"
_FILLERS = re.compile(rf"(?<![\w'’-])(?:{_SAYS_NOTHING})(?![\w'’-])[, ]*", re.I)
_AT_THE_EDGE = re.compile(
    r"^\s*(?:(?:alors|voil[àa]|genre|bon|donc)(?=[ ,])[, ]*)+"
    r"|(?:[, ]+(?:alors|voil[àa]|(?<!m[êe]me )(?<!quel )(?<!kel )(?<!ce )(?<!du )genre"
    r"|(?<!vente )(?<!commerce )en gros|grosso modo|vite fait))+(?=\W*$)",
    re.I,
)
_GREETING = re.compile(
    r"^\W*(?:(?:re)?bonjours?|bonsoir|salut(?:ations)?|coucou|hello|hi|hey|all?[oô]|bjr|bsr|slt|cc"
    r"|good (?:morning|afternoon|evening))"
    r"(?: (?:[àa] (?:vous|tous|toutes)|tout le monde|madame|monsieur|l['’][ée]quipe|there|team|everyone))*"
    r"[\s,;:.!-]+(?=\S+\s+\S+\s+\S)"
    r"(?!there\b|[àa] |(?:comment|[çcs]a|how) (?:all|v[ao]|are)|(?:il )?y ?a (?:quel|qq)"
    r"|any\w+ (?:here|there)|et |and )"
    r"(?!.{0,30}\bquestions?\W*$)",
    re.I,
)
"""« bonjour, c'est ouvert en ce moment ? »: of a short message a greeting would be most that is heard."""
_APART = re.compile(
    r"(?<![\w'’-])(?:(c) (?=(?:est|[ée]tai(?:t|ent))\b)"
    r"|(t) (?=(?:es|as|ai|en|aime)\b)|([djlmns]|qu) (?=[aeiouyhàâéèêëîïôû])(?!(?:ou|et|à)\b))",
    re.I,
)
_YOU = re.compile(
    r"(?<![\w'’-])[Vv][Ss] (?=(?:ne |n['’]|me |m['’]|nous )?(?:[a-zàâéèêîôûç]+ez|[eê]tes|faites|dites)\b)"
)
"""« vs prenez » is said to someone, « promo 4 vs promo 5 » compares."""
_I = re.compile(r"(?<![\w'’-])([Jj])(?=(?!pegs?\b)[bcdfglmnprstvz][a-zà-ü]*(?:[esx]|ai)(?![\w'’-]))")
"""« jserais », « jtravaille », « jme »: no French word begins with j and a consonant."""
_WHAT_THEY = re.compile(r"(?<![\w'’-])(?:q|k|qu['’]?)esk(?:e|['’])? ?(?=(?:ils?|elles?|on)\b)", re.I)
"""« kesk'ils proposent »."""
_IT = re.compile(
    r"(?<![\w'’-])([Ss])a (?=(?:n['’]|ne )?(?:vas?|marche|pose|fait|veut|existe|sert|d[ée]pend|co[uû]te|dure"
    r"|commence|finit|se|peut|sera(?:it)?|aura(?:it)?|prend|me|vous|nous|change|concerne)\b)"
)
"""« sa pose un problème », « sa se passe comment »: no noun follows."""
_OVERTIME = re.compile(r"\b(heures?) sup\b", re.I)
_HOSPITAL = "".join(
    rf"(?<!\b{article} chu)"
    for article in "le les du des au aux un de quel quels quelle kel kels vos ce ces".split()
)
_HOSPITAL += r"(?!(?<=^[Cc]hu) (?:de|du)\b)"
"""« le chu », « CHU », « chu de Nantes » to begin with are the hospital, where « chu dev » is « je suis »; so
is « chu nantes », which a list of towns tells.
"""
_WRITTEN = {one: re.escape(one) for one in SHORT} | {"chu": rf"(?-i:[Cc]hu){_HOSPITAL}", "fo": "(?-i:fo)"}
_TOKEN = re.compile(
    r"(?<![\w'’-])("
    + "|".join(_WRITTEN[one] for one in sorted(SHORT, key=len, reverse=True))
    + r")(?![\w'’+#-])",
    re.I,
)


def _written_out(match: re.Match[str]) -> str:
    short = match[1].lower()
    if short == "chu" and communes_in(" ".join(match.string[match.end() :].split()[:2])):
        return match[1]
    return SHORT[short]


def plain(text: str) -> str:
    """``text`` without emoji, fillers and a greeting before more; as it is when there is nothing else."""
    said = text
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text)
        said = "".join(" " if unicodedata.category(c) in _NO_WORDS else c for c in composed)
    said = _GREETING.sub("", " ".join(without_fillers(said).split()))
    return said if any(c.isalnum() for c in said) else text


def without_fillers(text: str) -> str:
    """``text`` without « euh », « du coup » or « voilà »; as it is when there is nothing else."""
    said = _AT_THE_EDGE.sub("", _FILLERS.sub("", text))
    return said if any(c.isalnum() for c in said) else text


def expand(text: str) -> str:
    """``text`` with usual abbreviations of messages written out, apostrophes for the spaces instead, and
    familiar words in standard ones.
    """
    text = _APART.sub(lambda match: f"{match[match.lastindex or 0]}'", _YOU.sub("vous ", text))
    text = _IT.sub(lambda match: f"{'Ç' if match[1] == 'S' else 'ç'}a ", text)
    text = _WHAT_THEY.sub("qu'est-ce qu'", _OVERTIME.sub("heures supplémentaires", text))
    text = _TOKEN.sub(_written_out, text)
    return in_standard_words(_I.sub(r"\1e ", text))
