"""What is remembered of a conversation, in the tracker's slots."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from itertools import dropwhile, islice
from typing import Any

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.interfaces import Tracker

from actions.hearing import values_of
from thatch.knowledge.vocabulary import Region

_OUT_OF_SCOPE = "out_of_scope"
_KEPT_IN_MIND = 5
"""Topics to which a question may go back."""
_HEARD_BY_THE_PIPELINE = {"region", "sex", "name", "lasting_sign"}


@dataclass(frozen=True)
class Memory:
    """The slots that actions read. Rasa fills the first four from entities, actions the others."""

    region: Region = "uk"
    sex: str | None = None
    name: str | None = None
    lasting_sign: str | None = None
    """What the visitor told last that stays true of them."""
    topics: tuple[str, ...] = ()
    """What was last spoken of."""
    aspects: tuple[str, ...] = ()
    """What was last asked."""
    in_mind: tuple[str, ...] = ()
    """What was named or spoken of of late, the latest first."""
    together: tuple[str, ...] = ()
    """Topics that were last spoken of together, in the order in which they were named."""
    caveats_given: tuple[str, ...] = ()
    answers_given: tuple[str, ...] = ()
    addressed_by_name: bool = False
    misunderstood: int = 0
    """How many messages running were not understood."""
    alarm: tuple[str, ...] = ()
    """Red flags whose advice was given, while nothing else has been asked since."""

    @classmethod
    def of(cls, tracker: Tracker) -> "Memory":
        """Read the slots of a conversation."""
        values = {field.name: tracker.get_slot(field.name) for field in fields(cls)}
        known = {name: value for name, value in values.items() if value is not None}
        memory = cls(**{name: _frozen(value) for name, value in known.items()})
        return memory.spoken_of(_named_since(tracker))

    @property
    def nearest_first(self) -> tuple[tuple[str, ...], ...]:
        """Give what a question that names nothing may be about: what was last spoken of first."""
        return (self.topics, *((one,) for one in self.in_mind))

    def with_(self, **changes: Any) -> "Memory":
        """Give a memory with some things changed."""
        return replace(self, **changes)

    def having_heard(self, named: tuple[str, ...]) -> "Memory":
        """Give a memory that keeps in mind what a message names, by the way too."""
        in_mind = dict.fromkeys((*named, *self.topics, *self.in_mind))
        return replace(self, in_mind=tuple(in_mind)[:_KEPT_IN_MIND])

    def spoken_of(self, topics: tuple[str, ...]) -> "Memory":
        """Give a memory of having spoken of topics; where there are none, of those of before.

        Two that are spoken of one after the other can be pointed at as well as two named together.
        """
        if not topics:
            return self
        together = topics
        if len(topics) == 1:
            keeps = topics[0] in self.together
            together = self.together if keeps else (*self.together[-1:], *topics)
        return replace(self, topics=topics, together=together)

    def events(self) -> list[EventType]:
        """Give the events that make the slots remember what actions may change."""
        return [
            SlotSet(field.name, _plain(getattr(self, field.name)))
            for field in fields(self)
            if field.name not in _HEARD_BY_THE_PIPELINE
        ]


def _named_since(tracker: Tracker) -> tuple[str, ...]:
    """Name the topics of an earlier message that a rule replied to, and no action of ours."""
    earlier = dropwhile(lambda event: event["event"] != "user", reversed(tracker.events))
    for event in islice(earlier, 1, None):
        if event["event"] == "slot" and event["name"] == "topics":
            return ()
        if event["event"] == "user" and (named := _topics_named(event)):
            return named
    return ()


def _topics_named(event: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the topics of a message; what is out of scope is spoken of no further."""
    if event["parse_data"].get("intent", {}).get("name") == _OUT_OF_SCOPE:
        return ()
    return values_of(event["parse_data"], "topic")


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
