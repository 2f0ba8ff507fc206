"""Steps are said in the language in force, those too that the program takes by itself."""

import ast
from collections.abc import Iterator

import pytest

from app.paths import ROOT
from app.wording.steps import step_label, step_title
from tests.helpers.pseudo import pseudo, pseudo_language


def labels_below_the_window() -> Iterator[str]:
    """Yield the labels of the steps that are taken where no language is in force."""
    for path in (ROOT / "app").rglob("*.py"):
        if path.is_relative_to(ROOT / "app" / "ui"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"do", "do_for_good"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value)


def test_each_label_of_the_program_itself_is_translated() -> None:
    labels = set(labels_below_the_window())
    assert labels >= {"Sample visit", "Zone data"}
    with pseudo_language():
        assert {label: step_label(label) for label in labels} == {label: pseudo(label) for label in labels}


@pytest.mark.parametrize("kind", ["do", "undo", "redo"])
def test_what_a_user_did_is_said_as_it_was_kept(kind: str) -> None:
    assert "“Zone data” umbenennen" in step_title(kind, "“Zone data” umbenennen")
    with pseudo_language():
        assert pseudo("Zone data") in step_title(kind, "Zone data")
        assert step_label("Rename it") == "Rename it"
