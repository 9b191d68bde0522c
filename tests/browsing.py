"""A real Chromium on the page, served as people run it; skips where there is no Chromium."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from skill.doors.web.server import bind
from skill.workshop.book.pdf import HEADLESS

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = (
    *HEADLESS,
    "--autoplay-policy=no-user-gesture-required",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
AXE = Path(os.environ.get("AXE_CORE", "/usr/share/javascript/axe-core")) / "axe.min.js"
"""axe-core is on npm only: .ci/run fetches it outside the tree and names its folder."""

PATIENCE, STEP = 8_000, 50
"""Milliseconds until an expectation of the page is given up, and between two looks at it."""


FAULTS: list[str] = []
"""What failed in the pages; a test that leaves any fails."""


class Served:
    """The page's server in this process, which can go down and come back on its port."""

    def __init__(self) -> None:
        self.port = 0
        self.start()

    def start(self) -> None:
        """Serve, on the port of the first time."""
        self._server = bind("127.0.0.1", self.port)
        self.port = self._server.server_port
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Go down, as at the end of a process."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Return where the page is."""
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a Chromium that reaches this machine only."""
    if CHROMIUM is None:
        pytest.skip("There is no Chromium, so the page is not tried in a browser.")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        yield browser
        browser.close()


def visit(context: BrowserContext, address: str) -> Page:
    """Open the page; whatever fails in it is kept among the faults."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: FAULTS.append(f"{error}\n{error.stack}"))
    page.goto(address)
    return page


def press(page: Page, name: str, within: str = "#reply") -> None:
    """Press a button by its name, once the page is ready for it."""
    expect(page.locator("#reply")).not_to_have_attribute("aria-busy", "true")
    page.locator(within).get_by_role("button", name=name, exact=True).click()
    settle(page)


def type_in(page: Page, words: str) -> None:
    """Type words and send them with the Enter key."""
    page.locator("#say").fill(words)
    page.locator("#say").press("Enter")
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page has its answer."""
    expect(page.locator("#reply")).not_to_have_attribute("aria-busy", "true")


def until(page: Page, script: str) -> None:
    """Wait until a script of the page is true; the page itself may not run text as code."""
    for _ in range(PATIENCE // STEP):
        if page.evaluate(script):
            return
        page.wait_for_timeout(STEP)
    raise AssertionError(script)


def said(page: Page) -> str:
    """Return what the skill said last, in one line."""
    return " ".join(page.locator("#log .skill").last.locator("p:not(.banner)").all_inner_texts())


def serious(page: Page, *rules: str) -> list[str]:
    """Return what axe-core finds serious or critical on the page: rule, and the places.

    Only these rules are looked at, or all when none is named.
    """
    if not AXE.exists():
        pytest.skip("axe-core is not here (AXE_CORE names its folder), so it checks nothing.")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "(rules) => axe.run(rules.length ? { runOnly: rules } : {})", rules
    )
    return [
        f"{one['id']}: {[node['html'][:120] for node in one['nodes']]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
