#!/bin/sh
# Generates a crawl of WARC files, annotates it, kills the run on the way, goes on, verifies and shards it.
#
#   tools/faults/crawl.sh [MEGABYTES] [FOLDER]     1000 MB, in a new folder under /tmp that is removed at the end
#
# Needs `swift build -c release` and python3. Ends with 1 as soon as something is not as it should be.
set -eu
megabytes=${1:-1000}
made=
[ $# -ge 2 ] || made=$(mktemp -d)
folder=${2:-$made}
tools=$(cd "$(dirname "$0")" && pwd)
rapporteur=${RAPPORTEUR:-$tools/../../.build/release/rapporteur}
rapporteur=$(realpath "$rapporteur")
trap '[ -z "$made" ] || rm -rf "$made"' EXIT
mkdir -p "$folder"
cd "$folder"

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
hash() { sha256sum < "$1" | cut -c 1-16; }
# A run may end with 1: some documents of a crawl fail.
annotate() { "$rapporteur" run crawl "$@" 2> run.log || [ $? -eq 1 ] || { cat run.log; exit 1; }; }

say "generating $megabytes MB"
python3 "$tools/crawl.py" crawl --megabytes "$megabytes"
"$rapporteur" run crawl -o records.jsonl.gz --dry-run

begin=$(date +%s)
annotate -o whole.jsonl.gz
seconds=$(($(date +%s) - begin))
say "left alone: $seconds s, $(hash whole.jsonl.gz)"
tail -n 4 run.log

for share in 20 45 70; do
  "$rapporteur" run crawl -o records.jsonl.gz -q &
  process=$!
  sleep $((seconds * share / 100 + 1))
  kill -9 $process 2> /dev/null || say "the run was over before it was killed"
  wait $process 2> /dev/null || true
  [ ! -e records.jsonl.gz ] || [ "$share" -gt 20 ] || { say "half a file has the final name"; exit 1; }
  say "killed: $(grep -o '"read":[0-9]*' records.jsonl.gz.part.checkpoint 2> /dev/null | head -n 1) kept"
done
annotate -o records.jsonl.gz
say "gone on: $(hash records.jsonl.gz)"
grep 'Going on' run.log || true
cmp whole.jsonl.gz records.jsonl.gz
cmp whole.jsonl.gz.failures.jsonl records.jsonl.gz.failures.jsonl

"$rapporteur" verify crawl --output records.jsonl.gz
say "verified"

for workers in 1 2 4; do
  annotate -o "workers$workers.jsonl.gz" -w $workers
  cmp whole.jsonl.gz "workers$workers.jsonl.gz"
  say "$workers workers: $(hash "workers$workers.jsonl.gz"), $(grep -m 1 'read = ' run.log | sed 's/.*; //')"
  rm workers*
done

gzip -dc whole.jsonl.gz | LC_ALL=C sort | sha256sum > sorted
for count in 3 8; do
  outputs=
  for number in $(seq $count); do
    annotate -o "$number.jsonl" --shard "$number/$count"
    outputs="$outputs --output $number.jsonl"
  done
  cat [0-9].jsonl | LC_ALL=C sort | sha256sum | cmp - sorted
  # shellcheck disable=SC2086
  "$rapporteur" verify crawl $outputs
  rm -f [0-9].jsonl*
  say "$count shards: the same lines"
done
say "all well"
