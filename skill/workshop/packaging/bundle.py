"""The zip that AWS Lambda runs: the skill's own files, the wheels they need, and bytecode.

Needs the standard library and pip alone, so that the ASK CLI can run it with any Python. The same
sources give the same list of files, with the same dates.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from skill.workshop.packaging.bytecode import RUNTIME, compile_all

ROOT = Path(__file__).parents[3]
LOCK = ROOT / "requirements.lock"

PARTS = (
    "__init__.py",
    "library.py",
    "wording.py",
    "dialogue",
    "doors/__init__.py",
    "doors/alexa",
    "hearing/__init__.py",
    *(
        f"hearing/{name}.py"
        for name in (
            *("amounts", "context", "ears", "intents", "normal", "opening", "patterns"),
            *("pending", "replies", "sentence", "taps", "values"),
        )
    ),
    "saying.py",
    "triage",
)
"""Of the package; what else it holds is for people, not for callers."""
WHEELS = ("ask-sdk-core", "ask-sdk-model", "ask-sdk-runtime", "python-dateutil", "six")
"""The SDK also names requests, which only its clients for Amazon's services import."""
ARCHITECTURE = "manylinux2014_aarch64"
NEVER_READ = ("*.dist-info/*", "dateutil/zoneinfo/*.tar.gz", "**/py.typed")
LICENCES = re.compile(r"LICEN[CS]E|NOTICE|COPYING")

LONG_AGO = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16
SKILL_ID = "skill_id.txt"
"""Beside the entry point, which reads it."""


class Bundle(NamedTuple):
    """What became of it."""

    files: int
    size: int
    compiled: bool


class BundleError(Exception):
    """The zip cannot be made; the message says why."""


def write_bundle(target: Path, skill_id: str = "", runtime: str = RUNTIME) -> Bundle:
    """Write the zip; raise BundleError when the wheels cannot be had.

    With a skill id, the entry point answers for that skill where no variable names another.
    A zip for another Python than the Lambda's is for the benchmark, which runs it on its own.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        _install(folder, runtime)
        _copy(folder)
        if skill_id:
            (folder / SKILL_ID).write_text(skill_id + "\n", encoding="utf-8")
        compiled = compile_all(folder, runtime)
        target.parent.mkdir(parents=True, exist_ok=True)
        files = _zip(folder, target)
    return Bundle(files, target.stat().st_size, compiled)


def requirements(lock: str) -> str:
    """Return the lines of a lock file that pin what the Lambda needs, with their hashes."""
    found = [re.search(rf"^{one}==.*(?:\n    --hash=.*)+", lock, re.MULTILINE) for one in WHEELS]
    return "\n".join(one[0] for one in found if one) + "\n"


def _install(folder: Path, runtime: str) -> None:
    """Unpack the wheels for the Lambda's Python and processor, whatever this machine is."""
    how = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile"]
    how += ["--require-hashes", "--only-binary=:all:", "--implementation=cp"]
    how += [f"--platform={ARCHITECTURE}", f"--python-version={runtime}", f"--target={folder}"]
    with TemporaryDirectory() as name:
        pins = Path(name, "requirements.txt")
        pins.write_text(requirements(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", *how, f"--requirement={pins}"]
        done = subprocess.run(  # noqa: S603 - our own command
            command, capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise BundleError(f"pip could not get the wheels for the Lambda:\n{done.stderr.strip()}")
    _prune(folder)


def _prune(folder: Path) -> None:
    """Remove what nothing reads at run time; raise BundleError for code of one processor only.

    The ASK CLI and SAM make Lambdas of different processors, and one zip serves both.
    """
    if compiled := [path.name for path in folder.rglob("*.so")]:
        raise BundleError(f"{', '.join(compiled)}: such code runs on one kind of processor only.")
    for pattern in NEVER_READ:
        for path in folder.glob(pattern):
            if path.is_file() and not LICENCES.match(path.name):
                path.unlink()


def _copy(folder: Path) -> None:
    """Bring the skill's own files along: what the Lambda imports and opens, no more."""
    shutil.copy(ROOT / "lambda" / "lambda_function.py", folder)
    for source in _own():
        target = folder / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _own() -> Iterator[Path]:
    """Yield the skill's own files."""
    package = ROOT / "skill"
    for part in PARTS:
        path = package / part
        inside = [*path.rglob("*.py"), *path.rglob("*.json")] if path.is_dir() else [path]
        yield from inside
    compiled = package / "content" / "compiled"
    yield compiled / "knowledge.json"
    yield from compiled.glob("??-??.json")
    yield from compiled.glob("??-??.ears.json")


def _zip(folder: Path, target: Path) -> int:
    """Write the files below a folder into a zip, in order and without dates; return how many."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with ZipFile(target, "w") as archive:
        for path in files:
            entry = ZipInfo(path.relative_to(folder).as_posix(), LONG_AGO)
            entry.external_attr = READABLE
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
    return len(files)
