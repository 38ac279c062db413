"""What `tools/view/test` runs: the page of `rapporteur view` in chromium."""

import importlib.resources
import json
import pathlib
import sys
import tempfile
import time
import urllib.parse

from browser import ROOT, Report, chromium, rapporteur, records

DOCUMENTS = 5_000
SECONDS = 3
OWN = [
    {
        "id": "astral",
        "date": "2026-02-03",
        "text": "🙂 Rain over Lund 🚀\n\nLUND, Sweden, Feb. 3 -- Swedish Minister Åsa Lind put forward a three-point proposal "
        'on Monday 😀. First, she said, "the 𝒹rains come first 🌧️." Second, Lind urged all sides to share 📚 data. '
        "Third, she proposed a joint fund of 5 million euros.\n\nLind added that 👨‍👩‍👧 families in Lund would be told. "
        'Norwegian Minister Ola Berg welcomed 🎉 the plan, saying "é́ it is time."',
    },
]

failures = []


def check(what, is_right, detail=""):
    print(f"  {'ok' if is_right else 'WRONG'}  {what}{'' if is_right or not detail else ': ' + str(detail)[:600]}")
    if not is_right:
        failures.append(what)


def slices(record):
    """The text of every annotation, by the names that the page gives them."""
    text = record["text"]

    def cut(*spans):
        return "".join(text[span["start"] : span["end"]] for span in spans if span)

    wanted = {f"mention:m{number}": cut(mention) for number, mention in enumerate(record["mentions"])}
    for statement in record["attributions"]:
        wanted[f"statement:{statement['id']}"] = cut(*statement["content"])
        wanted[f"cue:{statement['id']}"] = cut(statement["cue"])
        wanted[f"voice:{statement['id']}"] = cut(statement["mention"])
    for proposal in record["proposals"]:
        wanted[f"announcement:{proposal['id']}"] = cut(proposal["announcement"])
        for item in proposal["items"]:
            name = f"{proposal['id']}.{item['ordinal']}"
            wanted[f"point:{name}"] = cut(*item["content"])
            wanted[f"headline:{name}"] = cut(item["headline"])
            for point in item["points"]:
                wanted[f"point:{name}.{point['ordinal']}"] = cut(point)
    return {name: words for name, words in wanted.items() if words}


SHOWN = """() => {
  const shown = {};
  for (const piece of document.querySelectorAll('#reader [data-marks]')) {
    for (const mark of piece.dataset.marks.split(' ')) shown[mark] = (shown[mark] ?? '') + piece.textContent;
  }
  return {
    text: [...document.querySelectorAll('#reader .text')].map((block) => block.textContent).join(''), marks: shown,
    removed: [...document.querySelectorAll('#reader .cut')].map((cut) => cut.textContent),
  };
}"""


WIDE = """() => [...document.querySelectorAll('body > *, main > *, .reader > *, .view > *, .figure > *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.className !== 'skip')
  .map((element) => element.className || element.tagName)"""


def link(**state):
    return "#" + urllib.parse.urlencode(state)


def check_spans(browser, folder):
    """Every annotation is shown where the record has it, whatever the offsets count."""
    print("spans, as the page shows them")
    own = folder / "own.jsonl"
    own.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in OWN))
    for unit in ["code_point", "utf16", "utf8"]:
        config = folder / f"{unit}.yml"
        config.write_text(
            "stages: [boilerplate: {keep_removed: true}, sentences, entities, speakers, proposals]\n"
            f"output: {{offsets: {unit}}}\n"
        )
        rapporteur("run", ROOT / "samples/pages", own, "-c", config, "-o", folder / f"{unit}.jsonl", "-q")
        rapporteur("view", folder / f"{unit}.jsonl", "-o", folder / f"{unit}.html", "-q")
        report = Report(browser, folder / f"{unit}.html")
        total, wrong = 0, []
        made = records(folder / "code_point.jsonl")
        for record in made:
            report.go(link(doc=record["id"]))
            shown = report.page.evaluate(SHOWN)
            wanted = slices(record)
            total += len(wanted)
            if shown["text"] != record["text"]:
                wrong.append(f"{record['id']}: the text")
            if sorted(shown["removed"]) != sorted(piece["text"] for piece in record["removed"]):
                wrong.append(f"{record['id']}: what was removed")
            wrong += [
                f"{record['id']} {name}: {shown['marks'].get(name)!r} is not {words!r}"
                for name, words in wanted.items()
                if shown["marks"].get(name) != words
            ]
            wrong += [f"{record['id']} {name}: not in the record" for name in shown["marks"].keys() - wanted.keys()]
        check(f"{total} spans of {len(made)} documents, offsets in {unit}", total > 500 and not wrong, wrong[:5])
        check(f"astral characters in {unit}", any(ord(letter) > 0xFFFF for letter in made[-1]["text"]))
        complaints = report.close()
        check("no complaint, no request", not complaints, complaints)


def check_size(browser, folder):
    """Thousands of documents open at once."""
    print(f"{DOCUMENTS:,} documents")
    lines = records(ROOT / "output/records.jsonl")
    many = folder / "many.jsonl"
    with open(many, "w", encoding="utf-8") as out:
        for number in range(DOCUMENTS):
            record = dict(lines[number % len(lines)])
            record["id"] = f"{number:05}-{record['id']}"
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    print("      " + rapporteur("view", many, "-o", folder / "many.html").strip().replace(str(folder) + "/", ""))
    started = time.monotonic()
    report = Report(browser, folder / "many.html", guard=10 * SECONDS)
    opened = time.monotonic() - started
    page = report.page
    check(f"opened in {opened:.2f} s (wanted: {SECONDS} s)", opened < 10 * SECONDS)
    check("all of them are listed", page.inner_text("#count") == f"{DOCUMENTS:,} documents", page.inner_text("#count"))
    check("only the rows that are seen are drawn", page.locator("#list .row").count() < 40)
    for name, hash in [
        ("a search in all texts", link(q="closed season")),
        ("the same again", link(q="closed seasons")),
        ("a filter", link(speaker="PERSON:joseph mutiso")),
        ("the charts", link(view="charts")),
        ("a document", link(doc="04999-" + lines[4999 % len(lines)]["id"])),
    ]:
        started = time.monotonic()
        report.go(hash)
        print(f"      {name}: {time.monotonic() - started:.2f} s")
    chosen = page.locator("#list .chosen").bounding_box()
    check("the open document is in sight in the list", chosen is not None and 0 < chosen["y"] < 900, chosen)
    wanted = sum(1 for number in range(DOCUMENTS) if "closed season" in lines[number % len(lines)]["text"])
    report.go(link(q="closed season"))
    check(
        "a search finds what has the words",
        page.inner_text("#count").startswith(f"{wanted:,} of"),
        page.inner_text("#count"),
    )
    page.locator("#list").evaluate("list => { list.scrollTop = list.scrollHeight; }")
    last = page.locator(f"#list li[aria-posinset='{wanted}']")
    check("the last row is there at the end", report.until(lambda: last.count() == 1))
    complaints = report.close()
    check("no complaint, no request", not complaints, complaints)


def check_keyboard(browser, report_path):
    """Everything can be reached without a mouse, and the address holds it."""
    print("keys and addresses")
    report = Report(browser, report_path)
    page = report.page

    def press(*keys):
        for key in keys:
            page.keyboard.press(key)
            report.settle()

    def becomes(what, condition, detail=""):
        check(what, report.until(condition), detail or page.url)

    def shown():
        identity = page.locator("#reader .identity")
        return identity.inner_text() if identity.count() else ""

    press("j")
    report.until(shown)
    first = shown()
    press("j")
    becomes("j steps to the next document", lambda: first and shown() not in ("", first))
    press("k")
    becomes("k steps back", lambda: shown() == first)
    report.go(link(doc="agency-four-points.html"))
    press("ArrowRight", "ArrowRight")
    becomes(
        "arrows step through the statements", lambda: "at=a2" in page.url and page.locator("#reader .here").count() > 0
    )
    press("Escape")
    becomes("Esc leaves the statement", lambda: "at=" not in page.url)
    press("/")
    page.keyboard.type("four-point")
    becomes("/ searches", lambda: "q=four-point" in page.url and " of " in page.inner_text("#count"))
    press("Escape")
    becomes("Esc clears the search", lambda: "q=" not in page.url)
    press("Escape", "?")
    becomes("? shows the keys", lambda: page.locator("#help[open]").count() == 1)
    press("Escape")
    becomes("Esc closes them", lambda: page.locator("#help[open]").count() == 0)
    press("c")
    becomes("c shows the charts", lambda: page.locator("#charts:visible").count() == 1)
    press("f")
    becomes("f shows the failures", lambda: page.locator("#failures:visible").count() == 1)
    press("d", "t")
    becomes("t changes the theme", lambda: page.evaluate("document.documentElement.dataset.theme") == "dark")
    report.go(link(doc="agency-four-points.html"))
    page.locator("#reader a.name.person").first.focus()
    becomes("a focused name has its card", lambda: page.locator("#card:visible").count() == 1)
    press("Enter")
    becomes(
        "a name is followed through the documents",
        lambda: "who=PERSON:" in page.url and page.locator("#who h2").count() == 1,
    )
    page.go_back()
    becomes("back goes back", lambda: shown() == "agency-four-points.html")
    report.go(link(doc="agency-four-points.html", at="p1.2"))
    becomes("an address names a point", lambda: "Second" in page.locator("#reader .here").first.inner_text())
    page.locator(".facet-type input").first.click()
    becomes("a filter is in the address", lambda: "type=" in page.url)
    report.settle()
    page.locator("#reader .note .act").first.click()
    becomes("a link keeps filters that are younger than it", lambda: "type=" in page.url and "at=a1" in page.url)
    complaints = report.close()
    report = Report(browser, report_path, link(doc="gb18030-zh.html", at="a1", type="PERSON"))
    page = report.page
    becomes("an address opens in a new tab", lambda: page.locator("#reader .here").count() > 0)
    page.locator("#chips .chip").first.click()
    becomes("a filter is taken back", lambda: "type=" not in page.url)
    complaints += report.close()
    check("no complaint, no request", not complaints, complaints)


def check_empty(browser, folder):
    """A report without documents, and one of a single document."""
    print("almost nothing")
    one = json.dumps(records(ROOT / "output/records.jsonl")[1]) + "\n"
    for name, text in [("none", ""), ("one", one)]:
        path = folder / f"{name}.jsonl"
        path.write_text(text)
        rapporteur("view", path, "-o", folder / f"{name}.html", "-q")
        report = Report(browser, folder / f"{name}.html")
        for hash in [
            link(view="charts"),
            link(view="failures"),
            link(view="who", who="PERSON:nobody"),
            link(q="word"),
            link(doc="nowhere"),
            link(doc=json.loads(one)["id"]),
        ]:
            report.go(hash)
            for form in report.page.locator("#charts:visible .forms button").all():
                form.click()
        report.page.keyboard.press("j")
        complaints = report.close()
        check(f"{name}: no complaint, no request", not complaints, complaints)


def check_access(browser, report_path):
    """axe-core finds nothing: names of controls, contrast, structure."""
    print("axe-core")
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    views = {
        "a document": link(doc="agency-four-points.html", at="a7"),
        "a Chinese document": link(doc="gb18030-zh.html"),
        "a list with filters": link(speaker="PERSON:joseph mutiso", status="points", **{"from": "2025-01-01"}),
        "a name": link(view="who", who="PERSON:joseph mutiso"),
        "charts": link(view="charts"),
        "failures": link(view="failures"),
        "a failed document": link(doc="broken.pdf"),
    }
    for scheme in ["light", "dark"]:
        for width in [1440, 400]:
            report = Report(browser, report_path, scheme=scheme, width=width)
            contrast = report.page.evaluate(CONTRAST)
            check(f"{contrast['count']} contrasts, {scheme}", not contrast["wrong"], contrast["wrong"])
            report.page.evaluate(axe)
            for name, hash in views.items():
                report.go(hash)
                forms = report.page.locator("#charts:visible .forms button")
                for form in range(max(1, forms.count())):
                    if forms.count():
                        forms.nth(form).click()
                    found = report.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
                    wrong = [
                        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
                        for rule in found["violations"]
                        for node in rule["nodes"]
                    ]
                    label = f"{name}{f', form {form + 1}' if forms.count() else ''}"
                    check(f"{label}, {scheme}, {width} pixels wide", not wrong, wrong[:4])
                wide = report.page.evaluate(WIDE)
                check(f"{name} is not wider than {width} pixels", not wide, wide)
            report.go(link(doc="agency-four-points.html"))
            report.page.keyboard.press("?")
            found = report.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
            check(
                f"help, {scheme}, {width} pixels wide",
                not found["violations"],
                [f"{rule['id']}: {rule['nodes'][0]['target']}" for rule in found["violations"]],
            )
            complaints = report.close()
            check("no complaint, no request", not complaints, complaints)


CONTRAST = """() => {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const probe = document.body.appendChild(document.createElement('span'));
  const luminance = (name, hue) => {
    probe.className = hue;
    probe.style.color = `var(${name})`;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const wrong = [];
  let count = 0;
  const compare = (fronts, backs, least, hue = '') => {
    for (const front of fronts) for (const back of backs) {
      const [dark, light] = [luminance(front, hue), luminance(back, hue)].sort((a, b) => a - b);
      const ratio = (light + 0.05) / (dark + 0.05);
      count += 1;
      if (ratio < least) wrong.push(`${front} on ${back} ${hue}: ${ratio.toFixed(2)} < ${least}`);
    }
  };
  const types = ['--person', '--role', '--body', '--place', '--deed', '--time', '--amount', '--point'];
  compare(['--ink'], ['--paper', '--sheet', '--raised', '--soft', '--accent-soft', '--mark'], 7);
  compare(['--dim'], ['--paper', '--sheet', '--raised', '--soft', '--accent-soft'], 4.5);
  compare(['--accent', '--bad', '--good'], ['--paper', '--sheet'], 4.5);
  compare(['--accent'], ['--accent-soft'], 4.5);
  compare([...types, '--accent'], ['--raised'], 4.5);
  compare(types, ['--paper', '--sheet'], 4.5);
  for (const hue of ['hue-0', 'hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5', 'hue-6', 'hue-none']) {
    compare(['--ink'], ['--shade', '--bright'], 7, hue);
    compare(types, ['--shade', '--bright', '--paper'], 3, hue);
    compare(['--edge'], ['--paper'], 3, hue);
  }
  probe.remove();
  return {count, wrong};
}"""


def check_hostile(browser, folder):
    """What a page says stays text."""
    print("hostile pages")
    attack = "</script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>\u2028<!--<script>"
    base = records(ROOT / "output/records.jsonl")[0]
    record = json.loads(json.dumps(base))
    record["id"] = attack
    record["text"] = base["text"].replace("KISUMU", attack)
    moved = len(attack) - len("KISUMU")
    place = base["text"].index("KISUMU")

    def move(value):
        if isinstance(value, dict):
            for key in ("start", "end"):
                if isinstance(value.get(key), int) and value[key] > place:
                    value[key] += moved
            for key, inner in value.items():
                if key != "source":
                    move(inner)
        elif isinstance(value, list):
            for inner in value:
                move(inner)

    move({key: record[key] for key in ("blocks", "mentions", "attributions", "proposals")})
    record["page"]["title"] = record["page"]["site"] = record["page"]["byline"] = attack
    record["page"]["language"] = '"><script>'
    record["source"]["url"] = "javascript:window.pwned=3"
    record["removed"] = [
        {"kind": "other", "reason": "short", "text": attack, "xpath": None, "source": {"start": 1, "end": 2}}
    ]
    record["warnings"] = [{"stage": attack, "code": attack, "message": attack}]
    for entity in record["entities"]:
        entity["name"] = attack + entity["name"]
        entity["role"] = attack
    for statement in record["attributions"]:
        for speaker in statement["speakers"]:
            speaker["name"] = attack
    other = dict(base, id="data", source=dict(base["source"], url="data:text/html,<script>window.pwned=4</script>"))
    path = folder / "hostile.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (record, other)), encoding="utf-8")
    rapporteur("view", path, "-o", folder / "hostile.html", "--title", attack, "-q")
    report = Report(browser, folder / "hostile.html")
    check("the title is text", report.page.inner_text("h1").startswith("</script><script>"))
    for hash in [
        link(doc=attack),
        link(doc=attack, at="a1", q="<script>"),
        link(doc="data"),
        link(view="charts"),
        link(view="who", who="PERSON:joseph mutiso"),
        link(view="failures"),
        link(view="<img src=x>", who=attack),
    ]:
        report.go(hash)
        for form in report.page.locator("#charts:visible .forms button").all():
            form.click()
    report.go(link(doc=attack))
    shown = report.page.evaluate(SHOWN)
    check("the text is shown as it is", shown["text"] == record["text"] and attack in shown["removed"])
    wanted = slices(record)
    check("its spans too", all(shown["marks"].get(name) == words for name, words in wanted.items()))
    check("nothing of it ran", report.page.evaluate("window.pwned") is None)
    links = report.page.evaluate(
        "[...document.querySelectorAll('[href], [src]')].map((e) => e.getAttribute('href') ?? e.getAttribute('src'))"
    )
    wrong = [link for link in links if not link.startswith(("#", "data:image/svg+xml,", "http://", "https://"))]
    check("no address but of this page and the web", not wrong, wrong)
    made = report.page.evaluate("document.querySelectorAll('img, iframe, object, embed, script:not([type])').length")
    check("no element came of it", made == 0)
    complaints = report.close()
    check("no complaint, no request", not complaints, complaints)


def check_large(browser, folder):
    """A document of half a megabyte opens, and a place deep in it is found."""
    print("a large document")
    page = (ROOT / "samples/pages/press-conference.txt").read_text(encoding="utf-8")
    (folder / "large.txt").write_text("\n\n".join([page] * 300), encoding="utf-8")
    rapporteur("run", folder / "large.txt", "-o", folder / "large.jsonl", "-q")
    rapporteur("view", folder / "large.jsonl", "-o", folder / "large.html", "-q")
    record = records(folder / "large.jsonl")[0]
    report = Report(browser, folder / "large.html", guard=10 * SECONDS)
    started = time.monotonic()
    report.go(link(doc="large.txt", at="a900"))
    marks = report.page.locator("#reader [data-marks]").count()
    print(f"      {len(record['text']) // 1000} kB of text, {marks:,} marks: {time.monotonic() - started:.2f} s")
    here = report.page.locator("#reader .here").first

    def is_in_sight():
        place = here.bounding_box()
        return place is not None and 0 < place["y"] < 900

    check("its statement a900 is in sight", report.until(is_in_sight))
    complaints = report.close()
    check("no complaint, no request", not complaints, complaints)


def main():
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = pathlib.Path(name)
        print(f"chromium {browser.version}")
        sample = folder / "sample.jsonl"
        sample.write_bytes((ROOT / "output/records.jsonl").read_bytes())
        failed = dict(
            records(sample)[0],
            id="broken.pdf",
            status="failed",
            text="",
            page={},
            error={"stage": "decoding", "code": "unsupported_type", "message": "a PDF file"},
        )
        for layer in ["blocks", "removed", "sentences", "entities", "mentions", "attributions", "proposals"]:
            failed[layer] = []
        pathlib.Path(f"{sample}.failures.jsonl").write_text(json.dumps(failed) + "\n")
        pathlib.Path(f"{sample}.run.json").write_text(
            json.dumps(
                {
                    "version": "0",
                    "ledger": {"read": 20, "annotated": 17, "failed": 1, "filtered": 2},
                    "filtered": [{"reason": "http_status", "count": 2}],
                }
            )
        )
        rapporteur("view", sample, "-o", folder / "sample.html", "--title", "Samples", "-q")
        checks = {
            "spans": lambda: check_spans(browser, folder),
            "hostile": lambda: check_hostile(browser, folder),
            "keys": lambda: check_keyboard(browser, folder / "sample.html"),
            "access": lambda: check_access(browser, folder / "sample.html"),
            "empty": lambda: check_empty(browser, folder),
            "large": lambda: check_large(browser, folder),
            "size": lambda: check_size(browser, folder),
        }
        for name in sys.argv[1:] or checks:
            checks[name]()
    if failures:
        raise SystemExit(f"{len(failures)} checks failed")
    print("all well")


main()
