"""Days in words, as promises are made: ``in two weeks``, ``next Friday``, ``end of March``, ``모레``.

Read in English, Korean, French and German, relative to a day. A promise for a span of time is due on its
last day; a week ends on its Friday. What is no such phrase is read as a written day; without a year it is
the next one, for promises look ahead. What cannot be read gives ``None``.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from app.domain.written_days import DayNames, read_written_day

_FRIDAY, _WEEK, _MONTHS = 4, 7, 12
_EARLY, _MIDDLE = 10, 15  # the last day of "early March", and of "mid-March"
_LEAP_CYCLE = 8  # years within which any day of the calendar comes again

_OFFSETS: Mapping[str, int] = {
    **dict.fromkeys(("today", "heute", "aujourd'hui", "오늘"), 0),
    **dict.fromkeys(("tomorrow", "morgen", "demain", "내일"), 1),
    **dict.fromkeys(("day after tomorrow", "übermorgen", "uebermorgen"), 2),
    **dict.fromkeys(("après-demain", "apres-demain", "모레", "내일모레"), 2),
    "글피": 3,
    **dict.fromkeys(("fortnight", "quinzaine", "quinze jours"), 14),
    **dict.fromkeys(("huit jours", "일주일"), 7),
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "열흘": 10,
    "보름": 15,
}
_NUMBERS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "a an one ein eine einem einer einen un une 한 일",
            "two zwei deux 두 이",
            "three drei trois 세 삼 석",
            "four vier quatre 네 사 넉",
            "five fünf cinq 다섯 오",
            "six sechs 여섯 육",
            "seven sieben sept 일곱 칠",
            "eight acht huit 여덟 팔",
            "nine neun neuf 아홉 구",
            "ten zehn dix 열 십",
            "eleven elf onze",
            "twelve zwölf douze",
        ),
        start=1,
    )
    for word in words.split()
}
_UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "day": "day days tag tage tagen jour jours 일",
        "week": "week weeks woche wochen semaine semaines 주 주일",
        "month": "month months monat monate monaten monats mois 달 개월",
        "year": "year years jahr jahre jahren jahres an ans année années 년 해",
    }.items()
    for word in words.split()
}
_EDGES: Mapping[str, str] = {
    word: edge
    for edge, words in {
        "early": "beginning start early anfang début debut 초",
        "middle": "middle mid mitte mi mi- milieu 중순 중",
        "end": "end late ende fin 말 하순",
    }.items()
    for word in words.split()
}


def _any(words: Mapping[str, object]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_THIS = r"this|diese[nrsm]?|cette|ce"
_NEXT = r"next|n(?:ä|ae)chste[nrsm]?|kommende[nrsm]?"
_WHICH = rf"(?:(?P<this>{_THIS})|(?P<next>{_NEXT}))"
_OF = r"(?: of(?: the)?| der| des| de la| de l'| du mois de| du| de)?"
_EDGE = rf"(?P<edge>{_any(_EDGES)})"
_UNIT = rf"(?P<unit>{_any(_UNITS)})"
_LEADS = re.compile(
    r"(?:(?:no later than|by|until|till|on|the|spätestens|bis|zum|zur|am|au plus tard|pour|d'ici(?: à)?"
    r"|le|la|l'|les)\b\s*)+"
)
_TAIL = re.compile(r"\s*까지$")

_SPAN = re.compile(
    rf"(?:in |within |innerhalb von |binnen |dans |sous )?(?P<count>\d{{1,3}}|{_any(_NUMBERS)}) ?{_UNIT}"
    rf"(?: (?:from now|from today|later))?(?: ?(?:후|뒤|이내|안에|내))?(?:에)?"
)
_WHOLES = (
    re.compile(rf"(?:{_EDGE}{_OF} ?)?(?:the )?(?:{_WHICH} )?{_UNIT}"),
    re.compile(rf"(?:{_EDGE}{_OF} ?)?(?:la |le |l')?{_UNIT} (?P<next>prochaine?)"),
    re.compile(rf"(?:(?P<this>이번|이)|(?P<next>다음)) ?(?P<unit>주|달|해)(?: ?{_EDGE})?"),
    re.compile(r"(?P<this>)(?P<unit>월|연)(?P<edge>말)"),
)
_MONTH = re.compile(rf"(?:in |im |en )?(?:{_EDGE}{_OF}[ -]?)?(?P<month>[^\W\d]+)\.?(?: (?P<year>\d{{4}}))?")
_KOREAN_MONTH = re.compile(rf"(?:(?P<year>\d{{4}})년 ?)?(?P<month>\d{{1,2}})월(?: ?{_EDGE})?")
_NEXT_WEEK = r"next week|n(?:ä|ae)chste[rn]? woche|kommende[rn]? woche|la semaine prochaine"
_WEEKDAYS = (
    re.compile(
        rf"(?:(?P<this>{_THIS})|(?P<after>next)|(?P<next>{_NEXT})|(?P<lone>)) ?(?P<weekday>[^\W\d]+)\.?"
    ),
    re.compile(rf"(?P<weekday>[^\W\d]+)\.?(?: of| der| de)? (?P<after>{_NEXT_WEEK})"),
    re.compile(rf"(?P<after>{_NEXT_WEEK}) (?P<weekday>[^\W\d]+)\.?"),
    re.compile(r"(?P<weekday>[^\W\d]+) (?P<next>prochain)"),
    re.compile(
        r"(?:(?P<here>이번)|(?P<after>다음)|(?P<later>다다음)) ?주 ?(?P<weekday>[월화수목금토일](?:요일)?)"
    ),
    re.compile(r"(?:(?P<next>다음) ?)?(?P<weekday>[월화수목금토일]요일)"),
)
_EITHER_WAY = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})(?:\s*[/-]\s*(?P<year>\d{4}|\d{2}))?")
_KOREAN_DAYS = "월화수목금토일"

Groups = Mapping[str, str | None]


def read_spoken_day(text: str, today: date, names: DayNames) -> date | None:
    """Return the day that words mean on ``today``.

    ``Friday`` is the next one, and so are ``vendredi prochain`` and ``nächsten Freitag``; ``next Friday`` and
    ``다음 주 금요일`` are that of the next week, which begins on Monday. ``March`` and ``end of March`` are
    31 March, ``next month`` its last day, ``next week`` its Friday.
    """
    words = _plain(text)
    try:
        for read in (_from_today, _count, _month, _whole, _weekday):
            found = read(words, today, names)
            if found is not None:
                return found
    except OverflowError:  # beyond the end of the calendar
        return None
    return _written(text, today, names)


def _plain(text: str) -> str:
    """Return words as the patterns have them: folded, one space between them, without "by" and the like."""
    words = " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split()).strip(" .,!")
    led = _LEADS.match(words)
    return _TAIL.sub("", words[led.end() :] if led and led.end() < len(words) else words)


def _from_today(words: str, today: date, _names: DayNames) -> date | None:
    for plain in (words, re.sub(r"^(?:in |within |dans |sous )?(?:(?:a|an|one|une) )?", "", words)):
        days = _OFFSETS.get(re.sub(r" ?(?:후|뒤|이내|안에)(?:에)?$", "", plain))
        if days is not None:
            return today + timedelta(days=days)
    return None


def _count(words: str, today: date, _names: DayNames) -> date | None:
    found = _SPAN.fullmatch(words)
    if found is None:
        return None
    count = int(found["count"]) if found["count"].isdecimal() else _NUMBERS[found["count"]]
    unit = _UNITS[found["unit"]]
    if unit in {"day", "week"}:
        return today + timedelta(days=count * (_WEEK if unit == "week" else 1))
    return _months_on(today, count * (_MONTHS if unit == "year" else 1))


def _months_on(today: date, count: int) -> date:
    """Return the same day of a later month, or its last one where it is shorter."""
    years, month = divmod(today.month - 1 + count, _MONTHS)
    year = today.year + years
    if year > date.max.year:
        raise OverflowError
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _whole(words: str, today: date, _names: DayNames) -> date | None:
    """Read a whole week, month or year, this or the next; alone, "week" says nothing."""
    for pattern in _WHOLES:
        found = pattern.fullmatch(words)
        if found is None:
            continue
        groups = found.groupdict()
        is_next = groups.get("next") is not None
        if not is_next and groups.get("this") is None and groups["edge"] is None:
            return None
        unit = {"월": "month", "연": "year"}.get(found["unit"]) or _UNITS[found["unit"]]
        return _last_of(unit, today, groups["edge"], step=int(is_next))
    return None


def _last_of(unit: str, today: date, edge: str | None, *, step: int) -> date | None:
    if unit == "week":
        friday = today + timedelta(days=_FRIDAY - today.weekday() + _WEEK * step)
        return max(friday, today)  # on a Saturday, this week ends today
    if unit == "month":
        day = _months_on(today.replace(day=1), step)
        return _within(day.year, day.month, edge)
    if unit == "year":
        months = {"early": 1, "middle": 6}
        return _within(today.year + step, months.get(_EDGES.get(edge or "", "end"), _MONTHS), None)
    return None


def _within(year: int, month: int, edge: str | None) -> date:
    if year > date.max.year:
        raise OverflowError
    last = monthrange(year, month)[1]
    return date(year, month, {"early": _EARLY, "middle": _MIDDLE}.get(_EDGES.get(edge or "", "end"), last))


def _month(words: str, today: date, names: DayNames) -> date | None:
    """Read a month by its name, whole or a part of it: the next one that is not over."""
    korean = _KOREAN_MONTH.fullmatch(words)
    found = korean or _MONTH.fullmatch(words)
    if found is None:
        return None
    month = int(found["month"]) if korean else names.month(found["month"])
    if month is None or not 1 <= month <= _MONTHS:
        return None
    if found["year"]:
        return _within(int(found["year"]), month, found["edge"]) if int(found["year"]) else None
    day = _within(today.year, month, found["edge"])
    return day if day >= today else _within(today.year + 1, month, found["edge"])


def _weekday(words: str, today: date, names: DayNames) -> date | None:
    for pattern in _WEEKDAYS:
        found = pattern.fullmatch(words)
        day = None if found is None else _day_of_week(found["weekday"], names)
        if found is None or day is None:
            continue
        groups = found.groupdict()
        monday = today - timedelta(days=today.weekday())
        weeks = {"here": 0, "after": 1, "later": 2}
        for name, count in weeks.items():
            if groups.get(name) is not None:
                return monday + timedelta(days=day + _WEEK * count)
        return today + timedelta(days=(day - today.weekday() - 1) % _WEEK + 1)
    return None


def _day_of_week(word: str, names: DayNames) -> int | None:
    known = names.weekdays.get(word)
    return known if known is not None else (_KOREAN_DAYS.index(word) if word in set(_KOREAN_DAYS) else None)


def read_two_days(text: str, today: date, names: DayNames) -> tuple[date, date] | None:
    """Return the two days that a text may mean: ``3/4`` is 3 April to some, and 4 March to others.

    With dots the day stands first wherever dots are used. What means one day at the most gives ``None``.
    """
    found = _EITHER_WAY.fullmatch(_bare(text).strip())
    if found is None:
        return None
    year = f".{found['year']}" if found["year"] else "."
    days = [
        _written(f"{one}.{other}{year}", today, names)
        for one, other in (found.group(1, 2), found.group(2, 1))
    ]
    first, second = days
    return (first, second) if first and second and first != second else None


def _bare(text: str) -> str:
    """Return a written day without "by" and the like."""
    plain = _TAIL.sub("", text.strip())
    led = _LEADS.match(plain.casefold())
    return plain[led.end() :] if led and led.end() < len(plain) else plain


def _written(text: str, today: date, names: DayNames) -> date | None:
    """Read a written day; one without a year, or a month, is the next: in a month, or in some years."""
    plain = _bare(text)
    first = read_written_day(plain, today, names)
    if first is not None and first >= today:
        return first
    found = (read_written_day(plain, near, names) for near in _later(today))
    return next((day for day in found if day is not None and day >= today), first)


def _later(today: date) -> Iterator[date]:
    """Yield days near which a day without a year may be: a month on, and each year of a leap cycle."""
    start = today.replace(day=1)
    for months in (1, *(_MONTHS * year for year in range(1, _LEAP_CYCLE + 1))):
        if start.year + months // _MONTHS < date.max.year:
            yield _months_on(start, months)
