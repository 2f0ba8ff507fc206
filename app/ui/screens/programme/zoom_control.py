"""How near the board is looked at: a slider between two buttons, the whole visit, and day after day."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from app.ui.widgets.buttons import IconButton
from app.ui.widgets.plain import set_tip
from app.wording import _

_STEPS = 1000
_SLIDER_PX = 96


class ZoomControl(QWidget):
    """``moved`` carries how near it is to be, from 0 to 1; ``stepped`` one step in (1) or out (−1)."""

    moved = Signal(float)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.out = IconButton("minus", _("Zoom out ({keys})").format(keys="Ctrl+-"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.nearer = IconButton("plus", _("Zoom in ({keys})").format(keys="Ctrl++"))
        self.whole = IconButton("overview", _("Show the whole visit ({keys})").format(keys="Ctrl+0"))
        self.today = IconButton("calendar", _("Go to today, or to the first day ({keys})").format(keys="T"))
        self.day_before = IconButton("chevron-left", _("The day before ({keys})").format(keys=_("Page Up")))
        self.next_day = IconButton("chevron-right", _("The next day ({keys})").format(keys=_("Page Down")))
        self.slider.setRange(0, _STEPS)
        self.slider.setSingleStep(_STEPS // 40)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setFixedWidth(_SLIDER_PX)
        self.slider.setAccessibleName(_("Zoom"))
        set_tip(self.slider, _("How near the programme is seen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (
            *(self.out, self.slider, self.nearer, self.whole),
            *(self.day_before, self.today, self.next_day),
        ):
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.slider.valueChanged.connect(self._tell)
        self.out.clicked.connect(self._step_out)
        self.nearer.clicked.connect(self._step_in)

    def show_for_days(self, *, one: bool) -> None:
        """Offer to turn from day to day where one is seen."""
        for button in (self.day_before, self.next_day):
            button.setVisible(one)

    def show_share(self, share: float) -> None:
        """Show how near it is, from 0 to 1; tells nobody."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(share * _STEPS))
        self.slider.blockSignals(False)

    @Slot(int)
    def _tell(self, value: int) -> None:
        self.moved.emit(value / _STEPS)

    @Slot()
    def _step_out(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _step_in(self) -> None:
        self.stepped.emit(1)
