#!/usr/bin/env python3
"""Bombs: 10 GB of zeros packed by gzip, zstd and brotli, as files, as records and as bodies of HTTP; and lines of 1 GB.

    bombs.py [--gigabytes 10] [--only WORD]

Each stands between whole pages. Wanted: the bomb is reported, every other page is annotated, less than 512 MB of memory
and 10 s. Prints a line a bomb, and ends with 1 if one is not as wanted. Needs `swift build -c release`; the brotli
bombs need libbrotlienc, which the README's apt-get line installs.
"""
import argparse, ctypes, ctypes.util, os, struct, sys, tempfile, zlib
import crawl
from measure import records, run

MEGABYTE = 1 << 20


def gzip_zeros(count, head=b"", tail=b""):
    """A member: `head`, so many megabytes of zeros, `tail`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    begin = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.compress(tail) + packer.flush()
    library = ctypes.CDLL(ctypes.util.find_library("z") or "libz.so.1")
    library.crc32_combine.argtypes = [ctypes.c_ulong, ctypes.c_ulong, ctypes.c_long]
    library.crc32_combine.restype = ctypes.c_ulong
    checksum, one = zlib.crc32(head), zlib.crc32(bytes(MEGABYTE))
    for _ in range(count): checksum = library.crc32_combine(checksum, one, MEGABYTE)
    checksum = zlib.crc32(tail, checksum)
    size = len(head) + count * MEGABYTE + len(tail)
    return (b"\x1f\x8b\x08\0\0\0\0\0\x02\xff" + begin + piece * count + end
            + struct.pack("<II", checksum, size & 0xFFFFFFFF))


def zstd_zeros(count, head=b"", tail=b""):
    """A frame of one raw block, many that repeat a byte, and a raw one (RFC 8878, 3.1.1.2)."""
    def block(kind, size, data, last=0): return struct.pack("<I", last | kind << 1 | size << 3)[:3] + data
    return (b"\x28\xb5\x2f\xfd\0\x38" + block(0, len(head), head)
            + block(1, 1 << 17, b"\0") * (count * 8) + block(0, len(tail), tail, 1))


def brotli_zeros(count):
    """A stream, by libbrotlienc; None where that is missing."""
    try:
        library = ctypes.CDLL(ctypes.util.find_library("brotlienc") or "libbrotlienc.so.1")
    except OSError:
        return None
    library.BrotliEncoderCreateInstance.restype = ctypes.c_void_p
    state = ctypes.c_void_p(library.BrotliEncoderCreateInstance(None, None, None))
    for parameter, value in ((1, 1), (2, 22)): library.BrotliEncoderSetParameter(state, parameter, ctypes.c_uint32(value))
    room = ctypes.create_string_buffer(1 << 16)
    zeros = ctypes.create_string_buffer(MEGABYTE)
    result = b""
    for number in range(count + 1):
        operation = 2 if number == count else 0
        left = ctypes.c_size_t(0 if operation else MEGABYTE)
        source = ctypes.c_void_p(ctypes.addressof(zeros))
        while True:
            free, target = ctypes.c_size_t(len(room)), ctypes.c_void_p(ctypes.addressof(room))
            library.BrotliEncoderCompressStream(
                state, operation, ctypes.byref(left), ctypes.byref(source), ctypes.byref(free), ctypes.byref(target), None)
            result += room.raw[:len(room) - free.value]
            if left.value == 0 and not library.BrotliEncoderHasMoreOutput(state): break
    library.BrotliEncoderDestroyInstance(state)
    return result


def response(name, body, fields="", length=None):
    """A WARC record of a response."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}\r\n".encode() + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{name}>\r\nWARC-Target-URI: https://a.example/{name}"
            f"\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block) if length is None else len(block) + length}\r\n\r\n").encode()
    return head + block


def good(name): return response(name, b"<p>One page says that all goes on, and another agrees with it.</p>") + b"\r\n\r\n"


def member(data): return crawl.member(data)


def frame(data): return zstd_zeros(0, data)


def row(name): return b'{"id":"%s","text":"One line says that all goes on."}\n' % name.encode()


def cases(gigabytes):
    """Pairs of a name and what makes the files: a function of the folder that writes them. Two whole pages stand around
    every bomb, in the same file where that can be gone on in, else in others."""
    count = gigabytes * 1024
    size = count * MEGABYTE
    end = b"\r\n\r\n"
    files = {}

    def put(name, **parts): files[name] = parts

    page, line = b"<p>One page says that all goes on, and another agrees.</p>", b'{"id":"bomb","text":"'
    between = lambda bomb, kind: {"a.html": lambda: page, "b." + kind: bomb, "c.html": lambda: page}
    put("a page, gzip", **between(lambda: gzip_zeros(count, b"<p>"), "html.gz"))
    put("a page, zstd", **between(lambda: zstd_zeros(count, b"<p>"), "html.zst"))
    put("a page, brotli", **between(lambda: brotli_zeros(count), "html.br"))
    put("a line, gzip", **{"b.jsonl.gz": lambda: member(row("1")) + gzip_zeros(count, line, b'"}\n') + member(row("2"))})
    put("a line, zstd", **{"b.jsonl.zst": lambda: frame(row("1")) + zstd_zeros(count, line, b'"}\n') + frame(row("2"))})
    put("a record, gzip", **{"b.warc.gz": lambda: member(good("1")) + gzip_zeros(
        count, response("bomb", b"", length=size), end) + member(good("2"))})
    put("a record that lies, gzip", **{"b.warc.gz": lambda: member(good("1")) + gzip_zeros(
        count, response("bomb", b"", length=9), end) + member(good("2"))})
    put("a record, zstd", **{"b.warc.zst": lambda: frame(good("1")) + zstd_zeros(
        count, response("bomb", b"", length=size), end) + frame(good("2"))})
    put("an ARC record, gzip", **{"b.arc.gz": lambda: member(
        b"filedesc://a.arc 0.0.0.0 20260101000000 text/plain 75\n1 0 X\nURL IP-address Archive-date Content-type Archive-length"
        .ljust(129) + b"\n") + gzip_zeros(count, b"http://a.example/ 1.2.3.4 20260101000000 text/html %d\n" % size, b"\n"),
        "a.html": lambda: page, "c.html": lambda: page})
    for coding, bomb in (("gzip", gzip_zeros), ("zstd", zstd_zeros), ("br", brotli_zeros)):
        def body(coding=coding, bomb=bomb):
            packed = bomb(count)
            if packed is None: return None
            return member(good("1")) + member(
                response("bomb", packed, f"Content-Encoding: {coding}\r\n") + end) + member(good("2"))
        put(f"a body, {coding}", **{"b.warc.gz": body})
    put("a body, gzip of gzip", **{"b.warc.gz": lambda: member(good("1")) + member(response(
        "bomb", member(gzip_zeros(count)), "Content-Encoding: gzip, gzip\r\n") + end) + member(good("2"))})
    put("a body, chunked gzip", **{"b.warc": lambda: good("1") + response(
        "bomb", chunked(gzip_zeros(count)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n") + end + good("2")})
    return files


def chunked(data): return b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)


def lines(folder, gigabytes):
    """Lines that long, written a piece at a time."""
    words = (b"the river rises and the port stays open while the talks go on " * 17_000)[:MEGABYTE]
    count = gigabytes * 1024

    def write(name, head, tail, packs=False):
        with open(os.path.join(folder, name), "wb") as file:
            packer = zlib.compressobj(1, zlib.DEFLATED, 31)
            for piece in (head, *([words] * count), tail):
                file.write(packer.compress(piece) if packs else piece)
            if packs: file.write(packer.flush())

    opening = b'{"id":"bomb","text":"'
    return {
        "a line of 1 GB": lambda: write("b.jsonl", row("1") + opening, b'"}\n' + row("2")),
        "a line of 1 GB, gzip": lambda: write("b.jsonl.gz", row("1") + opening, b'"}\n' + row("2"), packs=True),
        "a line of 1 GB without a break": lambda: write("b.jsonl", row("1") + row("2") + opening, b""),
        "a page of one line of 1 GB": lambda: (
            write("b.html", b"<p>", b"</p>"), *(open(os.path.join(folder, n), "wb").write(b"<p>Words go on.</p>") for n in "ac")),
        "a header line of 1 GB": lambda: write(
            "b.warc", good("1") + b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ", b"\r\n\r\n\r\n\r\n" + good("2")),
        "an HTTP header line of 1 GB": lambda: write(
            "b.warc", good("1") + response("bomb", b"", "X-Long: ", length=gigabytes << 30)[:-2], end_of_line + good("2")),
    }


end_of_line = b"\r\n\r\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=int, default=10, help="of the packed bombs; lines have 1")
    parser.add_argument("--only", default="", help="only those whose name has this in it")
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("in")
        for name, parts in cases(options.gigabytes).items():
            if options.only not in name: continue
            packed = 0
            for file, make in parts.items():
                data = make()
                if data is None: break
                with open("in/" + file, "wb") as out: out.write(data)
                if file.startswith("b"): packed = len(data)
            if data is None:
                print(f"{name:34} libbrotlienc is missing: left out")
                continue
            wrong += not judge(name, f"{packed / 1000:9,.0f} kB")
        for name, make in lines("in", 1).items():
            if options.only not in name: continue
            make()
            wrong += not judge(name, "")
    print("all as wanted" if wrong == 0 else f"{wrong} not as wanted")
    sys.exit(wrong > 0)


def judge(name, size):
    outcome = run("run", "in", "-o", "-", "-w", "2", seconds=60)
    found = records(outcome.output)
    whole = sum(r["status"] == "annotated" for r in found)
    codes = [r["error"]["code"] for r in found if r["status"] == "failed"]
    well = outcome.code == 1 and whole == 2 and len(codes) > 0 and outcome.megabytes < 512 and outcome.seconds < 10
    print(f"{name:34}{size:>14}  {outcome.seconds:5.2f} s {outcome.megabytes:5.0f} MB  code {outcome.code}, {whole} pages, "
          f"{', '.join(codes) or 'nothing told'}{'' if well else '   NOT AS WANTED'}", flush=True)
    for file in os.listdir("in"): os.remove("in/" + file)
    return well


if __name__ == "__main__":
    main()
