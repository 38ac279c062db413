#!/usr/bin/env python3
"""Measures Rapporteur beside its peers, accuracy and speed in one run; called by `compare`, which installs the peers.

Accuracy is that of DATA/score.py for all. Times are processor time of one thread, over the same pages in the same run,
and told as multiples of a floor that is measured beside each of them: the system's libxml2 building its DOM of the
pages, ICU finding its sentences in the texts.
"""
import argparse, gzip, importlib.util, json, os, statistics, subprocess, sys, tempfile, time

import pages, sentences

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, ".build", "release")
TYPES = ["article", "documentation", "forum", "listing", "collection", "product", "service"]


def rows(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


def load_score(data):
    spec = importlib.util.spec_from_file_location("score", os.path.join(data, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(score, measure, *arguments):
    score.RESULT.clear()
    measure(*arguments)
    return dict(score.RESULT)


def rapporteur(path, folder, stages=None):
    """The records of the default pipeline, or of the stages named."""
    out, arguments = os.path.join(folder, "records.jsonl"), []
    if stages:
        pipeline = os.path.join(folder, "pipeline.yml")
        with open(pipeline, "w") as file: file.write(f"stages: {stages}\n")
        arguments = ["-c", pipeline]
    # An empty folder has no pipeline.yml that would count.
    subprocess.run([os.path.join(BUILD, "rapporteur"), "run", path, "-o", out, "--quiet", "--restart", *arguments], check=True, cwd=folder)
    return {str(record["id"]): record for record in rows(out)}


def benchmark(path, *options):
    """Seconds per step, by `rapporteur-benchmark`."""
    run = [os.path.join(BUILD, "rapporteur-benchmark"), path, "--rounds", "1", "--json", *options]
    return json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)


def markdown(columns, table):
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in table])


def bold_best(table, columns, lowest=()):
    """Marks the best figure of each column."""
    for column in columns:
        values = [(float(row[column]), row) for row in table if row[column] not in ("", "–")]
        best = (min if column in lowest else max)((value for value, _ in values), default=None)
        for value, row in values:
            if value == best: row[column] = f"**{row[column]}**"
    return table


def say(text): print(text, file=sys.stderr, flush=True)


def compare_pages(data, rounds, score):
    path = os.path.join(data, "boilerplate", "pages.jsonl.gz")
    corpus, gold = rows(path), rows(os.path.join(data, "boilerplate", "gold.jsonl.gz"))
    encoded = [page["html"].encode("utf8", "replace") for page in corpus]
    parse = pages.libxml2()

    def floor():
        start = time.process_time()
        for html in encoded: parse(html)
        return time.process_time() - start

    ratios, found, failed = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        found["Rapporteur"] = rapporteur(path, folder)
    for turn in range(rounds):
        for name, make in pages.PEERS.items():
            say(f"pages, round {turn + 1}: {name}")
            before = floor()
            found[name], seconds, failed[name] = pages.measure(make, corpus)
            ratios.setdefault(name, []).append(seconds / min(before, floor()))
        say(f"pages, round {turn + 1}: Rapporteur")
        seconds = benchmark(path)["seconds"]
        dom = seconds["libxml2 DOM"]
        ratios.setdefault("Rapporteur", []).append((seconds["decoding"] + seconds["boilerplate"]) / dom)
        ratios.setdefault("all five stages, and the record", []).append(seconds["end to end"] / dom)

    result = {}
    for name in found:
        result[name] = scores(score, lambda: (score.content(found[name], gold), score.metadata(found[name], gold)))
        result[name]["time"] = statistics.median(ratios[name])
        result[name]["failed"] = failed.get(name, 0)
    whole = statistics.median(ratios["all five stages, and the record"])
    result["Rapporteur"]["time of all stages"] = whole
    size = sum(map(len, encoded))
    floor_seconds = min(floor() for _ in range(2))
    order = ["Rapporteur", *pages.PEERS]
    f1 = lambda name, row, key="F1": f"{result[name][row][key]:.3f}" if row in result[name] else ""
    counts = {kind: result["Rapporteur"][f"word {kind}"]["pages"] for kind in TYPES if f"word {kind}" in result["Rapporteur"]}
    columns = ["main content", "4-gram F1, articles", "exact", "word F1, all"] + [f"{kind} ({count})" for kind, count in counts.items()] + ["time / DOM parse"]
    table = [[name, f1(name, "shingle article"), f1(name, "shingle article", "exact"), f1(name, "word all")]
             + [f1(name, f"word {kind}") for kind in counts] + [f"{result[name]['time']:.2f}"] for name in order]
    # The text of both is nearly the same; the first row is there for its metadata.
    print(markdown(columns, bold_best(table, range(1, len(columns)), lowest={len(columns) - 1})))
    print(f"\n{len(corpus)} pages, {size / 1e6:.1f} MB; libxml2's DOM {size / 1e6 / floor_seconds:.0f} MB/s; medians of {rounds} rounds. All five stages and the record: {whole:.2f}; "
          f"trafilatura's text alone takes {result['trafilatura, text alone']['time'] / whole:.1f} times as long as that. "
          f"Speed against resiliparse: {result['resiliparse']['time'] / result['Rapporteur']['time']:.2f}.\n")
    fields = ["title", "author", "date"]
    columns = ["metadata"] + [f"{field} {key} ({result['Rapporteur'][f'meta {field}']['of']})" for field in fields for key in ("exact", "precision")]
    known = {"readability-lxml": ["title"], "trafilatura": fields, "Rapporteur": fields}
    table = [[name] + [f"{result[name][f'meta {field}'][key]:.3f}" if field in known[name] else "–" for field in fields for key in ("exact", "precision")] for name in order if name in known]
    print(markdown(columns, bold_best(table, range(1, len(columns)))) + "\n")
    return result


def compare_sentences(data, rounds, score):
    treebanks, golden = os.path.join(data, "sentences", "treebanks.jsonl.gz"), os.path.join(data, "sentences", "golden.jsonl")
    texts, cases = rows(treebanks), rows(golden)
    found, rules, speed, given_up, languages = {}, {}, {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        found["Rapporteur"] = rapporteur(treebanks, folder, "[verbatim, sentences]")
        rules["Rapporteur"] = rapporteur(golden, folder, "[{verbatim: {soft_line_breaks: auto}}, sentences]")
    for turn in range(rounds):
        say(f"sentences, round {turn + 1}: Rapporteur")
        run = benchmark(treebanks, "--verbatim")
        floor = run["seconds"]["ICU sentences"] / run["page_bytes"]
        speed.setdefault("Rapporteur", []).append(run["page_bytes"] * floor / run["seconds"]["sentences"])
        for name, make in sentences.PEERS.items():
            say(f"sentences, round {turn + 1}: {name}")
            found[name], seconds, size, given_up[name], languages[name] = sentences.measure(make, texts)
            if turn == 0: rules[name] = sentences.measure(make, cases)[0]
            # Through ctypes ICU itself is not what it is in C.
            speed.setdefault(name, []).append(1 if name.startswith("ICU") else size * floor / seconds)
    result = {}
    for name in found:
        result[name] = scores(score, lambda: (score.sentences(found[name], texts), score.golden(rules[name], cases)))
        result[name]["speed"] = statistics.median(speed[name])
        result[name]["given up"] = given_up.get(name, 0)
    names = {"en": "English", "zh": "Chinese", "ja": "Japanese", "ko": "Korean"}
    columns = ["sentences, inner boundaries F1"] + list(names.values()) + ["English web", "English news", "golden rules of 52", "news cases of 21", "MB/s against ICU alone"]

    def cells(name):
        spoken = languages.get(name, set(names))
        figures = [f"{result[name][f'pool {code}']['F1']:.3f}" if code in spoken else "–" for code in names]
        figures += [f"{result[name][row]['F1']:.3f}" for row in ("en_ewt/dev", "en_gum_news/train")]
        figures += [str(round(result[name][row]["share"] * result[name][row]["of"])) for row in ("english_golden", "news_hand")]
        return [name] + figures + [f"{result[name]['speed']:.3g}"]
    table = [cells(name) for name in ["Rapporteur", *sentences.PEERS]]
    print(markdown(columns, bold_best(table, range(1, len(columns) - 1))))
    slow = [f"{name} {count}" for name, count in given_up.items() if count]
    print(f"\n{len(texts)} texts; medians of {rounds} rounds." + (f" Given up after 20 s or failed: {', '.join(slow)}." if slow else "") + "\n")
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--only", choices=["pages", "sentences"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", help="write every figure to this file too")
    options = parser.parse_args()
    score = load_score(options.data)
    data, result = os.path.abspath(options.data), {}
    if options.only != "sentences": result["pages"] = compare_pages(data, options.rounds, score)
    if options.only != "pages": result["sentences"] = compare_sentences(data, options.rounds, score)
    if options.json:
        with open(options.json, "w") as file: json.dump(result, file, indent=1)


if __name__ == "__main__": main()
