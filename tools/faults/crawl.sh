#!/bin/sh
# Generates a crawl of WARC files, annotates it, kills the run on the way, goes on, verifies and shards it.
#
#   tools/faults/crawl.sh [MEGABYTES] [FOLDER]     1000 MB, in a new folder under /tmp that is removed at the end
#   STAGES="boilerplate, sentences" tools/faults/crawl.sh     with other stages than all five
#
# Needs `swift build -c release` and python3. Ends with 1 as soon as something is not as it should be.
set -eu
megabytes=${1:-1000}
made=
[ $# -ge 2 ] || made=$(mktemp -d)
folder=${2:-$made}
tools=$(cd "$(dirname "$0")" && pwd)
rapporteur=$(realpath "${RAPPORTEUR:-$tools/../../.build/release/rapporteur}")
process=
trap '[ -z "$process" ] || kill -9 $process 2> /dev/null || true; [ -z "$made" ] || rm -rf "$made"' EXIT
mkdir -p "$folder"
cd "$folder"
echo "stages: [${STAGES:-boilerplate, sentences, entities, speakers, proposals}]" > pipeline.yml

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
hash() { sha256sum < "$1" | cut -c 1-16; }
number() { sed -n "s/.*\"$2\":\([0-9]*\).*/\1/p" "$1" 2> /dev/null | head -n 1; }
# A run may end with 1: some documents of a crawl fail.
every=1000
[ "$megabytes" -ge 200 ] || every=50
annotate() { "$rapporteur" run crawl --checkpoint-every $every "$@" 2> run.log || [ $? -eq 1 ] || { cat run.log; exit 1; }; }

say "generating $megabytes MB"
python3 "$tools/crawl.py" crawl --megabytes "$megabytes"
"$rapporteur" run crawl -o records.jsonl.gz --dry-run

begin=$(date +%s)
annotate -o whole.jsonl.gz
say "left alone: $(($(date +%s) - begin)) s, $(hash whole.jsonl.gz)"
grep ' read = ' run.log
documents=$(number whole.jsonl.gz.run.json read)

kept=
for share in 20 45 70; do
  "$rapporteur" run crawl --checkpoint-every $every -o records.jsonl.gz 2> run.log &
  process=$!
  # Until so many documents are kept, and some time more.
  while kill -0 $process 2> /dev/null; do
    now=$(number records.jsonl.gz.part.checkpoint read)
    [ "${now:-0}" -le "${kept:-0}" ] || [ "$now" -lt $((documents * share / 100)) ] || break
    sleep .2
  done
  sleep .05
  kill -9 $process || { say "the run was over before it was killed"; exit 1; }
  wait $process 2> /dev/null || true
  process=
  [ ! -e records.jsonl.gz ] || { say "half a file has the final name"; exit 1; }
  [ -z "$kept" ] || grep "Going on behind document $kept," run.log
  kept=$(number records.jsonl.gz.part.checkpoint read)
  say "killed: $kept of $documents documents kept"
done
annotate -o records.jsonl.gz
grep "Going on behind document $kept," run.log
say "gone on: $(hash records.jsonl.gz)"
cmp whole.jsonl.gz records.jsonl.gz
cmp whole.jsonl.gz.failures.jsonl records.jsonl.gz.failures.jsonl

"$rapporteur" verify crawl --output records.jsonl.gz
say "verified"

for workers in 1 2 4; do
  annotate -o "workers$workers.jsonl.gz" -w $workers
  cmp whole.jsonl.gz "workers$workers.jsonl.gz"
  say "$workers workers: $(hash "workers$workers.jsonl.gz"), $(sed -n 's/.*; \(.*\) -> .*/\1/p' run.log)"
  rm workers*
done

# The lines of all shards, in one order.
lines() { LC_ALL=C sort -S 20% | sha256sum | cut -c 1-16; }
gzip -dc whole.jsonl.gz | lines > sorted
for count in 1 3 8; do
  outputs=
  for number in $(seq $count); do
    annotate -o "$number.jsonl.gz" --shard "$number/$count"
    outputs="$outputs --output $number.jsonl.gz"
  done
  gzip -dc [0-9].jsonl.gz | lines | cmp - sorted
  # shellcheck disable=SC2086
  "$rapporteur" verify crawl $outputs
  rm -f [0-9].jsonl*
  say "$count shards: the sorted lines are $(cat sorted)"
done
say "all well"
