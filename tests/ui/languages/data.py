"""What of a text is data: words of the planner, days, zones, countries, languages; none asks gettext."""

import re
from collections.abc import Iterator

from babel import Locale
from sqlalchemy import Connection, select

from app.data.models import Person
from app.data.models.keeping import Step
from app.domain.names import full_name
from app.domain.zones import known_zones
from app.planning.settings import marking_names
from tests.helpers.planner import contents
from tests.helpers.pseudo import CLOSING, OPENING, TAG

_PSEUDO = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_BETWEEN = re.compile(r"[·,;:()\[\]/|“”\"'’…\n\t_×+=@]|→|\s[–—-]\s|\s\s+|\d[\d.:–-]*")
_KEYS = re.compile(r"\b(Ctrl|Alt|Shift)\+(\w+\+)*\w+")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_LONG = 24
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def parts(text: str) -> Iterator[str]:
    """Yield the words of a text, without what stands between them."""
    for part in _BETWEEN.split(_KEYS.sub("", text.replace(_MAY_BREAK, ""))):
        stripped = part.strip(" .–—-!?&%<>{}")
        if _LETTERS.search(stripped):
            yield stripped


class Known:
    """The words of one planner."""

    def __init__(self, connection: Connection, *more: str) -> None:
        self._whole = {" ".join(text.split()) for text in self._texts(connection)}
        self._long = [text.replace("\n", " ") for text in self._whole if len(text) > _LONG]
        self._words = {part for text in (*self._whole, *more) for part in parts(text)}
        english = Locale.parse(TAG)
        for width in ("wide", "abbreviated"):
            for words in (english.days["format"][width], english.months["format"][width]):
                self._words.update(words.values())
        self._words.update(part for zone in known_zones() for part in parts(zone))
        for names in (english.territories, english.languages):
            self._words.update(part for name in names.values() for part in parts(name))

    @staticmethod
    def _texts(connection: Connection) -> Iterator[str]:
        for rows in contents(connection).values():
            for row in rows:
                yield from (value for value in row.values() if isinstance(value, str) and len(value) > 1)
        names = select(Person.family_name, Person.given_name, Person.family_name_first, Person.native_name)
        for family, given, first, script in connection.execute(names):
            name = full_name(family, given, family_first=first)
            yield from (name, f"{name} {script}")
        for step in connection.execute(select(Step.label, Step.who)):
            yield from step
        yield from marking_names(connection)

    def strange(self, text: str) -> str:
        """Return what of a text is neither of the pseudo-language nor known; nothing where all is."""
        rest = text
        while (less := _PSEUDO.sub(" · ", rest)) != rest:
            rest = less
        if " ".join(rest.split()) in self._whole:
            return ""
        return " ".join(part for part in parts(rest) if part not in self._words and not self._begins(part))

    def _begins(self, part: str) -> bool:
        """Tell whether a part is of a long text of which only the beginning is shown."""
        words = " ".join(part.split())
        long_enough = len(words) > _LONG or (" " in words and words[0].islower())
        return long_enough and any(words in text for text in self._long)
