"""Intents answered by the days of calls and promotions."""

from __future__ import annotations

CALL_INTENTS = frozenset({"call_status", "next_call"})
"""Intents answered from today's date, whatever sources leave untold of the years to come."""
DATED = CALL_INTENTS | {"promotion_dates"}
"""Intents whose answers are days, of which others are asked otherwise."""
