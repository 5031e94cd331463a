# Every target sets up what it needs on a fresh clone: Python 3.11, git, make and a package index are enough.
HOST ?= 127.0.0.1
PORT ?= 8000
COVERAGE ?= 90
JOBS ?= 2
PYTEST ?=

TOOLS := $(CURDIR)/.tools
BIN := .venv/bin
PYTHON := $(shell for p in python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
UV := $(shell command -v uv 2>/dev/null || echo $(TOOLS)/bin/uv)
SYNC = $(UV) sync --frozen --quiet --python $(PYTHON)

.DEFAULT_GOAL := help
.PHONY: help serve train test lint types contract tests bench bench-reports evaluate clean setup setup-dev setup-bench

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ –/'

serve: setup ## set up, prepare what is missing, serve (PORT=8000 HOST=127.0.0.1)
	@exec $(BIN)/greffier serve --host $(HOST) --port $(PORT)

train: setup ## train the model
	@$(BIN)/greffier train

test: lint types contract tests ## every check and test

lint: setup-dev ## style and formatting
	@echo "style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup-dev ## types
	@echo "types"
	@$(BIN)/mypy

contract: setup-dev ## who may import whom
	@echo "imports between packages"
	@$(BIN)/lint-imports

tests: setup-dev ## all tests, documentation checks included (COVERAGE=90, JOBS=2, PYTEST="-k words")
	@echo "tests"
	@$(BIN)/pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered --cov-report=xml --cov-fail-under=$(COVERAGE) $(PYTEST)

bench: setup-bench ## measure training, start, memory and speed, beside stock Rasa
	@$(BIN)/python -m bench.messages

bench-reports: setup-bench ## measure adding reports and searching them
	@$(BIN)/python -m bench.reports

evaluate: setup ## run the evaluation sets
	@$(BIN)/greffier evaluate

clean: ## remove what was made: environment, tools, caches, built base and model (conversations stay)
	rm -rf .venv .tools .rasa .mypy_cache .ruff_cache .pytest_cache .coverage coverage.xml var/models var/knowledge.sqlite3
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

setup: $(UV)
	@echo "packages: installing what is missing into .venv"
	@$(SYNC) --inexact --no-dev

setup-dev: $(UV)
	@echo "packages: installing what is missing into .venv, with the tools of development"
	@$(SYNC) --inexact

setup-bench: $(UV)
	@echo "packages: installing what is missing into .venv, with those of the benches"
	@$(SYNC) --inexact --group bench

$(TOOLS)/bin/uv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 is needed: install it, so that python3.11 is on the path" >&2; exit 1; }
	@echo "uv: fetching the package installer into .tools"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action ignore --target $(TOOLS) uv \
		|| { echo "pip is needed to fetch uv: install python3-pip, or uv itself" >&2; exit 1; }
