"""Erase what people said once the period the operator declares is over: at the start, then once a day."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

logger = logging.getLogger("greffier")
DAY = 86_400.0


def now() -> dt.datetime:
    """The real moment, whatever day the operator pretends it is: what is erased does not come back."""
    return dt.datetime.now(dt.UTC)


async def forget_daily(
    forget: Callable[[dt.datetime], int],
    days: int,
    clock: Callable[[], dt.datetime] = now,
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Call ``forget`` with the moment ``days`` ago, in a thread, now and after each ``wait`` of a day.

    A database out of reach is logged and tried again the next day.
    """
    while True:
        try:
            erased = await run_in_threadpool(forget, clock() - dt.timedelta(days=days))
        except SQLAlchemyError as error:
            logger.error("what is older than %d days was not erased: %s", days, str(error).splitlines()[0])
        else:
            if erased:
                logger.info("erased %d answers and events older than %d days", erased, days)
        await wait(DAY)
