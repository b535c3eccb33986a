"""What a visitor's message says, as the pipeline understood it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One thing that is asked, with the topics named beside it."""

    aspect: str
    topics: tuple[str, ...] = ()
    confidence: float = 1.0
    """How likely it is that this is asked; a chosen button is certain."""


@dataclass(frozen=True)
class Heard:
    """One message."""

    intent: str
    topics: tuple[str, ...]
    """All that are named, in order."""
    asked: tuple[Asked, ...]
    """In order."""
    routes: tuple[str, ...]
    """Forms of a treatment that are named, such as "oral" for "the tablets"."""
    pointers: tuple[str, ...]
    """Words that point at one of several topics spoken of before, such as "second"."""
    companions: tuple[str, ...]
    """Combinations of which the thing that is no topic is named, such as alcohol."""
    red_flags: tuple[str, ...]
    """The most urgent first."""
    gives_name: bool
    guessed: bool
    """Whether nothing was understood surely, so that `asked` is only the likeliest."""
    in_few_words: bool
    likeliest: tuple[Asked, ...] = ()
    """All that may have been asked, the likeliest first, whether any is likely or not."""
    red_flags_on: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Red flags of whoever speaks of a topic, though the message does not name it, by the topic;
    they take the place of `red_flags`, which are only guessed where there are any of these."""
    threshold: float = 0.5
    """How likely something must be to count as asked: see config.yml."""
    least: float = 0.5
    """How likely to count as a guess, where nothing is likelier."""

    @property
    def surely_asks(self) -> bool:
        """Say whether something was asked, and that is not only the likeliest reading."""
        return bool(self.asked) and not self.guessed

    @property
    def likely_after_all(self) -> bool:
        """Say whether the likeliest reading may count as a guess."""
        return bool(self.likeliest) and self.likeliest[0].confidence >= self.least

    @property
    def may_only_name(self) -> bool:
        """Say whether a few words name something, so that they need ask nothing of their own."""
        named = self.topics or self.routes or self.pointers or self.companions
        return self.in_few_words and bool(named)

    @classmethod
    def of(cls, message: Mapping[str, Any], aspects: Mapping[str, Any]) -> "Heard":
        """Take what matters from the tracker's latest message.

        Args:
            message: Rasa's parse of it. A chosen button brings an intent and a topic, no more.
            aspects: all that can be asked; other intents are no questions.
        """
        intent = message["intent"]["name"]
        topics = values_of(message, "topic")
        asked = [
            Asked(one["intent"], tuple(one["topics"]), one.get("confidence", 1.0))
            for one in message.get("asked", [{"intent": intent, "topics": topics}])
            if one["intent"] in aspects
        ]
        return cls(
            intent=intent,
            topics=topics,
            asked=tuple(asked),
            routes=values_of(message, "route"),
            pointers=values_of(message, "pointer"),
            companions=values_of(message, "combination"),
            red_flags=values_of(message, "red_flag"),
            gives_name=bool(values_of(message, "name")),
            guessed=message.get("guessed", False),
            in_few_words=message.get("in_few_words", False),
            likeliest=tuple(
                Asked(one["name"], confidence=one["confidence"])
                for one in message.get("intent_ranking", ())
                if one["name"] in aspects
            ),
            red_flags_on=message.get("red_flags_on", {}),
            threshold=message.get("threshold", cls.threshold),
            least=message.get("least", cls.least),
        )

    def speaking_of(self, topics: Iterable[str]) -> "Heard":
        """Raise the red flags that the message tells of where it is about topics of before."""
        flags = (flag for topic in topics for flag in self.red_flags_on.get(topic, ()))
        return replace(self, red_flags=tuple(dict.fromkeys(flags)) or self.red_flags)


def values_of(message: Mapping[str, Any], entity: str) -> tuple[str, ...]:
    """Give what a message tells of one kind, such as "topic".

    Args:
        message: Rasa's parse of it.
        entity: the kind.
    """
    found = (one["value"] for one in message.get("entities", ()) if one["entity"] == entity)
    return tuple(dict.fromkeys(found))
