"""``greffier``: the command line. Each command imports what it needs when it runs."""

from __future__ import annotations

import errno
import logging
import sys
from typing import Annotated, Any, Literal

import typer

from api.commands import INTERRUPTED
from api.commands.loading import Later, LazyGroup
from bot.environment import prepare_environment

logger = logging.getLogger("greffier")


class _Commands(LazyGroup):
    later = {  # noqa: RUF012 - declared as a class variable by the base
        "reports": Later(
            "api.commands.reports", "reports_app", "Public audit reports: add, list, show, remove."
        ),
        "evaluate": Later(
            "bot.evaluation.cli", "evaluate_app", "Run the evaluation sets; print and save the figures."
        ),
    }


app = typer.Typer(
    cls=_Commands,
    name="greffier",
    help="An assistant on the Entrepreneurs d'intérêt général programme and on public audit reports.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
knowledge_app = typer.Typer(no_args_is_help=True, help="The knowledge base: build it, check its sources.")
app.add_typer(knowledge_app, name="knowledge")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen at, up to 65535; 0 takes a free one.")] = 8000,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes; more than 1 needs GREFFIER_REDIS_URL.")
    ] = 1,
) -> None:
    """Prepare what is missing (knowledge base, model), then serve HTTP."""
    from api.commands.serve import run

    run(_settings(), host, port, workers)


@app.command()
def train() -> None:
    """Train the model, whatever the age of the present one."""
    from api.commands.building import train_model

    train_model(_settings())


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the answer as the HTTP interface gives it.")
    ] = False,
    lang: Annotated[Literal["fr", "en"] | None, typer.Option(help="Language of the answer.")] = None,
) -> None:
    """One question, one answer."""
    from api.commands.ask import ask_once

    ask_once(_settings(), question, as_json, lang)


@app.command()
def doctor(
    port: Annotated[int, typer.Option(help="Port that `serve` shall use.")] = 8000,
) -> None:
    """Check the installation and say how to mend what is wrong."""
    from api.commands.doctor import examine

    raise typer.Exit(examine(port))


@knowledge_app.command("build")
def knowledge_build(
    check: Annotated[bool, typer.Option("--check", help="Only validate the sources; write nothing.")] = False,
) -> None:
    """Make the knowledge base from its sources; on a mistake the present one stays."""
    from api.commands.building import build_knowledge, check_sources

    if check:
        check_sources()
    else:
        build_knowledge(_settings())


@knowledge_app.command("vectors")
def knowledge_vectors() -> None:
    """Compute the sentence vectors shipped with the program (for its developers)."""
    from api.commands.building import write_shipped_vectors

    write_shipped_vectors()


def _settings() -> Any:
    """The settings, with logging on: every command but the quick ones begins so."""
    from api.logs import configure_logging
    from knowledge.settings import load_settings

    configure_logging()
    return load_settings()


def main() -> None:
    """Run a command; an error is one line (each mistake of the sources on its own) and a non-zero exit.

    The environment comes first: numpy reads how many threads it may have when it is imported.
    """
    prepare_environment()
    try:
        app()
    except KeyboardInterrupt:
        _say("interrupted")
        sys.exit(INTERRUPTED)
    except Exception as error:  # the last resort of a command line: never a traceback
        logger.debug("command failed", exc_info=True)
        _say(line_of(error))
        sys.exit(1)


def line_of(error: Exception) -> str:
    """What to tell the operator of an error."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        where = error.filename or "nothing more can be written"
        return f"the disk is full: {where}; free space and start again"
    if isinstance(error, PermissionError):
        return f"no permission: {error.filename}"
    text = str(error).strip()
    known = type(error).__module__.partition(".")[0] in ("knowledge", "nlu", "actions", "bot", "api")
    if known and text:
        return text
    first = text.splitlines()[0] if text else "no message"
    return f"unexpected {type(error).__name__}: {first}"


def _say(line: str) -> None:
    sys.stderr.write(f"greffier: {line}\n")


if __name__ == "__main__":
    main()
