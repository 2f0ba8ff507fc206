"""From a visit's title to a paper's file name: what a user typed is never a path."""

import re
import unicodedata

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')
_MOST_BYTES = 120
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(title: str, what: str, audience: str = "", suffix: str = ".pdf") -> str:
    """Return a name such as ``US & Europe space visit, briefing book, delegation.pdf``."""
    parts = [_fit(part) for part in (title, what, audience)]
    return ", ".join(part for part in parts if part) + suffix


def _fit(text: str) -> str:
    """Return the words without what file systems refuse, short enough for all of them."""
    name = " ".join(_UNFIT.sub(" ", unicodedata.normalize("NFC", text)).split()).strip(". ")
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1].rstrip(". ")
    return f"{name}_" if _RESERVED.fullmatch(name) else name
