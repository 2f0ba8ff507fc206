"""Times on paper: local and home, the day that differs, zones at both ends, what is not yet decided."""

from dataclasses import replace

from app.domain.words import LegMode
from app.planning import released as r
from app.publish.book.build import build_book
from app.publish.book.programme import days
from app.publish.book.view import Book
from tests.publish.book.reading import flat, pages
from tests.publish.story import BERLIN, SEOUL, WASHINGTON, at, entry, full_visit
from tests.publish.visits import big_visit


def programme(visit: r.ReleasedVisit) -> str:
    read = pages(build_book(visit, paper="a4"))
    return "\n".join(page.text for page in read if page.label.startswith("2-"))


def test_day_heading_names_day_city_zone_and_difference() -> None:
    assert "TUESDAY 23 JANUARY · WASHINGTON (EST, Seoul +14 h)" in programme(full_visit())
    assert "MONDAY 29 JANUARY · GARCHING (CET, Seoul +8 h)" in programme(full_visit())


def test_day_at_home_has_no_difference() -> None:
    assert "MONDAY 22 JANUARY · SEOUL (KST)" in programme(full_visit())


def test_home_time_says_when_the_day_is_another() -> None:
    text = flat(programme(full_visit()))
    assert "09:30–11:1523:3001:15+1" in text


def test_a_leg_has_a_zone_at_each_end() -> None:
    assert "10:20KST→10:40EST" in flat(programme(full_visit()))
    assert "18:25EST→07:50+1CET" in flat(programme(full_visit()))


def test_a_flight_may_land_before_it_took_off() -> None:
    visit = full_visit()
    flight = entry(
        "x", "Home over the date line", "2024-01-22 01:00", 600, SEOUL, end_zone="Pacific/Honolulu"
    )
    leg = r.Leg("lx", "x", LegMode.FLIGHT, "KE", "1", "Seoul", "ICN", "", "Honolulu", "HNL")
    text = flat(programme(replace(visit, entries=(flight,), legs=(leg,), agenda_items=(), briefs=())))
    assert "01:00KST→16:00−1HST" in text
    assert "10h" in text


def test_a_journey_that_nobody_has_timed_is_an_estimate() -> None:
    visit = full_visit()
    way = entry("x", "Car to the Agency", "2024-01-22 09:00", 45, SEOUL)
    leg = r.Leg("lx", "x", LegMode.CAR, from_name="Hotel", to_name="Agency", estimated=True)
    visit = replace(visit, entries=(way,), legs=(leg,), agenda_items=(), briefs=())
    assert "45min(estimate)" in flat(programme(visit))
    timed = replace(visit, legs=(replace(leg, estimated=False),))
    assert "45min" in flat(programme(timed))
    assert "estimate" not in flat(programme(timed))


def test_precision_is_printed() -> None:
    text = programme(full_visit())
    assert "about 08:00" in text.replace("\u00a0", " ")
    assert "to be decided" in text.replace("\u00a0", " ")


def test_status_is_printed() -> None:
    text = programme(full_visit())
    assert "TENTATIVE" in text
    assert "CANCELLED" in text


def test_a_day_that_changes_zone_comes_in_two_parts() -> None:
    visit = full_visit()
    first = entry("a", "Leave", "2024-01-24 08:00", 60, WASHINGTON)
    second = entry("b", "Arrive", "2024-01-24 20:00", 60, BERLIN)
    parts = list(days(Book(replace(visit, entries=(first, second)))))
    assert [(part.day, part.zone) for part in parts] == [
        (first.start_wall.date(), WASHINGTON),
        (first.start_wall.date(), BERLIN),
    ]


def test_a_day_runs_on_under_its_own_heading() -> None:
    visit = big_visit(5)
    wall, utc = at("2024-01-22 08:00", WASHINGTON)
    many = tuple(
        replace(visit.entries[0], id=f"m{n}", title=f"Line {n}", start_wall=wall, start_utc=utc)
        for n in range(60)
    )
    read = pages(build_book(replace(visit, entries=many, agenda_items=(), briefs=()), paper="a4"))
    second = next(page for page in read if page.label == "2-2")
    assert "MONDAY 22 JANUARY · WASHINGTON (EST, Seoul +14 h) continued" in second.text


def test_difference_follows_the_change_of_clocks() -> None:
    visit = full_visit()
    stop = replace(visit.stops[0], arrives_on=at("2024-03-08 00:00", SEOUL)[0].date())
    stop = replace(stop, leaves_on=at("2024-03-12 00:00", SEOUL)[0].date())
    read = pages(build_book(replace(visit, stops=(stop,)), paper="a4"))
    assert "Seoul+14h→Seoul+13h" in flat(" ".join(page.text for page in read))
