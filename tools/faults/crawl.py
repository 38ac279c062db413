#!/usr/bin/env python3
"""Generates a crawl: WARC files, packed record by record, of pages that nobody wrote.

    crawl.py FOLDER --megabytes 1000      so many megabytes of records before packing
    crawl.py FILE.jsonl --documents 5000  the same pages as JSON Lines, a bad line now and then
"""
import argparse, gzip, json, os, random, uuid, zlib

NAMES = "Amara Okoye,Jonas Lindqvist,Mei Tanaka,Rosa Delgado,Peter Novak,Leila Haddad,Tomas Brandt,Grace Mwangi".split(",")
TITLES = "President,Prime Minister,Foreign Minister,Spokesperson,Chairman,Ambassador,Governor,Director".split(",")
PLACES = "Kenya,Norway,Japan,Peru,Slovakia,Jordan,Germany,Uganda,Nairobi,Oslo,Osaka,Lima".split(",")
THINGS = "fisheries,grain,railways,vaccines,water,ports,data centres,tariffs,schools,forests".split(",")
VERBS = "said,announced,stressed,noted,warned,pledged,added,told reporters".split(",")
WORDS = ("the two sides will deepen cooperation on trade and keep talking about how rivers lakes markets and roads can be "
         "used by everyone who lives near them while costs stay low and rules remain clear to farmers and firms").split()


def sentence(rng):
    words = " ".join(rng.choices(WORDS, k=rng.randint(6, 24)))
    return rng.choice((
        f"{rng.choice(TITLES)} {rng.choice(NAMES)} {rng.choice(VERBS)} that {words}.",
        f"\"{words.capitalize()},\" {rng.choice(NAMES)} said in {rng.choice(PLACES)}.",
        f"{words.capitalize()} in {rng.choice(PLACES)} and {rng.choice(PLACES)}, with {rng.choice(THINGS)} ahead."))


def page(rng, number):
    body = []
    for _ in range(rng.randint(3, 14)):
        body.append("<p>" + " ".join(sentence(rng) for _ in range(rng.randint(1, 6))) + "</p>")
    if rng.random() < .3:
        body.append(f"<p>{rng.choice(NAMES)} put forward a three-point proposal.</p>")
        body += [f"<p>{word}, {sentence(rng)}</p>" for word in ("First", "Second", "Third")]
    links = "".join(f'<li><a href="/{rng.randint(1, 999)}">{rng.choice(THINGS)}</a></li>' for _ in range(30))
    return (f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{rng.choice(THINGS).title()} talks {number}</title>"
            f"<script>{'var a=1;' * rng.randint(20, 400)}</script></head><body><ul class=menu>{links}</ul>"
            f"<h1>{rng.choice(THINGS).title()} talks in {rng.choice(PLACES)}</h1>{''.join(body)}"
            f"<div class=footer>All rights reserved</div></body></html>")


def member(data):
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def record(kind, fields, block):
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\n{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def warcs(folder, megabytes, files):
    os.makedirs(folder, exist_ok=True)
    rng, number = random.Random(7), 0
    for index in range(files):
        left = megabytes * 1_000_000 // files
        with open(f"{folder}/crawl-{index:03}.warc.gz", "wb") as out:
            out.write(member(record("warcinfo", [("WARC-Date", "2026-01-01T00:00:00Z")], b"software: generated\r\n")))
            while left > 0:
                number += 1
                name = uuid.UUID(int=rng.getrandbits(128))
                fields = [("WARC-Record-ID", f"<urn:uuid:{name}>"), ("WARC-Date", "2026-01-01T00:00:00Z"),
                          ("WARC-Target-URI", f"https://site{number % 97}.example/{number}"),
                          ("Content-Type", "application/http; msgtype=response")]
                body = page(rng, number).encode()
                # A document of another type now and then: some fail, as in any crawl.
                if number % 211 == 0: body = b"%PDF-1.7\n" + bytes(rng.randbytes(900))
                block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
                data = record("response", fields, block)
                left -= len(data)
                out.write(member(data))
    return number


def lines(path, documents):
    rng = random.Random(7)
    with (gzip.open(path, "wt") if path.endswith(".gz") else open(path, "w")) as out:
        for number in range(documents):
            if number % 97 == 13:
                out.write("this is no JSON\n")
            else:
                out.write(json.dumps({"id": f"d{number % (documents * 9 // 10)}", "html": page(rng, number)}) + "\n")
    return documents


def mixed(folder, documents):
    """Lines and records, some of which fail, are left out for their status, or share an id."""
    os.makedirs(folder, exist_ok=True)
    lines(f"{folder}/a.jsonl", documents // 2)
    rng = random.Random(8)
    with open(f"{folder}/b.warc.gz", "wb") as out:
        out.write(member(record("warcinfo", [("WARC-Date", "2026-01-01T00:00:00Z")], b"software: generated\r\n")))
        for number in range(documents - documents // 2):
            fields = [("WARC-Record-ID", f"<urn:x:{number}>"), ("WARC-Date", "2026-01-01T00:00:00Z"),
                      ("WARC-Target-URI", f"https://a.example/{number}"),
                      ("Content-Type", "application/http; msgtype=response")]
            status = "404 Not Found" if number % 7 == 3 else "200 OK"
            kind = "image/png" if number % 11 == 5 else "text/html; charset=utf-8"
            head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
            if number % 3 == 0:
                out.write(member(record("request", [("WARC-Date", "2026-01-01T00:00:00Z")], b"GET / HTTP/1.1\r\n\r\n")))
            out.write(member(record("response", fields, head + page(rng, number).encode())))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path")
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--documents", type=int, help="JSON Lines of so many documents instead")
    options = parser.parse_args()
    count = lines(options.path, options.documents) if options.documents else warcs(
        options.path, options.megabytes, options.files)
    print(f"{count} documents in {options.path}")
