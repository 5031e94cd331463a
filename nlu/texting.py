"""Messages written by ear, as people text them: « fo kje la ferme », « vs avé kel genre ».

Only in a message that shows by a word with k, « vs » or « jveu » that it is written so: elsewhere « come »,
« pa » or « tou » may be anything. Small words and verbs that are used in nearly every question are written
as they are meant; those that any message may be written with are in ``sounds`` and ``spelling``, and the
others are left to the correction of spelling.
"""

from __future__ import annotations

import re

_TEXTED = re.compile(
    r"(?<![\w'’-])(?:k(?:i|e|oi|el|els|elle|elles|an|and|on|il|ils|om|omen|oman|je|tu|wa|elke|elkun|eske|esk)"
    r"|fo|chui|vs|jsuis?|jai|jv[eé]|jveu|jpeu|jdoi|esk|avc|juska|pr|ds|cb|ya|tjrs|bcp|fai|sui|doi|tou"
    r"|avé|savé|voulé|pouvé|apré)(?![\w'’.-])"
)
"""Words by which a message is seen to be written by ear."""
_WORDS = {
    "vs": "vous", "vou": "vous", "nou": "nous", "avé": "avez", "savé": "savez", "alé": "allez",
    "voulé": "voulez", "pouvé": "pouvez", "devé": "devez", "fete": "faites", "avc": "avec", "pa": "pas",
    "plu": "plus", "fai": "fait", "pri": "pris", "tou": "tout", "doi": "dois",
    "voi": "vois", "sui": "suis", "di": "dit", "lé": "les", "dé": "des", "sé": "c'est", "cé": "c'est",
    "bou": "bout", "o": "au", "kelke": "quelque", "kelkes": "quelques", "juska": "jusqu'à",
    "kon": "qu'on", "kil": "qu'il", "kils": "qu'ils", "come": "comme", "coi": "quoi",
    "fodra": "faudra", "fodrai": "faudrait", "jvé": "je vais",
    "joré": "j'aurai", "jorai": "j'aurai", "jété": "j'étais", "jétai": "j'étais",
    "apré": "après", "tré": "très", "bocou": "beaucoup", "bokou": "beaucoup", "pourkoi": "pourquoi",
    "pourkwa": "pourquoi", "pask": "parce que", "paske": "parce que", "pcq": "parce que", "mm": "même",
    "ojd": "aujourd'hui", "ojourdui": "aujourd'hui", "2main": "demain", "vien": "vient", "ken": "qu'en",
    "kestion": "question", "mé": "mais", "ché": "chez", "oci": "aussi",
    "méri": "mairie", "wikend": "week-end", "wiken": "week-end", "dmd": "demande", "msg": "message",
    "boulo": "boulot", "sistem": "système", "sisteme": "système", "é": "est",
    "chak": "chaque", "kar": "car",
}  # fmt: skip
_SPELLED = re.compile(
    r"(?<![\w'’.-])(?:" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + r")(?![\w'’-])",
    re.I,
)
_BEFORE = tuple(
    (re.compile(rf"(?<![\w'’-]){written}", re.I), meant)
    for written, meant in (
        (r"(\d|promo\w* \w+) vs(?= (?:\d|la |le |promo))", r"\1 contre"),
        (r"fo[ -]?t?il\b", "faut-il"),
        (r"(vs|vous) (?:été|ete|etes|ète)\b", "vous êtes"),
        (
            r"((?:ce|et|ils?|elles?|on|c) )(?:été|etai|étai)(?= (?:cb|combien|ki|qui|ou|où|koi|kan)\b)",
            r"\1était",
        ),
        (r"k(?:e )?(?=j[a-zà-ü])", "que "),
        (r"j(?=(?:[bcdfglmnprstvz])[a-zà-ü]{2,})(?!(?:sui|chui|pegs?)\b)", "je "),
        (r"((?:je|tu|j['’]) ?)peu\b", r"\1peux"),
        (r"(on|il|elle|ça|sa|[ck]i|qui|l['’]?eig) peu\b", r"\1 peut"),
        (r"(on|nous|vous|ils?|elles?) on(?= (?:d[eé]j[aà]|\w+(?:é|ai|er|u|i)\b))", r"\1 ont"),
        (r"(?:k|qu)i on(?= (?:d[eé]j[aà]|\w+é\b))", "qui ont"),
        (r"((?:on|il|elle|[kq]u?i|ils|elles) (?:y )?(?:pouv|voul|dev|av|fal))é\b", r"\1ait"),
    )
)


def as_texted(text: str) -> str:
    """``text`` with the small words that it writes by ear as they are meant; another message as it is."""
    if _TEXTED.search(text) is None:
        return text
    for written, meant in _BEFORE:
        text = written.sub(meant, text)
    return _SPELLED.sub(lambda found: _WORDS[found[0].lower()], text)
