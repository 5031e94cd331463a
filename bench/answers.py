"""How long an answer from the reports takes from end to end, over the reports of the data folder."""

from __future__ import annotations

import asyncio
import time

from bench.load import Times
from bot.environment import prepare_environment
from knowledge.settings import load_settings


def measure_answers(number: int) -> Times:
    """The times of the answers to so many questions of ``reports.yml``, each in a conversation of its own."""
    prepare_environment()
    from bot.evaluation import sets
    from bot.evaluation.examinee import Examinee, examinee

    every = sets.report_questions()
    asked = [question.text for question in every[:: max(1, len(every) // number)]][:number]

    async def ask(assistant: Examinee) -> Times:
        await assistant.ask("Que dit le rapport sur Calais ?")  # what only the first message waits for
        times = []
        for text in asked:
            begun = time.perf_counter()
            await assistant.ask(text)
            times.append((time.perf_counter() - begun) * 1000)
        return Times(tuple(times), 0)

    with examinee(load_settings()) as assistant:
        return asyncio.run(ask(assistant))
