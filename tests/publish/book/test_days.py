"""Days that need not be the visit's own are printed with their year, where it could be another."""

from dataclasses import replace
from datetime import date

import pytest

from app.planning.released import NO_DAY, ReleasedVisit
from app.publish.book.build import build_book
from app.publish.book.view import Book
from tests.publish.book.reading import flat, pages
from tests.publish.story import full_visit

YEAR_END = (date(2023, 12, 28), date(2024, 1, 3))


def lasting(visit: ReleasedVisit, first: date, last: date) -> ReleasedVisit:
    return replace(visit, visit=replace(visit.visit, starts_on=first, ends_on=last))


@pytest.mark.parametrize(
    ("span", "day", "words"),
    [
        ((date(2024, 1, 22), date(2024, 1, 30)), date(2024, 2, 15), "Thu 15 Feb"),
        ((date(2024, 1, 22), date(2024, 1, 30)), date(2023, 12, 8), "Fri 8 Dec 2023"),
        ((date(2024, 12, 2), date(2024, 12, 6)), date(2025, 1, 8), "Wed 8 Jan 2025"),
        (YEAR_END, date(2024, 1, 2), "Tue 2 Jan 2024"),
        (YEAR_END, date(2023, 12, 29), "Fri 29 Dec 2023"),
        ((NO_DAY, NO_DAY), date(2024, 1, 2), "Tue 2 Jan 2024"),
        ((date(2024, 1, 22), date(2024, 1, 30)), NO_DAY, ""),
        ((date(2024, 1, 22), date(2024, 1, 30)), None, ""),
    ],
)
def test_a_day_has_its_year_where_it_could_be_another(
    span: tuple[date, date], day: date | None, words: str
) -> None:
    assert Book(lasting(full_visit(), *span)).day(day) == words


def test_what_is_due_in_another_year_says_so_in_the_book() -> None:
    visit = full_visit()
    actions = tuple(replace(action, due_on=date(2025, 3, 4)) for action in visit.actions)
    requests = tuple(replace(request, due_on=date(2023, 12, 8)) for request in visit.access_requests)
    made = build_book(replace(visit, actions=actions, access_requests=requests), paper="a4")
    read = flat("".join(page.text for page in pages(made)))
    assert flat("Tue 4 Mar 2025") in read
    assert flat("by Fri 8 Dec 2023") in read
