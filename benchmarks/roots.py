"""Task roots: folders as AWS Lambda mounts them, with bytecode and without."""

import compileall
import importlib.util
import os
import py_compile
import shutil
import sys
import zipfile
from pathlib import Path

from skill.workshop.packaging.bundle import write_bundle

REPOSITORY = Path(__file__).parents[1]
SDK = ("ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "six", "dateutil")
"""What a skill loads; of the other requirements nothing is ever imported."""
UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH


def product(root: Path, package: Path | None = None) -> Path:
    """Return a task root with this skill: what a zip holds, else one made for this Python."""
    if package is None:
        package = root.with_suffix(".zip")
        write_bundle(package, runtime=f"{sys.version_info.major}.{sys.version_info.minor}")
    with zipfile.ZipFile(package) as file:
        file.extractall(root)
    if not any(root.rglob(f"*.{sys.implementation.cache_tag}.pyc")):
        raise SystemExit(f"{package} has no bytecode for this Python; measure with its own.")
    return root


def hello(root: Path) -> Path:
    """Return a task root with the hello world, without bytecode as `sam build` packs it."""
    _sdk(root)
    shutil.copy(Path(__file__).with_name("hello.py"), root)
    return root


def compiled(root: Path) -> Path:
    """Compile a task root in place, in the form that survives packing."""
    compileall.compile_dir(root, quiet=2, invalidation_mode=UNCHECKED, workers=os.cpu_count() or 1)
    return root


def copied(root: Path, to: Path) -> Path:
    """Return a copy of a task root."""
    return Path(shutil.copytree(root, to))


def with_locales(root: Path, count: int) -> Path:
    """Give a task root so many locales more, each as large as the first."""
    content = root / "skill" / "content" / "compiled"
    for file in list(content.glob("en-US*.json")):
        for number in range(count):
            shutil.copy(file, content / file.name.replace("en-US", f"x{number:02}"))
    return root


def _sdk(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for name in SDK:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(name)
        place = Path(spec.origin)
        if spec.submodule_search_locations:
            shutil.copytree(place.parent, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, root)
