"""Intents and entities counted."""

from bot.evaluation.examinee import Heard
from bot.evaluation.sets import Utterance
from bot.evaluation.understanding import entity_figures, intent_figures

KNOWN = {("challenge", "signaux-faibles"): frozenset({"signaux faibles"})}


def heard(intent: str, *entities: tuple[str, str], inferred: tuple[tuple[str, str], ...] = ()) -> Heard:
    return Heard(intent, 0.5, (*entities, *inferred), frozenset(inferred))


def test_intents() -> None:
    pairs = [
        (Utterance("a", "pay"), heard("pay")),
        (Utterance("b", "pay"), heard("contract")),
        (Utterance("c", "pay"), heard("contract")),
        (Utterance("d", "jury", "en"), heard("jury")),
    ]
    figures = intent_figures(pairs)
    assert figures["accuracy"] == 0.5
    assert figures["by_language"] == {"en": 1.0, "fr": 0.3333}
    assert figures["confused"] == [{"expected": "pay", "got": "contract", "count": 2}]
    assert figures["by_intent"] == {"jury": 1.0, "pay": 0.3333}


def test_entities_by_id_or_name() -> None:
    pairs = [
        (
            Utterance("a", "i", entities={"challenge": "Signaux Faibles"}),
            heard("i", ("challenge", "signaux-faibles")),
        ),
        (
            Utterance("b", "i", entities={"promotion": "3"}),
            heard("i", ("promotion", "3"), ("promotion", "2")),
        ),
        (Utterance("c", "i", entities={"promotion": "dig"}), heard("i")),
        (Utterance("d", "i"), heard("i", ("challenge", "adex"), ("audience", "candidates"))),
    ]
    figures = entity_figures(pairs, KNOWN)
    assert figures["challenge"] == {"expected": 1, "found": 2, "precision": 0.5, "recall": 1.0}
    assert figures["promotion"] == {"expected": 2, "found": 2, "precision": 0.5, "recall": 0.5}
    assert "audience" not in figures


def test_what_follows_from_a_year_is_not_held_against() -> None:
    year, promotion = ("year", "2018"), ("promotion", "2")
    pairs = [
        (
            Utterance("a", "i", entities={"year": "2018", "promotion": "2"}),
            heard("i", year, inferred=(promotion,)),
        ),
        (Utterance("b", "i", entities={"year": "2018"}), heard("i", year, inferred=(promotion,))),
    ]
    assert entity_figures(pairs, {})["promotion"] == {
        "expected": 1,
        "found": 1,
        "precision": 1.0,
        "recall": 1.0,
    }
