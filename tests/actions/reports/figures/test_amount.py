"""An amount and the words it stands in: those of its sentence, or of its row and column."""

from __future__ import annotations

from actions.reports.figures.amount import Amount
from tests.actions.reports.figures.test_choice import _cell, _told


def test_a_sentence_tells_what_its_amount_is_of() -> None:
    told = _told("12 M€", "EUR", "L’encours de la dette", "L’encours de la dette est de 12 M€ en 2014.")
    amount = Amount.of(told)
    assert (amount.kind, amount.label) == ("money", "l'encours de la dette")
    assert (amount.before, amount.after) == ("l'encours de la dette est de ", " en 2014.")


def test_a_cell_has_its_row_and_column_alone() -> None:
    amount = Amount.of(_cell("Charges de personnel", "2014", "2 M€", "EUR"))
    assert (amount.kind, amount.label) == ("money", "charges de personnel 2014")
    assert not (amount.sentence or amount.before or amount.after)


def test_of_a_sentence_alone_the_last_amount_is_meant() -> None:
    amount = Amount.told("en 2014, la strate doit 900 € et la ville 479 €.")
    assert amount.label == "en , la strate doit "
    assert amount.before == "en 2014, la strate doit 900 € et la ville"
