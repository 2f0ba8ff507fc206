"""Who may read the readout as things are, said beneath it, with the way to what keeps the others from it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.release import AudienceKind
from app.planning.readers import Bar, Reader, readout_readers
from app.planning.views.record import RecordAt
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.names import marking_name


class ReadoutReaders(QWidget):
    """Says it in a line for each reader. ``go`` leads to the entry, whose marking and sharing decide."""

    go = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._entry_id = ""
        self.words = MutedLabel(wrap=True)
        self.button = PlainButton(_("Show the meeting in the programme"), icon_name="list")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(row)

    def show_record(self, record: RecordAt, markings: tuple[str, ...]) -> None:
        """Show who may read the readout of a meeting."""
        self._entry_id = record.id
        readers = list(readout_readers(record))
        self.words.setText("\n".join(_reader(each, record, markings) for each in readers))
        self.button.setVisible(any(each.bar in {Bar.MEETING, Bar.NOT_SHARED} for each in readers))

    @Slot()
    def _on_clicked(self) -> None:
        self.go.emit("entry", self._entry_id)


def _reader(reader: Reader, record: RecordAt, markings: tuple[str, ...]) -> str:
    """Return who may read it, or why not and what would let them."""
    of_all = reader.audience.kind is AudienceKind.PUBLIC
    words = {
        None: _("The public may read this readout."),
        Bar.MEETING: _("Not for the public yet: the meeting is marked {marking}. Mark it lower there."),
        Bar.READOUT: _("Not for the public yet: the readout is marked {marking}. Mark it lower here."),
    }
    if not of_all:
        words = {
            None: _("{host} may read this readout."),
            Bar.MEETING: _("Not for {host} yet: the meeting is marked {marking}. Mark it lower there."),
            Bar.NOT_SHARED: _("Not for {host} yet: the meeting is not shared with its host. Share it there."),
            Bar.READOUT: _("Not for {host} yet: the readout is marked {marking}. Mark it lower here."),
        }
    marking = record.entry.marking if reader.bar is Bar.MEETING else record.readout_marking
    return words[reader.bar].format(host=record.entry.host, marking=marking_name(marking, markings))
