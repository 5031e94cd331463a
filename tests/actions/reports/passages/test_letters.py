"""The formulas of letters are no answer, whatever words they share with a question."""

from __future__ import annotations

import pytest

from actions.reports.passages.letters import without_formulas

FINDING = "Le coût du dispositif n’est pas connu."
REPLY = "Je vous serais obligé de me faire connaître, dans le délai de deux mois, votre réponse."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{FINDING}\n-=o0o=-\n{REPLY}\nDidier Dupont", FINDING),
        (f"{REPLY}\nJe vous rappelle qu’en application du code :\nDidier Dupont", ""),
        (
            "dans le respect des secrets protégés par la loi, la Cour pourra mettre en ligne le "
            "présent référé ;\nl’article L. 143-10-1 prévoit que, en tant que destinataire du présent "
            "référé, vous fournissiez un compte rendu.\nDidier Dupont",
            "",
        ),
        ("Par ailleurs, je vous prie d’agréer, Monsieur le Maire, l’expression de ma considération.", ""),
        (f"{FINDING}\nCommune de Valbrune", f"{FINDING}\nCommune de Valbrune"),
        ("Je dois payer, dit le maire.", "Je dois payer, dit le maire."),
    ],
)
def test_only_what_the_letter_finds_is_left(text: str, left: str) -> None:
    assert without_formulas(text) == left
