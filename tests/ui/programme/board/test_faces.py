"""What a box says, to the eye, to the ear, and at a glance."""

from app.domain.board.clashes import Clash, ClashKind
from app.domain.board.pieces import Piece
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.amiss import WELL, Amiss, clash_words
from app.ui.screens.programme.board.faces import Face, face, spoken, told
from tests.ui.programme.board.boards import PARIS, SEOUL, head, line

NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")
MEETING = line("m", "2024-03-25T09:30", 105, title="ESA", place="ESA HQ", room="Room 9F")
FLIGHT = line("f", "2024-03-25T09:00", 14 * 60, SEOUL, end_zone=PARIS, title="KE 901", kind=EntryKind.TRAVEL)


def _face(
    entry: BoardLine, *, starts: bool = True, ends: bool = True, home: bool = False, amiss: Amiss = WELL
) -> Face:
    piece = Piece(entry.id, 0, 0, 0, 60, starts=starts, ends=ends)
    return face(head(), entry, piece, amiss, NAMES, home=home)


def test_a_meeting_says_when_and_where() -> None:
    said = _face(MEETING)
    assert (said.title, said.time, said.second, said.badge) == ("ESA", "09:30–11:15", "ESA HQ · Room 9F", "")
    assert _face(MEETING, home=True).time == "17:30–19:15"


def test_times_that_are_not_exact_say_so() -> None:
    about = line("a", "2024-03-25T09:30", start_precision=Precision.ABOUT)
    assert _face(about).time == "about 09:30–10:30"
    assert _face(about).precision is Precision.ABOUT
    assert _face(line("u", "2024-03-25T09:30", start_precision=Precision.UNDECIDED)).time == "to be decided"


def test_that_both_ends_are_about_is_said_once() -> None:
    about = line("a", "2024-03-25T15:00", start_precision=Precision.ABOUT, end_precision=Precision.ABOUT)
    assert _face(about).time == "about 15:00–16:00"
    assert _face(about, home=True).time == "about 23:00–00:00 +1"


def test_the_hours_at_home_say_on_which_day_they_lie() -> None:
    def at_home(entry: BoardLine) -> str:
        return told(head(), entry, WELL, NAMES).split("\n")[1].rsplit(" · ", 1)[-1]

    assert at_home(line("a", "2024-03-25T16:00")) == "00:00–01:00 +1 in Seoul"
    assert at_home(line("b", "2024-03-25T15:30")) == "23:30–00:30 +1 in Seoul"
    assert at_home(line("c", "2024-03-25T09:30", zone="Pacific/Auckland")) == "05:30–06:30 in Seoul"
    assert at_home(line("d", "2024-03-25T01:00", zone="Pacific/Auckland")) == "21:00–22:00 −1 in Seoul"
    assert "00:00–01:00 +1 in Seoul" in spoken(head(), line("a", "2024-03-25T16:00"), WELL, NAMES)


def test_an_hour_that_comes_twice_names_its_clock() -> None:
    first = line("a", "2024-10-27T01:00", 150)
    assert _face(first).time.replace("\u00a0", " ") == "01:00 CEST–02:30 CET"
    assert _face(line("b", "2024-10-27T04:00")).time == "04:00–05:00"


def test_a_flight_says_of_each_end_what_is_seen_there() -> None:
    assert _face(FLIGHT).time.replace("\u00a0", " ") == "09:00 KST → 15:00 CET · 14 h"
    assert _face(FLIGHT, ends=False).time.replace("\u00a0", " ") == "leaves 09:00 KST · 14 h"
    assert _face(FLIGHT, starts=False).time.replace("\u00a0", " ") == "arrives 15:00 CET"
    assert _face(FLIGHT, starts=False, ends=False).time == "on the way"
    assert _face(FLIGHT).hatched


def test_a_train_between_clocks_that_are_alike_needs_no_zones() -> None:
    train = line("t", "2024-03-25T08:25", 199, PARIS, end_zone="Europe/Amsterdam", kind=EntryKind.TRAVEL)
    assert _face(train).time == "08:25–11:44"


def test_only_another_marking_than_the_visit_s_has_a_badge() -> None:
    assert _face(line("s", "2024-03-25T09:30", marking=Marking.CONFIDENTIAL)).badge == "CONFIDENTIAL"
    assert _face(line("p", "2024-03-25T09:30", marking=Marking.PUBLIC)).badge == "PUBLIC"


def test_that_it_is_reached_too_late_is_said_where_it_starts() -> None:
    late = Amiss(late="too short: way about 40 min, 10 min free")
    assert _face(MEETING, amiss=late).late == late.late
    assert _face(MEETING, starts=False, amiss=late).late == ""


def test_it_is_spoken_in_one_sentence() -> None:
    tentative = line("m", "2024-03-25T09:30", 105, title="ESA", status=EntryStatus.TENTATIVE)
    assert spoken(head(), tentative, Amiss("a clash"), NAMES) == (
        "ESA, Mon 25 Mar, 09:30–11:15, 17:30–19:15 in Seoul, Meeting, Tentative, a clash"
    )


def test_at_a_glance_all_is_told_one_thing_a_line() -> None:
    entry = line(
        "m",
        "2024-03-25T09:30",
        105,
        title="ESA",
        place="ESA HQ",
        parties=("Principal",),
        member_ids=frozenset("ab"),
    )
    assert told(head(), entry, Amiss("clash", "late"), NAMES).split("\n") == [
        "ESA",
        "Mon 25 Mar · 09:30–11:15 · 17:30–19:15 in Seoul",
        "Meeting · OFFICIAL USE",
        "ESA HQ",
        "Principal · 2 people",
        "clash",
        "late",
    ]


def test_a_clash_says_with_what_once() -> None:
    lines = {"a": line("a", "2024-03-25T09:30", title="A"), "b": line("b", "2024-03-25T09:30", title="B")}
    found = [Clash(kind, "a", "b") for kind in (ClashKind.PEOPLE, ClashKind.PLACE, ClashKind.PEOPLE)]
    assert clash_words("a", found, lines) == ("“B” has the same people; “B” is in the same room")
    assert clash_words("b", found[:1], lines) == "“A” has the same people"
    assert clash_words("a", (), lines) == ""
