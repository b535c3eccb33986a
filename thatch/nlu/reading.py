"""A message as the components of the pipeline hand it on: its words, and the topics in them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Literal

from rasa.shared.nlu.training_data.message import Message
from spacy.tokens import Doc, Span

from thatch.nlu.language import plain

Kind = Literal[
    "treatment", "condition", "concept", "test", "role", "umbrella", "combination", "described"
]
"""What a topic is; or that it is described, not named."""
ASKED_ABOUT: tuple[Kind, ...] = ("treatment", "condition", "umbrella")
"""Kinds of topics that questions are mostly about."""
_ATTRIBUTE = "reading"
SPOKEN_OF = "spoken_of"
"""Under which a message's metadata names the topics of before: see `thatch.dialogue.spoken_of`."""
_IN_PASSING = ("test", "role")
"""Kinds of topics that are mostly mentioned by the way: "my GP says", "all bloods fine"."""


_FEW_WORDS = 5


@dataclass(frozen=True)
class Mention:
    """A topic, and where it is named or described: tokens `start` to `end`, without the last."""

    topic: str
    kind: Kind
    start: int
    end: int


@dataclass
class Reading:
    """What is read out of one message."""

    doc: Doc
    mentions: list[Mention] = field(default_factory=list)
    described: list[Mention] = field(default_factory=list)
    """Topics that are not named; their places are whole clauses."""
    name: str | None = None
    """The visitor's, where they give it."""
    spoken_of: tuple[str, ...] = ()
    """Topics that the message may be about where it names none."""

    @classmethod
    def of(cls, message: Message) -> "Reading":
        """Get the reading that `MessageReader` attached to a message."""
        reading: Reading = message.get(_ATTRIBUTE)
        return reading

    def attach_to(self, message: Message) -> None:
        """Hand this on to the components that follow."""
        message.set(_ATTRIBUTE, self)

    @property
    def in_few_words(self) -> bool:
        """Say whether the message is so short that it may lean on what was said before."""
        return len(self.doc.text.split()) <= _FEW_WORDS

    @property
    def topics(self) -> list[Mention]:
        """Give the topics that the message is about.

        Who or what tests hair loss counts only where no treatment or condition is named.
        """
        named = [one for one in self.mentions if one.kind != "combination"]
        topics = sorted([*named, *self.described], key=lambda one: one.start)
        return [one for one in topics if one.kind not in _IN_PASSING] or topics

    @property
    def names_what_is_asked_about(self) -> bool:
        """Say whether a treatment or a condition is named, or described, and not only a test."""
        return any(one.kind in (*ASKED_ABOUT, "described") for one in self.topics)

    @property
    def companions(self) -> list[Mention]:
        """Give what is named that is no topic and is known to matter beside one."""
        return [one for one in self.mentions if one.kind == "combination"]

    def entity(self, kind: str, value: str, part: Span | None = None) -> dict[str, Any]:
        """Give what the message tells as Rasa's entity.

        Args:
            kind: what it is, such as "topic" or "sex".
            value: which one.
            part: the words that tell it; the whole message where none do by themselves.
        """
        told_by = part or self.doc[:]
        return {
            "entity": kind,
            "value": value,
            "start": told_by.start_char,
            "end": told_by.end_char,
        }

    def topic_entity(self, mention: Mention) -> dict[str, Any]:
        """Give a topic, or the companion of a combination, as Rasa's entity."""
        kind = "combination" if mention.kind == "combination" else "topic"
        return self.entity(kind, mention.topic, self.doc[mention.start : mention.end])

    def words(
        self,
        part: Doc | Span,
        topics_by: Literal["topic", "kind"],
        spelt_out: Collection[Kind] = (),
    ) -> list[str]:
        """Give the plain words of a part.

        A topic's name becomes `@mesotherapy` or `@treatment`, and the visitor's own name `@name`.

        Args:
            part: the message, or a sentence or clause of it.
            topics_by: what stands for a topic's name.
            spelt_out: kinds of topics whose names are left as they were written.
        """
        mentions = [one for one in self.mentions if one.kind not in spelt_out]
        starts = {mention.start: mention for mention in mentions}
        inside = {index for one in mentions for index in range(one.start + 1, one.end)}
        words = []
        for token in part:
            if mention := starts.get(token.i):
                words.append(f"@{getattr(mention, topics_by)}")
            elif self.name and token.text.lower() in self.name.lower().split():
                words.append("@name")
            elif token.i not in inside and not token.is_punct and not token.is_space:
                words.append(plain(token))
        return words
