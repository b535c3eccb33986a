"""The forms in which a medicine comes, such as tablets and foam, and its other relatives."""

from collections.abc import Collection, Iterable

from thatch.knowledge import Library

_MOST = 3
"""Treatments that are told of at once."""
_OF_ANY_FORM = frozenset({"diet", "cosmetic"})
"""Ways of use that leave open whether it is a tablet, drops or a lotion."""


def in_form(topic: str, routes: Iterable[str], library: Library) -> str:
    """Give the relative of a topic that has the form which is named: "no, I meant the tablets"."""
    named = forms_named(topic, routes, library)
    return named[0] if named and topic not in named else topic


def forms_named(topic: str, routes: Iterable[str], library: Library) -> list[str]:
    """Give the treatments of a topic's family that have the forms which are named.

    Only where its members are forms of one medicine: "jabs" tells none of several injections from
    another.
    """
    for family in _families(topic, library):
        forms = {library.treatments[one].route: one for one in family}
        if len(forms) == len(family) and (named := [forms[one] for one in routes if one in forms]):
            return named
    return []


def has_form(topic: str, routes: Collection[str], library: Library) -> bool:
    """Say whether a topic is a treatment in one of the forms that are named."""
    treatment = library.treatments.get(topic)
    return treatment is not None and treatment.route in routes


def may_have_form(topic: str, routes: Iterable[str], library: Library) -> bool:
    """Say whether a topic may be meant by a form: it has that, a relative has, or it has any."""
    has_it = has_form(topic, {*routes, *_OF_ANY_FORM}, library)
    return has_it or bool(forms_named(topic, routes, library))


def treating_in_form(
    losses: Iterable[str], routes: Collection[str], library: Library
) -> tuple[str, ...]:
    """Give what some hair loss is treated with in a form: "the new tablets", after patches.

    Several of them are told of as what stands over them all, where anything does; where they are
    many, the form does not tell which is meant.
    """
    used = library.used_on(losses)
    treatments = tuple(one for one in used if has_form(one, routes, library))
    over_all = (
        (umbrella,)
        for umbrella, one in library.umbrellas.items()
        if len(treatments) > 1 and set(treatments) <= set(one.members)
    )
    return next(over_all, treatments if len(treatments) <= _MOST else ())


def relatives(topic: str, library: Library) -> list[str]:
    """Give the treatments under the umbrella that a topic is or that it stands under."""
    members = (member for family in _families(topic, library) for member in family)
    return list(dict.fromkeys(members))


def _families(topic: str, library: Library) -> list[list[str]]:
    """Give the treatments of each umbrella that a topic is or that it stands under."""
    return [
        [member for member in one.members if member in library.treatments]
        for umbrella, one in library.umbrellas.items()
        if topic == umbrella or topic in one.members
    ]
