#!/bin/sh
# A full disk in the middle of a run: exit 74, no final file, and the same bytes once there is room again.
#
#   tools/faults/full-disk.sh       as root it also fills a file system in memory; as anybody else writes fail alone
#
# Needs `swift build -c release` and python3.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
rapporteur=$(realpath "${RAPPORTEUR:-$tools/../../.build/release/rapporteur}")
folder=$(mktemp -d)
disk=$folder/disk
mkdir "$disk"
mounted=
trap '[ -z "$mounted" ] || umount "$disk"; rm -rf "$folder"' EXIT
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=1m tmpfs "$disk"; then
  mounted=yes
else
  echo "nothing can be mounted here: the file system in memory is left out"
fi
cd "$folder"
python3 "$tools/crawl.py" in.jsonl --documents 600 > /dev/null
echo "stages: [verbatim]" > pipeline.yml

annotate() { "$rapporteur" run in.jsonl -o "$1" --checkpoint-every 25 --max-failures 100 2> run.log; }
failed() {
  [ "$2" -eq 74 ] || { echo "$1: exit code $2, not 74"; cat run.log; exit 1; }
  tail -n 1 run.log
  [ ! -e "$1" ] || { echo "$1: half a file has the final name"; exit 1; }
}
goes_on() {
  annotate "$1"
  grep 'Going on' run.log
  cmp "$2" "$1"
  rm "$1"*
  echo "$1, $3: exit 74, no final file, gone on to the same bytes"
}

for name in o.jsonl o.jsonl.gz o.jsonl.zst; do
  annotate "whole.$name"
  size=$(stat -c %s "whole.$name")
  if [ -n "$mounted" ]; then
    mount -o remount,size=$((size * 2 / 5 / 1024 + 16))k "$disk"
    code=0
    annotate "disk/$name" || code=$?
    failed "disk/$name" $code
    mount -o remount,size=64m "$disk"
    goes_on "disk/$name" "whole.$name" "a full file system"
  fi
  # Writes beyond a size fail, at several places.
  for share in 2 5 8; do
    code=0
    # ulimit counts in blocks of 512 bytes here.
    (ulimit -f $((size * share / 10 / 512)) && annotate "$name") || code=$?
    failed "$name" $code
    goes_on "$name" "whole.$name" "writes that fail at $share tenths"
  done
done

code=0
"$rapporteur" run in.jsonl -o /dev/full -q 2> run.log || code=$?
[ $code -eq 74 ] || { echo "/dev/full: exit code $code, not 74"; exit 1; }
code=0
"$rapporteur" run in.jsonl -q > /dev/full 2> run.log || code=$?
[ $code -eq 74 ] || { echo "the standard output is /dev/full: exit code $code, not 74"; exit 1; }
echo "/dev/full, as a file and as the standard output: exit 74"
