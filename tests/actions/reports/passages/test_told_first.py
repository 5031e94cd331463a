"""An answer from a report begins with the sentence that answers, whatever stands around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.answer import Paragraph, Quote
from actions.reports.answers import ask_reports
from actions.reports.passages.asks import Asks
from actions.reports.passages.best_sentence import Candidate
from actions.reports.passages.quotations import LEFT_OUT
from actions.reports.passages.told_first import AROUND, by_their_sentences, saying_as_much, that_of
from actions.reports.words import torn_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageHit, Place, ReportSummary
from tests.actions.report_base import asked, desk_with, focus_after, follow
from tests.knowledge.reports.invented import Report, store, write_reports

_CAUSE = "Le dragage a été repoussé en raison de la pollution des sédiments."
_YEARS = "Un bateau attend un anneau pendant onze ans."
_NUMBER = "Le port emploie quarante-deux agents, soit 42 agents permanents."
_LEAVE = "Les congés annuels dépassent de six jours ce que le service permet."
_FILLING = "Le port se trouve au fond de la baie et la mer monte deux fois par jour. "
REPORT = Report(
    "Port de Grisemer",
    {
        "Présentation": f"Le port de Grisemer a été créé en 1968. {_FILLING * 3}",
        "Le dragage": f"Le dragage du chenal est une charge du port. {_FILLING * 11}{_CAUSE} "
        "Le marché attend.",
        "Les anneaux": f"Le port loue des anneaux. {_FILLING * 11}{_YEARS} Ils sont six cents à attendre.",
        "Le personnel": f"Les agents du port ont un statut privé. {_FILLING * 11}{_NUMBER}",
        "Les recommandations": "Recommandation n° 1 : mener le dragage du port.",
        "Les congés": f"L’article 1er du décret de 1985 prévoit que les congés annuels sont de 25 jours. "
        f"{_FILLING * 11}{_LEAVE}",
    },
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("told_first")
    reports = write_reports(folder / "reports", {"401": REPORT})
    return desk_with(ReportBase(store(reports, folder / "data" / "reports.sqlite3")))


def _quotes(answer: Any) -> list[str]:
    return [block.text for block in answer.blocks if isinstance(block, Quote)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Port de Grisemer : pourquoi le dragage est-il repoussé ?", _CAUSE),
        ("un bateau attend un anneau au port de Grisemer", _YEARS),
        ("que dit le rapport des agents permanents du port de Grisemer", _NUMBER),
        ("Port de Grisemer : les congés annuels", _LEAVE),
    ],
)
def test_the_sentence_that_answers_is_read_first(desk: Any, text: str, sentence: str) -> None:
    first, second, *_ = _quotes(ask_reports(asked(text, "report_search"), desk))
    assert sentence in first
    assert sentence not in second


def test_what_stands_around_it_is_cut_at_sentences_and_whole_in_the_source(desk: Any) -> None:
    answer = ask_reports(asked("Port de Grisemer : pourquoi ce dragage tardif ?", "report_search"), desk)
    around = _quotes(answer)[1]
    assert LEFT_OUT in around and around.endswith("Le marché attend.")
    assert len(around) <= AROUND
    assert any(_CAUSE in (one.quote or "") and len(one.quote or "") > AROUND for one in answer.sources)


def test_advice_that_nobody_asked_for_is_not_read_first(desk: Any) -> None:
    answer = ask_reports(asked("le dragage du port de Grisemer", "report_search"), desk)
    assert not _quotes(answer)[0].startswith("Recommandation")


def test_a_sentence_told_first_is_not_told_first_again(desk: Any) -> None:
    question = asked("Port de Grisemer : les anneaux ?", "report_search")
    answer = ask_reports(question, desk)
    after = follow("et l'attente d'un anneau ?", "report_search", focus_after(question, answer), desk)
    assert _quotes(after)[0] != _quotes(answer)[0]


def test_each_of_several_things_has_its_answer_or_a_line_that_there_is_none(desk: Any) -> None:
    text = "Port de Grisemer : combien d'agents permanents et pourquoi le dragage est-il repoussé ?"
    answer = ask_reports(asked(text, "report_search"), desk)
    assert _NUMBER in answer.text and _CAUSE in answer.text
    said = [block.text for block in answer.blocks if isinstance(block, Paragraph)]
    assert "« combien d'agents permanents » :" in said
    text = "Port de Grisemer : pourquoi le dragage est-il repoussé et combien de licornes ?"
    answer = ask_reports(asked(text, "report_search"), desk)
    assert _CAUSE in answer.text
    assert "« combien de licornes » : je ne trouve pas de réponse dans ce rapport." in answer.text


def _hit(anchor: str, kind: str = "text", text: str = "", matched: tuple[str, ...] = ()) -> PassageHit:
    report = ReportSummary("1", "Port", None, None, None, None, None, None, None)
    return PassageHit(report, Place(anchor, ()), 1, kind, text or anchor, "", 1.0, 1.0, matched, "")


def test_passages_stand_in_the_order_of_their_best_sentences() -> None:
    first, second, table = map(_hit, "abc")
    ranked = [Candidate(text, "", hit, ()) for text, hit in (("x", second), ("y", first), ("z", second))]
    assert by_their_sentences([table, first, second], ranked) == [second, first, table]


def test_only_passages_that_say_nearly_as_much_stand_beside_the_best() -> None:
    best, near, far = map(_hit, "abc")
    ranked = [Candidate("x", "", hit, (covers,)) for hit, covers in ((best, 1.0), (near, 0.7), (far, 0.3))]
    assert saying_as_much([best, near, far], ranked) == [best, near]
    assert saying_as_much([best, far], []) == [best, far]


@pytest.mark.parametrize(
    "text",
    [
        "Rappels à la réglementation\n| Réalisé | Page\nDraguer le chenal. | X | 5",
        "Recommandations de la chambre\nn° 1 | Draguer le chenal.",
        "| Non réalisé | Totalement réalisé\nDraguer le chenal. | X |",
    ],
)
def test_a_table_of_advice_is_not_shown_beside_what_answers(text: str) -> None:
    advice, told = _hit("a", "table", text, ("dragu",)), _hit("b", "table", "Dragage | 12 k€", ("dragu",))
    assert that_of([], [advice, told], {"dragu"}) == [told]


def test_a_table_on_little_of_the_matter_is_not_shown_beside_what_answers() -> None:
    beside = _hit("a", "table", "Agents | 12", ("agent",))
    on_it = _hit("b", "table", "Heures | 1 525", ("agent", "heur"))
    told = _hit("c", matched=("heur",))
    matter = {"agent", "heur", "reel", "travail"}
    assert that_of([], [beside, on_it, told], matter) == [on_it, told]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("combien de subventions aux associations", True),
        ("les subventions aux associations", True),
        ("des élus ont-ils voté des subventions à leur association ?", False),
        ("la commune peut-elle transformer le prêt en subvention ?", False),
        ("pourquoi les impôts sont-ils si élevés ?", False),
    ],
)
def test_an_amount_is_not_wanted_where_something_else_is_asked_of_it(text: str, exact: bool) -> None:
    assert Asks.of(text).exact is exact


def test_a_thing_of_two_nouns_is_torn_where_no_passage_says_both_together(desk: Any) -> None:
    base = desk.reports
    apart = _hit(
        "a", text="Les logements sont loués. Le port paie les charges liées à la fonction de gardien."
    )
    near = _hit("b", text="Les logements de fonction sont loués.")
    assert torn_apart("et les logements de fonction ?", [apart], base, ())
    assert not torn_apart("et les logements de fonction ?", [apart, near], base, ())
    assert not torn_apart("et les logements ?", [apart], base, ())


def test_two_words_side_by_side_are_one_thing_said_together_or_in_a_phrase_for_it(desk: Any) -> None:
    base = desk.reports
    apart = _hit("a", text="Les parcmètres sont payés à l’heure. Des recettes en résultent, supplémentaires.")
    lasting = _hit("b", text="La durée de la concession occupe une heure du conseil.")
    yearly = _hit("c", text="Leur temps est annualisé, leur travail aussi.")
    assert torn_apart("les heures supplémentaires ça coûte combien", [apart], base, ())
    assert torn_apart("et le temps de travail ?", [lasting], base, ())
    assert not torn_apart("et le temps de travail ?", [yearly], base, ())


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("Pour la commune, il est de 479 €.", True),
        ("Ainsi, elle compte 90 agents.", True),
        ("Pour la commune, le taux est de 4 %.", False),
    ],
)
def test_what_stands_for_something_said_before_is_told_with_it(sentence: str, leans: bool) -> None:
    told = Candidate(sentence, "L’endettement moyen est de 1 056 €.", _hit("a"), ()).told
    assert (told != sentence) is leans
