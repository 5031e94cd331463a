"""Messages that go on about a report, go over to another, or come back to one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.question import Question
from actions.reports.about.facts import asks_about_the_report
from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import as_meant, going_on, is_of_the_report, is_sure_alone
from actions.reports.follow_ups.located import locate
from actions.reports.follow_ups.recalled import REMEMBERED, remembered
from actions.reports.follow_ups.years import affirmed, asks_for_the_cause
from tests.actions.report_base import asked, desk_with, focus_after, follow


def told(text: str, intent: str, focus: Focus, desk: Any) -> tuple[Question, Answer]:
    question = asked(text, intent, focus)
    return question, ask_reports(question, desk)


def test_another_matter_of_the_same_report(desk: Any, on_montclair: Focus) -> None:
    answer = follow("et les dépenses de personnel ?", "nlu_fallback", on_montclair, desk)
    assert answer.status == "answered"
    assert {source.report for source in answer.sources} == {"102"}


def test_another_subject_announced_leaves_the_report(desk: Any, on_montclair: Focus) -> None:
    assert (
        going_on(asked("autre sujet : les dépenses de personnel ?", "report_search", on_montclair), desk)
        is None
    )
    assert going_on(asked("autre chose dans ce rapport ?", "report_search", on_montclair), desk) is not None


def test_a_body_named_is_another_subject(desk: Any, on_montclair: Focus) -> None:
    answer = follow("et la dette de l'hôpital de Valbrune ?", "nlu_fallback", on_montclair, desk)
    assert answer.sources[0].report == "103"


def test_one_comes_back_by_name_after_the_programme(desk: Any, on_montclair: Focus) -> None:
    elsewhere = Focus(intent="pay", text="combien gagne un EIG", reports=on_montclair.reports)
    assert going_on(asked("et pour combien de temps ?", "contract", elsewhere), desk) is None
    answer = follow("revenons à Montclair, et le personnel ?", "nlu_fallback", elsewhere, desk)
    assert answer.sources[0].report == "102"


def test_one_comes_back_by_the_kind_of_body(desk: Any, on_montclair: Focus) -> None:
    question, answer = told("La dette de l'hôpital de Valbrune ?", "report_search", on_montclair, desk)
    both = focus_after(question, answer)
    assert [rows[0] for rows in both.reports] == ["report:103", "report:102"]
    back = follow("et à la mairie, le personnel ?", "nlu_fallback", both, desk)
    assert back.sources[0].report == "102"


@pytest.mark.parametrize("text", ["combien d'EIG par défi ?", "comment candidater ?"])
def test_words_of_the_programme_are_not_for_the_report(desk: Any, on_montclair: Focus, text: str) -> None:
    assert going_on(asked(text, "nlu_fallback", on_montclair), desk) is None


def test_a_total_is_not_the_whole_programme(desk: Any, on_montclair: Focus) -> None:
    in_all = replace(
        asked("ça coûte combien en tout ?", "nlu_fallback", on_montclair), entities={"promotion": ("all",)}
    )
    assert going_on(in_all, desk) is not None


def test_a_matter_with_a_year_is_told_in_figures(desk: Any, on_montclair: Focus) -> None:
    assert (
        "1 200 k€"
        in follow("et ce qui est dû en 2013 comme encours ?", "report_search", on_montclair, desk).text
    )


def test_without_a_report_before_nothing_goes_on(desk: Any) -> None:
    assert going_on(asked("et le personnel ?", "nlu_fallback"), desk) is None
    assert going_on(asked("et le personnel ?", "nlu_fallback"), desk_with(None)) is None


def test_a_years_distance_is_counted_from_the_last_question(desk: Any) -> None:
    question, answer = told("L'encours de la dette de Montclair en 2013 ?", "report_figure", Focus(), desk)
    focus = focus_after(question, answer)
    for words in ("et un an après ?", "et l'année suivante ?"):
        assert "3 500 k€" in follow(words, "report_figure", focus, desk).text
    later = focus_after(asked("L'encours de la dette de Montclair en 2014 ?", "report_figure"), answer)
    assert "1 200 k€" in follow("et l'année d'avant ?", "report_figure", later, desk).text


def test_years_follow_one_another_without_losing_the_matter(desk: Any) -> None:
    question, answer = told("L'encours de la dette de Montclair en 2014 ?", "report_figure", Focus(), desk)
    focus = focus_after(question, answer)
    for year, amount in (("2013", "1 200 k€"), ("2014", "3 500 k€"), ("2013", "1 200 k€")):
        on = going_on(asked(f"et en {year} ?", "nlu_fallback", focus), desk)
        assert on is not None
        answer = ask_reports(on, desk)
        assert amount in answer.text
        focus = focus_after(as_meant(on), answer)


def test_years_follow_one_another_in_english(desk: Any) -> None:
    first = asked("How much debt did Montclair owe in 2014?", "report_figure", lang="en")
    focus = focus_after(first, ask_reports(first, desk))
    on = going_on(asked("and in 2013?", "nlu_fallback", focus, lang="en"), desk)
    assert on is not None and "1 200 k€" in ask_reports(on, desk).text


def test_what_is_set_aside_is_not_asked() -> None:
    assert "amendes" not in affirmed("non pas les amendes, les droits")
    assert affirmed("en Savoie, pas Haute-Savoie").split() == ["en", "Savoie,"]
    assert "Haute-Savoie" not in affirmed("reports about Savoie (the department, not Haute-Savoie)?")
    assert affirmed("je ne sais pas quoi faire") == "je ne sais pas quoi faire"


def test_the_same_is_asked_of_another_body(desk: Any) -> None:
    question, answer = told("L'encours de la dette de Montclair en 2014 ?", "report_figure", Focus(), desk)
    focus = focus_after(question, answer)
    told_next = follow("et à l'hôpital de Valbrune ?", "nlu_fallback", focus, desk)
    assert told_next.sources[0].report == "103" and "4 500 k€" in told_next.text
    for text in (
        "et à l'hôpital de Valbrune, le personnel ?",
        "et à l'hôpital de Valbrune ils sont combien ?",
    ):
        on = going_on(asked(text, "nlu_fallback", focus), desk)
        assert on is not None and on.text == text


@pytest.mark.parametrize(
    "text",
    ["pourquoi ?", "pourquoi une telle hausse ?", "comment ça se fait ?", "comment explique-t-on ce recul ?",
     "et c'était dû à quoi", "la raison ?", "reason?"],
)  # fmt: skip
def test_the_cause_of_what_was_told_is_never_refused(desk: Any, on_montclair: Focus, text: str) -> None:
    assert asks_for_the_cause(text)
    assert follow(text, "nlu_fallback", on_montclair, desk).status == "answered"


def test_other_reports_are_those_on_the_same_place(desk: Any) -> None:
    question, answer = told("La dette de l'hôpital de Valbrune ?", "report_search", Focus(), desk)
    others = follow(
        "il y a d'autres rapports sur cette ville ?", "report_list", focus_after(question, answer), desk
    )
    assert {source.report for source in others.sources} == {"101"}


@pytest.mark.parametrize(
    "text",
    [
        "il date de quand ce rapport ?",
        "et la date ?",
        "la date du référé ?",
        "qui a fait ce rapport ?",
        "qui sont les auteurs du rapport ?",
        "when was this report published?",
        "comment citer ce rapport dans ma bibliographie ?",
        "comment obtenir une copie du rapport ?",
    ],
)
def test_the_report_itself_is_described(desk: Any, on_montclair: Focus, text: str) -> None:
    answer = follow(text, "nlu_fallback", on_montclair, desk)
    assert answer.status == "answered"
    assert "Commune de Montclair" in answer.text and "5 mars 2016" in answer.text
    assert answer.links[0].url == "/rapports/102"


@pytest.mark.parametrize(
    "text",
    ["comment citer ce rapport ?", "donne-moi le lien du rapport", "Where can I download the document?"],
)
def test_the_address_of_the_report_is_told(desk: Any, on_montclair: Focus, text: str) -> None:
    assert "/rapports/102" in follow(text, "nlu_fallback", on_montclair, desk).text
    assert "/rapports/102" in locate(asked(text, "report_locate", on_montclair), desk).text


def test_what_a_report_cites_is_no_question_for_its_reference() -> None:
    assert not asks_about_the_report("le rapport cite-t-il un audit de la dette ?")


def test_small_talk_and_sure_questions_stand_alone() -> None:
    assert is_sure_alone(asked("merci", "thank"))
    assert is_sure_alone(asked("quel est le salaire", "pay"))
    insult = replace(asked("c'est scandaleux, qui est responsable ?", "insult"), confidence=0.65)
    assert is_sure_alone(insult)
    assert not is_sure_alone(replace(insult, confidence=0.5))
    assert not is_sure_alone(asked("et le salaire ?", "pay"))
    calls = asked("rappelez-moi demain", "human_contact", Focus("report_search", text="la dette"))
    assert is_sure_alone(calls) and not is_sure_alone(replace(calls, text="rappelez-moi la population"))
    operator = replace(asked("qui dirige le programme ?", "programme_operator"), unfamiliar=("dirige",))
    assert is_sure_alone(operator)
    assert not is_sure_alone(replace(operator, text="qui dirige le programme de travaux ?"))
    assert not is_sure_alone(asked("que dit le rapport", "report_search"))
    year = replace(asked("2012 ?", "explain_source", Focus("report_search")), entities={"year": ("2012",)})
    assert not is_sure_alone(year)
    apply = asked("who can apply?", "eligibility", Focus("report_search"))
    assert not is_sure_alone(replace(apply, entities={}))
    assert is_sure_alone(replace(apply, entities={"audience": ("candidates",)}))


def test_a_talk_on_reports_is_left_for_what_is_named_ours(on_montclair: Focus) -> None:
    office = replace(
        asked("dans quel état sont les bureaux ?", "work_location", on_montclair), confidence=0.97
    )
    assert is_sure_alone(replace(office, focus=Focus())) and not is_sure_alone(office)
    jury = replace(asked("qui compose le jury ?", "selection", on_montclair), confidence=0.97)
    assert is_sure_alone(jury)
    chance = asked("c'est risqué ?", "explain_source", on_montclair)
    assert not is_sure_alone(replace(chance, confidence=0.58, unfamiliar=("risque",)))


def test_a_nearest_report_is_not_one_spoken_of() -> None:
    near = Answer("not_found", "", rows=("nearest:9",))
    assert remembered((), near) == ()
    assert remembered((("report:9", "organisation:1"),), near) == (("report:9", "organisation:1"),)


def test_a_report_that_does_not_say_it_is_spoken_of_all_the_same() -> None:
    assert remembered((), Answer("not_found", "", rows=("report:9",))) == (("report:9",),)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("pourquoi autant de dette ?", False),
        ("pourquoi ?", True),
        ("comment ça se fait, cette dette ?", False),
        ("à cause de quoi, cette dette ?", False),
        ("pourquoi tu dis ça de la dette ?", True),
        ("c'est injuste, je peux parler à quelqu'un ?", True),
    ],
)
def test_a_cause_is_asked_of_the_report_and_a_source_of_the_assistant(
    text: str, alone: bool, on_montclair: Focus
) -> None:
    assert is_sure_alone(asked(text, "explain_source", on_montclair)) is alone


@pytest.mark.parametrize(
    ("text", "intent", "alone"),
    [
        ("c'est normal ?", "explain_source", False),
        ("et c'est grave ?", "contract", False),
        ("c'est trop ?", "insult", False),
        ("pertes", "insult", False), ("c'est vrai ?", "explain_source", True),
        ("c'est gentil", "thank", True),
    ],
)  # fmt: skip
def test_whether_what_was_told_is_usual_is_asked_of_the_report(
    text: str, intent: str, alone: bool, on_montclair: Focus
) -> None:
    assert is_sure_alone(asked(text, intent, on_montclair)) is alone


def test_one_word_more_after_a_figure_asks_for_another_figure(desk: Any, on_montclair: Focus) -> None:
    after_a_figure = replace(on_montclair, intent="report_figure")
    on = going_on(asked("et le personnel en 2013 ?", "nlu_fallback", after_a_figure), desk)
    assert on is not None and on.intent == "report_figure"
    why = going_on(asked("et pourquoi le personnel ?", "nlu_fallback", after_a_figure), desk)
    assert why is not None and why.intent != "report_figure"


def test_only_the_last_reports_are_remembered() -> None:
    before: tuple[tuple[str, ...], ...] = ()
    for number in range(REMEMBERED + 2):
        before = remembered(before, Answer("answered", "", rows=(f"report:{number}",)))
    assert len(before) == REMEMBERED
    assert before[0] == (f"report:{REMEMBERED + 1}",)


def test_words_of_the_report_are_no_person_of_the_programme(desk: Any, on_montclair: Focus) -> None:
    read = asked("et la ville, elle paie combien de personnel ?", "report_figure", on_montclair)
    taken = replace(read, entities={"person": ("Adrien Laville",), "unknown_challenge": ("SYGOS",)})
    assert going_on(taken, desk) is not None
    named = replace(asked("et Adrien Laville ?", "person_lookup", on_montclair), entities=taken.entities)
    assert going_on(named, desk) is None


def test_a_ranking_of_all_bodies_is_not_told_by_the_report_spoken_of(desk: Any, on_montclair: Focus) -> None:
    answer = follow("quelle commune est la plus endettée ?", "report_figure", on_montclair, desk)
    assert answer.status == "clarify" and "comparer tous les organismes" in answer.text


def test_a_word_heard_as_an_insult_by_chance_is_asked_of_the_report(on_montclair: Focus) -> None:
    said = asked("labsenteisme la bas", "insult", on_montclair)
    assert not is_sure_alone(replace(said, confidence=0.47, unfamiliar=()))
    assert is_sure_alone(replace(said, confidence=0.9, unfamiliar=()))


@pytest.mark.parametrize(
    ("text", "of_the_report"),
    [("quel était le budget initial ?", True), ("combien gagne un EIG ?", False)],
)
def test_a_few_words_without_the_programme_are_of_the_report(
    on_montclair: Focus, text: str, of_the_report: bool
) -> None:
    read = replace(asked(text, "promotion_budget", on_montclair), unfamiliar=("initial",))
    assert is_of_the_report(read) is of_the_report
