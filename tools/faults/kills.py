#!/usr/bin/env python3
"""kill -9 at random points, then the same command again: is every output the same as that of a run left alone?

    kills.py [--kills 200] [--documents 1500] [--every 50] [--seed 1]

One and two workers; plain, gzip and zstd. The input is lines and records of a WARC file, of which some fail and some are
left out. What is compared: the records, the failures, and in OUT.run.json the ledger, the codes and reasons, the records
passed over, the documents each stage has seen. Where the killed run left a checkpoint, the next one must say that it goes
on behind just that document. Three kills in four must come after the first checkpoint. Prints a line a configuration,
and ends with 1 if anything differs. Needs `swift build -c release`.
"""
import argparse, hashlib, json, os, random, re, subprocess, sys, tempfile, time
import crawl
from measure import program

#: What OUT.run.json says that must not depend on where a run was killed.
LASTING = ("version", "config", "input_files", "input_bytes", "ledger", "bytes_read", "bytes_written", "failure_codes",
           "filtered", "passed_over")


def outcome(out):
    """Everything that a run left, as far as it must be the same."""
    def digest(path): return hashlib.sha256(open(path, "rb").read()).hexdigest() if os.path.exists(path) else None
    try:
        manifest = json.load(open(out + ".run.json"))
    except (OSError, ValueError) as error:
        return repr(error)
    return {"records": digest(out), "failures": digest(out + ".failures.jsonl"),
            "stages": [(stage["name"], stage["documents"]) for stage in manifest["stages"]],
            "sha256": manifest["output"]["sha256"], **{key: manifest[key] for key in LASTING}}


def checkpoint(out):
    """How many documents the killed run has kept, None where it has no checkpoint."""
    try:
        return json.load(open(out + ".part.checkpoint"))["read"]
    except OSError:
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--every", type=int, default=50, help="documents per checkpoint")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    kinds = [(workers, ending) for workers in (1, 2) for ending in ("jsonl", "jsonl.gz", "jsonl.zst")]
    wrong = resumed = kills = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        crawl.mixed("in", options.documents)
        open("p.yml", "w").write("stages: [boilerplate, sentences, entities, speakers, proposals]\n")
        for place, (workers, ending) in enumerate(kinds):
            def command(out):
                return [program(), "run", "in", "-c", "p.yml", "-o", out, "-w", str(workers), "--max-failures", "100000",
                        "--checkpoint-every", str(options.every)]
            whole = f"whole{workers}.{ending}"

            def whole_run(out):
                begin = time.time()
                subprocess.run(command(out), check=True, capture_output=True)
                return time.time() - begin
            length = whole_run(whole)
            wanted = outcome(whole)
            goal = options.kills * (place + 1) // len(kinds) - options.kills * place // len(kinds)
            count = went_on = bad = 0
            while count < goal:
                out = f"out.{ending}"
                process = subprocess.Popen(command(out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(rng.uniform(.02, .98) * length)
                alive = process.poll() is None
                process.kill()
                process.wait()
                if not alive or count % 8 == 7:
                    # How busy the machine is changes with time.
                    length = whole_run("again." + ending)
                if alive:
                    count += 1
                    kept = checkpoint(out)
                    again = subprocess.run(command(out), capture_output=True, text=True)
                    said = re.search(r"Going on behind document (\d+)", again.stderr)
                    went_on += said is not None
                    found = outcome(out)
                    rest = [name for name in os.listdir(".") if ".part" in name]
                    if again.returncode != 0 or found != wanted or rest or kept != (said and int(said[1])):
                        bad += 1
                        print(f"  differs: code {again.returncode}, kept {kept}, {again.stderr.strip()[-300:]}, left {rest}")
                        if isinstance(found, dict) and isinstance(wanted, dict):
                            print("  ", {key: (wanted[key], found[key]) for key in wanted if wanted[key] != found[key]})
                for name in os.listdir("."):
                    if name.startswith(("out.", "again.")): os.remove(name)
            print(f"{workers} workers, {ending}: {count} kills in runs of {length:.1f} s, {went_on} went on, "
                  f"{bad} wrong; {str(wanted['records'])[:12]}", flush=True)
            wrong, resumed, kills = wrong + bad, resumed + went_on, kills + count
        print(f"{kills} kills, {resumed} after the first checkpoint, {kills - wrong} equal hashes, {wrong} wrong")
    sys.exit(wrong > 0 or resumed * 4 < kills * 3)


if __name__ == "__main__":
    main()
