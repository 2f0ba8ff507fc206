"""What the program is made of, and under which licences."""

import tomllib

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.zones import zone_data_version
from app.paths import RESOURCES, ROOT
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.wording import _

_LIBRARIES = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("SQLCipher, sqlcipher3", "BSD-3-Clause, Zlib"),
    ("reportlab", "BSD-3-Clause"),
    ("icalendar", "BSD-2-Clause"),
    ("Babel", "BSD-3-Clause"),
    ("filelock", "MIT"),
    ("platformdirs", "MIT"),
    ("tzdata", "Apache-2.0; IANA: public domain"),
)


class AboutDialog(QDialog):
    """Name, version, time-zone data and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Aide-Mémoire"))
        self.resize(600, 480)
        text = QPlainTextEdit(licences())
        text.setReadOnly(True)
        text.setFont(ui_font(SMALL_PX))
        text.setAccessibleName(_("Licences"))
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(TitleLabel("Aide-Mémoire"))
        column.addWidget(
            PlainLabel(_("Plans a diplomatic visit; makes its calendars and its book."), wrap=True)
        )
        column.addWidget(PlainLabel(version_words(), tone="muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(MutedLabel(_("Licences")))
        column.addWidget(text, 1)
        column.addLayout(bottom)


def version_words() -> str:
    """Return the versions that matter when something is reported."""
    return _("Version {version} · time-zone data {zones} · Qt {qt}").format(
        version=_version(), zones=zone_data_version(), qt=qVersion()
    )


def licences() -> str:
    """Return the licences of the program, its libraries, fonts, icons and data."""
    parts = [(ROOT / "LICENSE").read_text("utf-8").strip()]
    parts.append("\n".join(f"{name}: {licence}" for name, licence in _LIBRARIES))
    parts += [path.read_text("utf-8").strip() for path in sorted(RESOURCES.glob("*/CREDITS.md"))]
    return "\n\n—\n\n".join(parts)


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])
