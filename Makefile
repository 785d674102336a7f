# Two commands are enough: `make run` and `make test`. The others are listed by `make help`.

# What is built is built once, in release. FLAGS go to every `swift build` of the house.
FLAGS ?=
BUILD = swift build -c release $(FLAGS)
PROGRAM = .build/release/chiso

# Where `make install` installs: under DESTDIR (none unless set) and PREFIX.
PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: help run test test-all bench install uninstall dist docs format lint prepare

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: prepare ## install what is missing, build, and open the prompt
	@$(BUILD) --product chiso
	@exec $(PROGRAM)

test: prepare ## install what is missing, build once, and run every test
	@FLAGS="$(FLAGS)" Tests/run

test-all: prepare ## the same with longer random tests and sanitizers, and what is shipped without the toolchain
	@CHISO_RANDOM_ROUNDS=20 Tests/run
	@Tests/Peers/run
	@Packaging/archive
	@Tests/Packaging/without-toolchain
	@# Foundation, which only the tests use to run programs, leaks 32 bytes for each.
	@ASAN_OPTIONS=detect_leaks=0 swift test --disable-xctest --sanitize=address --scratch-path .build/address
	@swift test --disable-xctest --sanitize=thread --scratch-path .build/thread

bench: prepare ## measure beside others, in one run, as ratios
	@$(BUILD) --product chiso
	@swift run -c release --package-path Benchmarks ChisoBenchmarks
	@Benchmarks/start
	@Benchmarks/prompt
	@python3 Benchmarks/prepared.py
	@python3 Benchmarks/files.py

install: prepare ## build, and install the program under PREFIX (/usr/local unless set); DESTDIR goes before it
	@$(BUILD) --product chiso
	@Packaging/assemble .build/installed
	@Packaging/install .build/installed "$(PREFIX)" "$(DESTDIR)"

uninstall: ## remove what `make install` with the same PREFIX and DESTDIR installed, and nothing else
	@Packaging/uninstall "$(PREFIX)" "$(DESTDIR)"

dist: prepare ## build, and put what is shipped into .build/dist: the program and all it needs, and its archive
	@$(BUILD) --product chiso
	@Packaging/archive

docs: prepare ## build the documentation of the kernel, with articles and a tutorial, in .build/documentation
	@$(BUILD)
	@Packaging/documentation

format: ## lay out every Swift file
	@swift format --in-place --recursive --parallel $(SWIFT_FOLDERS)

lint: ## check the layout of every Swift file
	@swift format lint --strict --recursive --parallel $(SWIFT_FOLDERS)

SWIFT_FOLDERS = Package.swift Sources Plugins Tests examples Benchmarks/Package.swift Benchmarks/Sources

prepare:
	@.ci/prepare
