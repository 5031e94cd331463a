"""What a message that asks for no fact wants: the link, who says so, thanks, a complaint, what answers."""

from __future__ import annotations

from actions.conversation.complaints import (
    asks_for_own_instructions,
    asks_how_you_are,
    asks_what_you_are,
    complains,
)
from actions.conversation.courtesy import asks_who_says_so
from actions.conversation.wishes import asks_for_the_link, only_takes_leave, only_thanks, says_nothing
from actions.question import Question
from actions.reports.about.reuse import where_to_read_them, wish_on_the_texts
from actions.reports.follow_ups.last_report import wish_on_the_last
from actions.reports.follow_ups.our_programme import only_returns_to_the_programme


def intent_wished(read: Question) -> str | None:
    """The intent of a message that asks for no fact, whatever else it sounds like."""
    said = read.said or read.text
    if asks_for_the_link(read.text):
        on_a_report = "report_locate" if read.focus.on_a_report else None
        return on_a_report or where_to_read_them(read) or "last_links"
    if read.focus.asked_programme and asks_who_says_so(said):
        return "explain_source"
    if only_returns_to_the_programme(read):
        return "deny"
    if only_thanks(said):
        return "thank"
    if says_nothing(said):
        return "not_understood"
    if only_takes_leave(said):
        return "goodbye"
    if asks_what_you_are(said):
        return "bot_identity"
    if asks_for_own_instructions(said):
        return "out_of_scope"
    if asks_how_you_are(said):
        return "greet"
    of_the_last = wish_on_the_last(read)
    if of_the_last is None and complains(read.text):
        return "insult"
    return wish_on_the_texts(read) or of_the_last
