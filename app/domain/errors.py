"""The tree of errors.

AideError
├── PlanningError   the user can mend it: carries a code and the field it belongs to
└── DataError       the disk or the file: carries a code and, where known, the path
All else is a bug: logged, and shown with a way to report it. The sentence that people read for
each code stands in ``app.wording.errors``.
"""

from typing import Any


class AideError(Exception):
    """An error that we foresee. ``code`` finds its sentence; ``data`` fills the sentence in."""

    def __init__(self, code: str, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data = data

    def __reduce__(self) -> tuple[Any, ...]:
        # An error crosses from a job's process whole; by default its keyword arguments would be lost.
        return _remake, (type(self), self.code, self.__dict__)


class PlanningError(AideError):
    """Something the user can mend. ``field`` names the input that it belongs to, where there is one."""

    def __init__(self, code: str, *, field: str | None = None, **data: Any) -> None:
        super().__init__(code, **data)
        self.field = field


class DataError(AideError):
    """The disk or the file stands in the way; nothing that was saved is lost."""


def reason(error: BaseException) -> str:
    """Return an outer error's own words: the system's, or those of the driver that it wraps (``orig``)."""
    return str(getattr(error, "strerror", None) or getattr(error, "orig", None) or error)


def _remake(kind: type[AideError], code: str, state: dict[str, Any]) -> AideError:
    error = kind(code)
    error.__dict__.update(state)
    return error
