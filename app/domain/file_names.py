"""Files that come from elsewhere: how large they may be, and names fit to be shown and written."""

import re
import unicodedata

from app.domain.errors import PlanningError

_MEGABYTE = 1024**2
LARGEST_FILE = 200 * _MEGABYTE  # bytes of one file that is kept in a planner
_MOST_BYTES = 200  # of a name, below what any disk takes
_LONGEST_SUFFIX = 16
_FORBIDDEN = re.compile(r'[<>:"|?*]')  # Windows has no such names
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
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = (" " if letter.isspace() else letter for letter in name if letter not in _TURNING)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in {"Cc", "Cs"})
    kept = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", " ".join(kept.split()))).rstrip(". ")
    suffix = file_suffix(kept)
    stem = kept[: len(kept) - len(suffix)]
    while len((stem + suffix).encode()) > _MOST_BYTES:
        stem = stem[:-1].rstrip(". ")
    return stem + suffix


def file_suffix(name: str) -> str:
    """Return the ending of a file's name with its dot, or nothing where it has none that is one."""
    stem, dot, ending = name.rpartition(".")
    return dot + ending if stem and ending.isalnum() and len(ending) < _LONGEST_SUFFIX else ""
