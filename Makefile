# The commands of this project; `make` alone lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
EXAMPLES ?= 2000
SEED ?= 1
RUN := $(VENV)/bin/python -m
export NO_MKDOCS_2_WARNING := 1

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

site: $(VENV)/.ready ## check, build every language, export: everything into site/
	$(RUN) scripts site $(if $(MESSAGES),--messages $(MESSAGES))

check: $(VENV)/.ready ## look for mistakes in data/ and docs/ (MESSAGES=en for messages in English, FORMAT=github or json for programs)
	$(RUN) scripts check $(if $(FORMAT),--format $(FORMAT)) $(if $(MESSAGES),--messages $(MESSAGES))

serve: $(VENV)/.ready ## live preview at http://127.0.0.1:8000/ (LANG_ID=sv for Swedish, PORT=8001 elsewhere)
	$(RUN) scripts serve $(if $(LANG_ID),--lang $(LANG_ID)) $(if $(PORT),--port $(PORT)) $(if $(MESSAGES),--messages $(MESSAGES))

test: $(VENV)/.ready-test ## every test, also in a real browser
	sh tests/browser/chromium.sh
	sh tests/spelling/dictionaries.sh
	sh tests/export/java.sh
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(RUN) pytest -n 2

kills: $(VENV)/.ready-test ## kill a build at two hundred moments: what was there must stay whole (some minutes)
	$(RUN) pytest -n 0 -s --kills 200 tests/output/test_kills.py

fuzz: $(VENV)/.ready-test ## check mutated content, 2,000 times (EXAMPLES=, SEED= for another number or other mutations)
	@echo "SEED=$(SEED)"
	FUZZ_EXAMPLES=$(EXAMPLES) $(RUN) pytest -n 0 tests/fuzz --hypothesis-seed=$(SEED)

accessibility: $(VENV)/.ready-test ## look at every page with axe-core, and write down for the accessibility statement what was found (some minutes)
	sh tests/browser/chromium.sh
	$(RUN) tests.browser.accessibility

pictures: $(VENV)/.ready-test ## take the pictures in the authors' pages anew
	$(RUN) tests.pictures

look: $(VENV)/.ready-test ## pictures of ten key pages, in every language, light and dark, on phone, desktop and paper: build/look/index.html
	-sh tests/browser/chromium.sh
	$(RUN) scripts build
	$(RUN) tests.look

bench: $(VENV)/.ready-test ## measure time and memory, beside other ways to make a PDF and to search (PART=search for one part)
	-sh tests/browser/chromium.sh
	$(RUN) tests.benchmarks $(PART)

lock: $(VENV)/.ready-test ## renew requirements*.txt from pyproject.toml
	sh scripts/lock.sh

clean: ## remove everything that was built
	rm -rf build dist site $(VENV)

$(VENV)/.ready: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready requirements-test.txt
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-test.txt
	@touch $@

.PHONY: help site check serve test kills fuzz accessibility pictures look bench lock clean
