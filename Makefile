# What one does with a checkout of Inlay; `make help` lists it.

INLAY := .build/release/inlay
PEERS := .build/peers
EXAMPLE := Examples/spotify
WAREHOUSE := .build/demo/warehouse
WORK := .build/release/count-work
# Nobody steps through these tests, and the compiler is done sooner.
TESTS := --traits Zstd,Brotli,Encryption --scratch-path .build/tests -debug-info-format none
# Where the comparison with the peers is told; with nothing here, only in its work folder.
PAGES := --page Benchmarks --readme README.md
# Without it the order of traits on the compilers' command lines is another one in each build, and all is built again.
RELEASE := SWIFT_DETERMINISTIC_HASHING=1 swift build -c release --static-swift-stdlib
SWIFT_SOURCES := $(wildcard Sources Tests Benchmarks Fuzz Examples Package.swift)
PYTHON_SOURCES := Tests/Interop Benchmarks/instructions Benchmarks/peers Scripts/public-api $(EXAMPLE)/generate

.PHONY: help demo test bench-peers bench-library instructions instructions-record profile dist docs lint format release
.PHONY: api api-check libraries test-swift test-peers tests count-work inlay-bench fuzz fuzz-plans sanitize

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 20

demo: release ## build for release and run the example job on its small inputs
	$(INLAY) job run $(EXAMPLE)/spotify-etl.json \
	  --map s3://inlay-example/=$(EXAMPLE)/lake/ --map s3://inlay-example/warehouse/=$(WAREHOUSE)/ --mode overwrite
	$(INLAY) schema $(WAREHOUSE)
	$(INLAY) head $(WAREHOUSE)

test: test-swift test-peers ## run every test, with the other engines as peers

test-swift: tests
	swift test --skip-build $(TESTS)

# Tests of a build without traits are among those of the command: they build it so, which is less than all tests again.
# The peers' tests wait for processes now and then, so that there is work for one process more than there are processors.
test-peers: release $(PEERS)/.installed | test-swift
	Scripts/install-dependencies java
	INLAY_BINARY=$(CURDIR)/$(INLAY) $(PEERS)/bin/pytest --numprocesses $$(($$(getconf _NPROCESSORS_ONLN) + 1)) \
	  --dist loadfile --no-loadscope-reorder Tests/Interop

# Two builds at once take longer than one behind the other.
tests: libraries | release
	SWIFT_DETERMINISTIC_HASHING=1 swift build --build-tests $(TESTS)

sanitize: libraries ## run Swift's tests under the thread and the address sanitizer
	for kind in thread address; do \
	  swift test --sanitize $$kind --scratch-path .build/sanitize-$$kind --traits Zstd,Brotli $(ARGUMENTS) || exit 1; \
	  rm -rf .build/sanitize-$$kind; \
	done

# With patterns of rows in ARGUMENTS, --rows 'join-*', only these are measured anew.
bench-peers: release inlay-bench $(PEERS)/.installed ## compare with DuckDB, Polars, pyarrow and Spark; writes Benchmarks/RESULTS.md
	Scripts/install-dependencies java
	$(PEERS)/bin/python Benchmarks/peers/bench.py --inlay $(INLAY) $(PAGES) $(ARGUMENTS)

# The rows are those of the last `make bench-peers`.
profile: release inlay-bench $(PEERS)/.installed ## show where the seed job's time goes, and that of rows that miss, by perf
	$(PEERS)/bin/python Benchmarks/peers/time_shares.py --inlay $(INLAY) $(ARGUMENTS)
	$(PEERS)/bin/python Benchmarks/peers/profiles.py --inlay $(INLAY) $(ARGUMENTS)

inlay-bench: libraries
	cd Benchmarks && swift build -c release --static-swift-stdlib --product inlay-bench

dist: release ## pack one binary with its manual pages and completions into .build/dist
	Scripts/make-dist $(INLAY) .build/dist

bench-library: libraries ## measure how long each piece of the library's work takes
	cd Benchmarks && swift package benchmark --target Library $(ARGUMENTS)

instructions: count-work ## count the instructions of that work, and fail on 5 % more than are recorded
	python3 Benchmarks/instructions/count.py --binary $(WORK) $(ARGUMENTS)

instructions-record: count-work ## count them, and record them as what is expected
	python3 Benchmarks/instructions/count.py --binary $(WORK) --record $(ARGUMENTS)

# Built where the command is built, from the same parts.
count-work: libraries | release
	Scripts/install-dependencies valgrind
	$(RELEASE) --package-path Benchmarks/Work --scratch-path .build --product count-work

# Built apart, as libFuzzer's counters are in all of Inlay then.
fuzz: libraries ## give random bytes to what reads bytes; FUZZ="csv page" for some, SECONDS=3600 for longer
	Fuzz/run --seconds $(or $(SECONDS),60) $(FUZZ)

fuzz-plans: release $(PEERS)/.installed ## compare random jobs with DuckDB; SECONDS=3600 for longer, SEED=7 from another one on
	$(PEERS)/bin/python Tests/Interop/random_plans.py $(INLAY) --seconds $(or $(SECONDS),60) --seed $(or $(SEED),0)

# Nothing is compiled for it but the release: symbols and their comments are read from the modules of that.
docs: release ## build the documentation into .build/docs, and fail on a warning
	Scripts/make-docs .build/release .build/docs

api: release ## write docs/API.txt, the list of all that importing Inlay gives
	Scripts/symbol-graph .build/release .build/api
	Scripts/public-api .build/api

api-check: release ## check that this list is current, and that nothing of the last release is gone
	Scripts/symbol-graph .build/release .build/api
	Scripts/public-api .build/api --check

lint: $(PEERS)/.installed ## check the form of all sources
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	$(PEERS)/bin/ruff check $(PYTHON_SOURCES)
	$(PEERS)/bin/ruff format --check $(PYTHON_SOURCES)

format: $(PEERS)/.installed ## bring all sources into form
	swift format --in-place --recursive $(SWIFT_SOURCES)
	$(PEERS)/bin/ruff format $(PYTHON_SOURCES)

release: libraries
	$(RELEASE) --traits Zstd,Brotli --product inlay

libraries:
	Scripts/install-dependencies libraries

# Made again only when a pin changes.
$(PEERS)/.installed: Tests/Interop/requirements.txt
	Scripts/install-dependencies python
	rm -rf $(PEERS)
	python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@
