"""What is known by its wording alone, whatever intent was heard: told, or said to be told by no source."""

from __future__ import annotations

from collections.abc import Callable

from actions.answer import Answer
from actions.desk import Desk
from actions.programme.challenge_lists import of_its_host
from actions.programme.composition import composition_of
from actions.programme.confirmed import confirmed, town_confirmed
from actions.programme.jury_dates import jury_dates
from actions.programme.nationality import of_another_country
from actions.programme.outcomes import outcome
from actions.programme.rarely_told import rarely_told
from actions.programme.since import since_then
from actions.programme.towns import towns_by_promotion
from actions.programme.uncounted import uncounted
from actions.question import Question

PLAINLY_ASKED: tuple[tuple[Callable[[Question, Desk], Answer | None], str], ...] = (
    (composition_of, "count_eig"),
    (of_its_host, "list_challenges"),
    (jury_dates, "jury"),
    (confirmed, "programme_figures"),
    (towns_by_promotion, "challenge_town"),
    (town_confirmed, "challenge_town"),
    (since_then, "person_lookup"),
    (uncounted, "unknown_detail"),
    (of_another_country, "eligibility"),
    (rarely_told, "describe_challenge"),
    (outcome, "describe_challenge"),
)
"""Each with the intent that the question then has."""
