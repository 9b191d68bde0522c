"""Writes what is generated from the content, and tells what is stale.

Generated, committed and checked: the compiled content that the runtime loads, and the
interaction models that Amazon gets. Nobody edits them.
"""

import json
from pathlib import Path
from typing import Any

from skill.workshop.authoring.compiling import (
    as_json,
    compile_knowledge,
    compile_locale,
    compile_page,
    compile_sources,
)
from skill.workshop.authoring.hearing import compile_hearing
from skill.workshop.authoring.models import EARS, interaction_model
from skill.workshop.authoring.reading import (
    COMPILED,
    CONTENT,
    LOCALES,
    read_hearing,
    read_locale,
    read_medicine,
)
from skill.workshop.progress import track

MODELS = CONTENT.parents[1] / "interaction_models"


def generated() -> dict[Path, str]:
    """Return every generated file with the text that it should have; raise ContentError."""
    medicine = read_medicine()
    files = {
        COMPILED / "knowledge.json": as_json(compile_knowledge(medicine)._asdict()),
        COMPILED / "sources.json": as_json(compile_sources(medicine)),
    }
    for path in track(sorted(LOCALES.glob("*.toml")), "reading locales"):
        locale = read_locale(path)
        name = locale["locale"]
        files[COMPILED / f"{name}.json"] = as_json(compile_locale(locale))
        files[COMPILED / f"{name}.page.json"] = as_json(compile_page(locale))
        files[COMPILED / f"{name}.hear.json"] = as_json(locale["hear"])
        files[COMPILED / f"{name}.ears.json"] = as_json(compile_hearing(read_hearing(name), name))
        files[MODELS / f"{name}.json"] = model_text(locale)
    return files


def model_text(locale: dict[str, Any], ears: str = EARS[0]) -> str:
    """Return the text of a locale's interaction model, for one kind of ears."""
    model = interaction_model(
        locale["hear"], invocation=locale["invocation"], locale=locale["locale"], ears=ears
    )
    return json.dumps(model, ensure_ascii=False, indent=1) + "\n"


def build() -> list[Path]:
    """Write every generated file whose text has changed, remove strays, return what changed."""
    files = generated()
    changed = [path for path, text in files.items() if _text(path) != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
    strays = _strays(files)
    for path in strays:
        path.unlink()
    return changed + strays


def stale() -> list[str]:
    """Return a line for each generated file that is missing, old, or should be gone."""
    files = generated()
    old = [path for path, text in files.items() if _text(path) != text]
    return [
        f"{path.relative_to(MODELS.parent)} is stale. Run: python -m skill build"
        for path in old + _strays(files)
    ]


def _strays(files: dict[Path, str]) -> list[Path]:
    found = [path for folder in (COMPILED, MODELS) for path in folder.glob("*.json")]
    return [path for path in found if path not in files]


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
