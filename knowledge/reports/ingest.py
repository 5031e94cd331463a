"""Adding reports to the base: read and understand in parallel, write one at a time, resume where it
stopped.
"""

import logging
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from knowledge.reports.catalogue import read_catalogue
from knowledge.reports.document import Metadata
from knowledge.reports.errors import MetadataError, ReportError, UnreadableReport
from knowledge.reports.extracted import Extractor
from knowledge.reports.load import is_stored, load
from knowledge.reports.rows import PreparedReport, prepare
from knowledge.reports.schema import CARD
from knowledge.reports.sources import ReportFiles, Skipped, find_reports
from knowledge.reports.store import ReportStore

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

logger = logging.getLogger(__name__)

Progress = Callable[[int, int, str], None]
"""Called at the start and after each report with how many are done, how many there are, and its key."""

WORKER_BYTES = 1536 * 1024 * 1024
"""Memory one reader process may take: past it the file is named as too large, where the system can tell."""

_OPTIMISE_AFTER = 20
_PENDING_PER_WORKER = 2


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What became of the files: counts of reports, every file left out with its reason, and the keys of the
    reports read without a date.
    """

    added: int
    replaced: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    seconds: float
    undated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    report: ReportFiles
    known: Metadata | None


@dataclass(frozen=True, slots=True)
class _Result:
    prepared: PreparedReport | None
    skipped: tuple[Skipped, ...]
    undated: bool = False


def add(
    path: Path,
    base_path: Path,
    metadata: Path | None = None,
    extractor: Extractor | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
) -> AddOutcome:
    """Add the reports under `path` (a file, folder or ZIP) to the base at `base_path`.

    `workers` processes read (default: one a core, four at most); 1 reads in this process, for tests.
    `metadata` is a CSV catalogue; without it a CSV that stands beside the reports is used. Reports whose
    files have not changed are left alone, also where a catalogue given before is not given.
    Raises BaseLocked, BaseUnavailable or MetadataError; whatever is wrong with one report is in the
    outcome's `skipped` instead. Interrupted at any time, the reports
    stored so far are whole, and the next call goes on.
    """
    started = time.monotonic()
    chosen = extractor or default_extractor()
    if not path.exists():
        raise ReportError(f"no such file or folder: {path}")
    catalogue = _catalogue(path, metadata)
    undated: list[str] = []
    counts = {"added": 0, "replaced": 0, "unchanged": 0}
    with ReportStore(base_path) as store:
        stored = {key: known for key, known in store.hashes().items() if not known.startswith(CARD)}
        reports, skipped = find_reports(path, {*catalogue, *stored})
        store.save_themes(chosen.themes())
        tasks = [_Task(report, catalogue.get(report.key)) for report in reports]
        if progress:
            progress(0, len(tasks), "")
        for done, (task, result) in enumerate(_results(tasks, stored, chosen, workers), 1):
            skipped.extend(result.skipped)
            undated += [task.report.key] if result.undated else []
            if result.prepared is not None:
                counts["replaced" if store.save(result.prepared) else "added"] += 1
            elif not result.skipped:
                counts["unchanged"] += 1
            if progress:
                progress(done, len(tasks), task.report.key)
        if counts["added"] + counts["replaced"] >= _OPTIMISE_AFTER:
            store.optimise()
        store.count_terms()
    seconds = time.monotonic() - started
    return AddOutcome(**counts, skipped=tuple(skipped), seconds=seconds, undated=tuple(undated))


def default_extractor() -> Extractor:
    """Return the extractor used by the command; loaded when needed, it brings language models with it."""
    from knowledge.extraction import ReportExtractor

    return ReportExtractor()


def _catalogue(path: Path, metadata: Path | None) -> dict[str, Metadata]:
    if metadata is not None:
        try:
            return read_catalogue(metadata)
        except OSError as error:
            raise MetadataError(f"the catalogue {metadata} cannot be read: {error.strerror}") from error
    beside = sorted(path.glob("*.csv")) if path.is_dir() else []
    for candidate in beside:
        try:
            return read_catalogue(candidate)
        except ReportError as error:
            logger.info("%s is not a catalogue of reports: %s", candidate.name, error)
    return {}


def _results(
    tasks: Sequence[_Task], stored: dict[str, str], extractor: Extractor, workers: int | None
) -> Iterator[tuple[_Task, _Result]]:
    changed: list[_Task] = []
    for task in tasks:
        if is_stored(stored.get(task.report.key), _readable_parts(task.report), task.known):
            yield task, _Result(None, ())
        else:
            changed.append(task)
    if workers == 1:
        for task in changed:
            yield task, _understand(task, extractor)
    else:
        # Even one file is read in another process: should it exhaust memory, only that process dies.
        yield from _in_parallel(
            changed, extractor, min(workers or os.cpu_count() or 1, 4, max(1, len(changed)))
        )


def _in_parallel(
    tasks: Sequence[_Task], extractor: Extractor, workers: int
) -> Iterator[tuple[_Task, _Result]]:
    waiting = list(reversed(tasks))
    while waiting:
        pending: dict[Future[_Result], _Task] = {}
        pool = _pool(extractor, workers)
        try:
            while waiting or pending:
                while waiting and len(pending) < workers * _PENDING_PER_WORKER:
                    future = pool.submit(_understand_here, waiting[-1])
                    pending[future] = waiting.pop()  # once it is lent: a pool found dead takes nothing
                for future in wait(pending, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    yield pending.pop(future), result
        except BrokenProcessPool:
            # One of the pending files killed its process: try each alone to know which.
            logger.warning("a reader process died; trying its reports one by one")
            for task in pending.values():
                yield task, _alone(task, extractor)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(task: _Task, extractor: Extractor) -> _Result:
    pool = _pool(extractor, 1)
    try:
        return pool.submit(_understand_here, task).result()
    except BrokenProcessPool:
        return _Result(None, (Skipped(_name(task), "the reader ran out of memory or crashed on it"),))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(extractor: Extractor, workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(extractor,))


_worker_extractor: Extractor | None = None


def _start_worker(extractor: Extractor) -> None:
    # Ctrl-C is for the parent, which finishes the transaction at hand and stops the workers.
    global _worker_extractor
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory()
    _worker_extractor = extractor


def _end_with_parent() -> None:
    # A parent killed outright closes nothing: without this its workers would wait for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def _limit_memory() -> None:
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = WORKER_BYTES if hard == resource.RLIM_INFINITY else min(WORKER_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _understand_here(task: _Task) -> _Result:
    assert _worker_extractor is not None
    return _understand(task, _worker_extractor)


def _understand(task: _Task, extractor: Extractor) -> _Result:
    try:
        loaded = load(task.report, _parts(task.report), task.known)
        extraction = extractor.extract(loaded.document)
        prepared = prepare(loaded.document, extraction, extractor.themes())
        return _Result(prepared, loaded.skipped, loaded.document.metadata.date is None)
    except UnreadableReport as error:
        return _Result(None, (Skipped(_name(task), str(error)),))
    except (MemoryError, RecursionError) as error:
        return _Result(
            None, (Skipped(_name(task), f"too large or too deeply nested: {type(error).__name__}"),)
        )
    except Exception as error:
        # The boundary of the batch: one report that breaks a reader must not stop the others.
        logger.exception("%s could not be understood", _name(task))
        return _Result(None, (Skipped(_name(task), f"not understood: {type(error).__name__}: {error}"),))


def _name(task: _Task) -> str:
    return ", ".join(file.name for file in task.report.files)


def _parts(report: ReportFiles) -> list[bytes | UnreadableReport]:
    parts: list[bytes | UnreadableReport] = []
    for file in report.files:
        try:
            parts.append(file.read())
        except UnreadableReport as error:
            parts.append(error)
    return parts


def _readable_parts(report: ReportFiles) -> list[bytes]:
    return [part for part in _parts(report) if isinstance(part, bytes)]
