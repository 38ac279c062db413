"""What `tools/pictures/make` runs: PNG files beside this one."""

import json
import os
import pathlib
import pty
import re
import subprocess
import tempfile

from PIL import Image

from browser import ROOT, Report, chromium, program, rapporteur
from readouts import page

HERE = pathlib.Path(__file__).resolve().parent
CONFIGURATION = "stages: [boilerplate: {keep_removed: true}, sentences, entities, speakers, proposals]\n"


def small(path):
    """A PNG with a palette: a third of the size, text as sharp as before, and no rare colour lost."""
    with Image.open(path) as picture:
        method = Image.Quantize.MAXCOVERAGE
        picture.convert("RGB").quantize(256, method, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


def made_of(folder, name, inputs, title):
    """A report of some inputs."""
    config = folder / "pipeline.yml"
    config.write_text(CONFIGURATION)
    rapporteur("run", *inputs, "-c", config, "-o", folder / f"{name}.jsonl", "-q")
    rapporteur("view", folder / f"{name}.jsonl", "-o", folder / f"{name}.html", "--title", title, "-q")
    return folder / f"{name}.html"


def picture(browser, report, hash, name, scheme, size=(1320, 820), before=None):
    os.environ["SCALE"] = "1.5"
    opened = Report(browser, report, hash, width=size[0], height=size[1], scheme=scheme)
    if before:
        before(opened.page)
    opened.page.wait_for_timeout(300)
    opened.page.screenshot(path=HERE / name)
    opened.close()
    small(HERE / name)


def point(page):
    page.hover(".pages .said.direct")


def charts(page):
    page.locator(".figure").nth(2).scroll_into_view_if_needed()
    page.evaluate("document.querySelectorAll('.figure')[2].scrollIntoView({block: 'start'})")
    page.mouse.wheel(0, -20)


def on_terminal(*arguments):
    """What the program prints on a terminal, with its colours."""
    reader, writer = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"}
    process = subprocess.Popen([program(), *arguments], cwd=ROOT, stdout=writer, stderr=writer, env=environment)
    os.close(writer)
    output = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:
            break
        if not piece:
            break
        output += piece
    process.wait()
    return output.decode().replace("\r\n", "\n")


TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 18px 22px; background: #16181c; color: #d8dce2; font: 13px/1.5 "DejaVu Sans Mono", monospace; }
div { height: 1.5em; width: 116ch; white-space: pre; overflow: hidden; text-overflow: ellipsis; }
.c1 { font-weight: 700; color: #fff; } .c2 { color: #8b939f; } .c31 { color: #f0857d; } .c32 { color: #84cf9b; }
.c33 { color: #e5c06b; } .c34 { color: #84b4f0; } .c35 { color: #cf9cf0; } .c36 { color: #6fd0d8; }
</style>%s"""


def terminal(browser, lines, name):
    text = "".join("<div>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</div>" for line in lines)
    text = re.sub(r"\x1b\[(\d+)m", lambda code: "</span>" if code[1] == "0" else f'<span class="c{code[1]}">', text)
    context = browser.new_context(viewport={"width": 1000, "height": 400}, device_scale_factor=1.5)
    tab = context.new_page()
    tab.set_content(TERMINAL % text)
    tab.screenshot(path=HERE / name, full_page=True)
    context.close()
    small(HERE / name)


def shortened(lines):
    """Some lines of every part of what `explain` prints."""
    most = {"Cut": 8, "Text": 13, "Entities": 6, "Who": 11, "Points": 9}
    kept, part, count = [], "", 0
    for line in lines:
        plain = re.sub(r"\x1b\[\d+m", "", line)
        if plain and not plain.startswith(" "):
            part, count = plain.split()[0], 0
        count += 1
        if not plain:
            kept += ["  …"] if count > most.get(part, 99) else []
            kept.append("")
        elif count <= most.get(part, 99):
            kept.append(line)
    return kept


def main():
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = pathlib.Path(name)
        samples = made_of(folder, "samples", [ROOT / "samples/pages"], "Samples")
        for scheme in ["light", "dark"]:
            picture(browser, samples, "#doc=agency-four-points.html", f"report-{scheme}.png", scheme, before=point)
        rows = [page(path) for path in sorted((ROOT / "samples/readouts").glob("*.xml"))]
        lines = folder / "readouts.lines"
        lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        corpus = made_of(folder, "readouts", [lines], "160 readouts")
        picture(browser, corpus, "#view=charts", "charts.png", "light", (1180, 980), charts)
        printed = on_terminal("explain", "samples/pages/agency-four-points.html", "-c", "pipeline.yml").splitlines()
        terminal(
            browser, ["$ rapporteur explain samples/pages/agency-four-points.html", *shortened(printed)], "explain.png"
        )


main()
