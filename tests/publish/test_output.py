"""Papers are written whole or not at all, and never over a planner."""

import os
from pathlib import Path

import pytest

from app.domain.errors import DataError
from app.planning.workspace import Workspace
from app.publish.output import write_output
from app.wording.errors import sentence


def code_of(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        write_output(path, b"paper")
    assert str(path) in sentence(caught.value)
    return caught.value.code


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    write_output(path, b"first")
    write_output(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_a_planners_name_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path / "new.aide") == "output_is_planner"
    assert code_of(tmp_path / "new.AIDE") == "output_is_planner"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("opened", [True, False])
def test_a_planner_under_another_name_is_refused(tmp_path: Path, *, opened: bool) -> None:
    path = tmp_path / "visit.pdf"
    space = Workspace.create(path)
    if not opened:
        space.close()
    before = path.stat().st_size
    assert code_of(path) == "output_is_planner"
    assert path.stat().st_size == before
    space.close()


def test_a_link_to_a_planner_is_refused(tmp_path: Path) -> None:
    planner = tmp_path / "visit.aide"
    Workspace.create(planner).close()
    link = tmp_path / "book.pdf"
    link.symlink_to(planner)
    assert code_of(link) == "output_is_planner"


def test_a_linked_paper_is_written_through_the_link(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    write_output(link, b"paper")
    assert link.is_symlink()
    assert real.read_bytes() == b"paper"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    os.mkfifo(tmp_path / "pipe.pdf")
    assert code_of(tmp_path / "folder.pdf") == "output_unwritable"
    assert code_of(tmp_path / "pipe.pdf") == "output_unwritable"
    assert code_of(tmp_path / "no" / "book.pdf") == "output_unwritable"
    assert code_of(tmp_path / ("long" * 100 + ".pdf")) == "output_unwritable"
    with pytest.raises(DataError):
        write_output(tmp_path / "nul\0.pdf", b"paper")
