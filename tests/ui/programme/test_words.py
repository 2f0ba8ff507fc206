"""What the rows say: both clocks, the day at home, both zones of a journey."""

from datetime import datetime

from app.domain.time import Precision, to_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.views.programme import day_of
from app.ui.screens.programme.words import heading, row
from tests.ui.programme.test_model import HEAD, NAMES, PARIS, line

NINE = datetime(2024, 1, 22, 9)


def test_the_clock_at_home_stands_below_with_its_day() -> None:
    words = row(HEAD, line("a", datetime(2024, 1, 22, 16)), NAMES, home_first=False)
    assert (words.time, words.other) == ("16:00–17:00", "00:00–01:00 +1 Seoul")
    swapped = row(HEAD, line("a", datetime(2024, 1, 22, 16)), NAMES, home_first=True)
    assert (swapped.time, swapped.other) == ("00:00–01:00 +1", "16:00–17:00")


def test_a_journey_names_both_zones() -> None:
    end = datetime(2024, 1, 23, 4, 30)
    words = row(
        HEAD,
        line(
            "a",
            NINE,
            kind=EntryKind.TRAVEL,
            end_wall=end,
            end_zone="Asia/Seoul",
            end_utc=to_utc(end, "Asia/Seoul"),
        ),
        NAMES,
        home_first=False,
    )
    assert words.time == "09:00 CET → 04:30 KST +1"


def test_how_sure_a_time_is_is_said() -> None:
    about = row(HEAD, line("a", NINE, start_precision=Precision.ABOUT), NAMES, home_first=False)
    open_ = row(HEAD, line("a", NINE, start_precision=Precision.UNDECIDED), NAMES, home_first=True)
    assert about.time == "about 09:00–10:00"
    assert (open_.time, open_.other) == ("to be decided", "")


def test_status_and_marking_are_words_only_where_they_are_not_the_usual() -> None:
    usual = row(HEAD, line("a", NINE), NAMES, home_first=False)
    assert (usual.word, usual.badge) == ("", "")
    other = line("a", NINE, status=EntryStatus.CANCELLED, marking=Marking.RESTRICTED, parties=("Principal",))
    words = row(HEAD, other, NAMES, home_first=False)
    assert (words.word, words.badge) == ("Cancelled", "RESTRICTED")
    for part in ("Title", "09:00–10:00", "Cancelled", "Principal", "RESTRICTED", "Meeting"):
        assert part in words.spoken


def test_a_day_says_where_it_is_and_how_far_from_home() -> None:
    words = heading(HEAD, day_of(HEAD, [line("a", NINE)]))
    assert words.spoken == "Mon 22 Jan · Paris · CET · Seoul +8 h"
    assert HEAD.city(NINE.date(), "Asia/Seoul") == "Seoul"
    assert HEAD.city(NINE.date(), "America/New_York") == "New York"
    assert PARIS not in words.spoken
