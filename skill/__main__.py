"""The command line: ``python -m skill COMMAND``."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from skill.library import locales
from skill.workshop.progress import bar, show, track


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 0, 1 for a failure that was told, 2 for bad usage."""
    parsed = _parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except BrokenPipeError:  # as in "evaluate ... | head": the reader has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m skill", description="Nerve Check's tools.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        return one

    command("check", _check, "List every problem of the content; exit 1 if there is any.")
    command("build", _build, "Write the compiled content and the interaction models.")
    chat = command("chat", _chat, "Talk with the skill in the terminal.")
    chat.add_argument("--replay", type=Path, metavar="FILE", help="play an ASK CLI replay file")
    chat.add_argument("--locale", choices=locales(), default="en-US")
    talk = command("talk", _talk, "Talk with the skill by microphone and speaker.")
    talk.add_argument("--locale", choices=locales(), default="en-US")
    grammars = command("grammars", _grammars, "Write what a speech recogniser listens for.")
    grammars.add_argument("--out", type=Path, metavar="DIR", default=Path("build/grammars"))
    grammars.add_argument("--locale", choices=locales(), default="en-US")
    serve = command("serve", _serve, "Serve the simulator page and the Alexa endpoint.")
    serve.add_argument("--port", type=int, default=5000)
    serve.add_argument("--host", default="127.0.0.1")
    evaluate = command("evaluate", _evaluate, "Play patient stories and print how it did.")
    evaluate.add_argument("cases", type=Path, metavar="CASES.jsonl")
    evaluate.add_argument("--silent", choices=("no", "unsure"), default="no")
    evaluate.add_argument("--silent-gates", choices=("no", "unsure"), default="no")
    evaluate.add_argument("--silent-leaning", choices=("no", "unsure"), default="no")
    evaluate.add_argument("--json", action="store_true", help="print one JSON object")
    hear = command("hear", _hear, "Say what the simulator makes of utterances.")
    hear.add_argument("corpus", type=Path, metavar="CORPUS.jsonl")
    hear.add_argument("--locale", choices=locales(), default="en-US")
    hear.add_argument("--json", action="store_true", help="print one JSON object")
    signs = command("signs", _signs, "Show what every sign reaches by itself, and where.")
    signs.add_argument("--json", action="store_true", help="print a JSON list of rows")
    book = command("book", _book, "Write the review book that a clinician can read and sign.")
    book.add_argument("--locale", choices=locales(), default="en-US")
    book.add_argument("--out", type=Path, metavar="FILE.html", default=Path("build/book.html"))
    book.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="print it too, by Chromium")
    book.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    book.add_argument("--cases", type=Path, metavar="CASES.jsonl", help="show what they reach")
    book.add_argument("--date", default="", help="a date for the cover, as it is to be shown")
    package = command("package", _package, "Write what the ASK CLI and AWS Lambda get.")
    package.add_argument("--out", type=Path, metavar="DIR", default=Path("build"))
    package.add_argument("--privacy-url", metavar="URL", default="", help="of your privacy policy")
    package.add_argument(
        "--endpoint", metavar="ADDRESS", default="", help="where the skill answers"
    )
    package.add_argument(
        "--ears",
        choices=("samples", "catch-all"),
        default="samples",
        help="what Amazon hears with; see device-check.md",
    )
    bundle = command("bundle", _bundle, "Write the zip for AWS Lambda alone.")
    bundle.add_argument("zip", type=Path, metavar="FILE.zip")
    bundle.add_argument("--states", type=Path, metavar="FILE", help="what the ASK CLI wrote down")
    command("prove", _prove, "Prove what must hold for every possible set of answers.")
    record = command("transcripts", _transcripts, "Record the dialogs in a locale's words.")
    record.add_argument("--dialogs", type=Path, default=Path("tests/dialogs"))
    record.add_argument("--locale", choices=locales(), default="en-US")
    return parser


def _check(_: argparse.Namespace) -> int:
    from skill.workshop.authoring.building import stale
    from skill.workshop.authoring.checks import problems
    from skill.workshop.authoring.reading import ContentError

    looks = track((problems, stale), "checking")
    try:
        found = next((lines for look in looks if (lines := look())), [])
    except ContentError as error:
        found = error.problems
    for line in found:
        print(line)
    if not found:
        print("The content has no problems.")
    return 1 if found else 0


def _build(_: argparse.Namespace) -> int:
    from skill.workshop.authoring.building import build
    from skill.workshop.authoring.reading import ContentError

    try:
        changed = build()
    except ContentError as error:
        print(error)
        return 1
    for path in changed:
        print(f"wrote {path.name}" if path.exists() else f"removed {path.name}")
    return 0


def _chat(arguments: argparse.Namespace) -> int:
    from skill.doors.terminal.chat import chat, replay
    from skill.playing.replay import ReplayError

    if not arguments.replay:
        chat(arguments.locale)
        return 0
    try:
        return 0 if replay(arguments.replay) else 1
    except ReplayError as error:
        print(error, file=sys.stderr)
        return 1


def _talk(arguments: argparse.Namespace) -> int:
    from skill.doors.terminal.talk import talk
    from skill.doors.voice.card import SoundCard

    try:
        talk(arguments.locale, SoundCard)
    except KeyboardInterrupt:
        print()
    return 0


def _grammars(arguments: argparse.Namespace) -> int:
    from skill.doors.voice.grammars import grammar
    from skill.hearing.sentence import KINDS

    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        for kind in KINDS:
            path = arguments.out / f"{kind}.jsgf"
            path.write_text(grammar(arguments.locale, kind), encoding="utf-8")
            print(f"wrote {path}")
    except OSError as error:
        print(f"{arguments.out}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from skill.doors.web.local import NotLoopbackError
    from skill.doors.web.server import serve

    try:
        serve(arguments.host, arguments.port, skill_id=os.environ.get("ALEXA_SKILL_ID"))
    except NotLoopbackError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _evaluate(arguments: argparse.Namespace) -> int:
    from skill.playing.stories import CasesError, Silence, evaluate, read_cases, report, report_json

    try:
        cases = read_cases(arguments.cases)
    except CasesError as error:
        print(error, file=sys.stderr)
        return 1
    played = track(cases, "playing stories")
    silence = Silence(arguments.silent, arguments.silent_gates, arguments.silent_leaning)
    outcomes = evaluate(played, silence)
    print(report_json(outcomes) if arguments.json else report(outcomes))
    return 0


def _hear(arguments: argparse.Namespace) -> int:
    from skill.saying import ears
    from skill.workshop.corpus import CorpusError, measure, read, report, report_json

    try:
        lines = read(arguments.corpus)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    outcomes = measure(ears(arguments.locale), track(lines, "hearing"))
    print(report_json(outcomes) if arguments.json else report(outcomes))
    return 0


def _signs(arguments: argparse.Namespace) -> int:
    from skill import library
    from skill.telling.signs import signs
    from skill.telling.signs_table import signs_json, signs_text

    knowledge = library.knowledge()
    found = signs(knowledge)
    print(signs_json(found) if arguments.json else signs_text(knowledge, found))
    return 0


def _book(arguments: argparse.Namespace) -> int:
    from skill.workshop.book.pdf import NoBrowserError
    from skill.workshop.book.reading import BookError, read_book
    from skill.workshop.book.writing import write_html, write_pdf

    try:
        book = read_book(arguments.locale, arguments.cases, date=arguments.date)
        files = [(write_html, arguments.out)]
        files += [(write_pdf, arguments.pdf)] if arguments.pdf else []
        for write, path in track(files, "writing"):
            write(book, path, arguments.paper)
            print(f"wrote {path}")
    except (BookError, NoBrowserError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _package(arguments: argparse.Namespace) -> int:
    from skill.workshop.authoring.reading import ContentError
    from skill.workshop.packaging.listing import Owner, write_package

    folder = arguments.out / "skill-package"
    try:
        notes = write_package(
            folder, Owner(arguments.privacy_url, arguments.endpoint), ears=arguments.ears
        )
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"wrote {folder}")
    for note in notes:
        print(note, file=sys.stderr)
    return _write_bundle(arguments.out / "lambda.zip", "")


def _bundle(arguments: argparse.Namespace) -> int:
    from skill.workshop.packaging.states import skill_id

    return _write_bundle(arguments.zip, skill_id(arguments.states) if arguments.states else "")


def _write_bundle(target: Path, skill_id: str) -> int:
    from skill.workshop.packaging.bundle import BundleError, write_bundle
    from skill.workshop.packaging.bytecode import MISSING, RUNTIME

    try:
        bundle = write_bundle(target, skill_id)
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    code = f"bytecode for Python {RUNTIME}" if bundle.compiled else "no bytecode"
    print(f"wrote {target}: {bundle.files} files, {bundle.size / 1e6:.1f} MB, {code}")
    if not bundle.compiled:
        print(MISSING, file=sys.stderr)
    return 0


def _prove(_: argparse.Namespace) -> int:
    from skill import library

    try:
        from skill.workshop.proofs.proving import prove_all
        from skill.workshop.proofs.report import report
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        print("The proofs need z3. Run: pip install z3-solver", file=sys.stderr)
        return 1
    knowledge = library.knowledge()
    proof = prove_all(knowledge, lambda done, of: show(f"proving {bar(done, of)}"))
    show("")
    print(report(proof, knowledge, library.locale_texts("en-US")))
    return 0 if proof.holds else 1


def _transcripts(arguments: argparse.Namespace) -> int:
    from skill.playing.dialogs import DialogError
    from skill.workshop.transcripts import record

    try:
        print(record(arguments.dialogs, arguments.locale), end="")
    except DialogError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
