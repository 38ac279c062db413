#!/usr/bin/env python3
"""What this program and two other readers make of WARC, WET and ARC files, whole and broken.

    archives.py FOLDER [--markdown]

FOLDER holds the files and expectations.jsonl, a line a file with the records by type that each of the two has counted
and the error it ended with. Every status and media type is kept, so that a page is a record of type response, resource
or conversion. Where the two agree and end without an error, the counts must be theirs, and nothing may be reported;
every file where they are not has its reason below. Ends with 1 for a disagreement without one, or one that is gone.
Needs `swift build -c release`.
"""
import argparse, json, os, sys, tempfile
from measure import records, run

PAGES = ("response", "resource", "conversion")

#: Why counts are others than those of the two readers, where these agree, or why one of them is right; by what the file
#: is called behind its project's path.
REASONS = {
    "warcfile.warc.lz4":
        "lz4 is not read: one failure, `unsupported_type`, says how to unpack the file",
    "example-bad-non-chunked.warc.gz":
        "packed as one member: readable all the same; warcio stops there",
    "example-bad.warc.gz.bad":
        "packed as one member: readable all the same; warcio stops there",
    "example-space-in-url.arc":
        "the file ends 12 bytes before its only page does: a page that is not whole is a failure, `truncated`",
    "example.arc": "ARC is read; fastwarc does not know it",
    "example.arc.gz": "ARC is read; fastwarc does not know it",
    "example.warc":
        "a request is 3 bytes longer than its header says: the records behind it are read, and it is told; fastwarc stops",
    "badexample.arc.gz":
        "ARC in one member: two records whose lengths are wrong are kept with a warning, the last one, cut short, is "
        "a failure",
    "corrupted-mid-record.warc.gz.open":
        "the members before the damaged one are kept, and it is told; warcio stops at the third",
    "corrupted-trailing-bytes.warc.gz.open":
        "all pages are kept, and the bytes behind the last are told; warcio stops at the third",
    "IAH-20080430204825-00000-blackbook-truncated.arc":
        "cut behind a whole record: seven pages and a `dns:` record, counted as metadata; warcio loses its way behind "
        "the first record, fastwarc does not read ARC",
    "test_read_format_warc.warc.uu": "a uuencoded file is a page of text",
    "hello-world.warc.cdx": "an index is a page of text; warcio takes its lines for ARC records",
    "1-1-20110922131213-00000-svc-VirtualBox.arc":
        "86 pages and four `dns:` records, which warcio counts as responses; the piece of a record at the end is told",
    "invalid-warcfile-duplicate-fields.warc":
        "of a field that stands twice the first counts; fastwarc counts the record too, and stops",
    "invalid-warcfile-lonely-revisit.warc": "a record of a type line alone is counted; warcio crashes",
    "invalid-warcfile-lonely-warcinfo-metadata.warc":
        "records without a length end where the next begins: both are counted; warcio takes the second for the first's "
        "content",
    "invalid-warcfile-record-then-garbage.warc":
        "the garbage behind the record is told; warcio counts it as a response",
    "invalid-warcfile-segment-number-continuation.warc":
        "segments of records that are not there are counted, and each is told, `incomplete_segments`",
    "invalid-warcfile-segment-number-response.warc":
        "the first of several segments is a page with a warning, `incomplete_segments`, as the others are not there",
    "valid-warcfile-contenttype-continuation.warc":
        "a segment of a record that is not there is counted, and told, `incomplete_segments`",
    "valid-warcfile-fields-continuation.warc":
        "a folded header; the segment is counted, and told, `incomplete_segments`; fastwarc does not unfold",
    "valid-warcfile-fields-metainfo.warc": "a folded header; fastwarc does not unfold",
    "valid-warcfile-utf8.warc": "a folded header; fastwarc does not unfold",
    "test-utf8.warc": "a folded header; fastwarc does not unfold",
    "valid-warcfile-upper-lower-case.warc":
        "types and fields in capitals are read; fastwarc stops at them",
}


def counts(path, folder):
    """Pages, the other records by type, and the codes of what was reported."""
    out = os.path.join(folder, "out.jsonl")
    outcome = run("run", path, "-c", os.path.join(folder, "p.yml"), "-o", out, "--restart", seconds=60)
    if outcome.code not in (0, 1): raise SystemExit(f"{path}: code {outcome.code}: {outcome.errors}")
    with open(out + ".run.json") as file: manifest = json.load(file)
    pages, codes = 0, {}
    for name in (out, out + ".failures.jsonl"):
        if not os.path.exists(name): continue
        for record in records(open(name, "rb").read()):
            # That two records have one id is nothing that a reader of archives could get wrong.
            notes = [w["code"] for w in record["warnings"] if w["stage"] == "input" and w["code"] != "duplicate_id"]
            error = record["error"]
            # A page that is no text is a page all the same; a fault of the archive stands for none.
            is_page = error is None or error["stage"] != "input"
            pages += is_page
            if error and not is_page: notes.append(error["code"])
            for code in notes: codes[code] = codes.get(code, 0) + 1
    return pages, {entry["type"]: entry["count"] for entry in manifest["passed_over"]}, codes


def grouped(types):
    """Pages, and the other records by type: of another reader's counts."""
    pages, others = 0, {}
    for name, count in types.items():
        name = name.strip().lower()
        if name in PAGES: pages += count
        else: others[name] = others.get(name, 0) + count
    return pages, others


def text(pages, others, notes):
    parts = ["1 page" if pages == 1 else f"{pages} pages"] + [f"{count} {name}" for name, count in sorted(others.items())]
    return (", ".join(parts) + (f"; {notes}" if notes else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--markdown", action="store_true", help="print the disagreements as a table of Markdown")
    options = parser.parse_args()
    equal, explained, wrong, rows = 0, [], [], []
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "p.yml"), "w") as file:
            file.write('input: {status: [100-999], media_types: ["*"]}\nstages: [verbatim]\n')
        for line in open(os.path.join(options.folder, "expectations.jsonl")):
            row = json.loads(line)
            names = [name for name in row if isinstance(row[name], list)]
            pages, others, codes = counts(os.path.join(options.folder, row["file"]), folder)
            short = row["file"].split("__")[-1]
            ours = text(pages, others, ", ".join(f"{count} {code}" for code, count in sorted(codes.items())))
            theirs = [text(*grouped(row[name][0]), (row[name][2] or "").split(":")[0]) for name in names]
            agree = all(row[name][2] is None for name in names) and len({json.dumps(row[name][0], sort_keys=True) for name in names}) == 1
            same = agree and (pages, others) == grouped(row[names[0]][0]) and not codes
            reason = REASONS.get(short)
            if same:
                equal += 1
                continue
            (explained if reason else wrong).append(short)
            rows.append((short, ours, *theirs, reason or "NOT EXPLAINED"))
    if options.markdown:
        print("| file | this program | " + " | ".join(names) + " | why |\n|" + "---|" * (3 + len(names)))
        for entry in rows: print("| " + " | ".join(entry) + " |")
    else:
        for entry in rows:
            print(entry[0])
            for name, value in zip(["this program", *names, "why"], entry[1:]): print(f"    {name:13} {value}")
    gone = [name for name in REASONS if name not in explained]
    if gone: print("\nexplained and no longer there: " + ", ".join(gone))
    print(f"\n{equal} files as both readers have them, {len(explained)} otherwise and explained, {len(wrong)} not explained")
    sys.exit(len(wrong) > 0 or len(gone) > 0)


if __name__ == "__main__":
    main()
