"""``greffier doctor``: every check, one line each, and an exit code for scripts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from api.commands import checks
from api.commands.checks import Finding
from api.logs import configure_logging
from knowledge.settings import SettingsError, load_settings

_STYLES = {"ok": ("ok   ", "green"), "note": ("note ", "yellow"), "wrong": ("WRONG", "bold red")}


def examine(port: int) -> int:
    """Print what is found; 1 when something must be mended before the assistant can run."""
    configure_logging()
    console = Console(highlight=False, soft_wrap=True)
    wrong = 0
    for finding in _findings(port):
        wrong += finding.state == "wrong"
        label, style = _STYLES[finding.state]
        console.print(Text(label, style), Text(f"{finding.subject}: {finding.found}"))
        if finding.remedy:
            console.print(Text(f"      → {finding.remedy}"))
    console.print(f"{wrong} to mend" if wrong else "everything needed is there")
    return 1 if wrong else 0


def _findings(port: int) -> Iterator[Finding]:
    for check in checks.FIXED:
        yield check()
    try:
        settings = load_settings()
    except SettingsError as error:
        yield Finding("wrong", "settings", str(error), "correct the variable or unset it")
        return
    yield from checks.settings_lines(settings)
    yield from checks.unknown_settings()
    for with_settings in checks.WITH_SETTINGS:
        yield with_settings(settings)
    yield checks.port(port)
    yield from checks.optional_tools()
