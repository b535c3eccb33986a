"""What visitors ask of each topic, and how often."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

_OF_ITS_KIND = 20
"""So many messages about a topic weigh as much as all that are about its kind."""
_OF_ALL = 5
"""And so many about its kind as much as all that there are."""


@dataclass(frozen=True)
class Askings:
    """How many messages ask each aspect of each topic, and of each kind of topics."""

    of_topics: Mapping[str, Mapping[str, int]]
    kinds: Mapping[str, str]
    """Of each topic, whether it is asked about in any message or not."""
    of_kinds: Mapping[str, Mapping[str, int]]
    of_all: Mapping[str, int]

    @classmethod
    def counted(
        cls, of_topics: Mapping[str, Mapping[str, int]], kinds: Mapping[str, str]
    ) -> "Askings":
        """Add up what is asked of topics by their kinds.

        Args:
            of_topics: how many messages ask each aspect of each topic.
            kinds: the kind of each topic.
        """
        of_kinds: dict[str, Counter[str]] = {kind: Counter() for kind in kinds.values()}
        for topic, counts in of_topics.items():
            of_kinds[kinds[topic]].update(counts)
        return cls(of_topics, kinds, of_kinds, _sum(of_kinds.values()))

    def times_as_often(self, topics: Collection[str]) -> dict[str, float]:
        """Give how many times as often each aspect is asked of some topics as of any.

        Where a topic has few messages its kind counts as well, so that all are above zero.

        Args:
            topics: their ids.
        """
        kinds = {self.kinds[topic] for topic in topics}
        usual = _shares({}, self.of_all, 0)
        of_kind = _shares(usual, _sum(self.of_kinds[kind] for kind in kinds), _OF_ALL)
        own = _shares(
            of_kind, _sum(self.of_topics.get(topic, {}) for topic in topics), _OF_ITS_KIND
        )
        return {aspect: own[aspect] / usual[aspect] for aspect in usual}


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


def _shares(
    expected: Mapping[str, float], counts: Mapping[str, int], weight: int
) -> dict[str, float]:
    """Give the share of each aspect, in which what is expected counts like so many messages."""
    of = sum(counts.values()) + weight
    aspects = expected or counts
    return {
        aspect: (counts.get(aspect, 0) + weight * expected.get(aspect, 0)) / of
        for aspect in aspects
    }
