"""The corpus samples/readouts as pages to annotate: JSON Lines with id, url, date and text, without its annotations.

python3 tools/pictures/readouts.py samples/readouts > readouts.jsonl
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree


def page(path):
    root = ElementTree.parse(path).getroot()
    header = root.find("teiHeader")
    lines = [" ".join("".join(block.itertext()).split()) for block in root.find("text")]
    date = header.find("date")
    host = re.sub(r"[^a-z]+", "-", header.get("source").lower()).strip("-")
    return {
        "id": path.stem,
        "url": f"https://{host}.example/{path.stem}",
        "date": date.get("when") if date is not None else None,
        "text": "\n".join(line for line in lines if line),
    }


if __name__ == "__main__":
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
        print(json.dumps(page(path), ensure_ascii=False))
