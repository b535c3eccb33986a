"""What kind of thing topics are."""

from collections.abc import Collection

from thatch.knowledge import Library


def is_treatment(topic: str, library: Library) -> bool:
    """Say whether a topic is a treatment, or what it is an umbrella for is one."""
    return any(one in library.treatments for one in library.members_of(topic))


def is_condition(topic: str, library: Library) -> bool:
    """Say whether a topic is a kind of hair loss or what causes it, or stands over such alone."""
    return all(one in library.conditions for one in library.members_of(topic))


def is_mere_term(topic: str, library: Library) -> bool:
    """Say whether a topic is a term of no treatment: a Norwood 3, and not a dermaroller."""
    whole = library.whole_of(topic) or topic
    return topic in library.concepts and not is_treatment(whole, library)


def only_treatments(topics: Collection[str], library: Library) -> bool:
    """Say whether there are topics, and all of them are treatments."""
    return bool(topics) and all(is_treatment(one, library) for one in topics)
