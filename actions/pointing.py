"""Which of the things spoken of together a pointer means: "the second one", "and the other?"."""

from collections.abc import Iterable

from actions.memory import Memory

_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}


def pointed_at(pointers: Iterable[str], memory: Memory) -> tuple[str, ...]:
    """Find the topics that pointers mean, in the order of the pointers.

    Args:
        pointers: "first", "second", "third", "last", "other" or "all".
        memory: holds the topics that were last spoken of together.

    Returns:
        Nothing where no topics were spoken of together, or fewer than a pointer needs.
    """
    found = (topic for pointer in pointers for topic in _meant(pointer, memory))
    return tuple(dict.fromkeys(found))


def _meant(pointer: str, memory: Memory) -> tuple[str, ...]:
    together = memory.together
    if pointer == "all":
        return together
    if pointer == "other":
        return tuple(topic for topic in together if topic not in memory.topics)
    return together[_PLACES[pointer] :][:1]
