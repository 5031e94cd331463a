"""The graph without dask gives what Rasa's own runner gives."""

from __future__ import annotations

from typing import Any

import pytest

from bot.assistant import Assistant

from rasa.core.channels.channel import UserMessage  # isort: skip
from rasa.engine.runner.dask import DaskGraphRunner  # isort: skip
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip

pytestmark = pytest.mark.integration


def test_it_gives_what_dask_gives(assistant: Assistant) -> None:
    processor: Any = assistant._agent.processor
    inputs = {"__message__": [UserMessage("combien d'EIG dans la promotion 3 ?")],
              "__tracker__": DialogueStateTracker("someone", [])}  # fmt: skip
    runner, target = processor.graph_runner, processor.model_metadata.nlu_target
    here = runner.run(inputs, [target])
    there = DaskGraphRunner.run(runner, inputs, [target])
    assert here[target][0].as_dict() == there[target][0].as_dict()
    assert here[target][0].get("intent")


def test_every_node_runs_after_those_it_needs(assistant: Assistant) -> None:
    processor: Any = assistant._agent.processor
    runner = processor.graph_runner
    order = list(runner._order([processor.model_metadata.core_target]))
    needs = {name: runner._graph_schema.nodes[name].needs.values() for name in order}
    for place, name in enumerate(order):
        assert all(need in order[:place] or need not in runner._graph_schema.nodes for need in needs[name])
