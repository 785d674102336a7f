# Two commands are enough: `make run` and `make test`. The others are listed by `make help`.

# What is built is built once, in release. FLAGS go to every `swift build` of the house.
FLAGS ?=
BUILD = swift build -c release $(FLAGS)
PROGRAM = .build/release/chiso

.PHONY: help run test test-all bench format lint prepare

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: prepare ## install what is missing, build, and open the prompt
	@$(BUILD) --product chiso
	@exec $(PROGRAM)

test: prepare ## install what is missing, build once, and run every test
	@FLAGS="$(FLAGS)" Tests/run

test-all: prepare ## the same under address and thread sanitizers, with longer random tests
	@CHISO_RANDOM_ROUNDS=20 Tests/run
	@# Foundation, which only the tests use to run programs, leaks 32 bytes for each.
	@ASAN_OPTIONS=detect_leaks=0 swift test --disable-xctest --sanitize=address --scratch-path .build/address
	@swift test --disable-xctest --sanitize=thread --scratch-path .build/thread

bench: prepare ## measure beside others, in one run, as ratios
	@$(BUILD) --product chiso
	@swift run -c release --package-path Benchmarks ChisoBenchmarks
	@Benchmarks/start
	@python3 Benchmarks/prepared.py

format: ## lay out every Swift file
	@swift format --in-place --recursive --parallel $(SWIFT_FOLDERS)

lint: ## check the layout of every Swift file
	@swift format lint --strict --recursive --parallel $(SWIFT_FOLDERS)

SWIFT_FOLDERS = Package.swift Sources Plugins Tests examples Benchmarks/Package.swift Benchmarks/Sources

prepare:
	@.ci/prepare
