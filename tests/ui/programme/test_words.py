"""What the list says: both clocks, the day at home, both zones of a journey, and the headings."""

from datetime import datetime

from app.domain.time import Precision, to_utc
from app.domain.words import EntryKind, EntryStatus
from app.planning.views.programme import Line
from app.ui.preferences import PROGRAMME_GROUPINGS
from app.ui.screens.programme.grouped import grouping, grouping_words
from app.ui.screens.programme.words import ListRow, day_heading, day_words, ends, other_clock, starts, where
from tests.ui.programme.lines import HEAD, PARIS, line

NINE = datetime(2024, 1, 22, 9)
FOUR = datetime(2024, 1, 22, 16)


def _row(of: Line, *, home: bool = False) -> ListRow:
    return ListRow(of, HEAD, home)


def _said(row: ListRow) -> tuple[str, str, str]:
    return starts(row), ends(row), other_clock(row)


def test_the_other_clock_stands_beside_with_its_day() -> None:
    assert _said(_row(line("a", FOUR))) == ("16:00", "17:00", "00:00–01:00 +1")
    assert _said(_row(line("a", FOUR), home=True)) == ("00:00 +1", "01:00 +1", "16:00–17:00")


def test_a_journey_names_both_zones() -> None:
    end = datetime(2024, 1, 23, 4, 30)
    flight = line(
        "a",
        NINE,
        kind=EntryKind.TRAVEL,
        end_wall=end,
        end_zone="Asia/Seoul",
        end_utc=to_utc(end, "Asia/Seoul"),
        from_name="Paris",
        to_name="Incheon",
    )
    assert _said(_row(flight)) == ("09:00 CET", "04:30 KST +1", "17:00–04:30 +1")
    assert where(flight) == "Paris → Incheon"


def test_how_sure_a_time_is_is_said() -> None:
    about = line("a", NINE, start_precision=Precision.ABOUT)
    open_ = line("a", NINE, start_precision=Precision.UNDECIDED)
    ending = line("a", NINE, end_precision=Precision.UNDECIDED)
    assert _said(_row(about))[:2] == ("about 09:00", "10:00")
    assert _said(_row(open_, home=True)) == ("to be decided", "", "")
    assert _said(_row(ending)) == ("09:00", "", "17:00–")


def test_a_day_says_where_it_is_and_how_far_from_home() -> None:
    later = line("b", FOUR, end_wall=datetime(2024, 1, 23, 1), end_zone="Asia/Seoul")
    words = day_heading([_row(later), _row(line("a", NINE))])
    assert words.spoken == "Mon 22 Jan · Paris · CET · Seoul +8 h"
    assert HEAD.city(NINE.date(), "Asia/Seoul") == "Seoul"
    assert HEAD.city(NINE.date(), "America/New_York") == "New York"
    assert PARIS not in words.spoken


def test_a_day_of_another_year_than_the_visit_says_so() -> None:
    slipped = _row(line("a", NINE.replace(year=2025)))
    assert (day_words(_row(line("b", NINE))), day_words(slipped)) == ("Mon 22 Jan", "Wed 22 Jan 2025")
    assert day_heading([slipped]).title == "Wed 22 Jan 2025"


def test_a_day_on_which_the_clock_is_changed_says_both_as_the_board_does() -> None:
    switch = datetime(2024, 3, 31, 9)
    assert day_heading([_row(line("a", switch))]).aside == "CET → CEST · Seoul +8 h → +7 h"


def test_an_hour_that_comes_twice_names_its_clock() -> None:
    one = datetime(2024, 10, 27, 1)
    end = datetime(2024, 10, 27, 2, 30)
    twice = line("a", one, end_wall=end, end_fold=1, end_utc=to_utc(end, PARIS, 1))
    assert _said(_row(twice))[:2] == ("01:00 CEST", "02:30 CET")


def test_every_way_of_grouping_has_its_words_and_headings() -> None:
    assert tuple(grouping_words()) == PROGRAMME_GROUPINGS
    rows = [
        _row(line("a", NINE, place="CNES", parties=("Principal",), status=EntryStatus.TENTATIVE)),
        _row(line("b", FOUR)),
    ]
    said = {}
    for key in PROGRAMME_GROUPINGS:
        by = grouping(key)
        assert (by is None) == (key == "none")
        if by is not None:
            said[key] = [by.words([row]).title for row in rows]
            assert by.order is not None
            assert sorted(rows, key=by.order)
    assert said == {
        "day": ["Mon 22 Jan", "Mon 22 Jan"],
        "place": ["CNES", "No place"],
        "party": ["Principal", "Everyone"],
        "status": ["Tentative", "Confirmed"],
        "kind": ["Meeting", "Meeting"],
    }
