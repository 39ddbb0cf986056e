# `make` alone lists the targets. Everything runs from a clone of any name at any path; only pip needs the network.

SHELL := /bin/sh
VENV ?= .venv
GALAXY_VENV ?= .venv-galaxy
NEXT_VENV ?= .venv-next
DOCS_VENV ?= .venv-docs
BENCH_VENV ?= .venv-bench
PYTHON ?= python3
PYTEST_ARGS ?=
WORKERS ?= 2
LINK := .ansible/collections/ansible_collections/cloudstack/cloud
BIN := $(VENV)/bin
BIN_PATH := $(if $(filter /%,$(VENV)),,$(CURDIR)/)$(BIN)

# Ansible insists on a UTF-8 locale, which a bare machine does not set; LC_ALL also wins over a locale that is not installed.
export LC_ALL := C.UTF-8
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export ANSIBLE_HOME := $(CURDIR)/.ansible
export ANSIBLE_COLLECTIONS_PATH := $(ANSIBLE_HOME)/collections
export PYTHONPATH := $(CURDIR)/extensions/simulator

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: docs diagrams new mutants faults help venv link demo simulator generate format lint test bench check sanity units integration molecule release builder spell next coverage clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

$(BIN)/python:
	@for candidate in "$(PYTHON)" python3.11 python3.12 python3.13 python3.14; do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "creating $(VENV) with $$candidate"; exec "$$candidate" -m venv "$(VENV)"; \
	  fi; \
	done; \
	echo "No Python 3.11 or newer found (tried $(PYTHON), python3.11 to python3.14); name one: make PYTHON=/path/to/python3.11" >&2; \
	exit 1

$(VENV)/.run-stamp: requirements.txt requirements-run.txt | $(BIN)/python
	"$(BIN)/python" -m pip install --quiet -r requirements-run.txt
	@touch "$@"

$(VENV)/.dev-stamp: $(VENV)/.run-stamp requirements-dev.txt
	"$(BIN)/python" -m pip install --quiet -r requirements-dev.txt
	@touch "$@"

$(VENV)/.check-stamp: $(VENV)/.dev-stamp requirements-check.txt
	"$(BIN)/python" -m pip install --quiet -r requirements-check.txt
	@touch "$@"

# Galaxy's importer pins versions that the other tools cannot live with.
$(GALAXY_VENV)/.stamp: | $(BIN)/python
	"$(BIN)/python" -m venv "$(GALAXY_VENV)"
	"$(GALAXY_VENV)/bin/python" -m pip install --quiet "galaxy-importer>=0.4.30"
	@touch "$@"

# Sphinx and its theme want other versions of what they share with the linters.
$(DOCS_VENV)/.stamp: requirements.txt requirements-run.txt requirements-docs.txt | $(BIN)/python
	"$(BIN)/python" -m venv "$(DOCS_VENV)"
	"$(DOCS_VENV)/bin/python" -m pip install --quiet -r requirements-docs.txt
	@touch "$@"

$(BENCH_VENV)/.stamp: requirements.txt requirements-run.txt | $(BIN)/python
	"$(BIN)/python" -m venv "$(BENCH_VENV)"
	"$(BENCH_VENV)/bin/python" -m pip install --quiet -r requirements-run.txt
	@touch "$@"

venv: $(VENV)/.dev-stamp ## install what the tests and linters need into .venv

link: ## make the clone visible to Ansible as cloudstack.cloud
	@mkdir -p "$(dir $(LINK))"
	@test "$$(readlink "$(LINK)")" = ../../../.. || ln -sfn ../../../.. "$(LINK)"

demo: $(VENV)/.run-stamp link ## build a zone with instances on the simulator, twice; the second run must change nothing
	@"$(BIN)/python" tools/demo.py

simulator: $(VENV)/.run-stamp ## run the CloudStack API simulator in the foreground
	@exec "$(BIN)/python" -m cloudstack_simulator --host 127.0.0.1 --port 8096 --api-key demo --secret-key demo

generate: $(VENV)/.dev-stamp link ## write the generated files anew
	"$(BIN)/python" tools/generate.py

new: $(VENV)/.dev-stamp link ## make a module from the catalogue: RESOURCE=gui_theme; COMMANDS="list=…" and KEY=parameter where names do not tell
	@"$(BIN)/python" tools/new.py "$(RESOURCE)" --commands "$(COMMANDS)" --key "$(KEY)"

docs: $(DOCS_VENV)/.stamp link ## build the site of the documentation in build/docs/html; warnings and dead links are errors; GUIDES=1 leaves the reference out
	@"$(DOCS_VENV)/bin/python" tools/docs.py --workers $(WORKERS) $(if $(GUIDES),--guides)

diagrams: $(VENV)/.run-stamp ## draw the diagrams of the documents as pictures; needs npm and Chromium
	@"$(BIN)/python" tools/diagrams.py

format: $(VENV)/.dev-stamp ## format the Python code
	"$(BIN)/ruff" check --fix-only --quiet .
	"$(BIN)/ruff" format .

lint: $(VENV)/.dev-stamp link ## run the fast linters
	"$(BIN)/ruff" check .
	"$(BIN)/ruff" format --check .
	"$(BIN)/yamllint" --strict .
	"$(BIN)/mypy"
	"$(BIN)/antsibull-changelog" lint
	PATH="$(BIN_PATH):$$PATH" "$(BIN)/ansible-lint" --offline

test: $(VENV)/.dev-stamp link ## run the tests; PYTEST_ARGS="tests/unit -k zone" narrows them
	@"$(BIN)/python" -m pytest -n $(WORKERS) $(PYTEST_ARGS)

bench: $(BENCH_VENV)/.stamp link ## measure what tasks and fleets cost, where only what users need is installed; prints a table of ratios
	@"$(BENCH_VENV)/bin/python" tests/benchmarks/bench.py
	@"$(BENCH_VENV)/bin/python" tests/benchmarks/inventory.py
	@"$(BENCH_VENV)/bin/python" tests/benchmarks/breakdown.py

sanity: $(VENV)/.dev-stamp link ## run ansible-test sanity in a stage outside the repository, and check the documentation
	@PATH="$(BIN_PATH):$$PATH" "$(BIN)/python" tools/sanity.py
	@PATH="$(BIN_PATH):$$PATH" "$(BIN)/antsibull-docs" lint-collection-docs --plugin-docs --validate-collection-refs all .

units: $(VENV)/.dev-stamp ## run ansible-test units in a stage outside the repository
	@"$(BIN)/python" tools/units.py

integration: $(VENV)/.dev-stamp link ## run the integration targets against simulators; CONFIG=file.ini names a real cloud, TARGETS="module_pod" narrows
	@"$(BIN)/python" tools/integration.py --workers $(WORKERS) $(if $(CONFIG),--config "$(CONFIG)") $(TARGETS)

molecule: $(VENV)/.check-stamp link ## run the scenario of every role; the simulator is started once
	@PATH="$(BIN_PATH):$$PATH" "$(BIN)/molecule" test --all --workers $(WORKERS)

release: $(VENV)/.check-stamp $(GALAXY_VENV)/.stamp ## build the archive into dist/, install it in an empty environment, run the demo from there; Galaxy's importer reads it
	@"$(BIN)/python" tools/release.py --importer "$(GALAXY_VENV)/bin/python"

builder: $(VENV)/.check-stamp ## prove with ansible-builder what an execution environment would install
	@"$(BIN)/python" tools/builder.py

spell: $(VENV)/.check-stamp ## look for misspelt words
	@git ls-files -z --cached --others --exclude-standard -- ':!*.gz' | xargs -0 "$(BIN)/codespell"

next: $(VENV)/.dev-stamp link ## run sanity, units, integration, in-process and parity tests on the newest ansible-core, where a Python for it is found
	@"$(BIN)/python" tools/next_core.py --venv "$(NEXT_VENV)" --workers $(WORKERS)

coverage: $(VENV)/.check-stamp link ## measure lines and branches of plugins and simulator through all tests; list the gaps
	@"$(BIN)/python" tools/coverage_report.py --workers $(WORKERS)

mutants: $(VENV)/.dev-stamp link ## put small defects into the engine and print how many the tests notice; SEED=7 takes others
	@"$(BIN)/python" tools/mutants.py $(if $(SEED),--seed $(SEED))

faults: $(VENV)/.dev-stamp link ## strike each call of bring-ups and a deployment with each fault, and look what is lost; TRIALS=200 SEED=7 draws some
	@"$(BIN)/python" tests/faults/run.py --workers $(WORKERS) $(if $(TRIALS),--trials $(TRIALS)) $(if $(SEED),--seed $(SEED))

check: $(VENV)/.check-stamp link ## run every gate that a change must pass, and close with times and counts; MINUTES=60 leaves out what does not fit
	@"$(BIN)/python" tools/check.py $(GATES) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(WITHOUT),--without $(WITHOUT))

clean: ## remove everything that make built
	rm -rf "$(VENV)" "$(GALAXY_VENV)" "$(NEXT_VENV)" "$(DOCS_VENV)" "$(BENCH_VENV)" .venv-rulebook .venv-awx .ansible .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist tests/output
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
