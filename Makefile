# Two commands are all a stranger needs: `make demo` and `make test`.
# Each does its own set-up, works again when run twice, and needs no network once set up.

python := .venv/bin/python
.DEFAULT_GOAL := help

.PHONY: help demo test coverage check prove bench docs wheel lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## the Liévin mile at ten times its speed, from the book to the lights and back
	@.ci/setup run
	@$(python) -m pacelight demo --speed 10

test: ## all tests, with the real programs they talk to
	@.ci/setup test
	@.ci/tests

coverage: ## the same, counting the branches that were taken
	@.ci/setup test
	@PACELIGHT_COVERAGE=1 .ci/tests

check: ## style, types, architecture, documentation, a bare install
	@.ci/setup test
	@.ci/check

prove: ## the slow proofs: kills by the dozen, long histories
	@.ci/setup test
	@$(python) -m pytest -m prove -p no:cacheprovider --timeout 3600

bench: ## measure beside the peers, in one run, as ratios
	@.ci/setup bench
	@.ci/bench

docs: ## build the documentation
	@.ci/setup test
	@$(python) -m sphinx -q -n -W --keep-going -b html docs docs/_build/html
	@echo docs/_build/html/index.html

wheel: ## build the package
	@.ci/setup run
	@$(python) -m hatchling build -t wheel

lock: ## compile requirements/*.txt anew
	@.ci/setup run
	@.ci/lock

clean: ## forget all that was built
	rm -rf .venv dist docs/_build src/pacelight/web/static src/pacelight/book/_fold.so frontend/node_modules
