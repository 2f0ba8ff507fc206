"""What undo calls the changes of persons, their posts and documents, of organisations and of precedents."""

from app.wording import _


def person_act(column: str) -> str:
    """Return the words of undo for the change of a column of the person ``{name}``."""
    return {
        "family_name": _("Rename {name}"),
        "given_name": _("Rename {name}"),
        "family_name_first": _("Change the order of the names of {name}"),
        "native_name": _("Change the native name of {name}"),
        "pronunciation": _("Change the pronunciation of {name}"),
        "form_of_address": _("Change how {name} is addressed"),
        "languages": _("Change the languages of {name}"),
        "biography": _("Change the biography of {name}"),
        "email": _("Change the e-mail address of {name}"),
        "phone": _("Change the phone of {name}"),
    }.get(column, _("Change restricted fields of {name}"))


def post_act(column: str) -> str:
    """Return the words of undo for the change of a column of the post ``{name}``."""
    return {
        "title": _("Rename the post “{name}”"),
        "native_title": _("Change the native title of “{name}”"),
        "organisation_id": _("Change the organisation of “{name}”"),
        "rank": _("Change the rank of “{name}”"),
        "starts_on": _("Change the first day of “{name}”"),
        "ends_on": _("Change the last day of “{name}”"),
    }[column]


def document_act(_column: str) -> str:
    """Return the words of undo for the change of a travel document: they tell nothing of it."""
    return _("Change a travel document")


def visa_act(_column: str) -> str:
    """Return the words of undo for the change of a visa: they tell nothing of it."""
    return _("Change a visa")


def precedent_act(column: str) -> str:
    """Return the words of undo for the change of a column of the precedent ``{name}``."""
    return {
        "title": _("Rename “{name}”"),
        "years": _("Change the years of “{name}”"),
        "area": _("Change the area of “{name}”"),
        "description": _("Change what is told of “{name}”"),
        "lesson": _("Change the lesson of “{name}”"),
        "source": _("Change the source of “{name}”"),
    }[column]


def precedent_party_act(column: str) -> str:
    """Return the words of undo for the change of a column of the part of ``{name}`` in a precedent."""
    return {
        "organisation_id": _("Change the party “{name}” to a precedent"),
        "contribution": _("Change what “{name}” contributed"),
    }[column]


def organisation_act(column: str) -> str:
    """Return the words of undo for the change of a column of the organisation ``{name}``."""
    return {
        "name": _("Rename “{name}”"),
        "acronym": _("Change the acronym of “{name}”"),
        "native_name": _("Change the native name of “{name}”"),
        "parent_id": _("Change what stands above “{name}”"),
        "country_code": _("Change the country of “{name}”"),
        "city": _("Change the city of “{name}”"),
        "website": _("Change the website of “{name}”"),
        "profile": _("Change the profile of “{name}”"),
    }[column]
