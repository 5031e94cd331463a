"""Words of a question to a card that name no matter of the card by themselves."""

from __future__ import annotations

from knowledge.text import stem

FRAME = frozenset(
    map(
        stem,
        "resume resumer resumez quid synthese sommaire grandes lignes essentiel bilan favorable defavorable "
        "contre accord avis verdict jugement opinion position truc sorti conseille conseil solution piste "
        "proposition remede frein obstacle difficulte limite blocage peux peut simple vite fait "
        "publie ecrit constate trouve existe exists faille lacune faiblesse inconvenient releve relevee "
        "signale".split(),
    )
)
"""Words of a question for what is found, and of others on the whole matter, that no card need say."""
STATE = frozenset(map(stem, ("etat", "public", "publique")))
"""« l'État », « les fonds publics »: who pays, said of most that a card tells."""
GENERAL = frozenset(
    map(
        stem,
        "combien total tout ensemble moyenne france francais francaise an annee actuel actuellement "
        "aujourd hui maintenant depart debut fin final gens personne monde question cas chose type "
        "sorte moment quand quoi sert servir service base rapport refere cour marche marcher arriver "
        "aller selon argent fric sous dessus dedans certain certaine autre autres plus mieux taux "
        "part pourcentage nombre mis mettre pris reste rester ya pire mauvais mauvaise nul nulle bad "
        "content contente euro euros exercice exercices periode million milliard fois temps duree "
        "apres avant ancien pouvoir vouloir veut demande falloir faut pk pq pkoi pourkoi rien quelque "
        "court want much many does state non oui juste merci bonjour svp euh crois croire devenir devient "
        "deviennent milieu exemple cle janvier fevrier mars avril mai juin juillet aout septembre octobre "
        "cause raison boite facon maniere novembre decembre nb nbr nbre cb bcp beaucoup proportion pourcent "
        "environ possede possedent detient detiennent".split(),
    )
)
"""Words that name no matter of a card by themselves."""
