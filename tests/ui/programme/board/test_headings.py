"""The words over a day: cities, zones, the difference to home, holidays, the sun."""

from dataclasses import replace
from datetime import date, datetime

from app.domain.board.days import Column
from app.planning.views.board import BoardLine
from app.reference.almanac import NOTHING_KNOWN, DayFacts
from app.reference.sun import Polar, Sun
from app.ui.screens.programme.board.headings import DayWords, Facts, city_days, day_words, lane_names
from app.ui.screens.programme.board.plan import Choice
from tests.ui.programme.board.boards import PARIS, SEOUL, STAY, board, head, line, plan

DAY = date(2024, 3, 25)
FLIGHT = line("KE 901", "2024-03-25T09:00", 14 * 60, SEOUL, end_zone=PARIS)


def _column(*lines: BoardLine, home: bool = False) -> Column:
    shown = board(lines, last=DAY)
    return plan(shown, shown.lines, Choice(home=home)).columns[0]


def _knowing(**facts: DayFacts) -> Facts:
    return lambda _day, city, _zone: facts.get(city, NOTHING_KNOWN)


def _words(column: Column, facts: Facts = lambda _day, _city, _zone: NOTHING_KNOWN) -> DayWords:
    return day_words(head(), column, facts)


def test_a_day_in_one_city() -> None:
    words = _words(_column())
    assert (words.day, words.cities, words.zones) == ("Mon 25 Mar", "Paris", "CET · Seoul +8 h")
    assert words.rows == (words.day, words.cities, words.zones)


def test_a_visit_over_new_year_says_of_which_year_its_days_are() -> None:
    over = head(starts_on=date(2023, 12, 28), ends_on=date(2024, 3, 27))
    words = day_words(over, _column(), lambda _day, _city, _zone: NOTHING_KNOWN)
    assert words.names == ("Mon 25 Mar 2024", "Mon 25 Mar", "Mon 25", "25")
    assert _words(_column()).names == ("Mon 25 Mar", "Mon 25 Mar", "Mon 25", "25")


def test_a_day_that_changes_zone_names_both_and_counts_from_the_last() -> None:
    words = _words(_column(FLIGHT))
    assert (words.cities, words.zones) == ("Seoul → Paris", "KST | CET · Seoul +8 h")


def test_a_day_on_which_the_clock_is_changed_says_both_differences() -> None:
    there = replace(STAY, arrives_on=date(2024, 3, 31), leaves_on=date(2024, 3, 31))
    shown = board((), stays=(there,), first=there.arrives_on, last=there.leaves_on)
    words = _words(plan(shown, (), Choice()).columns[0])
    assert words.zones == "CET → CEST · Seoul +8 h → +7 h"
    assert words.away == "Seoul +8 h → +7 h"


def test_zones_that_share_a_part_are_named_by_their_cities() -> None:
    train = line("train", "2024-03-25T08:00", 200, PARIS, end_zone="Europe/Amsterdam")
    words = _words(_column(train))
    assert (words.cities, words.zones) == ("Paris → Amsterdam", "CET · Seoul +8 h")
    assert city_days([_column(train)]) == [(DAY, "Paris", PARIS), (DAY, "Amsterdam", "Europe/Amsterdam")]


def test_at_home_there_is_no_difference() -> None:
    assert _words(_column(home=True)).zones == "KST · home time"


def test_a_holiday_and_the_sun_are_said() -> None:
    sun = Sun(datetime(2024, 3, 25, 6, 44), datetime(2024, 3, 25, 19, 11))
    words = _words(_column(), _knowing(Paris=DayFacts("A feast", "FR", sun)))
    assert (words.holiday, words.light) == ("A feast", "06:44–19:11")
    assert words.spoken == "Mon 25 Mar, Paris, CET · Seoul +8 h, A feast, sunrise 06:44, sunset 19:11"


def test_a_holiday_of_one_of_two_countries_says_where() -> None:
    facts = _knowing(Seoul=DayFacts("설날", "KR"), Paris=DayFacts("", "FR"))
    assert _words(_column(FLIGHT), facts).holiday == "설날 (Seoul)"


def test_near_the_poles_the_sun_may_stay_up_or_down_or_do_half() -> None:
    def light(sun: Sun) -> tuple[str, str]:
        words = _words(_column(), _knowing(Paris=DayFacts("", "FR", sun)))
        return words.light, words.sun

    assert light(Sun(None, None, Polar.DAY))[1] == "the sun never sets"
    assert light(Sun(None, None, Polar.NIGHT))[1] == "the sun never rises"
    assert light(Sun(None, datetime(2024, 3, 25, 0, 20))) == ("–00:20", "sunset 00:20")


def test_lanes_are_called_by_their_parties() -> None:
    assert lane_names(("a", "b"), {"a": "Principal"}) == ("Principal", "")
