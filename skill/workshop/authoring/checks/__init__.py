"""What is wrong with content whose form is right: one function for each kind of problem.

The form of single entries is ``schema``'s. Here is what the entries owe each other (``references``
and ``completeness``), what a locale has to say and hear (``locale``), what it looks for in vain
(``hearing``), and what a text may hold (``texts``).
"""

from pathlib import Path

from skill.workshop.authoring.checks.completeness import COMPLETENESS
from skill.workshop.authoring.checks.hearing import hearing_problems
from skill.workshop.authoring.checks.locale import FIXED, PAGE, TOP, locale_problems, needed_texts
from skill.workshop.authoring.checks.references import REFERENCES
from skill.workshop.authoring.checks.texts import FILLED
from skill.workshop.authoring.reading import CONTENT, ContentError, read_medicine, shown
from skill.workshop.authoring.schema import Medicine

__all__ = ["FILLED", "FIXED", "PAGE", "TOP", "locale_problems", "needed_texts", "problems"]


def problems(content: Path = CONTENT) -> list[str]:
    """Return everything that is wrong with the content, one line each, in the order of files.

    What the entries owe each other is told once the form of all knowledge files is right.
    """
    folder = content / "knowledge"
    try:
        medicine = read_medicine(folder)
    except ContentError as error:
        return error.problems
    found = [one for check in (*REFERENCES, *COMPLETENESS) for one in check(medicine)]
    found.sort(key=lambda one: list(Medicine.model_fields).index(one.file))
    lines = [f"{shown(folder / f'{one.file}.toml')}: {one.entry}: {one.wrong}" for one in found]
    locales = sorted((content / "locales").glob("*.toml"))
    lines += [line for path in locales for line in locale_problems(medicine, path)]
    heard = sorted((content / "hearing").glob("*.toml"))
    return lines + [line for path in heard for line in hearing_problems(path)]
