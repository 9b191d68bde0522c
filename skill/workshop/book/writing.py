"""Writes the book: as HTML, and printed with the numbers of its pages."""

from pathlib import Path

from skill.workshop.book.page import book_html
from skill.workshop.book.pdf import pages_of, print_pdf
from skill.workshop.book.reading import Book


def write_html(book: Book, path: Path, paper: str) -> None:
    """Write the book as one file of HTML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(book_html(book, paper), encoding="utf-8", newline="\n")


def write_pdf(book: Book, path: Path, paper: str) -> None:
    """Print the book twice: where its entries stand is known only once it has been printed.

    Raises NoBrowserError when there is no Chromium; then nothing is written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    print_pdf(book_html(book, paper), path)
    print_pdf(book_html(book, paper, pages_of(path)), path)
