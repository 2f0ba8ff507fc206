"""The report of a bug: what happened, in plain text, and a button to copy it."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.theme.style import theme
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.ui.window.about import version_words
from app.wording import _


class ReportDialog(QDialog):
    """Shows a report. Nothing is sent anywhere; the user copies it."""

    def __init__(self, report: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.resize(640, 420)
        self._text = QPlainTextEdit(f"{version_words()}\n\n{report}")
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setAccessibleName(_("Report"))
        self.copy = PrimaryButton(_("Copy report"), icon_name="copy")
        self.copy.clicked.connect(self._copy)
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addWidget(MutedLabel(_("Also in {path}").format(path=log), elide=True), 1)
        bottom.addWidget(close)
        bottom.addWidget(self.copy)
        words = _(
            "This is a fault of the program. What was saved is safe; you can go on working. Before you "
        )
        words += _("send the report to anybody, read it: it may hold a word of yours.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(TitleLabel(_("Something went wrong")))
        column.addWidget(PlainLabel(words, wrap=True))
        column.addWidget(self._text, 1)
        column.addLayout(bottom)
        theme().changed.connect(self.update)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self.copy.set_words(_("Copied"))
