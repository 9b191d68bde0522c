"""Reads the content files and says, one line each, what is wrong with their form."""

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from skill.workshop.authoring.schema import Medicine

CONTENT = Path(__file__).parents[2] / "content"
KNOWLEDGE = CONTENT / "knowledge"
LOCALES = CONTENT / "locales"
HEARING = CONTENT / "hearing"
COMPILED = CONTENT / "compiled"

_LONGEST_SHOWN = 60
"""How much of a wrong value a line repeats."""


class ContentError(Exception):
    """The content has problems; ``problems`` holds one line each."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the problems, and show them all."""
        super().__init__("\n".join(problems))
        self.problems = problems


def shown(path: Path) -> str:
    """Return a content file's path as the project writes it."""
    return f"skill/content/{path.relative_to(path.parents[1]).as_posix()}"


def read_medicine(folder: Path = KNOWLEDGE) -> Medicine:
    """Return the knowledge files as models; raise ContentError with every problem of form."""
    problems: list[str] = []
    files: dict[str, BaseModel] = {}
    for name, field in Medicine.model_fields.items():
        path = folder / f"{name}.toml"
        data = _toml(path, problems)
        model = field.annotation
        if data is None or not isinstance(model, type) or not issubclass(model, BaseModel):
            continue
        try:
            files[name] = model.model_validate(data)
        except ValidationError as error:
            problems += [_said(path, data, model, one) for one in error.errors()]
    if problems:
        raise ContentError(problems)
    return Medicine.model_validate(files)


def read_hearing(locale: str, folder: Path = HEARING) -> dict[str, Any]:
    """Return what a locale hears in free speech; raise ContentError when it cannot be read."""
    problems: list[str] = []
    tables = _toml(folder / f"{locale}.toml", problems)
    if tables is None:
        raise ContentError(problems)
    return tables


def _toml(path: Path, problems: list[str]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(f"{shown(path)}: the file is missing. Restore it.")
    except UnicodeDecodeError as error:
        problems.append(f"{shown(path)}: byte {error.start} is not UTF-8. Save it as UTF-8.")
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{shown(path)}: not valid TOML: {error}. Mend that line.")
    return None


def read_locale(path: Path) -> dict[str, Any]:
    """Return a locale file's content; raise ContentError when it is no TOML."""
    problems: list[str] = []
    data = _toml(path, problems)
    if data is None:
        raise ContentError(problems)
    return data


def _said(path: Path, data: dict[str, Any], model: type[BaseModel], error: ErrorDetails) -> str:
    """Return one line: the file, the entry, what is wrong, what to do."""
    where, inside = _entry(data, error["loc"])
    return f"{shown(path)}: {where}: {_wrong(model, error, '.'.join(map(str, inside)))}"


def _wrong(model: type[BaseModel], error: ErrorDetails, key: str) -> str:
    """Return what is wrong with a key, and what to do about it."""
    message = error["msg"].removeprefix("Value error, ")
    match error["type"]:
        case "extra_forbidden":
            hint = did_you_mean(str(error["loc"][-1]), _keys(model, error["loc"][:-1]))
            return f'there is no "{key}".{hint or " Remove it."}'
        case "missing":
            return f'"{key}" is missing. Add it.'
        case "value_error":
            return f"{message}. Mend it."
        case "list_type" if len(error["loc"]) == 1:
            return f"[{key}] is a list of entries. Write [[{key}]] above each."
    value = repr(error["input"])
    if len(value) > _LONGEST_SHOWN:
        value = f"{value[:_LONGEST_SHOWN]}..."
    return f'"{key}": {message}, not {value}. Mend it.'


def _entry(data: dict[str, Any], loc: tuple[int | str, ...]) -> tuple[str, tuple[int | str, ...]]:
    """Return how the entry of an error is called, and the place of the error inside the entry."""
    match loc:
        case (table, int(number), *inside):
            names = [_name(entry) for entry in data[str(table)]]
            return f"[[{table}]] {numbered(names)[number]}", tuple(inside)
        case (table, str(name), *inside) if isinstance(data[str(table)].get(name), dict):
            return f"[{table}.{name}]", tuple(inside)
        case (table, *inside) if inside:
            return f"[{table}]", tuple(inside)
    return "top level", loc


def _name(entry: object) -> str:
    """Return how an entry calls itself."""
    known = entry if isinstance(entry, dict) else {}
    return str(known.get("id") or known.get("finding") or "without id")


def numbered(names: list[str]) -> list[str]:
    """Return the names of entries; the second of one name is "name (2)"."""
    before = [names[:place].count(name) for place, name in enumerate(names)]
    return [f"{name} ({n + 1})" if n else name for name, n in zip(names, before, strict=True)]


def _keys(model: Any, loc: Iterable[int | str]) -> Iterable[str]:  # noqa: ANN401 - any annotation
    """Return the keys that the model at a place knows."""
    for key in loc:
        if isinstance(model, type) and issubclass(model, BaseModel):
            model = model.model_fields[str(key)].annotation
        else:
            model = get_args(model)[-1]
    return model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else ()


def did_you_mean(key: str, known: Iterable[str]) -> str:
    """Return a hint naming the closest known key, or nothing."""
    near = get_close_matches(key, list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""
