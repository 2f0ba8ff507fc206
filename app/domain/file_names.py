"""Names of files, from elsewhere or of words of a visit, fit to be shown and written; and files' sizes."""

import re
import unicodedata

from app.domain.errors import PlanningError

_MEGABYTE = 1024**2
LARGEST_FILE = 200 * _MEGABYTE  # bytes of one file that is kept in a planner
_MOST_BYTES = 200  # of a name, below what any disk takes
_MOST_OF_PART = 120  # bytes of one of the words that a paper's name is made of
_LONGEST_SUFFIX = 16
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')  # Windows has no such names
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)  # devices there, with any ending
#: Marks that turn the direction of writing: with one, “fdp.exe” reads as “exe.pdf”.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check_size(name: str, size: int) -> None:
    """Refuse a file of no bytes, or of more than are kept.

    Raises:
        PlanningError: ``attachment_empty``, ``attachment_too_large``.
    """
    if not size:
        raise PlanningError("attachment_empty", field="name", name=name)
    if size > LARGEST_FILE:
        # Rounded up, so that it is never said to be as large as what is allowed.
        data = {"name": name, "size": -(-size // _MEGABYTE), "most": LARGEST_FILE // _MEGABYTE}
        raise PlanningError("attachment_too_large", field="name", **data)


def clean_file_name(name: str) -> str:
    """Return a file's name without folders, control characters and what some disks do not take.

    Letters are composed (NFC), for some systems hand Hangul over in pieces. A name that is too long keeps its
    ending. Nothing may be left of it.
    """
    return _fit(name.replace("\\", "/").rsplit("/", 1)[-1], "_", _MOST_BYTES)


def paper_file_name(title: str, what: str, audience: str = "", suffix: str = ".pdf") -> str:
    """Return a name such as ``US & Europe space visit, briefing book, delegation.pdf``.

    What a user typed is never a path: slashes in it part words.
    """
    parts = [_fit(part, " ", _MOST_OF_PART).lstrip(". ") for part in (title, what, audience)]
    return ", ".join(part for part in parts if part) + suffix


def file_suffix(name: str) -> str:
    """Return the ending of a file's name with its dot, or nothing where it has none that is one."""
    stem, dot, ending = name.rpartition(".")
    return dot + ending if stem and ending.isalnum() and len(ending) < _LONGEST_SUFFIX else ""


def _fit(words: str, gap: str, most_bytes: int) -> str:
    """Return words as every disk takes them for a name, with a gap for each letter that some do not."""
    seen = (" " if letter.isspace() else letter for letter in words if letter not in _TURNING)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in {"Cc", "Cs"})
    kept = " ".join(_FORBIDDEN.sub(gap, unicodedata.normalize("NFC", kept)).split()).rstrip(". ")
    first, dot, rest = kept.partition(".")
    if _RESERVED.fullmatch(first.rstrip()):
        kept = f"{first.rstrip()}_{dot}{rest}"
    suffix = file_suffix(kept)
    stem = kept[: len(kept) - len(suffix)]
    while len((stem + suffix).encode()) > most_bytes:
        stem = stem[:-1].rstrip(". ")
    return stem + suffix
