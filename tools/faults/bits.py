#!/usr/bin/env python3
"""Damaged archives: every length of one that was clipped, and flipped bits. Is every loss told?

    bits.py [--flips 10000] [--others 500] [--seed 1]

The archive is a .warc.gz, packed record by record. A loss is silent where the run ends with 0, no warning is in its
records, no page was left out for its status or type, and one is not there or another than it was. Other kinds of archives (packed as a whole, zstd, not packed,
ARC, JSON Lines) get --others flipped bits each; in those that are not packed nothing but a page's absence can be told.
Prints a line a kind, and ends with 1 for a crash, a file of more than 5 s, or a silent loss. Needs
`swift build -c release`.
"""
import argparse, os, random, sys, tempfile, time, zlib
import bombs, crawl
from measure import records, run

SLOW = 5


def pages(number):
    """Records of pages, each with a request before it."""
    rng = random.Random(number)
    for index in range(number):
        yield crawl.record("request", [("WARC-Record-ID", f"<urn:x:r{index}>")], b"GET / HTTP/1.1\r\n\r\n")
        body = f"<p>Page {index}: {crawl.sentence(rng)}</p>".encode()
        yield bombs.response(f"p{index}", body) + b"\r\n\r\n"


def archives():
    """Name, ending, bytes, and whether a checksum covers the content."""
    info = crawl.record("warcinfo", [("WARC-Date", "2026-01-01T00:00:00Z")], b"software: by hand\r\n")
    warc = [info, *pages(5)]
    arc = [b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 75\n"
           + b"1 0 X\nURL IP-address Archive-date Content-type Archive-length\n".ljust(75) + b"\n"]
    for index in range(5):
        block = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Page %d is not the others.</p>" % index
        arc.append(b"http://a.example/%d 192.0.2.1 20260101000000 text/html %d\n%s\n" % (index, len(block), block))
    rows = [b'{"id":"p%d","text":"Line %d is not the others."}\n' % (index, index) for index in range(9)]
    return [
        ("records in gzip", "warc.gz", b"".join(map(crawl.member, warc)), True),
        ("one gzip member", "warc.gz", crawl.member(b"".join(warc)), True),
        ("records in zstd", "warc.zst", b"".join(map(bombs.frame, warc)), False),
        ("not packed", "warc", b"".join(warc), False),
        ("ARC in gzip", "arc.gz", b"".join(map(crawl.member, arc)), True),
        ("lines in gzip", "jsonl.gz", crawl.member(b"".join(rows)), True),
    ]


class Judge:
    """Reads damaged files, a hundred in one run, and counts what goes wrong. Where a run of a hundred ends badly or
    something seems to be lost, the files are read one by one."""
    def __init__(self, ending, whole, has_checksum):
        self.ending, self.has_checksum = ending, has_checksum
        self.crashes = self.hangs = self.silent = self.told = self.files = 0
        self.slowest = 0
        self.waiting = []
        found, _ = self.read([whole])
        self.whole = [record["text"] for record in found[0]]
        assert len(self.whole) >= 5 and not any(map(self.is_told, found[0])), found

    def read(self, files):
        """The records of each file, None where the output is none, and how the run ended."""
        for name in os.listdir("in"): os.remove("in/" + name)
        for index, data in enumerate(files):
            with open(f"in/{index:03}.{self.ending}", "wb") as file: file.write(data)
        outcome = run("run", "in", "-c", "p.yml", "-o", "-", "-w", "2", seconds=60)
        try:
            found = records(outcome.output)
        except ValueError:
            return None, outcome
        groups = [[] for _ in files]
        for record in found: groups[int(record["source"]["path"][:3])].append(record)
        return groups, outcome

    def is_told(self, record):
        # All the files have the same ids, but for what was flipped in them.
        return record["status"] == "failed" or any(note["code"] != "duplicate_id" for note in record["warnings"])

    def judge(self, data, name):
        self.waiting.append((data, name))
        if len(self.waiting) == 100: self.finish()

    def finish(self):
        waiting, self.waiting = self.waiting, []
        if not waiting: return
        self.files += len(waiting)
        found, outcome = self.read([data for data, _ in waiting])
        self.slowest = max(self.slowest, outcome.seconds)
        if outcome.code not in (0, 1) or found is None or outcome.seconds > SLOW:
            for data, name in waiting: self.judge_alone(data, name)
            return
        for (data, name), group in zip(waiting, found):
            if any(map(self.is_told, group)): self.told += 1
            elif self.is_less(group): self.judge_alone(data, name)

    def is_less(self, group):
        texts = [record["text"] for record in group]
        return texts != self.whole if self.has_checksum else len(texts) < len(self.whole)

    def judge_alone(self, data, name):
        found, outcome = self.read([data])
        if outcome.code is None or outcome.seconds > SLOW:
            self.hangs += 1
            self.report(f"{outcome.seconds:.1f} s", name)
        elif outcome.code not in (0, 1) or found is None:
            self.crashes += 1
            self.report(f"code {outcome.code} {outcome.errors[-200:]}", name)
        elif outcome.code == 1 or "left out:" in outcome.errors or any(map(self.is_told, found[0])):
            self.told += 1
        elif self.is_less(found[0]):
            self.silent += 1
            self.report(f"{len(found[0])} of {len(self.whole)} pages", name)

    def report(self, what, name): print(f"  in.{self.ending}, {name}: {what}", flush=True)

    def line(self, what, seconds):
        self.finish()
        rest = self.files - self.told - self.silent - self.crashes - self.hangs
        return (f"{what}: {self.files} files in {seconds():.0f} s; {self.told} told, {rest} whole all the same; "
                f"{self.crashes} crashes, {self.hangs} over {SLOW} s (a hundred files took {self.slowest:.1f} s at most), "
                f"{self.silent} silent losses")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=10_000)
    parser.add_argument("--others", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("in")
        open("p.yml", "w").write("stages: [verbatim]\n")
        for place, (name, ending, data, has_checksum) in enumerate(archives()):
            if place == 0:
                begin, judge = time.time(), Judge(ending, data, has_checksum)
                # Cut between two records it is a whole file with fewer of them: nobody could tell.
                ends, at = {0}, 0
                for piece in parts(data):
                    at += len(piece)
                    ends.add(at)
                for length in range(1, len(data)):
                    if length not in ends: judge.judge(data[:length], f"the first {length} bytes")
                print(judge.line(f"{name}, every length of {len(data)} bytes but the {len(ends) - 2} between two records",
                                 lambda: time.time() - begin), flush=True)
                wrong += judge.crashes + judge.hangs + judge.silent
            begin, judge = time.time(), Judge(ending, data, has_checksum)
            for _ in range(options.flips if place == 0 else options.others):
                bit = rng.randrange(len(data) * 8)
                damaged = bytearray(data)
                damaged[bit // 8] ^= 1 << bit % 8
                judge.judge(damaged, f"bit {bit}")
            print(judge.line(f"{name}, flipped bits", lambda: time.time() - begin), flush=True)
            wrong += judge.crashes + judge.hangs + judge.silent
    sys.exit(wrong > 0)


def parts(data):
    """The members of a packed file."""
    while data:
        unpacker = zlib.decompressobj(31)
        unpacker.decompress(data)
        yield data[:len(data) - len(unpacker.unused_data)]
        data = unpacker.unused_data


if __name__ == "__main__":
    main()
