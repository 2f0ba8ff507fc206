"""An act that is refused by words alone: it is told of, and whoever asked for it knows."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.planning.verbs.persons import create_person, edit_person
from app.planning.views.persons import person_detail
from app.ui.acting import done
from app.ui.desk import Desk


class Teller(QObject):
    told = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []
        self.told.connect(lambda words, undo: self.heard.append((words, undo)))


def test_what_is_done_is_a_step_and_tells_nothing_of_itself(desk: Desk) -> None:
    teller = Teller()
    kim = desk.do("Add", create_person, family_name="Kim")
    assert done(desk, teller.told, "Rename", edit_person, kim, family_name="Kimm")
    assert desk.ask(person_detail, kim).family_name == "Kimm"
    step = desk.undo()
    assert step is not None
    assert step.label == "Rename"
    assert teller.heard == []


def test_what_is_refused_is_told_without_an_undo_and_nothing_is_written(desk: Desk) -> None:
    teller = Teller()
    kim = desk.do("Add", create_person, family_name="Kim")
    assert not done(desk, teller.told, "Rename", edit_person, kim, family_name=" ")
    assert desk.ask(person_detail, kim).family_name == "Kim"
    [(words, undo)] = teller.heard
    assert words
    assert not undo
