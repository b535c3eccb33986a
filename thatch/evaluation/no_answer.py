"""Of what a reply said that no checked answer exists."""

from collections.abc import Iterable, Iterator

from rasa.shared.core.events import BotUttered

from thatch.knowledge import Library


def without_answer(
    said: Iterable[BotUttered], library: Library
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find the topics and the aspect of each question that was left without an answer.

    Args:
        said: the messages of one reply, which name topics and aspects as visitors read them.
        library: knows what has which name.
    """
    for one in said:
        if one.metadata.get("utter_action") == "utter_no_answer":
            yield (
                _topics_named(one.metadata["topic"], library),
                _aspect_titled(one.metadata["aspect"], library),
            )
        elif one.metadata.get("utter_action") == "utter_no_combination":
            yield _topics_within(one.metadata["both"], library), "combination"


def _topics_named(name: str, library: Library) -> tuple[str, ...]:
    return tuple(id_ for id_ in library.topics if library.name_of(id_) == name)


def _topics_within(names: str, library: Library) -> tuple[str, ...]:
    return tuple(id_ for id_ in library.topics if library.name_of(id_) in names)


def _aspect_titled(title: str, library: Library) -> str:
    return next(id_ for id_, one in library.aspects.items() if one.title.lower() == title)
