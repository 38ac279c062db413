#!/bin/sh
# `run | head -1`: one record, not a word on the standard error, and over at once, however much there is to read.
#
#   tools/faults/pipe.sh [DOCUMENTS]       20000
#
# Needs `swift build -c release` and python3.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
rapporteur=$(realpath "${RAPPORTEUR:-$tools/../../.build/release/rapporteur}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 "$tools/crawl.py" in.jsonl --documents "${1:-20000}" > /dev/null

# shellcheck disable=SC2086
quiet() {
  begin=$(date +%s%N)
  { code=0; "$rapporteur" run $1 2> err || code=$?; echo $code > code; } | head -n 1 > out
  milliseconds=$((($(date +%s%N) - begin) / 1000000))
  [ "$(wc -l < out)" -eq 1 ] || { echo "run $1: no record"; exit 1; }
  [ ! -s err ] || { echo "run $1: not quiet:"; cat err; exit 1; }
  [ $milliseconds -lt 2000 ] || { echo "run $1: took $milliseconds ms"; exit 1; }
  echo "run $1 | head -1: exit $(cat code) after $milliseconds ms, nothing said"
}

quiet "in.jsonl"
quiet "in.jsonl -w 1"
quiet "in.jsonl -q"
quiet "- " < in.jsonl
gzip -1 in.jsonl
quiet "in.jsonl.gz --compression none"
