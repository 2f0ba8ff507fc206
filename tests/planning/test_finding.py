"""Finding rows by what is typed of their names."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Member, Organisation, Person, Post, Topic
from app.domain.folding import folded
from app.domain.matching import Haystack
from app.domain.words import Side
from app.planning.finding import (
    find_entries,
    find_members,
    find_organisations,
    find_people,
    find_topics,
    find_zones,
)
from app.planning.hay import Hay, Stack
from app.planning.views.visits import Choice
from app.planning.workspace import Workspace
from tests.helpers.planner import planner
from tests.ui.planner import make_visit


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace.open(planner(tmp_path, "empty"))


def _plant(session: Session) -> str:
    visit_id = make_visit(session)
    people = (
        ("a", "Kim", "Min-su", "김민수"),
        ("b", "Šimůnek", "Jürgen", ""),
        ("c", "Akimoto", "Ken", ""),
        ("d", "", "", "한국인"),
    )
    for key, family, given_name, native in people:
        session.add(Person(id=key, family_name=family, given_name=given_name, native_name=native))
    session.add(Organisation(id="nasa", name="National Aeronautics and Space Administration", acronym="NASA"))
    session.add(Post(person_id="c", organisation_id="nasa", title="Head of Unit", rank=1))
    for rank, (key, side) in enumerate((("a", Side.OURS), ("c", Side.HOST))):
        session.add(Member(id=f"m-{key}", visit_id=visit_id, person_id=key, side=side, precedence=rank))
    session.add(Topic(id="t", visit_id=visit_id, title="Gateway airlock"))
    return visit_id


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kim", ["a", "c"]),  # a word that begins so goes before one that has it within
        ("min kim", ["a", "c"]),  # Akimoto, Administration
        ("simunek jurgen", ["b"]),
        ("JÜR", ["b"]),
        ("김민", ["a"]),
        ("ㄱㅁㅅ", ["a"]),
        ("ㅎㄱ", ["d"]),
        ("nasa", ["c"]),
        ("kim nasa", ["c"]),
        ("nobody", []),
    ],
)
def test_persons_are_found(space: Workspace, typed: str, found: list[str]) -> None:
    space.do("Plant", _plant)
    assert [choice.id for choice in space.ask(find_people, typed)] == found


def test_a_person_is_told_by_name_and_work(space: Workspace) -> None:
    space.do("Plant", _plant)
    (ken,) = space.ask(find_people, "akimoto")
    assert (ken.name, ken.detail) == ("Ken Akimoto", "Head of Unit · NASA")
    (native,) = space.ask(find_people, "한국")
    assert (native.name, native.detail) == ("한국인", "")


def test_an_acronym_typed_whole_is_found_before_names_that_begin_with_it(space: Workspace) -> None:
    def plant(session: Session) -> None:
        _plant(session)
        session.add(Organisation(id="a", name="NASA Goddard Space Flight Center", acronym="GSFC"))
        session.add(Organisation(id="b", name="ESAB", acronym=""))

    space.do("Plant", plant)
    assert [choice.id for choice in space.ask(find_organisations, "nasa")] == ["nasa", "a"]
    assert [choice.id for choice in space.ask(find_organisations, "NASA", 1)] == ["nasa"]
    assert space.ask(find_organisations, "esa")[0].name == "European Space Agency"
    assert [choice.id for choice in space.ask(find_organisations, "nas")] == ["a", "nasa"]


def test_a_code_that_changes_or_goes_is_found_no_longer() -> None:
    def hay(code: str) -> Hay:
        return Hay(Choice("x", "Agency", code, code), f"Agency {code}", "Agency")

    stack = Stack([hay("AAA"), Hay(Choice("y", "AAA and more"), "AAA and more", "A")])
    assert [choice.id for choice in stack.find("aaa")] == ["x", "y"]
    stack.put([hay("BBB")])
    assert [choice.id for choice in stack.find("aaa")] == ["y"]
    assert [choice.id for choice in stack.find("bbb")] == ["x"]
    stack.drop(["x"])
    assert stack.find("bbb") == ()


def test_the_other_kinds_are_found(space: Workspace) -> None:
    visit = space.do("Plant", _plant)
    assert [found.name for found in space.ask(find_organisations, "esa")] == ["European Space Agency"]
    assert [found.id for found in space.ask(find_members, visit, "")] == ["m-a", "m-c"]
    assert [found.id for found in space.ask(find_members, visit, "kim", Side.HOST)] == ["m-c"]
    assert [found.id for found in space.ask(find_topics, visit, "airlock gate")] == ["t"]
    assert space.ask(find_entries, visit, "") == ()
    assert find_zones("new york")[0].id == find_zones("America/New_York")[0].id == "America/New_York"


@pytest.mark.parametrize(("finder", "queries"), [(find_people, 2), (find_organisations, 1)])
def test_a_search_asks_a_fixed_number_of_times(
    space: Workspace, finder: Callable[..., object], queries: int
) -> None:
    space.do("Plant", _plant)
    asked: list[str] = []

    def view(connection: object) -> None:
        @event.listens_for(connection, "before_cursor_execute")
        def _on(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if statement.startswith("SELECT"):
                asked.append(statement)

        finder(connection, "a")

    space.ask(view)
    assert len(asked) == queries


WORDS = st.lists(
    st.sampled_from(["Kim", "Müller", "한국", "van", "Zoë", "min", "ki"]), min_size=1, max_size=4
)


@given(st.lists(WORDS, max_size=30), WORDS)
def test_what_is_found_has_every_word_and_the_best_stand_first(
    names: list[list[str]], typed: list[str]
) -> None:
    texts = [" ".join(name) for name in names]
    wanted = folded(" ".join(typed))
    found = Haystack(texts).find(" ".join(typed), limit=100)
    lines = [folded(text) for text in texts]
    assert sorted(found) == [
        at for at, line in enumerate(lines) if all(word in line for word in wanted.split())
    ]
    begins = [lines[at].startswith(wanted) for at in found]
    assert begins == sorted(begins, reverse=True)
    assert Haystack(texts).find(" ".join(typed), limit=2) == found[:2]


@given(st.lists(WORDS, max_size=12), st.lists(st.tuples(WORDS, st.integers(0, 12)), max_size=4), WORDS)
def test_typing_on_and_changes_find_what_a_fresh_search_does(
    names: list[list[str]], more: list[tuple[list[str], int]], typed: list[str]
) -> None:
    texts = [" ".join(name) for name in names]
    kept, wanted = Haystack(texts), " ".join(typed)
    for name, at in more:
        for end in range(len(wanted) + 1):
            assert kept.find(wanted[:end]) == Haystack(texts).find(wanted[:end])
        if at < len(texts):
            kept.remove(at)
            del texts[at]
        kept.insert(min(at, len(texts)), " ".join(name))
        texts.insert(min(at, len(texts)), " ".join(name))
    assert kept.find(wanted) == Haystack(texts).find(wanted)
