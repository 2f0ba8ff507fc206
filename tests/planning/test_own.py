"""What a row of a view takes over from its model."""

from dataclasses import dataclass

from app.data.models import Gift
from app.planning.views.logistics import GiftRow
from app.planning.views.own import own_columns, own_names


@dataclass(frozen=True, slots=True)
class Line:
    custody: str
    entry: str
    id: str


@dataclass(frozen=True, slots=True)
class Longer(Line):
    value: float | None
    giver: str


def test_only_what_the_model_holds_in_the_order_of_the_row() -> None:
    assert own_names(Line, Gift) == ("custody", "id")
    assert own_columns(Line, Gift) == (Gift.__table__.c.custody, Gift.__table__.c.id)


def test_a_row_that_builds_upon_another_takes_over_what_both_name() -> None:
    assert own_names(Longer, Gift) == ("custody", "id", "value")


def test_a_name_that_is_worked_out_is_no_column() -> None:
    worked_out = {"entry", "start_wall", "visit_first", "visit_last", "giver", "receiver", "organisation"}
    assert set(own_names(GiftRow, Gift)) == set(GiftRow.__slots__) - worked_out
