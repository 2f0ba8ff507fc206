"""What is known of a city on a day, by its typed place or by the shipped one."""

from datetime import date

from app.reference.almanac import NOTHING_KNOWN, CityDay, DayFacts, city_of, look_up
from app.reference.sun import sun_times

NEW_YEAR = date(2024, 2, 9)


def _facts(asked: CityDay, language: str = "en") -> DayFacts:
    return look_up([asked], language, lambda _done, _total: None)[asked]


def test_a_shipped_city_gives_country_and_sun() -> None:
    seoul = _facts(CityDay(NEW_YEAR, "Seoul", "Asia/Seoul"), "ko")
    assert (seoul.holiday, seoul.country_code) == ("설날 전날", "KR")
    assert seoul.sun == sun_times(NEW_YEAR, 37.566, 126.978, "Asia/Seoul")


def test_what_somebody_has_typed_is_believed_first() -> None:
    typed = _facts(CityDay(date(2024, 7, 14), "Kourou site", "America/Cayenne", "FR", (5.24, -52.77)))
    assert typed.holiday == "National Day"
    assert typed.sun == sun_times(date(2024, 7, 14), 5.24, -52.77, "America/Cayenne")


def test_of_a_city_that_nobody_knows_nothing_is_said() -> None:
    assert _facts(CityDay(NEW_YEAR, "Nowhere at all", "Asia/Seoul")) == NOTHING_KNOWN
    assert _facts(CityDay(NEW_YEAR, "", "Asia/Seoul")) == NOTHING_KNOWN


def test_of_two_cities_of_a_name_the_one_of_the_zone_is_meant() -> None:
    here, there = city_of("Paris", "Europe/Paris"), city_of("Paris", "America/Chicago")
    assert here is not None
    assert there is not None
    assert (here.country_code, there.country_code) == ("FR", "US")
    assert city_of("Paris", "Europe/Paris", "US") is None


def test_each_day_is_reported() -> None:
    told: list[tuple[int, int]] = []
    asked = [CityDay(date(2024, 1, day), "Paris", "Europe/Paris") for day in (1, 2)]
    found = look_up(asked, "fr", lambda done, total: told.append((done, total)))
    assert [found[one].holiday for one in asked] == ["Jour de l'an", ""]
    assert told == [(1, 2), (2, 2)]
