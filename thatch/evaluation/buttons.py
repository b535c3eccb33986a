"""Of what the buttons under a reply ask."""

from collections.abc import Iterable, Iterator

from rasa.shared.core.events import BotUttered


def asked_by_buttons(said: Iterable[BotUttered]) -> Iterator[str]:
    """Give the intent of each button: "cost" of `/cost{"topic": "prp"}`.

    Args:
        said: the messages of one reply.
    """
    for one in said:
        for button in one.data.get("buttons") or ():
            intent, _, _ = button["payload"].removeprefix("/").partition("{")
            yield intent
