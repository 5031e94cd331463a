"""Rasa's prediction graph without a scheduler.

Rasa hands its graph of four nodes to dask, which plans it anew at every run.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner


class StraightRunner(DaskGraphRunner):
    """Runs the nodes that a target needs one after the other, in an order found once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._orders: dict[tuple[str, ...], tuple[str, ...]] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The output of each target, as Rasa's own runner gives it."""
        wanted = tuple(targets or self._graph_schema.target_names)
        if wanted not in self._orders:
            self._orders[wanted] = tuple(self._order(wanted))
        values: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        try:
            for name in self._orders[wanted]:
                needs = self._graph_schema.nodes[name].needs.values()
                values[name] = self._instantiated_nodes[name](*(values.get(need, need) for need in needs))
        except RuntimeError as error:
            raise GraphRunError("Error running runner.") from error
        return {target: values[target][1] for target in wanted}

    def components(self) -> list[Any]:
        """What runs in the nodes."""
        return [vars(node).get("_component") for node in self._instantiated_nodes.values()]

    def _order(self, targets: Iterable[str]) -> dict[str, None]:
        """Names of the nodes needed, each after those it needs; what is given as input is no node."""
        order: dict[str, None] = {}
        for target in targets:
            if target in self._graph_schema.nodes:
                order |= self._order(self._graph_schema.nodes[target].needs.values())
                order.setdefault(target)
        return order
