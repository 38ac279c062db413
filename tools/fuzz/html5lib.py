#!/usr/bin/env python3
"""Writes the inputs of html5lib's tests as files, for `fuzz --pages` and as pages to begin with.

    tools/fuzz/html5lib.py html5lib-tests.tar.gz FOLDER
"""
import json, os, re, sys, tarfile


def inputs(name, data):
    """The pages of a test file: `input` of a tokenizer's test, the `#data` sections of a tree's or an encoding's."""
    if name.endswith(".test"):
        for test in json.loads(data.decode("utf8")).get("tests", []):
            page = test.get("input")
            if not isinstance(page, str):
                continue
            if test.get("doubleEscaped"):
                page = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m.group(1), 16)), page)
            yield page.encode("utf8", "surrogatepass")
    elif name.endswith(".dat"):
        for part in re.split(rb"(?:^|\n)#data\n", data)[1:]:
            yield re.split(rb"\n#[a-z]", part)[0]
    elif name.endswith(".txt"):
        yield data


def main():
    archive, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    count = 0
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            if not member.isfile():
                continue
            stem = re.sub(r"\W+", "-", member.name).strip("-")
            for number, page in enumerate(inputs(member.name, tar.extractfile(member).read())):
                with open(os.path.join(folder, f"{stem}-{number:05}"), "wb") as file:
                    file.write(page)
                count += 1
    print(f"{count} pages in {folder}")


if __name__ == "__main__":
    main()
