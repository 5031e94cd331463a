"""Whether a message asks who the people of a promotion were."""

from __future__ import annotations

from tests.actions.conftest import Talk, understood


def test_the_people_of_a_trade_are_named_however_politely(talk: Talk) -> None:
    asked = "pourriez-vous me donner, s'il vous plaît, les noms des juristes de la promotion 5 ?"
    assert "Hammoudi" in talk.ask(asked, "jury", confidence=0.5).text
    other = talk.ask("les noms des défis avec des juristes dans la promotion 5 ?", "list_challenges")
    assert understood(talk).intent == "list_challenges" and other.rows
