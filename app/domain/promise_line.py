"""A promise in one line, as it is noted while people talk: ``Send the draft @Lee Seo-yeon due in two weeks``.

Whoever stands first behind an ``@`` owes it, and who stands second is to get it. A day follows ``due``; it
may also follow ``by``, where what follows can be read as one, for things are sent by letter, too.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.folding import folded

_DUE = re.compile(r"(?:^|(?<=\s))(?:due|fällig|échéance|기한)\b:?\s*(?P<day>.*)$", re.IGNORECASE)
_BY = re.compile(r"(?:^|(?<=\s))(?:by|until|bis|avant|d['’]ici)\s+(?P<day>\S.*)$", re.IGNORECASE)
_UNTIL = "까지"
_MOST_WORDS = 4  # of a day that stands before its particle
_ENDS = re.compile(r"[\s,;.:!?)]|$")  # what may follow a name

Read = Callable[[str], date | None]


@dataclass(frozen=True, slots=True)
class Named:
    """Who can be named behind an ``@``: an id, and the names by which they are known here."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What a line says. ``ids`` are those named, in order; ``unknown`` is a name that is nobody's here.

    ``due_words`` are what stands for a day; where they are none, ``due_on`` is nothing.
    """

    text: str
    ids: tuple[str, ...] = ()
    unknown: str = ""
    due_words: str = ""
    due_on: date | None = None

    @property
    def unreadable(self) -> bool:
        """Whether a day was meant that cannot be read."""
        return bool(self.due_words) and self.due_on is None


def read_promise_line(line: str, known: Iterable[Named], read: Read) -> PromiseLine:
    """Take a line apart; ``read`` gives the day that words mean."""
    rest, ids, unknown = _named(line, known)
    text, words, due = _due(rest, read)
    return PromiseLine(" ".join(text.split()), ids, unknown, words, due)


def begun_name(line: str, cursor: int, known: Iterable[Named] = ()) -> str | None:
    """Return the name that is being typed before the cursor, behind its ``@``; nothing where none is.

    A known name behind which more stands already is typed out.
    """
    before = line[:cursor]
    at = before.rfind("@")
    if at < 0 or (at and not before[at - 1].isspace()):
        return None
    name = before[at + 1 :]
    starts = _starts(name)
    lengths = (starts.get(folded(each)) for one in known for each in one.names if each)
    return None if any(length is not None and length < len(name) for length in lengths) else name


def _named(line: str, known: Iterable[Named]) -> tuple[str, tuple[str, ...], str]:
    names = sorted(
        ((folded(name), each.id) for each in known for name in each.names if name),
        key=lambda pair: -len(pair[0]),
    )
    rest, ids, unknown, at = "", [], "", 0
    for found in re.finditer(r"(?:^|(?<=\s))@", line):
        if found.start() < at:
            continue
        rest += line[at : found.start()]
        after = line[found.end() :]
        starts = _starts(after)
        name, key = next((pair for pair in names if pair[0] in starts), ("", ""))
        if key:
            ids.append(key)
            at = found.end() + starts[name]
        else:
            word = after.split(maxsplit=1)[0] if after.split() and not after[0].isspace() else ""
            unknown = unknown or word or "@"
            at = found.end() + len(word)
    return rest + line[at:], tuple(dict.fromkeys(ids)), unknown


def _starts(text: str) -> dict[str, int]:
    """Return with what whole words a text starts, folded as names are sought, and how long each is in it."""
    if not text or text[0].isspace():
        return {}
    starts: dict[str, int] = {}
    for end in _ENDS.finditer(text):
        starts.setdefault(folded(text[: end.start()]), end.start())
    return starts


def _due(text: str, read: Read) -> tuple[str, str, date | None]:
    found = _DUE.search(text)
    if found is not None:
        words = found["day"].strip()
        return text[: found.start()], words, read(words) if words else None
    found = _BY.search(text)
    while found is not None:
        day = read(found["day"])
        if day is not None:
            return text[: found.start()], found["day"].strip(), day
        found = _BY.search(text, found.start() + 1)
    words_before = text.split()
    if words_before and words_before[-1].endswith(_UNTIL):
        for count in range(min(_MOST_WORDS, len(words_before)), 0, -1):
            words = " ".join(words_before[-count:])
            day = read(words)
            if day is not None:
                return " ".join(words_before[:-count]), words, day
    return text, "", None
