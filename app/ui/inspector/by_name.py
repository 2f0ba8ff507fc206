"""What makes a row of the name that was typed where one was looked for."""

from collections.abc import Callable
from functools import partial

from app.planning.typed_name import read_name
from app.planning.verbs.organisations import create_organisation
from app.planning.verbs.persons import create_person


def new_organisation(name: str) -> Callable[..., str]:
    """Return the verb that makes an organisation of this name."""
    return partial(create_organisation, name=name)


def new_person(typed: str) -> Callable[..., str]:
    """Return the verb that makes a person of a name as people type it, in either script."""
    name = read_name(typed)
    return partial(
        create_person,
        family_name=name.family,
        given_name=name.given,
        family_name_first=name.family_first,
        native_name=name.native,
    )
