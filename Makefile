# Éclats: `make play` shows it, `make test` proves it, `make check` is what one runs before a commit.
# Each step of the set-up leaves a stamp and is skipped until one of its inputs changes.

SHELL := /bin/bash
PYTHON ?= $(shell python3.11 -c '' 2>/dev/null && echo python3.11 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
INK_MODULES := scenarios/ink/node_modules/.package-lock.json
NODE_MODULES := web_client/node_modules/.package-lock.json
PAGES := game_server/pages/.built
WEB_SOURCES := $(shell find web_client missions -type f -not -path '*/node_modules/*' -not -path '*/tests/*' \
	-not -name '*.py' -not -name '*.pyc' -not -name '* *')
PACKS := $(wildcard scenarios/packs/*/*/)
ARGS ?=

.PHONY: help setup setup-tests play test test-web check format clean

help:
	@echo "make play    tout installer, puis jouer : ARGS=\"--fast --json rapport.json\", ARGS=\"--hold\""
	@echo "make test    tout installer, puis jouer tous les tests"
	@echo "make check   format, style, types, imports, pages et packs"
	@echo "make setup   installer seulement ; make format   remettre en forme ; make clean   oublier l’installation"

setup: $(STAMPS)/linked $(PAGES) $(INK_MODULES)

$(STAMPS)/installed: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ echo "Python n’a pas pu créer $(VENV) : sur Debian, installez python3-venv (apt-get install python3-venv)."; exit 1; }
	PIP_USER=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/linked: $(STAMPS)/installed pyproject.toml
	PIP_USER=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(NODE_MODULES): $(STAMPS)/installed web_client/package.json web_client/package-lock.json
	tools/npm --prefix web_client ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(INK_MODULES): $(STAMPS)/installed scenarios/ink/package.json scenarios/ink/package-lock.json
	tools/npm --prefix scenarios/ink ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(PAGES): $(NODE_MODULES) $(WEB_SOURCES)
	tools/npm --prefix web_client run --silent build
	@touch $@

setup-tests: setup
	@tools/debian_for_tests.sh

play: setup
	$(BIN)/eclats play $(ARGS)

# the web's tests first, so that the last line is pytest's; both always run
test: setup-tests
	@status=0; tools/npm --prefix web_client test || status=1; $(BIN)/pytest -rs $(ARGS) || status=1; exit $$status

test-web: setup
	tools/npm --prefix web_client test

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	tools/npm --prefix web_client run --silent check
	@for pack in $(PACKS); do echo "$(BIN)/eclats check $$pack"; $(BIN)/eclats check $$pack || exit 1; done

format: setup
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) web_client/node_modules scenarios/ink/node_modules game_server/pages
