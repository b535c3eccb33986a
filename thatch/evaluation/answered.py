"""Whether a reply answers all that was asked, each thing on the right topic."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from actions.context import GENERAL
from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Labels
from thatch.knowledge import Library


@dataclass(frozen=True)
class Relations:
    """What belongs together in the knowledge."""

    members: Mapping[str, Sequence[str]]
    """The topics of each umbrella, and what each test looks for."""
    untold: Collection[str]
    """Topics that no reply names, though it may be about them."""
    instead: Mapping[str, Sequence[str]]
    """The aspects that answer where a topic has no text of its own for one."""

    @classmethod
    def of(cls, library: Library) -> "Relations":
        """Take them from the knowledge."""
        told_as = {id_: library.told_as(id_) for id_ in library.topics}
        return cls(
            members={**library.members, **{id_: told_as[id_] for id_ in library.tests}},
            untold={id_ for id_, told in told_as.items() if not told},
            instead={id_: one.instead for id_, one in library.aspects.items()},
        )

    def related(self, one: str, other: str) -> bool:
        """Say whether two topics are the same, or one is an umbrella over the other."""
        return (
            one == other or other in self.members.get(one, ()) or one in self.members.get(other, ())
        )

    def any_related(self, topic: str, others: Iterable[str]) -> bool:
        """Say whether a topic is related to any of some others."""
        return any(self.related(topic, other) for other in others)


def all_answered(labels: Labels, heard: Heard, relations: Relations) -> bool:
    """Say whether every topic asked about was understood and every aspect of them answered.

    An answer counts where its topic is one of those asked about and its aspect is the asked one.
    The aspect that stands in for it counts too, and so does the honest word that no checked answer
    exists, but only where the asked aspect was understood: else the answer came by luck.
    """
    return topics_understood(labels, heard, relations) and all(
        _answered(aspect, labels, heard, relations) for aspect in labels.aspects
    )


def topics_understood(labels: Labels, heard: Heard, relations: Relations) -> bool:
    """Say whether every topic asked about was understood."""
    return all(topics_found(labels, heard, relations))


def topics_found(labels: Labels, heard: Heard, relations: Relations) -> list[bool]:
    """Say of each topic that had to be understood, and that replies name, whether it was."""
    return [
        relations.any_related(topic, heard.topics)
        for topic in labels.topics
        if topic not in relations.untold
    ]


def _answered(aspect: str, labels: Labels, heard: Heard, relations: Relations) -> bool:
    fine = {aspect, *(relations.instead.get(aspect, ()) if aspect in heard.aspects else ())}
    given = any(
        said in fine and _on_topic(topic, labels, relations) for topic, said in heard.answered
    )
    return given or any(
        said == aspect and any(_on_topic(topic, labels, relations) for topic in topics)
        for topics, said in heard.without_answer
    )


def _on_topic(topic: str, labels: Labels, relations: Relations) -> bool:
    """Where no topic has to be understood, a general answer is right, and any if none may be."""
    if labels.topics:
        return relations.any_related(topic, (*labels.topics, *labels.topics_optional))
    return not labels.topics_optional or relations.any_related(
        topic, (*labels.topics_optional, GENERAL)
    )
