# The two commands of a newcomer are `make serve` and `make test`; `make help` lists the others.

PORT ?= 8080
HOST ?= 127.0.0.1
export PORT HOST

RUN = .venv/bin

.PHONY: help serve shell train check test lint bakeoff lock plugin clean

help:  ## List the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

serve: .venv/installed  ## Serve the assistant at http://127.0.0.1:8080/, or on another PORT
	@exec $(RUN)/thatch serve

shell: .venv/installed  ## Talk to the assistant in the terminal
	@exec $(RUN)/thatch shell

train: .venv/installed  ## Train the model
	@$(RUN)/thatch train

check: .venv/installed  ## Check all content
	@$(RUN)/thatch check

test: .venv/development  ## Run all checks and tests
	@scripts/test

lint: .venv/development  ## Format and lint
	@$(RUN)/ruff format .
	@$(RUN)/ruff check --fix .
	@$(RUN)/mypy

bakeoff: .venv/bake-off  ## Compare classifiers and write docs/understanding.md
	@$(RUN)/python -m benchmarks.bake_off

lock: .venv/development  ## Renew the lock files after a change of pyproject.toml
	@scripts/lock

plugin: .venv/installed  ## Make the WordPress plugin's zip in results/
	@$(RUN)/python integrations/wordpress/package.py results

clean:  ## Remove the environment, the model and all conversations
	@rm -rf .venv .thatch models widget/node_modules

.venv/installed: bootstrap.lock requirements.lock pyproject.toml scripts/install
	@scripts/install requirements.lock
	@touch $@

.venv/development: .venv/installed requirements-dev.lock
	@scripts/install requirements-dev.lock
	@touch $@

.venv/bake-off: .venv/development requirements-bake-off.lock
	@scripts/install requirements-bake-off.lock
	@touch $@
