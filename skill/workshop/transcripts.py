"""Records the dialogs of the tests in a locale's words: what a translator reads aloud."""

from collections.abc import Iterator
from pathlib import Path

from skill import library
from skill.playing.dialogs import Dialog, DialogError, play, read_dialogs
from skill.wording import render
from skill.workshop.progress import track


def record(folder: Path, locale: str) -> str:
    """Return every dialog in a locale's words; raise DialogError for a faulty file or locale.

    A beginning that an earlier dialog has in full is named, not said again, so that a changed
    sentence is a short diff.
    """
    if locale not in library.locales():
        known = ", ".join(library.locales())
        raise DialogError(f"There is no locale {locale!r}. There is: {known}.")
    told: set[tuple[str, ...]] = set()
    dialogs = track(read_dialogs(folder), "playing dialogs")
    return "\n".join("\n".join((*_lines(one, locale, told), "")) for one in dialogs)


def _lines(dialog: Dialog, locale: str, told: set[tuple[str, ...]]) -> Iterator[str]:
    """Yield a dialog as it is read aloud; ``told`` are the beginnings that need no repeating."""
    texts, hears = library.locale_texts(locale), dialog.hears
    known = sum(hears[:length] in told for length in range(1, len(hears)))
    yield f"# {dialog.title}"
    if known:
        yield f"       ({', '.join(hears[:known])}: as above)"
    for heard, turn in list(zip(hears, play(dialog), strict=True))[known:]:
        speech = render(turn, texts)
        yield f"you    {heard}"
        yield f"skill  {speech.text}{'' if turn.session else '  [ends]'}"
        if speech.card_text:
            yield f"card   {speech.card_title} | {speech.card_text}"
    told.update(hears[:length] for length in range(1, len(hears) + 1))
