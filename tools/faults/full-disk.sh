#!/bin/sh
# A full disk in the middle of a run: exit 74, no final file, and the same bytes once there is room again.
#
#   tools/faults/full-disk.sh       as root: it mounts a file system of 1 MB in memory
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
rapporteur=$(realpath "${RAPPORTEUR:-$tools/../../.build/release/rapporteur}")
folder=$(mktemp -d)
disk=$folder/disk
mkdir "$disk"
mount -t tmpfs -o size=1m tmpfs "$disk"
trap 'umount "$disk"; rm -rf "$folder"' EXIT
cd "$folder"
python3 "$tools/crawl.py" in.jsonl --documents 600 > /dev/null
echo "stages: [verbatim]" > pipeline.yml

annotate() { "$rapporteur" run in.jsonl -o "$1" --checkpoint-every 25 --max-failures 100 2> run.log; }
for name in o.jsonl o.jsonl.gz o.jsonl.zst; do
  annotate "whole.$name"
  size=$(($(stat -c %s "whole.$name") * 2 / 5 / 1024 + 16))
  mount -o remount,size=${size}k "$disk"
  code=0
  annotate "disk/$name" || code=$?
  [ $code -eq 74 ] || { echo "$name: exit code $code, not 74"; cat run.log; exit 1; }
  tail -n 1 run.log
  [ ! -e "disk/$name" ] || { echo "$name: half a file has the final name"; exit 1; }
  mount -o remount,size=64m "$disk"
  annotate "disk/$name"
  grep 'Going on' run.log
  cmp "whole.$name" "disk/$name"
  rm disk/*
  echo "$name: exit 74, no final file, gone on to the same bytes"
done
