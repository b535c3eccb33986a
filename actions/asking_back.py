"""The buttons that are offered where it is not clear what a visitor is speaking of."""

from collections.abc import Collection, Iterable, Sequence

from actions.follow_ups import Button, topic_button
from actions.forms import has_form
from actions.subjects import is_answered
from thatch.knowledge import Library

_MOST = 5
_ASKED_ABOUT_MOST = (
    "mesotherapy",
    "minoxidil",
    "hair_transplant",
    "male_pattern_hair_loss",
    "female_pattern_hair_loss",
)
_OVERVIEW = "what_is"


def topics_to_choose(library: Library, routes: Sequence[str] = ()) -> tuple[str, ...]:
    """Take the treatments that come in a form which is named; else what visitors ask about most.

    Args:
        library: the knowledge.
        routes: the forms.
    """
    return (_in_form(routes, library) or _ASKED_ABOUT_MOST)[:_MOST]


def choices(topics: Iterable[str], library: Library, aspects: Collection[str] = ()) -> list[Button]:
    """Offer topics.

    Args:
        topics: in their order.
        library: the knowledge.
        aspects: what was asked, of which a button asks the first that its topic has an answer on.
    """
    return [_button(topic, aspects, library) for topic in topics]


def _in_form(routes: Sequence[str], library: Library) -> tuple[str, ...]:
    """Give the best known of each family."""
    leads = (lead for umbrella in library.umbrellas.values() for lead in umbrella.leads)
    return tuple(one for one in dict.fromkeys(leads) if has_form(one, routes, library))


def _button(topic: str, aspects: Iterable[str], library: Library) -> Button:
    answered = (aspect for aspect in aspects if is_answered(topic, aspect, library))
    return topic_button(topic, next(answered, _OVERVIEW), library.title_of(topic))
