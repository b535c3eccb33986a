"""What is remembered of a conversation, in the tracker's slots."""

from dataclasses import dataclass, fields, replace
from typing import Any

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.interfaces import Tracker

from thatch.knowledge.vocabulary import Region

_HEARD_BY_THE_PIPELINE = {"region", "sex", "name"}


@dataclass(frozen=True)
class Memory:
    """The slots that actions read. Rasa fills the first three from entities, actions the others."""

    region: Region = "uk"
    sex: str | None = None
    name: str | None = None
    topics: tuple[str, ...] = ()
    """What was last spoken of."""
    aspects: tuple[str, ...] = ()
    """What was last asked."""
    together: tuple[str, ...] = ()
    """Topics that were last spoken of together, in the order in which they were named."""
    caveats_given: tuple[str, ...] = ()
    answers_given: tuple[str, ...] = ()
    addressed_by_name: bool = False
    misunderstood: int = 0
    """How many messages running were not understood."""

    @classmethod
    def of(cls, tracker: Tracker) -> "Memory":
        """Read the slots of a conversation."""
        values = {field.name: tracker.get_slot(field.name) for field in fields(cls)}
        known = {name: value for name, value in values.items() if value is not None}
        return cls(**{name: _frozen(value) for name, value in known.items()})

    def with_(self, **changes: Any) -> "Memory":
        """Give a memory with some things changed."""
        return replace(self, **changes)

    def spoken_of(self, topics: tuple[str, ...]) -> "Memory":
        """Give a memory of having spoken of topics; where there are none, of those of before."""
        if not topics:
            return self
        keeps = len(topics) == 1 and topics[0] in self.together
        return replace(self, topics=topics, together=self.together if keeps else topics)

    def events(self) -> list[EventType]:
        """Give the events that make the slots remember what actions may change."""
        return [
            SlotSet(field.name, _plain(getattr(self, field.name)))
            for field in fields(self)
            if field.name not in _HEARD_BY_THE_PIPELINE
        ]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
