"""Asking, reading, choosing, checking a source, giving an opinion."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backend import World
from tests.browser.talk import ask, field, focused, inside, open_widget

Axe = Callable[[Page], list[str]]
Shot = Callable[[Page, str], None]

_WATCH_LOG = """() => {
  const root = document.querySelector("greffier-tchat").shadowRoot;
  window.changes = [];
  new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes) window.changes.push(node.className || node.nodeName);
  }).observe(root.querySelector("[role=log]"), { childList: true, characterData: true, subtree: true });
}"""


def test_every_state_is_accessible(page: Page, axe: Axe, shot: Shot) -> None:
    page.goto("/demo")
    shot(page, "closed")
    assert axe(page) == []
    page.locator(".launcher").click()
    shot(page, "open")
    assert axe(page) == []
    ask(page, "mayenne")
    shot(page, "quick-replies")
    assert axe(page) == []
    ask(page, "riche")
    shot(page, "rich-answer")
    assert axe(page) == []
    page.locator(".enlarge").click()
    inside(page, "root.querySelector('.sources').scrollIntoView()")
    shot(page, "enlarged-sources")
    assert axe(page) == []
    ask(page, "contact")
    shot(page, "contact")
    assert axe(page) == []


def test_no_line_ends_within_a_number_nor_after_its_sign(page: Page) -> None:
    open_widget(page)
    ask(page, "nombres")
    shown = inside(page, "root.querySelector('.blocks').textContent")
    assert shown == "-\u2060\xa0361\xa0742\xa0€ et 56,1\xa0%"


def test_enter_in_an_empty_field_says_that_it_is_empty(page: Page, world: World) -> None:
    open_widget(page)
    script = "root.querySelector('textarea').addEventListener('invalid', () => (window.said = true))"
    inside(page, script)
    field(page).press("Enter")
    assert page.evaluate("window.said") is True
    assert not world.asked


def test_every_kind_of_block_is_shown(page: Page) -> None:
    open_widget(page)
    ask(page, "riche")
    answer = page.locator(".msg.answer")
    expect(answer.locator(".blocks > p")).to_have_text(
        "Voici ce que contient la base sur les promotions du programme."
    )
    expect(answer.locator("caption")).to_have_text("Défis par administration")
    expect(answer.locator("figcaption").first).to_have_text("Défis par promotion (défis)")
    expect(answer.locator(".chart").first.locator("tr")).to_have_count(7)
    expect(answer.locator(".blocks blockquote p").last).to_have_text(
        "Les dossiers sont reçus jusqu’à la date de clôture."
    )
    expect(answer.locator(".links a")).to_have_attribute("rel", "noreferrer")


def test_long_lists_and_tables_are_folded(page: Page) -> None:
    open_widget(page)
    ask(page, "riche")
    rows = page.locator(".blocks .scroll tbody tr:visible")
    expect(rows).to_have_count(8)
    button = page.get_by_role("button", name="Tout afficher (25)")
    button.click()
    expect(rows).to_have_count(25)
    page.get_by_role("button", name="Réduire").click()
    expect(rows).to_have_count(8)


def test_a_column_without_a_name_heads_its_rows(page: Page, axe: Axe, shot: Shot) -> None:
    open_widget(page)
    ask(page, "comparer")
    expect(page.locator("tbody th")).to_have_text(["EIG", "Durée"])
    cell = page.locator("tbody td").first
    assert cell.inner_text() == "28\nou\n27"
    assert cell.evaluate("(node) => getComputedStyle(node).whiteSpaceCollapse") == "preserve-breaks"
    shot(page, "comparison")
    assert axe(page) == []


def test_a_quote_opens_its_note_even_a_folded_one(page: Page) -> None:
    open_widget(page)
    ask(page, "riche")
    expect(page.locator(".sources > ol > li:visible")).to_have_count(3)
    page.get_by_role("button", name="Source 5").click()
    note = page.locator(".sources > ol > li").nth(4)
    expect(note.locator("details")).to_have_attribute("open", "")
    expect(note).to_contain_text("Publié le 10 septembre 2018")
    expect(note).to_contain_text("section 5, paragraphe 2")
    assert "état numéro 5" in focused(page)


def test_a_quick_reply_sends_its_text(page: Page, world: World) -> None:
    open_widget(page)
    ask(page, "mayenne")
    page.get_by_role("button", name="Le département de la Mayenne").click()
    expect(page.locator(".msg.answer")).to_have_count(2)
    assert world.asked[-1] == {"text": "Le département de la Mayenne", "conversation_id": "conversation-1"}


def test_each_answer_is_announced_once_and_the_focus_stays(page: Page) -> None:
    open_widget(page)
    page.evaluate(_WATCH_LOG)
    before = focused(page)
    ask(page, "Quand ferme l’appel à candidatures ?")
    page.wait_for_timeout(600)
    assert page.evaluate("window.changes") == ["turn", "msg answer"]
    assert focused(page) == before
    expect(page.locator(".thread > [role=status]")).to_have_text("")
    expect(page.locator("[role=alert]")).to_have_text("")


def test_opinions_and_notes_do_not_repeat_the_answer(page: Page) -> None:
    open_widget(page)
    ask(page, "riche")
    live = inside(
        page, "[...root.querySelectorAll('.answer .sources, .answer .tools')].map((node) => node.ariaLive)"
    )
    assert live == ["off", "off"]


def test_messages_say_who_speaks(page: Page) -> None:
    open_widget(page)
    ask(page, "Quand ferme l’appel ?")
    snapshot = page.locator("dialog.panel").aria_snapshot()
    assert "log" in snapshot
    assert snapshot.index("Vous :") < snapshot.index("Greffier :")
    assert inside(page, "root.querySelector('[role=log]').localName") == "div"


def test_a_slow_answer_is_waited_for_aloud(page: Page, world: World, shot: Shot) -> None:
    open_widget(page)
    world.failure = "slow"
    ask(page, "Quand ferme l’appel ?", answered=False)
    expect(page.locator(".waiting")).to_be_visible()
    expect(page.locator(".thread > [role=status]")).to_have_text("Greffier consulte ses sources…")
    shot(page, "waiting")
    expect(page.locator(".msg.answer")).to_have_count(1)
    expect(page.locator(".waiting")).to_be_hidden()


def test_opinion_and_comment(page: Page, world: World, shot: Shot) -> None:
    open_widget(page)
    ask(page, "Quand ferme l’appel ?")
    page.get_by_role("button", name="Pas utile").click()
    expect(page.get_by_role("button", name="Pas utile")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Une précision ?").fill("La date manque.")
    shot(page, "feedback")
    page.get_by_role("button", name="Envoyer la précision").click()
    expect(page.locator(".tools form")).to_have_text("Merci, votre avis est enregistré.")
    assert [{key: note.get(key) for key in ("helpful", "comment")} for note in world.feedback] == [
        {"helpful": False, "comment": None},
        {"helpful": False, "comment": "La date manque."},
    ]


def test_an_opinion_that_was_not_recorded_is_not_shown_as_given(page: Page, world: World) -> None:
    open_widget(page)
    ask(page, "Quand ferme l’appel ?")
    world.failure = "500"
    page.get_by_role("button", name="Utile", exact=True).click()
    expect(page.locator(".thread > [role=status]")).to_have_text("Votre avis n’a pas pu être envoyé.")
    expect(page.get_by_role("button", name="Utile", exact=True)).to_have_attribute("aria-pressed", "false")


def test_the_contact_card_sends_what_the_person_reads(page: Page) -> None:
    open_widget(page)
    ask(page, "contact")
    body = page.get_by_label("Message à relire et à modifier avant l’envoi")
    assert "si mon dossier était complet" in body.input_value()
    body.fill("Autre texte & suite")
    link = page.get_by_role("link", name="Ouvrir dans ma messagerie")
    subject = "Question%20pos%C3%A9e%20%C3%A0%20Greffier"
    expected = f"mailto:contact@exemple.test?subject={subject}&body=Autre%20texte%20%26%20suite"
    expect(link).to_have_attribute("href", expected)


def test_copying_an_answer_takes_its_sources(
    new_context: Callable[..., BrowserContext], base_url: str
) -> None:
    context = new_context(base_url=base_url, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_widget(page)
    ask(page, "Quand ferme l’appel ?")
    page.get_by_role("button", name="Copier", exact=True).last.click()
    expect(page.locator(".thread > [role=status]")).to_have_text("Réponse copiée")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Le troisième appel à candidatures")
    assert copied.endswith(
        "Sources\n1. Page de l’appel à candidatures, état numéro 1, section 1, paragraphe 2, "
        "https://exemple.test/source/1"
    )


def test_the_thread_survives_a_reload_without_taking_the_focus(page: Page, world: World) -> None:
    open_widget(page)
    ask(page, "mayenne")
    page.get_by_role("button", name="Utile", exact=True).click()
    expect(page.get_by_role("button", name="Utile", exact=True)).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator(".msg.answer")).to_have_count(1)
    expect(page.get_by_role("button", name="Utile", exact=True)).to_have_attribute("aria-pressed", "true")
    assert focused(page).startswith("body.")
    ask(page, "La commune de Mayenne")
    assert world.asked[-1]["conversation_id"] == "conversation-1"


def test_a_reload_while_waiting_keeps_the_question(page: Page, world: World) -> None:
    open_widget(page)
    world.failure = "slow"
    ask(page, "Quand ferme l’appel ?", answered=False)
    page.reload()
    expect(field(page)).to_have_value("Quand ferme l’appel ?")


def test_starting_again_forgets_everything(page: Page, world: World) -> None:
    open_widget(page)
    ask(page, "mayenne")
    page.get_by_role("button", name="Recommencer").click()
    expect(page.locator(".msg.answer")).to_have_count(0)
    expect(page.locator(".start")).to_be_visible()
    assert json.loads(page.evaluate("sessionStorage.getItem('greffier:0')")) == {"turns": [], "open": True}
    ask(page, "mayenne")
    assert "conversation_id" not in world.asked[-1]


def test_fifty_messages_at_most_are_kept(page: Page) -> None:
    open_widget(page)
    for number in range(27):
        ask(page, f"Question {number}")
        expect(page.locator(".msg.question").last).to_contain_text(f"Question {number}")
    expect(page.locator(".msg.answer, .msg.question")).to_have_count(50)
    expect(page.locator(".msg.question").first).to_contain_text("Question 2")
    assert len(json.loads(page.evaluate("sessionStorage.getItem('greffier:0')"))["turns"]) == 25


def test_shift_enter_makes_a_line_and_blank_is_not_sent(page: Page, world: World) -> None:
    open_widget(page)
    page.keyboard.press("Enter")
    page.keyboard.type("Une ligne")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("une autre")
    assert world.asked == []
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)
    assert world.asked == [{"text": "Une ligne\nune autre"}]
