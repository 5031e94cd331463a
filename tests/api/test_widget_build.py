"""The built widget is what its sources give, small, and documented."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from api.pages.demo import GUIDE, snippets

ROOT = Path(__file__).resolve().parents[2]
WIDGET = ROOT / "api" / "widget"
STATIC = ROOT / "api" / "static"
LIMIT = 10 * 1024


def _sources(pattern: str) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((WIDGET / "src").glob(pattern)))


@pytest.fixture(scope="module")
def node() -> str:
    program = shutil.which("node")
    if program is None or not (WIDGET / "node_modules" / "esbuild").is_dir():
        pytest.skip("Node.js or its packages are missing: run npm ci in api/widget")
    return program


def test_the_committed_files_are_what_the_sources_give(node: str, tmp_path: Path) -> None:
    subprocess.run([node, "build.mjs", str(tmp_path)], cwd=WIDGET, check=True, capture_output=True)
    for name in ("assistant.js", "answer.css"):
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), f"run npm run build: {name}"


def test_the_pages_have_the_style_of_the_widget() -> None:
    shared = "\n".join((WIDGET / "src" / name).read_text("utf-8") for name in ("theme.css", "answer.css"))
    note, _, style = (STATIC / "answer.css").read_text("utf-8").partition("\n")
    assert note.startswith("/* Generated from")
    assert style == shared, "run npm run build in api/widget"


def test_the_sources_are_well_typed(node: str) -> None:
    compiler = WIDGET / "node_modules" / "typescript" / "bin" / "tsc"
    command = [node, str(compiler), "--noEmit"]
    checked = subprocess.run(command, cwd=WIDGET, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_the_widget_is_small_and_alone() -> None:
    code = (STATIC / "assistant.js").read_bytes()
    assert len(gzip.compress(code, 9)) <= LIMIT
    addresses = set(re.findall(rb"https?://[^\s\"'`]+", code))
    assert addresses == {b"http://www.w3.org/2000/svg"}
    for word in (b"innerHTML", b"outerHTML", b"insertAdjacentHTML", b"document.write", b"eval(", b"cookie"):
        assert word not in code


def test_every_attribute_is_documented() -> None:
    used = set(
        re.findall(r"getAttribute\(\"([\w-]+)\"\)", (WIDGET / "src" / "element.ts").read_text("utf-8"))
    )
    used |= set(re.findall(r":host\(.*?\[([\w-]+)=", _sources("*.css"))) | {"lang", "id"}
    table = GUIDE.read_text("utf-8").split("## Attributes")[1].split("## ")[0]
    assert used == set(re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE))


def test_every_custom_property_is_documented() -> None:
    used = set(re.findall(r"--greffier-[\w-]+", _sources("*.css")))
    look = GUIDE.read_text("utf-8").split("## Look")[1].split("## ")[0]
    assert used == set(re.findall(r"--greffier-[a-z-]*[a-z]", look))


def test_every_event_is_documented() -> None:
    emitted = set(re.findall(r"emit\(\"(\w+)\"", _sources("*.ts")))
    assert emitted == set(re.findall(r"^\| `greffier:(\w+)`", GUIDE.read_text("utf-8"), re.MULTILINE))


def test_the_snippets_are_the_guides_own() -> None:
    found = {snippet.name: snippet.code for snippet in snippets("https://demo.test")}
    assert set(found) == {"html", "react", "wordpress", "iframe", "integrity"}
    assert all("https://demo.test/" in code and "greffier.example" not in code for code in found.values())
    assert re.search(r'integrity="sha384-[A-Za-z0-9+/]{64}"', found["integrity"])
