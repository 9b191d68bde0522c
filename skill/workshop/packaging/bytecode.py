"""Compiles what the zip holds, for the Python that Lambda runs.

Lambda cannot write beside the code, so without bytecode every cold start compiles every module,
which takes longer than all the rest of it. Bytecode that is dated goes stale when a zip rounds the
dates, so it is told not to look (PEP 552, unchecked hash). Docstrings stay in the sources: those of
the SDK are long, and with them in the bytecode a start takes a twentieth longer.
"""

import os
import subprocess
import sys
from pathlib import Path

RUNTIME = "3.13"
"""The Python of the Lambda: also in ask-resources.json and template.yaml, as a test sees to."""
TASK_ROOT = "/var/task"
"""Where Lambda unpacks the zip; what a traceback shows."""

MISSING = (
    f"There is no Python {RUNTIME} here, so the zip goes without bytecode: it works, but each cold "
    "start compiles every module first. Install one, or say where it is: "
    f"LAMBDA_PYTHON=/path/to/python{RUNTIME}."
)


def compile_all(folder: Path, runtime: str = RUNTIME) -> bool:
    """Put bytecode beside every module below a folder; return whether that could be done.

    It is named as bytecode with docstrings is, since Lambda does not run Python with ``-OO``.
    """
    python = interpreter(runtime)
    if python is None:
        return False
    how = ("-q", "-o", "2", "--invalidation-mode", "unchecked-hash", "-p", TASK_ROOT)
    command = [python, "-W", "ignore", "-m", "compileall", *how, "-s", str(folder), str(folder)]
    subprocess.run(command, check=True)  # noqa: S603 - our own command on our own files
    for path in folder.rglob("*.opt-2.pyc"):
        path.rename(path.with_name(path.name.replace(".opt-2", "")))
    return True


def interpreter(runtime: str = RUNTIME) -> str | None:
    """Return a Python of the Lambda's version: LAMBDA_PYTHON, this one, or one on the path."""
    named = os.environ.get("LAMBDA_PYTHON")
    candidates = [named] if named else [sys.executable, f"python{runtime}"]
    return next((one for one in candidates if _version(one) == runtime), None)


def _version(python: str) -> str:
    """Return the version of an interpreter, or "" when it does not start."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        told = subprocess.run(  # noqa: S603 - the interpreter that the owner names
            [python, "-c", ask], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip()
