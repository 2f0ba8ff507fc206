"""The words of telling people what has changed."""

from enum import StrEnum


class Via(StrEnum):
    """By which way a message left: copied to be sent by hand, or opened in the mail program."""

    COPIED = "copied"
    MAIL = "mail"


class What(StrEnum):
    """What of an entry became another for one person."""

    ADDED = "added"
    REMOVED = "removed"
    TIME = "time"
    PLACE = "place"
    ROOM = "room"
    STATUS = "status"
    TITLE = "title"
    TRAVEL = "travel"
    ROLE = "role"
    CAR = "car"
