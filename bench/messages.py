"""``make bench``: Greffier and the same assistant on stock Rasa, in one run on one machine."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bench.candidates import Figures, measure_greffier, measure_stock, prepare_data
from bench.load import read_stream
from knowledge.settings import Settings, load_settings

console = Console()
_THE_MORE_THE_BETTER = frozenset({"throughput_10", "throughput_10_seen"})
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def bench(
    stock: Annotated[bool, typer.Option("--stock/--no-stock", help="Also measure stock Rasa.")] = True,
    epochs: Annotated[
        int, typer.Option(min=1, help="Of stock Rasa's training; its default of 100 takes an hour.")
    ] = 20,
    messages: Annotated[int, typer.Option(min=10, help="Length of the stream, for a quick try.")] = 300,
    keep: Annotated[
        Path | None,
        typer.Option(help="Keep logs and models in this new folder instead of throwing them away."),
    ] = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Instead: where a message's time goes, in process.")
    ] = False,
) -> None:
    """Training, start, memory, latency at 1 connection, throughput at 10."""
    settings, stream = load_settings(), read_stream()[:messages]
    if profile:
        from bench.stages import profile_stream

        profile_stream(settings, stream, console)
        return
    results: dict[str, Any] = {"machine": machine(), "messages": len(stream)}
    with tempfile.TemporaryDirectory(prefix="greffier-bench-") as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        data = prepare_data(folder)
        results["greffier"] = measure_greffier(data, folder, stream, console.print).to_dict()
        if stock:
            results["stock"] = measure_stock(data, folder, stream, console.print, epochs).to_dict()
            results["stock"]["epochs"] = epochs
    show(results)
    save(results, settings)


def machine() -> dict[str, Any]:
    """What the figures hold for."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cpu": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory": f"{memory:.1f} GB",
        "python": platform.python_version(),
    }


def show(results: dict[str, Any]) -> None:
    """The figures side by side, and how many times better where that means something."""
    table = Table(title=f"{results['messages']} messages", title_justify="left")
    for column in ("", "Greffier", "stock Rasa", "ratio"):
        table.add_column(column, justify="right" if column else "left")
    stock = results.get("stock", {})
    for name in Figures.__dataclass_fields__:
        ours, theirs = results["greffier"][name], stock.get(name)
        better = (ours, theirs) if name in _THE_MORE_THE_BETTER else (theirs, ours)
        ratio = f"{better[0] / better[1]:.2f}" if ours and theirs else ""
        table.add_row(name, str(ours), "" if theirs is None else str(theirs), ratio)
    console.print(table)


def save(results: dict[str, Any], settings: Settings) -> None:
    """Write ``messages.json``."""
    folder = settings.data_dir / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "messages.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    console.print(f"written: {path}", style="dim")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )


if __name__ == "__main__":
    app()
