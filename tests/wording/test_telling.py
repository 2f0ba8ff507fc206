"""The words of messages: four languages, whole in each, and the language of each person."""

import ast
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from app.domain.telling import What
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Role, Side
from app.paths import RESOURCES, ROOT
from app.planning.net_changes import Clock, EntryChange, Occasion, RoomChange, Travel
from app.planning.views.telling import Affected
from app.wording import _, language
from app.wording.language import in_language, message_languages
from app.wording.names import word_name
from app.wording.telling import LONGEST_ABOUT, about, message
from app.wording.tongues import own_name, tongue_of

WORDED = ("app/wording/telling.py", "app/publish/sheet/story.py", "app/publish/sheet/build.py")
MOVED = "Tue 23 Jan 10:00–11:00 (Washington; Seoul 00:00 +1)"
#: Said on the screen alone, in its own language.
ON_SCREEN = {
    "new", "no longer", "time", "place", "room", "status", "title", "travel", "role", "car", "{hotel}: room",
    "{hotel}: place", "{hotel}: new name",
}  # fmt: skip


def clock(day: int, hour: int, minute: int, zone: str, city: str, utc: datetime) -> Clock:
    return Clock(datetime(2024, 1, day, hour, minute), zone, Precision.EXACT, utc, city)


def occasion(hour: int = 10, **fields: object) -> Occasion:
    start = clock(23, hour, 0, "America/New_York", "Washington", datetime(2024, 1, 23, hour + 5))
    end = clock(23, hour + 1, 0, "America/New_York", "Washington", datetime(2024, 1, 23, hour + 6))
    values = {
        "title": "Call on the Administrator",
        "kind": EntryKind.MEETING,
        "status": EntryStatus.CONFIRMED,
        "start": start,
        "end": end,
        "place": "NASA HQ",
        "room": "9F",
        "travel": None,
        "role": None,
        "car": "",
        "withheld": False,
    }
    return Occasion(**(values | fields))  # type: ignore[arg-type]


def person(*entries: EntryChange, rooms: tuple[RoomChange, ...] = (), **fields: str) -> Affected:
    values = {
        "name": "Yoon Se-ryeong",
        "native_name": "윤세령",
        "form_of_address": "Vice Minister Yoon",
        "languages": "ko",
        "email": "",
        "visit": "US & Europe space visit",
    }
    return Affected(
        id="m",
        side=Side.OURS,
        organisation_id=None,
        home_city="Seoul",
        home_zone="Asia/Seoul",
        entries=entries,
        rooms=rooms,
        **(values | fields),  # type: ignore[arg-type]
    )


def change(what: set[What], before: Occasion | None, after: Occasion | None) -> EntryChange:
    return EntryChange("e", frozenset(what), before, after)


def test_a_message_says_was_and_now_by_both_clocks() -> None:
    moved = change({What.TIME, What.ROOM}, occasion(9), occasion(10, room="8F"))
    words = message(person(moved))
    assert words.subject == "Changes to the programme: US & Europe space visit"
    assert words.text.split("\n") == [
        "Dear Vice Minister Yoon,",
        "",
        "The programme of the visit “US & Europe space visit” has changed for you:",
        "",
        f"• Call on the Administrator: was Tue 23 Jan 09:00–10:00 (Washington), now {MOVED}",
        "   – Room: was 9F, now 8F",
        "",
        "Please tell us if anything is unclear.",
        "",
        "With kind regards",
    ]


@pytest.mark.parametrize(
    ("tag", "greeting", "line"),
    [
        ("en", "Dear Vice Minister Yoon,", "was Tue 23 Jan 09:00–10:00 (Washington), now"),
        ("ko", "윤세령님께,", "기존 1월 23일 (화) 09:00–10:00 (Washington) → 변경 1월 23일 (화)"),
        ("fr", "Vice Minister Yoon,", "prévu mar. 23 janv. 09:00–10:00 (Washington), désormais mar."),
        ("de", "Guten Tag Vice Minister Yoon,", "bisher Di. 23. Jan. 09:00–10:00 (Washington), jetzt Di."),
    ],
)
def test_each_language_has_its_own_words_and_days(tag: str, greeting: str, line: str) -> None:
    moved = change({What.TIME, What.STATUS}, occasion(9), occasion(10, status=EntryStatus.TENTATIVE))
    with in_language(tag):
        text = message(person(moved)).text
        assert word_name(EntryStatus.TENTATIVE) in text
    assert text.startswith(greeting)
    assert line in text
    assert language() == "en"
    assert _("Tentative") == "Tentative"
    assert word_name(EntryStatus.TENTATIVE) == "Tentative"


def test_every_kind_of_change_has_a_sentence() -> None:
    cases = {
        f"New: Call on the Administrator, {MOVED}, NASA HQ, 9F, car: Car 1": (
            change({What.ADDED}, None, occasion(car="Car 1"))
        ),
        "No longer on your programme: Call on the Administrator, Tue 23 Jan 10:00–11:00 (Washington)": (
            change({What.REMOVED}, occasion(), None)
        ),
        "Cancelled: Call on the Administrator, Tue 23 Jan 10:00–11:00 (Washington)": change(
            {What.STATUS}, occasion(), occasion(status=EntryStatus.CANCELLED)
        ),
        "   – Your role: was Participant, now Speaker": change(
            {What.ROLE}, occasion(role=Role.PARTICIPANT), occasion(role=Role.SPEAKER)
        ),
        "   – Your car: Car 2": change({What.CAR}, occasion(), occasion(car="Car 2")),
        "   – Place: no longer NASA HQ": change({What.PLACE}, occasion(), occasion(place="")),
        "   – Place: has changed": change(
            {What.PLACE}, occasion(place="", withheld=True), occasion(place="", withheld=True)
        ),
        "• an entry, Tue 23 Jan 10:00–11:00": change(
            {What.PLACE}, occasion(), occasion(title="", kind=None, withheld=True)
        ),
        "Title: was Tea, now Call on the Administrator": change(
            {What.TITLE}, occasion(title="Tea"), occasion()
        ),
    }
    for words, one in cases.items():
        assert words in message(person(one)).text
    beds = (RoomChange("Larkmere", "1204", "1207"), RoomChange("", None, "3"), RoomChange("Ritz", "9", None))
    text = message(person(rooms=beds)).text
    assert "• Larkmere: your room was 1204, now 1207\n• Your room: Hotel, 3\n" in text
    assert "• No longer your room: Ritz, 9" in text


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("de", "   – Hotel: bisher Park, jetzt Ritz\n   – Ort: Bonn\n   – Zimmer: bisher 9, jetzt 12\n"),
        ("fr", "   – Hôtel : auparavant Park, désormais Ritz\n   – Lieu : Bonn\n   – Chambre : "),
        ("ko", "   – 호텔: 기존 Park → 변경 Ritz\n   – 장소: Bonn\n   – 객실: 기존 9 → 변경 12\n"),
    ],
)
def test_a_hotel_that_became_another_is_told_in_each_language(tag: str, words: str) -> None:
    beds = (RoomChange("Ritz", "9", "12", hotel_before="Park", places=("", "Bonn")),)
    with in_language(tag):
        assert words in message(person(rooms=beds)).text


def test_a_time_that_is_not_decided_is_said_so() -> None:
    later = occasion().start
    undecided = Clock(later.wall, later.zone, Precision.UNDECIDED, later.utc, "")
    text = message(person(change({What.TIME}, occasion(), occasion(start=undecided)))).text
    assert "now Tue 23 Jan, to be decided\n" in text


def test_what_it_is_about_is_one_line_that_ends() -> None:
    many = [change({What.TIME, What.ROOM}, occasion(9), occasion(10)) for _number in range(30)]
    line = about(person(*many))
    assert len(line) == LONGEST_ABOUT
    assert line.startswith("Call on the Administrator: time, room; Call on")
    assert about(person(rooms=(RoomChange("Ritz", None, "1"),))) == "Ritz: room"
    assert "\n" not in line


@pytest.mark.parametrize(
    ("languages", "tag"),
    [
        ("ko, en", "ko"),
        ("Korean, English", "ko"),
        ("한국어, 영어", "ko"),
        ("Französisch, Deutsch", "fr"),
        ("français et anglais", "fr"),
        ("Deutsch (Muttersprache), English", "de"),
        ("German native; English", "de"),
        ("독일어", "de"),
        ("fr-CA", "fr"),
        ("deu", "de"),
        ("en, ko", "en"),
        ("cs, de", "en"),
        ("Klingon", "en"),
        ("", "en"),
        (" , ;\n ko", "ko"),
        ("Fränkisch", "en"),
    ],
)
def test_the_first_language_decides(languages: str, tag: str) -> None:
    assert tongue_of(languages) == tag


@pytest.mark.parametrize(
    ("languages", "native", "tag"),
    [
        ("", "남궁도현", "ko"),
        (" , ", "김민수 (金敏秀)", "ko"),
        ("en", "남궁도현", "en"),
        ("cs", "남궁도현", "en"),
        ("", "山田太郎", "en"),
        ("", "", "en"),
    ],
)
def test_without_a_language_a_name_in_hangul_decides(languages: str, native: str, tag: str) -> None:
    assert tongue_of(languages, native) == tag


def test_korean_words_use_korean_names_of_places_where_they_are_known() -> None:
    travel = Travel(LegMode.FLIGHT, "", "KE1", "Seoul", "ICN", "", "Washington", "IAD", "")
    moved = change({What.TIME, What.PLACE}, occasion(9, place="Plaza"), occasion(10, travel=travel))
    added = change({What.ADDED}, None, occasion(travel=travel))
    natives = {
        "Washington": "워싱턴",
        "Seoul": "서울",
        "NASA HQ": "나사 본부",
        "Plaza": "広場",
        "Ritz": "리츠",
    }
    row = replace(person(moved, added, rooms=(RoomChange("Ritz", "12", "14"),)), natives=natives)
    with in_language("ko"):
        korean = message(row).text
    for native in ("워싱턴", "서울", "나사 본부", "리츠"):
        assert native in korean
    assert "Plaza" in korean
    assert not any(name in korean for name in ("Washington", "Seoul", "NASA HQ", "Ritz", "広場"))
    english = message(row).text
    assert "Washington" in english
    assert "워싱턴" not in english


def test_languages_call_themselves_by_their_own_names() -> None:
    assert [own_name(tag) for tag in message_languages()] == ["English", "Deutsch", "Français", "한국어"]


# The catalogues


def _catalogue(tag: str) -> Catalog:
    path = RESOURCES / "translations" / tag / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=tag)


def _said(paths: tuple[str, ...] = WORDED) -> Iterator[str]:
    for path in paths:
        for node in ast.walk(ast.parse(Path(ROOT / path).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                first = node.args[0]
                assert isinstance(first, ast.Constant)
                yield str(first.value)


@pytest.mark.parametrize("tag", message_languages()[1:])
def test_every_word_of_a_message_and_a_sheet_is_translated(tag: str) -> None:
    catalogue = _catalogue(tag)
    kinds = [kind for kind in EntryKind if kind not in {EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE}]
    vocabulary = [word_name(word) for word in (*kinds, *EntryStatus, *LegMode, *Role)]
    shortened = "… The message goes on in full in your sheet."
    wanted = (set(_said()) - ON_SCREEN) | {
        *vocabulary,
        shortened,
        "EEE d MMM",
        "about {time}",
        "to be decided",
    }
    assert wanted >= {"Hotel", "Dear {name},"}
    assert [words for words in sorted(wanted) if not _has(catalogue, words)] == []
    with in_language(tag):
        assert word_name(EntryKind.REST) != "Rest"


def _has(catalogue: Catalog, words: str) -> bool:
    found = catalogue.get(words)
    return found is not None and bool(found.string) and not found.fuzzy


@pytest.mark.parametrize("tag", message_languages()[1:])
def test_translations_fill_the_same_gaps(tag: str) -> None:
    for entry in _catalogue(tag):
        if entry.id:
            assert _gaps(str(entry.string)) == _gaps(str(entry.id)), entry.id


def _gaps(text: str) -> set[tuple[str | None, str | None]]:
    return {(name, form) for _text, name, form, _turn in string.Formatter().parse(text) if name is not None}
