# On Record: everything a person types. Needs make and Python 3.11 or newer; works with GNU make 3.81.

PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
COMPILE := build/lock/bin/uv pip compile pyproject.toml --quiet --no-config --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
CODE := claims dashboard tests streamlit_app.py

# The first Python that is new enough; another one: make run PYTHON=/path/to/python3
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$p && break; done)

.PHONY: help run test lint bench lock clean

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/run.stamp ## Install what is needed, once, and serve http://localhost:8501 (PORT=)
	$(BIN)/streamlit run streamlit_app.py --server.port $(PORT)

test: $(VENV)/dev.stamp lint ## Lint, then run all tests, those in a browser included
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/dev.stamp ## Check style, format and types
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy

bench: $(VENV)/dev.stamp ## Measure against pandas and plain Streamlit; prints ratios
	$(BIN)/python -m tests.bench

lock: ## Resolve the dependencies anew and pin them with hashes
	"$(PYTHON)" -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	$(COMPILE) --group build --output-file requirements.txt
	$(COMPILE) --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --extra nlp --constraints requirements-dev.txt --output-file requirements-nlp.txt
	$(COMPILE) --extra llm --constraints requirements-dev.txt --output-file requirements-llm.txt

clean: ## Remove what was installed and made; the ledger in var/ stays
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/run.stamp: requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "On Record needs Python 3.11 or newer; name one: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up $(VENV): a minute or two, the first time only"
	"$(PYTHON)" -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
