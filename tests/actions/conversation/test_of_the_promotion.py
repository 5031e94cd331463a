"""The last question asked of another promotion in a few words."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.conversation.made_explicit import made_explicit
from actions.desk import Desk

_ADEME = {"administration": ("ademe",)}
_LISTED = Focus(
    intent="list_challenges", text="ceux de la promo 7", entities={**_ADEME, "promotion": ("7",)}, rows=("x",)
)
_DEMO_DAY = Focus(
    intent="promotion_dates",
    text="la date du demo day de la promo 4",
    entities={"promotion": ("4",)},
    status="answered",
)
_JURY = Focus(intent="nlu_fallback", text="qui était au jury de la promo 2 ?", status="not_found")
_DESIGNERS = Focus(
    intent="count_eig", text="les DIG, combien ?", entities={"promotion": ("dig",)}, status="answered"
)
_TRADE = Focus(intent="profiles_sought", text="vous preniez des designers non ?", status="answered")
_AT_ADEME = "Agence de la transition écologique (ADEME)"


@pytest.mark.parametrize(
    ("focus", "text", "told"),
    [
        (_LISTED, "et avant ?", f"quels défis dans les promotions 1 à 6 : {_AT_ADEME} ?"),
        (_LISTED, "et après ?", "et après ?"),
        (_LISTED, "combien ça fait en tout", f"combien de défis en tout : {_AT_ADEME} ?"),
        (_DEMO_DAY, "et celui de la promo 6", "la date du demo day de la promotion 6"),
        (_DEMO_DAY, "et la 6 ?", "et la 6 ?"),
        (_DEMO_DAY, "combien ça fait en tout", "combien ça fait en tout"),
        (_JURY, "et la 3 ?", "qui était au jury de la promotion 3 ?"),
        (_DESIGNERS, "qui finançait", "qui finançait, promotion DIG ?"),
        (_DESIGNERS, "et pourquoi ça s'est arrêté", "et pourquoi ça s'est arrêté, promotion DIG ?"),
        (_TRADE, "combien en promo 6", "combien de designers en promotion 6 ?"),
        (_JURY, "combien en promo 6", "combien en promo 6"),
        (_DESIGNERS, "merci", "merci"),
        (_DESIGNERS, "combien en promo 4 ?", "combien en promo 4 ?"),
    ],
)
def test_it_is_told_in_full(focus: Focus, text: str, told: str, shared_desk: Desk) -> None:
    assert made_explicit(text, focus, shared_desk) == told
