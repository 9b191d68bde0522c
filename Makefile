PYTHON ?= python3
PORT ?= 5000
RUNS ?= 15

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.from-lock
LOCK_VENV := .venv-lock

.PHONY: run test bench lock format clean

# Serves the simulator page and the Alexa endpoint on this machine only.
run: $(STAMP)
	$(BIN)/python -m skill serve --port $(PORT)

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m skill check
	$(BIN)/python -m pytest

# Measures against a hello world on ask-sdk-core; some minutes. RUNS=30 narrows the spread.
bench: $(STAMP)
	$(BIN)/python -m benchmarks --runs $(RUNS) --write

# Takes the newest versions that pyproject.toml allows.
lock:
	$(PYTHON) -m venv --clear $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet "uv==0.13.*"
	$(LOCK_VENV)/bin/uv pip compile pyproject.toml --all-extras --group dev \
		--universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --output-file requirements.lock
	rm -rf $(LOCK_VENV)

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(LOCK_VENV) build dist .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One environment, exactly as locked; made anew when the lock changes.
$(STAMP): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else \
		"Nerve Check needs Python 3.11 or newer. Run: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes --requirement requirements.lock
	touch $@
