"""The full name of the EIGs."""

from __future__ import annotations

import pytest

from bot.full_name import with_initials
from bot.idioms import plainly


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("combien gagne un entrepreneur d'intérêt général ?", "combien gagne un EIG ?"),
        ("salaire des entrepreneur·e·s d’intérêt général", "salaire des EIG"),
        ("les entrepreneur(e)s d'intérêt général sont-ils fonctionnaires", "les EIG sont-ils fonctionnaires"),
        ("Entrepreneures et entrepreneurs d'intérêt général, payés combien", "EIG, payés combien"),
        ("entrepreneur/euse d'interet general", "EIG"),
        ("devenir entrepreneuse d interet general", "devenir EIG"),
        ("gagne un entrepreneur d'intérêt général (EIG)", "gagne un EIG"),
        ("What does a public interest entrepreneur earn?", "What does an EIG earn?"),
        ("how are public-interest entrepreneurs hired", "how are EIGs hired"),
        ("the pay of entrepreneurs in the public interest", "the pay of EIGs"),
    ],
)
def test_the_name_written_out_is_read_as_the_initials(said: str, read: str) -> None:
    assert plainly(said) == read


@pytest.mark.parametrize(
    "text",
    [
        "pourquoi dit-on « entrepreneur d'intérêt général » ?",
        "que veut dire entrepreneur d'intérêt général",
        "EIG, c'est entrepreneur d'intérêt général ?",
        "les designers d'intérêt général en 2019",
        "un groupement d'intérêt général",
        "un auto-entrepreneur peut-il candidater ?",
        "a company of general interest",
    ],
)
def test_words_asked_about_and_other_names_stay(text: str) -> None:
    assert with_initials(text) == text
