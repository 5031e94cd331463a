"""Write out what people shorten in messages, before words are compared: « chui », « cb », « ds »."""

from __future__ import annotations

import re

_SHORT = {
    "chui": "je suis", "chuis": "je suis", "jsui": "je suis", "jsuis": "je suis", "jpeu": "je peux",
    "jpeux": "je peux", "jpe": "je peux", "jveu": "je veux", "jveux": "je veux", "jve": "je veux",
    "jai": "j'ai", "jdois": "je dois", "jvoudrai": "je voudrais", "cb": "combien", "cbn": "combien",
    "cmb": "combien", "cmbien": "combien", "combi1": "combien", "ds": "dans", "ac": "avec", "av": "avec",
    "pr": "pour", "pdt": "pendant", "qd": "quand", "kan": "quand", "kand": "quand", "koi": "quoi",
    "kwa": "quoi", "ki": "qui", "ke": "que", "keske": "qu'est-ce que", "kesk": "qu'est-ce que",
    "keskon": "qu'est-ce qu'on", "skon": "ce qu'on", "kel": "quel", "kels": "quels", "kelle": "quelle",
    "kelles": "quelles", "pk": "pourquoi", "pq": "pourquoi", "pkoi": "pourquoi", "ya": "il y a",
    "yaura": "il y aura", "yavait": "il y avait", "yen": "il y en", "tt": "tout", "ts": "tous",
    "bcp": "beaucoup", "mtn": "maintenant", "ajd": "aujourd'hui", "auj": "aujourd'hui", "tjs": "toujours",
    "tjrs": "toujours", "jms": "jamais", "qqn": "quelqu'un", "qqch": "quelque chose",
    "admin": "administration", "admins": "administrations", "candid": "candidature", "nb": "nombre",
    "nbre": "nombre", "tel": "telephone", "rdv": "rendez-vous", "dc": "donc", "ms": "mais",
    "svt": "souvent", "gvt": "gouvernement", "c": "c'est", "cest": "c'est", "g": "j'ai", "jla": "je la",
    "visio": "visioconference", "tt1": "teletravail", "tps": "temps", "bi1": "bien", "ns": "nous",
    "est-ske": "est-ce que", "esk": "est-ce que", "eske": "est-ce que", "stp": "", "svp": "",
    "slt": "bonjour", "bjr": "bonjour", "bsr": "bonsoir", "mrc": "merci",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?<![\w'’-])(" + "|".join(map(re.escape, sorted(_SHORT, key=len, reverse=True))) + r")(?![\w'’-])", re.I
)


def expand(text: str) -> str:
    """``text`` with usual abbreviations of messages written out."""
    return _TOKEN.sub(lambda match: _SHORT[match.group(1).lower()], text)
