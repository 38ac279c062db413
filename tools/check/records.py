#!/usr/bin/env python3
"""Checks a file of records against the schemas that `rapporteur schema` prints.

    tools/check/records.py records.jsonl [RAPPORTEUR]

Validates every record with jsonschema, loads the file in DuckDB and Polars with the printed types and nothing
inferred, and compares what both made of it with the JSON: as many spans, the same surface forms. Needs jsonschema,
duckdb and polars (PyPI); RAPPORTEUR is the program, by default the newest build in .build.
"""
import glob
import json
import os
import subprocess
import sys

import duckdb
import jsonschema
import polars


def schema(program, language):
    return subprocess.run([program, "schema", language], check=True, capture_output=True, text=True).stdout


def newest_build():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    builds = glob.glob(os.path.join(root, ".build", "*", "rapporteur"))
    if not builds:
        sys.exit("no build in .build; run swift build first")
    return max(builds, key=os.path.getmtime)


def check_spans(record):
    """Every span lies in the text, and its text is what stands there."""
    if record["offset_unit"] != "code_point":
        return 0
    text, spans = record["text"], 0

    def walk(value, key):
        nonlocal spans
        if isinstance(value, dict):
            if "start" in value and key != "source":
                spans += 1
                assert 0 <= value["start"] <= value["end"] <= len(text), (record["id"], key, value)
                if "text" in value:
                    assert text[value["start"]:value["end"]] == value["text"], (record["id"], key, value)
            for name, item in value.items():
                walk(item, name)
        elif isinstance(value, list):
            for item in value:
                walk(item, key)

    walk({name: value for name, value in record.items() if name not in ("source", "removed")}, "")
    return spans


def main():
    path = sys.argv[1]
    program = sys.argv[2] if len(sys.argv) > 2 else newest_build()
    with open(path, encoding="utf8", newline="\n") as file:
        records = [json.loads(line) for line in file]

    validator = jsonschema.Draft202012Validator(json.loads(schema(program, "json")))
    faults = [f"{record['id']}: {error.json_path}: {error.message}" for record in records
              for error in validator.iter_errors(record)]
    assert not faults, "\n".join(faults[:20])
    spans = sum(check_spans(record) for record in records)

    count = {name: sum(len(record[name]) for record in records)
             for name in ("blocks", "sentences", "entities", "mentions", "attributions", "proposals", "warnings")}

    connection = duckdb.connect()
    sums = ", ".join(f"sum(len({name}))" for name in count)
    source = f"read_json('{path}', format = 'newline_delimited', columns = {schema(program, 'duckdb')})"
    rows = connection.execute(f"select count(*), {sums} from {source}").fetchone()
    assert [int(value or 0) for value in rows] == [len(records), *count.values()], rows
    wrong = connection.execute(
        f"select count(*) from (select text as whole, unnest(mentions) as m, offset_unit from {source}) "
        "where offset_unit = 'code_point' and whole[m.start + 1 : m.\"end\"] <> m.text").fetchone()[0]
    assert wrong == 0, f"DuckDB: {wrong} mentions whose text is not theirs"
    assert connection.execute(f"select text from {source}").fetchall() == [(record["text"],) for record in records]

    scope = {}
    exec(schema(program, "polars"), scope)
    frame = polars.read_ndjson(path, schema=scope["schema"])
    assert frame.height == len(records), frame.height
    for name, number in count.items():
        assert int(frame[name].list.len().sum() or 0) == number, name
    assert frame["text"].to_list() == [record["text"] for record in records]

    print(f"{path}: {len(records)} records, {spans} spans; JSON Schema, DuckDB and Polars agree")


if __name__ == "__main__":
    main()
