PYTHON ?= python3
PORT ?= 5000
RUNS ?= 15

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.from-lock
LOCK_VENV := .venv-lock
MUTANTS_VENV := .venv-mutants
MUTMUT := 3.8.1
MUTANTS_STAMP := $(MUTANTS_VENV)/.mutmut-$(MUTMUT)
# How many mutants are tried at the same time.
CHILDREN ?= 1
# How many tests run at the same time.
CORES ?= 2
CLIENTS := tests/clients
NODE_STAMP := $(CLIENTS)/node_modules/.from-lock
VERIFIER := build/verifier
LINT_VENV := .venv-clients
LINT_STAMP := $(LINT_VENV)/.from-requirements
# Whisper is heard with in an environment of its own: its weights are 140 MB.
WHISPER_VENV := .venv-whisper
WHISPER_STAMP := $(WHISPER_VENV)/.from-pins
PYTEST = $(BIN)/python -m pytest --numprocesses $(CORES) --dist worksteal --durations 5 --durations-min 5

.PHONY: run test test-all lint test-clients package prove mutants bench seconds lock format clean

# Serves the simulator page and the Alexa endpoint on this machine only.
run: $(STAMP)
	$(BIN)/python -m skill serve --port $(PORT)

# What every change needs; less than six minutes on two cores.
test: lint
	$(PYTEST) -m "not long"

# All of it: with the long proofs, and the mistakes that proofs and tables have to see.
test-all: lint
	$(PYTEST)

# Style, types, imports and content, without the tests.
lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m skill check

# Proves what must hold for every possible set of answers and every interview; a minute or two.
prove: $(STAMP)
	$(BIN)/python -m skill prove

# Makes small mistakes in the core and lists those that no test notices; see docs/mutants.md.
# It goes on where it was stopped; `rm -r mutants` begins anew.
mutants: $(MUTANTS_STAMP)
	PATH="$(CURDIR)/$(MUTANTS_VENV)/bin:$$PATH" mutmut run --max-children $(CHILDREN)
	$(MUTANTS_VENV)/bin/mutmut results | grep -v "caught by type check" || echo "none survived"

# Measures against a hello world on ask-sdk-core; some minutes. RUNS=30 narrows the spread.
bench: $(STAMP) $(VERIFIER)/.from-pins
	PYTHONPATH=tests:$(VERIFIER) $(BIN)/python -m benchmarks --runs $(RUNS) --write

# Measures how many seconds an interview takes; needs espeak-ng.
seconds: $(STAMP)
	$(BIN)/python -m benchmarks.speech --write

# Clients that other people wrote, against our own endpoint. Where npm is missing, those in Node are
# left out, and said to be.
test-clients: $(STAMP) $(LINT_STAMP) $(WHISPER_STAMP) $(if $(shell command -v npm),$(NODE_STAMP))
	CLIENTS=1 CFN_LINT=$(CURDIR)/$(LINT_VENV)/bin/cfn-lint $(BIN)/python -m pytest $(CLIENTS)
	WHISPER=1 $(WHISPER_VENV)/bin/python -m pytest $(CLIENTS)/test_whisper.py

# What the ASK CLI and AWS SAM deploy: build/skill-package and build/lambda.zip.
package: $(STAMP)
	$(BIN)/python -m skill package

# Takes the newest versions that pyproject.toml allows.
lock:
	$(PYTHON) -m venv --clear $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet "uv==0.13.*"
	$(LOCK_VENV)/bin/uv pip compile pyproject.toml --all-extras --group dev \
		--universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --output-file requirements.lock
	$(LOCK_VENV)/bin/uv pip compile pyproject.toml --extra hosting \
		--constraint requirements.lock \
		--universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --output-file hosting.lock
	rm -rf $(LOCK_VENV)

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(LOCK_VENV) $(MUTANTS_VENV) $(LINT_VENV) $(WHISPER_VENV) $(CLIENTS)/node_modules mutants build dist \
		.mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One environment, exactly as locked; made anew when the lock changes.
define locked
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else \
		"Nerve Check needs Python 3.11 or newer. Run: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv --clear $(1)
	$(1)/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes --requirement requirements.lock
endef

$(STAMP): requirements.lock
	$(call locked,$(VENV))
	touch $@

# mutmut is not in the lock: no test needs it, and it brings much. It is pinned, because another
# version makes other mutants.
$(MUTANTS_STAMP): requirements.lock
	$(call locked,$(MUTANTS_VENV))
	$(MUTANTS_VENV)/bin/python -m pip install --quiet --disable-pip-version-check "mutmut==$(MUTMUT)"
	touch $@

# The SDK's verifier, for the benchmark to stand beside.
$(VERIFIER)/.from-pins: benchmarks/verifier.txt benchmarks/verifier.py $(STAMP)
	rm -rf $(VERIFIER)
	$(BIN)/python benchmarks/verifier.py $(VERIFIER)
	touch $@

$(NODE_STAMP): $(CLIENTS)/package-lock.json
	cd $(CLIENTS) && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

$(WHISPER_STAMP): $(CLIENTS)/whisper.txt requirements.lock
	$(call locked,$(WHISPER_VENV))
	$(WHISPER_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	touch $@

$(LINT_STAMP): $(CLIENTS)/requirements.txt
	$(PYTHON) -m venv --clear $(LINT_VENV)
	$(LINT_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@
