"""Lists asked for in the short forms in which people type them."""

from __future__ import annotations

import pytest

from actions.reports.asked import asks_list


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("quels sont les référés de la Cour ?", True),
        ("port de Brume c'est quoi les rapports", True),
        ("les collectivité en Brume contrôlées", True),
        ("les théâtres et opéras qui ont eu un contrôle", True),
        ("les lycées qui ont fait l'objet d'un rapport", True),
        ("quels sont les rapports entre la ville et le port ?", False),
        ("c'est quoi les rapports entre la ville et le port ?", False),
        ("les communes sont-elles bien contrôlées ?", False),
    ],
)
def test_a_list_is_asked_for_without_a_verb(text: str, asks: bool) -> None:
    assert asks_list(text) is asks


def test_what_is_counted_in_all_is_no_list_of_all_there_is() -> None:
    assert not asks_list("combien d'heures payées en tout sur la période contrôlée ?")
    assert asks_list("tout sur la période contrôlée")
