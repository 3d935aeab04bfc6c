# The one task file: each recipe sets up what it needs in .venv, once, and is quick afterwards.
# `make timeline` and `make test` are the two commands of the README; ARGS adds to or replaces what a recipe passes on.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt
# The documents whose blocks cog writes.
DOCS := README.md $(wildcard docs/*.md docs/howto/*.md)
COG := $(BIN)/cog -c -I .

# The whole suite runs on all cores; a part of it in one process, where debuggers and --inline-snapshot=fix work.
PARALLEL := --numprocesses logical --dist worksteal

.PHONY: help timeline test readers fuzz coverage lint format docs site bench pins clean
help:
	@echo "make timeline   the Andean timeline; ARGS='--region peru' asks for another"
	@echo "make test       the whole test suite; ARGS='tests/dates -q' runs a part of it"
	@echo "make readers    what reads exports and stores back in Node.js and in a browser, from npm, for the tests"
	@echo "make fuzz       search for what breaks narcotl; ARGS=5 for five minutes, ARGS='5 dates' only among dates"
	@echo "make coverage   the test suite, and the lines and branches that it does not reach"
	@echo "make lint       formatting, ruff, mypy, the layers of imports, the generated blocks of the documents"
	@echo "make format     write the formatting that lint asks for"
	@echo "make docs       write the generated parts of the documents again, the manual page and the picture of the README"
	@echo "make site       the documents as a site in build/site, which needs no network and no server"
	@echo "make bench      the benchmarks, which no test runs; ARGS='--help' says what can be chosen"
	@echo "make pins       the newest versions that pyproject.toml allows, pinned in constraints.txt"
	@echo "make clean      take away everything that these recipes made"

# Only what narcotl needs to run. The build tool is installed first so that it is pinned like the rest.
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "narcotl needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) hatchling
	$(PIP) --no-build-isolation --editable .
	@touch $@

# And what its tests and checks need.
$(VENV)/.dev: $(VENV)/.installed
	$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

timeline: ARGS ?= --region andes
timeline: $(VENV)/.installed
	@$(BIN)/narcotl timeline $(ARGS)

test: $(VENV)/.dev
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } > /dev/null || \
		echo "make test: there is no Chromium here, so the tests that look at the page are skipped: apt-get install chromium" >&2
	$(BIN)/python -m pytest $(if $(ARGS),$(ARGS),$(PARALLEL))

# Without these the tests in tests/readers are skipped. None of them needs the scripts that packages of npm may run.
readers:
	@command -v npm > /dev/null || { \
		echo "make readers: there is no npm here, so the tests in tests/readers are skipped: apt-get install nodejs npm" >&2; exit 1; }
	cd tests/readers && npm install --ignore-scripts --no-audit --no-fund

# What is found becomes a test; that is why this is none.
fuzz: ARGS ?= 1
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.fuzz.run $(ARGS)

coverage: $(VENV)/.dev
	$(BIN)/coverage run -m pytest $(ARGS)
	$(BIN)/coverage report

lint: $(VENV)/.dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(COG) --check $(DOCS)

format: $(VENV)/.dev
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: $(VENV)/.dev
	$(COG) -r $(DOCS)
	$(BIN)/python -m docs.man_page
	$(BIN)/python -m docs.picture

# The first line keeps a note of its theme about other programs away from what people read.
site: export NO_MKDOCS_2_WARNING = 1
site: $(VENV)/.dev
	$(BIN)/mkdocs build --strict --quiet
	@echo "build/site/index.html"

bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks $(ARGS)

pins:
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip --quiet install hatchling
	$(BIN)/python -m pip --quiet install --no-build-isolation --editable '.[dev]'
	$(BIN)/python -m pip freeze --exclude-editable | LC_ALL=C sort -f > constraints.txt

clean:
	rm -rf $(VENV) tests/readers/node_modules build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
