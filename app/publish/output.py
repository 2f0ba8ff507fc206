"""Writing a finished paper to the disk: whole or not at all, and never over a planner."""

import os
from contextlib import suppress
from pathlib import Path

from app.domain.errors import DataError, reason

PLANNER_SUFFIX = ".aide"
_HEADER = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_APPLICATION_ID = b"AIDE"  # bytes 68 to 72 of a planner's header
_ID_AT = 68


def write_output(path: Path, data: bytes) -> None:
    """Give ``path`` these bytes: they are written beside it, brought to the disk, and then renamed.

    A file that is there already is replaced; whoever calls has asked for that.

    Raises:
        DataError: ``output_is_planner`` (see :func:`refuse_planner`), ``output_unwritable``.
    """
    refuse_planner(path)
    partial: Path | None = None
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise DataError("output_unwritable", path=str(path), detail="it is not a file")
        partial = target.with_name(f".aide-{os.getpid()}.partial")
        partial.unlink(missing_ok=True)
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():  # who could not read what stood there cannot read this
            partial.chmod(target.stat().st_mode & 0o777)
        partial.replace(target)
    except (OSError, ValueError) as error:
        detail = reason(error)
        raise DataError("output_unwritable", path=str(path), detail=detail) from error
    finally:
        if partial is not None:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def refuse_planner(path: Path) -> None:
    """Refuse a path that is a planner's by its name or by what stands there.

    Raises:
        DataError: ``output_is_planner``; ``output_unwritable`` where the path cannot be looked at.
    """
    try:
        target = path.resolve()
        planner = PLANNER_SUFFIX in {path.suffix.lower(), target.suffix.lower()} or _is_planner(target)
    except (OSError, ValueError, RuntimeError) as error:
        detail = reason(error)
        raise DataError("output_unwritable", path=str(path), detail=detail) from error
    if planner:
        raise DataError("output_is_planner", path=str(path))


def _is_planner(target: Path) -> bool:
    if not target.is_file():
        return False
    if target.with_name(target.name + ".lock").exists():
        # Somebody holds it, perhaps this process: opening it here would drop SQLite's locks.
        return True
    with target.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    return header.startswith(_HEADER) and header[_ID_AT : _ID_AT + 4] == _APPLICATION_ID
