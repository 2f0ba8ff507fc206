"""The posts of a person, edited in place: title in both scripts, organisation, rank, days."""

from app.planning.verbs.posts import edit_post
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.day import DayField
from app.ui.forms.numbers import NumberField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.text import TextField
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.cards import Cards, CardSheet
from app.ui.inspector.people_acts import post_act
from app.ui.widgets.labels import MutedLabel
from app.wording import _

_LOWEST_RANK = 999

POST = Kind("post", edit_post, lambda post: str(post.name), post_act)


class PostSheet(CardSheet):
    """The fields of one post."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.add(TextField(record, "title", _("Title")))
        self.add(TextField(record, "native_title", _("Title in their own language")))
        self.add(
            PickField(
                record,
                "organisation_id",
                _("Organisation"),
                finders(record.desk).organisations,
                named="organisation",
                create=new_organisation,
            )
        )
        rank = NumberField(record, "rank", _("Rank"), 1, _LOWEST_RANK, hint=_("1 goes first"))
        rank.add_below(
            MutedLabel(_("People stand in the order of rank: the lower number goes first."), wrap=True)
        )
        self.add(rank)
        self.row(
            (DayField(record, "starts_on", _("Since")), 1),
            (DayField(record, "ends_on", _("Until")), 1),
        )


def make_posts(desk: Desk) -> Cards:
    """Return the cards of posts."""
    return Cards(
        desk,
        POST,
        PostSheet,
        add_words=_("Add post"),
        remove_words=_("Remove this post"),
        none_words=_("No post yet: without one there is no rank to seat this person by."),
    )
