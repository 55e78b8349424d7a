# Every target sets up what it needs; the first one asked for makes .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE := samples/tinh-chuyen-doi-so.txt

# Compiled modules and patterns are kept, or every process that a test starts would compile them anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test quick coverage mutants lint lint-docs types schema golden bench accuracy fuzz squares broken format clean

help: ## This list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

# Installed again only where pyproject.toml has changed.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "kehoach needs Python 3.11 or newer: make PYTHON=python3.11 …" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)

demo: $(READY) ## Parse a sample plan
	$(BIN)/kehoach parse $(SAMPLE)

test: $(READY) ## All tests
	$(BIN)/python -m pytest -n auto --dist worksteal

quick: $(READY) ## The tests that take no time
	$(BIN)/python -m pytest -m 'not slow'

coverage: $(READY) ## All tests, and the branches of parsers, models and comparing that they take
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=
	$(BIN)/python tools/check_coverage.py

mutants: $(READY) ## COUNT=300 small faults in the parser, drawn by SEED=1: how many of them tests notice
	nice $(BIN)/python -m tools.mutants --seed $(or $(SEED),1) --count $(or $(COUNT),300)

lint: $(READY) ## Style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY) ## Put the style right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY) ## Types
	$(BIN)/mypy

schema: $(READY) ## Generate schemas/, the check table and docs/plan-format.md from the models
	$(BIN)/python tools/generate_schemas.py

lint-docs: $(READY) ## Write docs/lint.md anew from the rules
	$(BIN)/python tools/generate_lint_docs.py

golden: $(READY) ## Write the expected .yaml of every sample anew, to be reviewed with git diff
	@if [ "$$CI" = true ]; then echo "golden files are made by hand and eye, never by CI" >&2; exit 1; fi
	$(BIN)/python tools/update_golden.py

bench: $(READY) ## Speed, measured beside markdown-it-py
	$(BIN)/python -m benchmarks

accuracy: $(READY) ## Measure how well plans are read and write docs/accuracy.md anew
	$(BIN)/python -m tools.accuracy --write

fuzz: $(READY) ## Spoilt plans and documents for SECONDS=60 of the processor; faults go to build/fuzz
	$(BIN)/python -m tools.fuzz --seconds $(or $(SECONDS),60) --seed $(or $(SEED),1)

squares: $(READY) ## Words whose repetition takes time in the square of its length, for SECONDS=60 of the processor
	$(BIN)/python -m tools.squares --seconds $(or $(SECONDS),60) --seed $(or $(SEED),1)

broken: $(READY) ## FILES=10000 broken files in every format through `kehoach batch`
	$(BIN)/python -m tools.broken_batch $(or $(FILES),10000) --seed $(or $(SEED),1)

clean: ## Remove what was built
	rm -rf $(VENV) dist build mutants .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
