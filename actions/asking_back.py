"""The buttons that are offered where it is not clear what a visitor is speaking of."""

from collections.abc import Collection, Iterable, Sequence

from actions.follow_ups import Button, topic_button
from actions.forms import has_form
from actions.memory import Memory
from actions.reply import Reply
from actions.written import is_answered
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


def offer_topics(
    response: str,
    reply: Reply,
    memory: Memory,
    library: Library,
    routes: Sequence[str] = (),
    aspects: Collection[str] = (),
) -> Memory:
    """Offer the treatments that come in a form which is named; else what visitors ask about most.

    Args:
        response: the text above the buttons.
        reply: where it is said.
        memory: what is remembered of the conversation.
        library: the knowledge.
        routes: the forms.
        aspects: what was asked, of which a button asks the first that its topic has an answer on.

    Returns:
        A memory in which "the first one" points at the first choice.
    """
    topics = (_in_form(routes, library) or _ASKED_ABOUT_MOST)[:_MOST]
    reply.say(response, [_button(topic, aspects, library) for topic in topics])
    return memory.with_(together=topics)


def _in_form(routes: Sequence[str], library: Library) -> tuple[str, ...]:
    """Give the best known of each family."""
    leads = (lead for umbrella in library.umbrellas.values() for lead in umbrella.leads)
    return tuple(one for one in dict.fromkeys(leads) if has_form(one, routes, library))


def _button(topic: str, aspects: Iterable[str], library: Library) -> Button:
    answered = (aspect for aspect in aspects if is_answered(topic, aspect, library))
    return topic_button(topic, next(answered, _OVERVIEW), library.title_of(topic))
