"""Prints a page of HTML through a headless Chromium, and finds what stands on which page."""

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Names under which a Chromium may be installed."""

HEADLESS = (
    "--headless",
    "--no-sandbox",  # root has no sandbox in a container; the page is our own and loads nothing
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
QUIET = (
    *HEADLESS,
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
SECONDS = 180

NO_BROWSER = (
    "No Chromium was found, so no PDF was made. Install one (Debian: apt-get install chromium), "
    "or open the HTML file in any browser and print it."
)


class NoBrowserError(Exception):
    """There is no Chromium on this machine, or it could not print; the message says what to do."""


def browser() -> str | None:
    """Return the path of a Chromium, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def print_pdf(html: str, pdf: Path) -> None:
    """Print a page of HTML; raise NoBrowserError saying what to do if that cannot be done."""
    found = browser()
    if found is None:
        raise NoBrowserError(NO_BROWSER)
    with TemporaryDirectory() as folder:
        page, printed = Path(folder, "book.html"), Path(folder, "book.pdf")
        page.write_text(html, encoding="utf-8")
        profile = Path(folder, "profile")
        command = [found, *QUIET, f"--user-data-dir={profile}", f"--print-to-pdf={printed}"]
        done = _run([*command, page.as_uri()])
        if not printed.exists():
            raise NoBrowserError(f"{found} did not print. It said:\n{done}")
        shutil.move(printed, pdf)


def _run(command: list[str]) -> str:
    """Return what a command said, whatever became of it."""
    try:
        done = subprocess.run(  # noqa: S603 - the browser that was found, and our own page
            command, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"nothing within {SECONDS} seconds"
    return done.stderr.strip()


def pages_of(pdf: Path) -> dict[str, int]:
    """Return the page, counted from 1, of every anchor that a link in a PDF leads to.

    Reads the form in which Chromium writes its objects; another form gives an empty answer.
    """
    raw = pdf.read_bytes().decode("latin-1")
    objects = dict(re.findall(r"^(\d+) 0 obj\n(.*?)\nendobj", raw, re.DOTALL | re.MULTILINE))
    root = next((one for one in objects.values() if "/Type /Catalog" in one), "")
    numbers = {
        page: place for place, page in enumerate(_leaves(objects, _pointer(root, "Pages")), 1)
    }
    names = objects.get(_pointer(root, "Dests"), "")
    found = re.findall(r"/(\S+) \[(\d+) 0 R /XYZ", names)
    return {_unescaped(name): numbers[page] for name, page in found if page in numbers}


def _pointer(text: str, name: str) -> str:
    found = re.search(rf"/{name} (\d+) 0 R", text)
    return found[1] if found else ""


def _leaves(objects: dict[str, str], node: str) -> list[str]:
    """Return the pages below a node of the tree of pages, in their order."""
    kids = re.search(r"/Kids \[(.*?)\]", objects.get(node, ""), re.DOTALL)
    if kids is None:
        return [node]
    return [leaf for kid in re.findall(r"(\d+) 0 R", kids[1]) for leaf in _leaves(objects, kid)]


def _unescaped(name: str) -> str:
    """Return a name as it was: a PDF writes what is special as "#" and two hex digits."""
    return re.sub(r"#([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), name)
