#!/usr/bin/env python3
"""How the memory of a run grows with the number of documents: generated ones, all five stages, 10,000 and 1,000,000.

    memory.py [--documents 1000000] [--workers 2]

Wanted: 5 % more at most, and less than 300 MB. Ends with 1 if it is more. Needs `swift build -c release`, 3 GB under
/tmp, and some minutes. `rapporteur-benchmark --memory N` prints the same from within, on the way.
"""
import argparse, json, os, random, sys, tempfile
import crawl
from measure import run


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--workers", default="2")
    options = parser.parse_args()
    rng = random.Random(5)
    pages = [json.dumps(f"<html><body><h1>Talks in {rng.choice(crawl.PLACES)}</h1>"
                        f"<p>{crawl.sentence(rng)}</p></body></html>") for _ in range(5000)]
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        open("pipeline.yml", "w").write("stages: [boilerplate, sentences, entities, speakers, proposals]\n")
        for count in (10_000, options.documents):
            with open("in.jsonl", "w") as file:
                for number in range(count):
                    file.write(f'{{"id":"{number}","html":{pages[number * 7919 % len(pages)]}}}\n')
            outcome = run("run", "in.jsonl", "-o", "out.jsonl.zst", "-w", options.workers, seconds=36_000)
            if outcome.code != 0: raise SystemExit(f"code {outcome.code}: {outcome.errors}")
            peaks.append(outcome.megabytes)
            print(f"{count:>9,} documents: {outcome.megabytes:.1f} MB at most, {outcome.seconds:.0f} s", flush=True)
    growth = peaks[1] / peaks[0]
    print(f"{(growth - 1) * 100:+.1f} %")
    sys.exit(growth > 1.05 or peaks[1] >= 300)


if __name__ == "__main__":
    main()
