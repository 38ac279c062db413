"""A browser, the program, and the reports that both are tried on."""

import contextlib
import json
import os
import pathlib
import subprocess
import time

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The program: RAPPORTEUR, else the newest build."""
    named = os.environ.get("RAPPORTEUR")
    builds = (
        [pathlib.Path(named)]
        if named
        else sorted((ROOT / ".build").glob("*/rapporteur"), key=lambda build: build.stat().st_mtime)
    )
    if not builds:
        raise SystemExit("there is no build: swift build, or name the program in RAPPORTEUR")
    return str(builds[-1].resolve())


def rapporteur(*arguments, folder=ROOT, codes=(0,)):
    """Runs the program; its standard error."""
    done = subprocess.run([program(), *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=600)
    if done.returncode not in codes:
        raise SystemExit(f"rapporteur {' '.join(map(str, arguments))}: {done.returncode}\n{done.stderr}")
    return done.stderr


def records(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Report:
    """A report that is open in a tab of its own, and everything that it complained of or asked for."""

    def __init__(self, browser, path, hash="", width=1440, height=900, scheme="light", guard=30):
        self.path = pathlib.Path(path).resolve()
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            device_scale_factor=float(os.environ.get("SCALE", "1")),
        )
        self.page = self.context.new_page()
        self.guard = guard
        self.complaints = []
        self.requests = []
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.set_default_timeout(guard * 1000)
        self.page.goto(self.address(hash))
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def address(self, hash=""):
        return self.path.as_uri() + hash

    def go(self, hash):
        """Changes what is behind the # and waits until that is shown."""
        self.page.evaluate(
            """hash => {
          if (location.hash === hash) return;
          delete document.documentElement.dataset.shown;
          location.hash = hash;
        }""",
            hash,
        )
        # Playwright's own waiting evaluates strings in the page, which the page's policy forbids.
        until = time.monotonic() + self.guard
        while not self.page.evaluate("document.documentElement.dataset.shown === location.hash"):
            if time.monotonic() > until:
                raise SystemExit(f"{hash} was not shown in {self.guard} s: {self.complaints}")
            self.page.wait_for_timeout(10)

    def until(self, condition, seconds=10):
        """Whether something comes true: on a busy machine a page takes its time."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            self.page.wait_for_timeout(20)
        return True

    def settle(self):
        """Waits until what the address names is shown."""
        return self.until(lambda: self.page.evaluate("document.documentElement.dataset.shown === location.hash"))

    def close(self):
        """Gives back what there is to complain of."""
        asked = [url for url in self.requests if not url.startswith((self.address(), "data:"))]
        self.context.close()
        return self.complaints + [f"asked for {url}" for url in asked]
