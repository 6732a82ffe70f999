# The front door. `make` alone lists what there is.
.DEFAULT_GOAL := help
.PHONY: help demo run test check assets bench bench-peers screenshots accept clean provide

# A cargo target folder outside the checkout is used where there is one, and Node.js of our own where the machine's is too old.
ifndef CARGO_TARGET_DIR
ifneq ($(wildcard $(HOME)/.cache/tributary/target/.),)
export CARGO_TARGET_DIR := $(HOME)/.cache/tributary/target
endif
endif
export PATH := $(CURDIR)/.node/bin:$(PATH)

help: ## List these recipes
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F '|' '{ printf "%-18s%s\n", $$1, $$2 }'

demo: assets ## Install what is missing, build, and serve a fictional place; prints its address and accounts
	@cargo build --locked --package app
	@exec "$${CARGO_TARGET_DIR:-target}/debug/tributary" demo

run: assets ## Serve the real thing, from TRIBUTARY_* settings or tributary.toml
	@cargo run --locked --package app -- serve

test: ## Do everything that CI does
	@scripts/test

check: assets ## Check quickly: format, lints, unit and story tests on SQLite
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- --deny warnings
	cargo test --locked --workspace

assets: node_modules/.package-lock.json ## Build the styles and the islands into base/ui/assets
	@npm run --silent assets

bench: assets ## Measure speed, beside a peer; writes docs/benchmarks.md
	@scripts/provide test
	bench/run

bench-peers: assets ## Measure the methods beside their peers; writes a part of docs/benchmarks.md
	@scripts/provide peers
	bench/peers/run

screenshots: assets ## Take the pictures of the user guide again
	@scripts/provide browser
	cargo build --locked --package app
	TRIBUTARY_SCREENSHOTS=1 scripts/with-demo node e2e/run.mjs

accept: assets ## Accept changed facts: write generated files and snapshots again, to be read before they are kept
	TRIBUTARY_ACCEPT=1 INSTA_UPDATE=always cargo test --locked --workspace
	@git status --short

clean: ## Remove what was built or fetched into this folder
	rm -rf target node_modules .node .venv base/ui/assets e2e/results

provide:
	@scripts/provide build

# npm writes this file last, so it stands for the whole folder.
node_modules/.package-lock.json: package.json package-lock.json | provide
	npm ci --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@
