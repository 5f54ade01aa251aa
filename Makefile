# `make brief` sets everything up and writes the brief of the example reports; `make test` runs all checks.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed

# The checks start the command hundreds of times. Where no bytecode may be kept, each start compiles 500 modules anew:
# 2 s of the processor of 6. It is kept in __pycache__, which git ignores.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := brief
.PHONY: brief setup test format bench clean

EVENTS := setubal-silo kisumu-talks gdynia-strike

brief: $(READY)  ## the example reports, one page an event: out/setubal-silo.html and so on
	@mkdir -p out
	@for event in $(EVENTS); do \
	  $(BIN)/twosource brief examples/$$event/*.html examples/$$event/*.txt --about examples/$$event/about.csv \
	    --one-story -o out/$$event.html || exit 1; \
	  echo "Written: out/$$event.html"; \
	done

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("twosource needs Python 3.11 or newer: make PYTHON=python3.12 …") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

test: $(READY)  ## formatting, lint, types, import rules, tests, evaluation gate
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m evaluation
	@$(BIN)/python -m tests.browser.bring
	$(BIN)/pytest -n 3 --dist worksteal

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)  ## throughput, memory, start-up; prints a table
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) out build dist
