"""The parts of the bench that need no server."""

import asyncio
import os
from pathlib import Path

import aiohttp
import pytest
import yaml

from bench.load import Message, Times, at_once, one_by_one, read_stream, reworded
from bench.messages import machine
from bench.servers import BenchFailed, environment, free_port, resident_mb, run, started
from bench.stages import timed
from bench.stock import stock_config, write_project


class Echo:
    """Answers everything but « silence », and remembers the order."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    async def say(self, client: aiohttp.ClientSession, text: str, conversation: str) -> bool:
        await asyncio.sleep(0)
        self.heard.append((conversation, text))
        return text != "silence"


MESSAGES = [Message("1", "a"), Message("2", "b"), Message("1", "silence"), Message("3", "c")]


def test_the_stream_is_what_the_bench_says_it_is() -> None:
    stream = read_stream()
    assert len(stream) == 300
    assert len({message.text for message in stream}) == 300
    assert len({message.conversation for message in stream}) > 100


def test_reworded_texts_are_new_and_the_same_each_time() -> None:
    stream = read_stream()
    again = reworded(stream, 1)
    assert again == reworded(stream, 1)
    assert not {m.text for m in again} & {m.text for m in stream}


async def test_one_by_one_keeps_the_order() -> None:
    door = Echo()
    times = await one_by_one(door, MESSAGES, "run")
    assert door.heard == [("run-1", "a"), ("run-2", "b"), ("run-1", "silence"), ("run-3", "c")]
    assert (len(times.milliseconds), times.failures) == (4, 1)


async def test_a_crowd_keeps_the_order_of_each_conversation() -> None:
    door = Echo()
    rate, failures = await at_once(door, MESSAGES, "run", 2)
    assert [text for conversation, text in door.heard if conversation == "run-1"] == ["a", "silence"]
    assert rate > 0
    assert failures == 1


def test_percentiles() -> None:
    times = Times(tuple(float(n) for n in range(1, 101)), 0)
    assert (times.median, times.p95) == (50.5, 95.05)


def test_stock_is_the_default_of_rasa(tmp_path: Path) -> None:
    config = stock_config(3)
    names = [step["name"] for step in config["pipeline"]]
    assert names.index("DIETClassifier") < names.index(
        "nlu.components.understanding.KnowledgeEntityExtractor"
    )
    assert {step["epochs"] for step in config["pipeline"] + config["policies"] if "epochs" in step} == {3}
    write_project(tmp_path / "stock", 5055, 3)
    assert yaml.safe_load((tmp_path / "stock" / "endpoints.yml").read_text())["action_endpoint"][
        "url"
    ].endswith(":5055/webhook")
    assert (tmp_path / "stock" / "data" / "nlu_calls.yml").exists()
    assert (tmp_path / "stock" / "domain" / "topics" / "calls.yml").exists()


def test_a_failed_command_names_its_log(tmp_path: Path) -> None:
    with pytest.raises(BenchFailed, match=r"a\.log"):
        run(["-c", "raise SystemExit(3)"], environment(tmp_path), tmp_path, tmp_path / "a.log")
    assert run(["-c", "pass"], environment(tmp_path), tmp_path, tmp_path / "a.log") > 0


def test_a_server_is_stopped_with_its_children(tmp_path: Path) -> None:
    sleeper = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    with started({"s": ["-c", sleeper]}, environment(tmp_path), tmp_path, tmp_path) as pids:
        assert os.waitpid(pids[0], os.WNOHANG) == (0, 0)
    with pytest.raises(ChildProcessError):
        os.waitpid(pids[0], os.WNOHANG)


def test_memory_and_machine() -> None:
    assert (resident_mb([os.getpid()]) or 1) > 0
    assert set(machine()) == {"cpu", "cores", "memory", "python"}
    assert 1024 < free_port() < 65536


async def test_stages_are_timed_and_put_back() -> None:
    class Work:
        def plain(self) -> int:
            return 1

        async def awaited(self) -> int:
            return 2

    before = Work.__dict__["plain"]
    with timed([("plain", Work, "plain"), ("awaited", Work, "awaited")]) as spent:
        assert (Work().plain(), await Work().awaited()) == (1, 2)
    assert spent.keys() == {"plain", "awaited"}
    assert Work.__dict__["plain"] is before
