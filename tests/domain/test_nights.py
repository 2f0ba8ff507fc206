"""Who has no bed in which nights."""

from datetime import date

from app.domain.nights import Bedless, Sleeper, Stay, without_bed


def on(day: int) -> date:
    return date(2024, 1, day)


PARIS = Stay("Paris", on(26), on(29))


def test_the_day_of_leaving_is_no_night() -> None:
    assert PARIS.nights() == [on(26), on(27), on(28)]
    assert Stay("Seoul", on(22), on(22)).nights() == []
    assert Stay("wrong", on(23), on(22)).nights() == []


def test_nights_with_the_same_members_are_told_together() -> None:
    sleepers = [Sleeper("a"), Sleeper("b")]
    beds = [Stay("a", on(26), on(29)), Stay("b", on(26), on(27))]
    assert without_bed([PARIS], sleepers, beds) == (Bedless("Paris", on(27), on(28), ("b",)),)
    assert without_bed([PARIS], sleepers, ()) == (Bedless("Paris", on(26), on(28), ("a", "b")),)
    split = [Stay("a", on(26), on(29)), Stay("b", on(27), on(28))]
    assert [(each.first, each.last) for each in without_bed([PARIS], sleepers, split)] == [
        (on(26), on(26)),
        (on(28), on(28)),
    ]


def test_who_joins_late_or_leaves_early_needs_none_before_or_after() -> None:
    sleepers = [Sleeper("late", joins_on=on(28)), Sleeper("early", leaves_on=on(27))]
    assert without_bed([PARIS], sleepers, ()) == (
        Bedless("Paris", on(26), on(26), ("early",)),
        Bedless("Paris", on(28), on(28), ("late",)),
    )


def test_nights_of_two_cities_are_told_apart_and_a_bed_elsewhere_counts() -> None:
    stops = [Stay("Paris", on(26), on(27)), Stay("Noordwijk", on(27), on(28))]
    assert [each.city for each in without_bed(stops, [Sleeper("a")], ())] == ["Paris", "Noordwijk"]
    assert without_bed(stops, [Sleeper("a")], [Stay("a", on(26), on(28))]) == ()
