"""Whether a thing is to be kept or done away with: words that answer one another.

« ils veulent la garder ? » is answered by « dissoudre l'agence ».
"""

from __future__ import annotations

from knowledge.text import stem

FATE = frozenset(
    map(
        stem,
        "supprimer suppression abolir abolition dissoudre dissolution fermer fermeture arreter "
        "cesser enlever garder conserver maintenir maintien remplacer disparaitre disparaisse aboli dissoute "
        "dissous maintenu maintenue".split(),
    )
)
END = frozenset(map(stem, ("mettre", "fin")))
"""« mettre fin à », which says it in two words."""
IN_PROSPECT = (
    r"\b(?:va|vont|will|going to|gonna) (?:\w+ ){0,2}(?:supprim|abol|dissou|ferm|arret|enlev|gard|conserv"
    r"|maint|rempla|dispara|clos|abolish|scrap|keep)\w*"
)
"""« ils vont fermer mon bureau ? »: what becomes of a thing, which no number tells; part of a pattern."""
