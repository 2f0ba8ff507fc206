"""Rows of a table for other programs: lines for a letter, and a table for a sheet."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

#: By this format a copy of ours is known.
OURS = "application/x-aide-table"
#: A spreadsheet then takes each cell for the words it is: no sum from “+82 2 …”, no day from “1-2”.
_AS_WORDS = " style=\"mso-number-format:'\\@'\""


def table_mime(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """Return a table with its titles, tab-separated and as HTML."""
    mime = QMimeData()
    mime.setData(OURS, b"")
    mime.setText("\n".join("\t".join(_one_line(words) for words in row) for row in [titles, *rows]) + "\n")
    head = "".join(f"<th>{html.escape(_one_line(words))}</th>" for words in titles)
    body = "".join(
        "<tr>" + "".join(f"<td{_AS_WORDS}>{html.escape(_one_line(words))}</td>" for words in row) + "</tr>"
        for row in rows
    )
    mime.setHtml(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
    return mime


def as_lines(rows: Sequence[Sequence[str]]) -> str:
    """Return each row as a line: what it is called, a dash, and the rest."""
    return "\n".join(_line([_one_line(words) for words in row if words.strip()]) for row in rows)


def _line(words: list[str]) -> str:
    return " — ".join([words[0], "; ".join(words[1:])] if words[1:] else words)


def _one_line(words: str) -> str:
    return " ".join(words.split())
