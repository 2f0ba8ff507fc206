"""Keep a run of the tests from waiting for the disk and from compiling the same sources in each process."""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.paths import ROOT

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of the run's own is made in it
_ROOM = 2 * 1024**3


def hasten(arguments: Sequence[str]) -> None:
    """Arrange it for this process and all that it starts; ``arguments`` are the paths asked of pytest."""
    _keep_bytecode()
    # What is killed half-way is tried on a disk, as the user has one.
    if not any("faults" in Path(argument).parts for argument in arguments):
        _keep_files_in_memory()


def _keep_bytecode() -> None:
    """Where nothing may be written beside the sources, write what is compiled under ``build``."""
    if sys.dont_write_bytecode and sys.pycache_prefix is None:
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(ROOT / "build" / "bytecode")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


def _keep_files_in_memory() -> None:
    """Put temporary files where a commit need not wait for a disk: there are tens of thousands of commits.

    They go when the run ends; to keep those of a failure, name a folder in ``TMPDIR``.
    """
    chosen = any(os.environ.get(name) for name in ("TMPDIR", "PYTEST_DEBUG_TEMPROOT"))
    if chosen or not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < _ROOM:
        return
    folder = tempfile.mkdtemp(prefix="aide-run-", dir=_MEMORY)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["TMPDIR"] = tempfile.tempdir = folder
