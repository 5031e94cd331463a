"""Which passages are told beside the first one."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Source
from actions.beside import arranged
from actions.conversation.focus import Focus
from actions.evidence import Passage
from actions.question import Question, read_message
from tests.actions.conftest import Talk


def _asked(talk: Talk, text: str) -> Question:
    return read_message(talk.message(text, "contract"), Focus(), talk.desk.now)


def _passage(row: str, text: str, fit: float, **more: object) -> Passage:
    passage = Passage(text, "programme", "faq", (Source(row, row),), row, fit + 0.2, fit)
    return replace(passage, **more)  # type: ignore[arg-type]


LENGTH = _passage("faq:length", "Le contrat dure un an au moins, renouvelable.", 0.7)


def test_only_what_fits_nearly_as_well_is_told(talk: Talk) -> None:
    near = _passage("faq:near", "La DINUM annonce sa décision deux mois avant la fin.", 0.67)
    far = _passage("faq:far", "Une personne sans emploi peut être candidate.", 0.6)
    told, aside = arranged(_asked(talk, "Quelle durée de contrat ?"), [LENGTH, near, far], 0.9, [])
    assert [one.row for one in told] == ["faq:length", "faq:near", "faq:far"]
    assert aside == {"faq:far"}


def test_what_says_nothing_more_is_not_told(talk: Talk) -> None:
    again = _passage("faq:again", "Le contrat est renouvelable au moins une fois.", 0.72)
    assert "faq:again" in arranged(_asked(talk, "Quelle durée ?"), [LENGTH, again], 0.92, [])[1]


def test_what_tells_the_first_more_fully_takes_its_place(talk: Talk) -> None:
    text = "Le contrat dure un an au moins, soit 12 mois, et il est renouvelable par la DINUM."
    fuller = _passage("faq:fuller", text, 0.69)
    told, aside = arranged(_asked(talk, "Quelle durée ?"), [LENGTH, fuller], 0.9, [])
    assert told[0].row == "faq:fuller"
    assert aside == {"faq:length"}


def test_a_promotion_asked_about_keeps_its_rule(talk: Talk) -> None:
    rule = _passage("statement:4", "Pour la promotion 4, dix mois.", 0.5, subject="4")
    asked = _asked(talk, "Quelle durée pour la promotion 4 ?")
    assert "statement:4" not in arranged(asked, [LENGTH, rule], 0.9, ["4"])[1]


def test_the_past_does_not_follow_what_holds_today(talk: Talk) -> None:
    once = _passage("faq:once", "Les missions des promotions 2 à 6 duraient dix mois.", 0.7, past=True)
    assert "faq:once" in arranged(_asked(talk, "Quelle durée de contrat ?"), [LENGTH, once], 0.9, [])[1]
    assert "faq:once" not in arranged(_asked(talk, "Et avant, quelle durée ?"), [LENGTH, once], 0.9, [])[1]
    rule = _passage("statement:2", "Dix mois dans la promotion 2.", 0.7, subject="2", property="duration")
    assert "statement:2" in arranged(_asked(talk, "J'ai 30 ans, quelle durée ?"), [LENGTH, rule], 0.9, [])[1]


def test_a_word_asked_about_is_told_though_nothing_else_is_new(talk: Talk) -> None:
    sort = _passage("faq:sort", "Le contrat d’un an, renouvelable, n’est pas un CDI.", 0.72)
    assert "faq:sort" not in arranged(_asked(talk, "C'est un CDI ?"), [LENGTH, sort], 0.92, [])[1]


def test_what_is_asked_per_year_is_told_first_by_what_speaks_of_it(talk: Talk) -> None:
    monthly = _passage("faq:monthly", "4 250 euros net par mois.", 0.7)
    yearly = _passage("faq:yearly", "La paie n'est jamais donnée par an.", 0.5)
    told, _ = arranged(_asked(talk, "et par an ça fait combien ?"), [monthly, yearly], 0.9, [])
    assert told[0].row == "faq:yearly"
    told, _ = arranged(_asked(talk, "ça fait combien ?"), [monthly, yearly], 0.9, [])
    assert told[0].row == "faq:monthly"
