"""Prints the ratios, or writes them between the marks of docs/performance.md."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import endpoint, hearing, roots, starts, turns
from benchmarks.events import DEVICES, LONG, Json, again, answered, moments, spelt_out, yes
from benchmarks.hello import lambda_handler as hello
from benchmarks.pairs import Ratio, percentile, ratio
from benchmarks.starts import Variant
from skill.doors.alexa import build_handler

PAGE = roots.REPOSITORY / "docs" / "performance.md"
MARKS = "<!-- measured -->\n", "<!-- end -->\n"
LOCALES = 20


class Row(NamedTuple):
    """A line of the table; ``splendid`` is what would be more than enough."""

    what: str
    measured: Ratio | str
    goal: str = ""
    splendid: str = ""


class Roots(NamedTuple):
    """The task roots: ours and the reference's, with bytecode, and ours with many locales."""

    ours: Path
    hello: Path
    hello_plain: Path
    locales: Path


def main() -> None:
    """Measure, and print or write the report."""
    arguments = _arguments()
    with TemporaryDirectory() as folder:
        made = _roots(Path(folder), arguments.package)
        rows = [*_starts(made, arguments.runs), *_turns(arguments.runs)]
        rows += [*_hearing(arguments.runs), *_sizes()]
    report = "\n".join((_machine(arguments.runs), "", *_table(rows), ""))
    if arguments.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        PAGE.write_text(f"{before}{MARKS[0]}\n{report}\n{MARKS[1]}{after}", encoding="utf-8")
    sys.stdout.write(report)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="pairs of each kind, at least 2")
    parser.add_argument("--package", type=Path, help="the zip that is deployed, to start that")
    parser.add_argument("--write", action="store_true", help=f"write into {PAGE.name}")
    return parser.parse_args()


def _roots(folder: Path, package: Path | None) -> Roots:
    ours, plain = roots.product(folder / "ours", package), roots.hello(folder / "hello-plain")
    return Roots(
        ours=ours,
        hello=roots.compiled(roots.copied(plain, folder / "hello")),
        hello_plain=plain,
        locales=roots.with_locales(roots.copied(ours, folder / "locales"), LOCALES - 1),
    )


def _starts(made: Roots, runs: int) -> Iterator[Row]:
    for device in DEVICES:
        goals = ("0.40", "0.25") if device == "Show" else ("0.50", "0.32")
        for moment in ("launch", "yes in the middle"):
            yield from _cold(made, runs, device, moment, goals)
    launch = (moments("Show")["launch"],)
    ours, theirs = starts.in_turns(
        runs,
        Variant(made.ours, "lambda_function", launch, runtime=False),
        Variant(made.hello, "hello", launch, runtime=False),
    )
    yield Row("whole process, CPU", _by("whole", ours, theirs), "0.55", "0.42")
    yield Row("whole process, wall clock", _by("whole_wall", ours, theirs), "0.55", "0.42")
    yield from _special_starts(made, runs)


def _cold(
    made: Roots, runs: int, device: str, moment: str, goals: tuple[str, str]
) -> Iterator[Row]:
    event = (moments(device)[moment],)
    ours, theirs = starts.in_turns(
        runs, Variant(made.ours, "lambda_function", event), Variant(made.hello, "hello", event)
    )
    where = f"{device}, {moment}"
    yield Row(f"cold: {where}", _by("cold", ours, theirs), *goals)
    yield Row(f"cold, wall clock: {where}", _by("wall", ours, theirs), *goals)
    yield Row(f"first request after start: {where}", _by("first", ours, theirs), "0.05", "0.03")
    if moment == "launch":
        yield Row(f"memory: {device}", _by("memory", ours, theirs), "0.80", "0.70")
        yield Row(f"modules loaded: {device}", f"{ours[0].new} : {theirs[0].new}")


def _special_starts(made: Roots, runs: int) -> Iterator[Row]:
    launch = (moments("Show")["launch"],)
    ours, theirs, many = starts.in_turns(
        runs,
        Variant(made.ours, "lambda_function", launch),
        Variant(made.hello_plain, "hello", launch),
        Variant(made.locales, "lambda_function", launch),
    )
    yield Row("as deployed: Show, launch", _by("cold", ours, theirs), "0.12", "0.07")
    yield Row(f"start with {LOCALES} locales : with one", _by("cold", many, ours), "1.05")


def _by(name: str, ours: list[starts.Start], theirs: list[starts.Start]) -> Ratio:
    return ratio([getattr(one, name) for one in ours], [getattr(one, name) for one in theirs])


def _turns(runs: int) -> Iterator[Row]:
    handler = build_handler()
    for device in DEVICES:
        for moment, event in moments(device).items():
            ours, theirs = turns.in_turns(
                runs, turns.call(handler, event), turns.call(hello, event)
            )
            for per_hundred in (50, 99):
                what = f"warm turn, p{per_hundred}: {device}, {moment}"
                yield Row(what, _at(per_hundred, ours, theirs), "0.15", "0.08")
        event = moments(device)["yes in the middle"]
        ours, theirs = turns.in_turns(
            runs, turns.call(handler, event), turns.call(hello, spelt_out(event))
        )
        what = f"warm turn, p50: {device}, yes in the middle; the hello world's state spelt out"
        yield Row(what, _at(50, ours, theirs))
    for what, say in (("the question again", again), ("a yes", yes)):
        none, long = (turns.call(handler, say("Dot", answered(count))) for count in (0, LONG))
        first, last = turns.in_turns(runs, none, long)
        row = f"turn at {LONG} answers : at none, {what}"
        yield Row(row, _at(50, last, first), "1.15", "1.05")
    yield from _posts(runs)


def _posts(runs: int) -> Iterator[Row]:
    event = moments("Show")["yes in the middle"]
    apps = (endpoint.product(), endpoint.adapter())
    ours, theirs = turns.in_turns(runs, *(endpoint.post(app, event) for app in apps))
    yield Row("Flask in process : SkillAdapter, unsigned", _at(50, ours, theirs), "0.45", "0.40")
    yield Row("Flask in process : SkillAdapter, signed", _signed(runs, event), "0.15", "0.11")


def _signed(runs: int, event: Json) -> Ratio | str:
    """Return the ratio with signatures checked; `make bench` brings what the SDK needs for it."""
    try:
        from benchmarks.signed import calls  # noqa: PLC0415 - the SDK's verifier may be missing
    except ImportError as error:
        return f"not measured: no {error.name}"
    with TemporaryDirectory() as folder:
        ours, theirs = turns.in_turns(runs, *calls(event, Path(folder)))
    return _at(50, ours, theirs)


def _at(per_hundred: int, ours: list[list[int]], theirs: list[list[int]]) -> Ratio:
    each = ([percentile(block, per_hundred) for block in series] for series in (ours, theirs))
    return ratio(*each)


def _hearing(runs: int) -> Iterator[Row]:
    yield Row("hearing: its tables, once, when words first need them", hearing.loading(runs))
    yield Row("hearing: a sentence", hearing.sentence(runs))
    yield Row("hearing: the longest sentence", hearing.longest(runs), "50 ms")


def _sizes() -> Iterator[Row]:
    kept = {name: value for name, value in answered(LONG).items() if name != "asked"}
    state = sum(len(name) + len(value) + 6 for name, value in kept.items())
    yield Row(f"bytes of state after {LONG} answers", str(state), "256", "128")


def _machine(runs: int) -> str:
    sdk = ", ".join(f"{name} {version(name)}" for name in ("ask-sdk-core", "ask-sdk-model"))
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), shared with other work; "
        f"{platform.system()} {platform.release()}; {platform.python_implementation()} "
        f"{platform.python_version()}; {sdk}. {runs} pairs of each. CPU time unless the line says "
        "wall clock. Each figure is the median of the pairs' ratios, in brackets their quartiles."
    )


def _table(rows: list[Row]) -> Iterator[str]:
    yield "| what | ours : hello world | goal, at most | splendid |"
    yield "| --- | --- | --- | --- |"
    for row in rows:
        yield f"| {row.what} | {row.measured} | {row.goal} | {row.splendid} |"


if __name__ == "__main__":
    main()
