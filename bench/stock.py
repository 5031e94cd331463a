"""The same assistant as a plain Rasa project: default pipeline and policies, Rasa's server, action server.

Domain, rules, examples and actions are ours, unchanged. Two things are added so that the
actions get what they need: our entity extractor, after the classifiers so that it costs
them nothing, and a rule for messages that Rasa's fallback classifier gives up on. There
are no stories, so TED and UnexpecTED have nothing to train on and take no time.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from knowledge.settings import ROOT

_FALLBACK_RULE = {
    "version": "3.1",
    "rules": [
        {"rule": "nlu_fallback", "steps": [{"intent": "nlu_fallback"}, {"action": "action_out_of_scope"}]},
    ],
}


def write_project(folder: Path, action_port: int, epochs: int) -> None:
    """Fill ``folder`` with a project that plain ``rasa train`` and ``rasa run`` take."""
    (folder / "data").mkdir(parents=True)
    for path in sorted((ROOT / "nlu").glob("*.yml")):
        shutil.copy(path, folder / "data" / f"nlu_{path.name}")
    shutil.copytree(ROOT / "bot" / "topics", folder / "data" / "rules")
    (folder / "domain").mkdir()
    shutil.copy(ROOT / "bot" / "domain.yml", folder / "domain" / "domain.yml")
    shutil.copytree(ROOT / "bot" / "topics", folder / "domain" / "topics")
    _write(folder / "data" / "fallback.yml", _FALLBACK_RULE)
    _write(folder / "config.yml", stock_config(epochs))
    _write(folder / "endpoints.yml", {"action_endpoint": {"url": f"http://localhost:{action_port}/webhook"}})
    _write(folder / "credentials.yml", {"rest": None})


def stock_config(epochs: int) -> dict[str, Any]:
    """The configuration that Rasa itself suggests for a new project, in French, with our extractor."""
    config = dict(_rasa_default())
    pipeline = [dict(step) for step in config["pipeline"]]
    place = next(i for i, step in enumerate(pipeline) if step["name"] == "EntitySynonymMapper")
    pipeline.insert(place, {"name": "nlu.components.understanding.KnowledgeEntityExtractor"})
    policies = [dict(step) for step in config["policies"]]
    for step in (*pipeline, *policies):
        if "epochs" in step:
            step["epochs"] = epochs
    config.update(language="fr", assistant_id="greffier-stock", pipeline=pipeline, policies=policies)
    return config


def _rasa_default() -> dict[str, Any]:
    from rasa.engine import recipes

    path = Path(str(recipes.__file__)).parent / "config_files" / "default_config.yml"
    config: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return config


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
