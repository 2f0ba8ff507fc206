"""A message on its way: to the clipboard, or to the mail program."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.ui.screens.tell.mail import mailto
from app.wording import _
from app.wording.language import in_language
from app.wording.telling import Message


def copied(message: Message) -> str:
    """Put the text of a message on the clipboard; return in a sentence what was done."""
    QGuiApplication.clipboard().setText(message.text)
    return _("Copied.")


def opened(address: str, message: Message, tag: str) -> str | None:
    """Open a message in the mail program; return what was done, ``None`` where no program took it.

    One that is too long for it is shortened in its own language, and the whole is put on the clipboard.
    """
    with in_language(tag):
        shortened = _("… The message goes on in full in your sheet.")
    mail = mailto(address, message.subject, message.text, shortened=shortened)
    if not QDesktopServices.openUrl(QUrl.fromEncoded(mail.url.encode("ascii"))):
        return None
    if mail.whole:
        return _("Opened in the mail program.")
    QGuiApplication.clipboard().setText(message.text)
    return _("Opened in the mail program, shortened: the whole message is on the clipboard.")
