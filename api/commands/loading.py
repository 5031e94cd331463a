"""Sub-commands whose code is imported only when they are used, so that ``greffier --help`` stays quick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup


@dataclass(frozen=True)
class Later:
    """A Typer application elsewhere: its module, its name there, and its line in the help."""

    module: str
    attribute: str
    help: str

    def is_there(self) -> bool:
        """Whether the module exists, without importing it."""
        try:
            return find_spec(self.module) is not None
        except ModuleNotFoundError:
            return False


class _Stand(TyperGroup):
    """Stands for a group in the list of commands; becomes the real one when it is called."""

    def __init__(self, name: str, later: Later) -> None:
        super().__init__(name=name, help=later.help, short_help=later.help)
        self._later = later

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Import the group and hand over to it."""
        application = getattr(import_module(self._later.module), self._later.attribute)
        group = typer.main.get_group(application)
        group.name = self.name
        return group.make_context(info_name, args, parent=parent, **extra)


class LazyGroup(TyperGroup):
    """A group that also has the commands of :attr:`later`, by name."""

    later: ClassVar[Mapping[str, Later]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """Our own commands, then those found elsewhere."""
        return [
            *super().list_commands(ctx),
            *(name for name, later in self.later.items() if later.is_there()),
        ]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command of ours, or a stand for one found elsewhere."""
        later = self.later.get(cmd_name)
        if later is not None and later.is_there():
            return _Stand(cmd_name, later)
        return super().get_command(ctx, cmd_name)
