#!/usr/bin/env python3
"""kill -9 at random points, then the same command again: is every output the same as that of a run left alone?

    kills.py --kills 200 [--binary .build/release/rapporteur] [--documents 4000] [--seed 1]

Prints a line a configuration, and ends with 1 if any hash differs.
"""
import argparse, hashlib, os, random, subprocess, sys, tempfile, time
import crawl


def digest(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest() if os.path.exists(path) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--every", type=int, default=100, help="documents per checkpoint")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    binary, rng = os.path.abspath(options.binary), random.Random(options.seed)
    kinds = [(workers, ending) for workers in (1, 2) for ending in ("jsonl", "jsonl.gz", "jsonl.zst")]
    wrong = resumed = kills = missed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        crawl.lines("in.jsonl", options.documents)
        open("p.yml", "w").write("stages: [boilerplate, sentences, entities, speakers, proposals]\n")
        for place, (workers, ending) in enumerate(kinds):
            def command(out):
                return [binary, "run", "in.jsonl", "-c", "p.yml", "-o", out, "-w", str(workers), "--max-failures", "100000",
                        "--checkpoint-every", str(options.every)]
            whole = f"whole{workers}.{ending}"
            begin = time.time()
            subprocess.run(command(whole), check=True, capture_output=True)
            length = time.time() - begin
            wanted = digest(whole), digest(whole + ".failures.jsonl")
            goal = options.kills * (place + 1) // len(kinds) - options.kills * place // len(kinds)
            count = went_on = bad = 0
            while count < goal:
                out = f"out.{ending}"
                process = subprocess.Popen(command(out), stderr=subprocess.PIPE)
                time.sleep(rng.uniform(.02, .98) * length)
                if process.poll() is not None:
                    missed += 1
                    process.communicate()
                else:
                    process.kill()
                    process.communicate()
                    count += 1
                    if os.path.exists(out):
                        # Killed between giving the output its name and the end.
                        bad += digest(out) != wanted[0]
                again = subprocess.run(command(out), capture_output=True, text=True)
                went_on += "Going on behind document" in again.stderr
                if again.returncode != 0 or (digest(out), digest(out + ".failures.jsonl")) != wanted:
                    bad += 1
                    print(f"  differs: code {again.returncode}, {again.stderr.strip()[-300:]}")
                rest = [n for n in os.listdir(".") if ".part" in n]
                if rest:
                    bad += 1
                    print("  left behind:", rest)
                for name in os.listdir("."):
                    if name.startswith("out."): os.remove(name)
            print(f"{workers} workers, {ending}: {count} kills in runs of {length:.1f} s, {went_on} went on, {bad} wrong", flush=True)
            wrong, resumed, kills = wrong + bad, resumed + went_on, kills + count
        print(f"{kills} kills, {resumed} went on from a checkpoint, {wrong} wrong")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
