"""What visitors ask of each topic, and how often."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

_OF_ITS_KIND = 20
"""So many messages about a topic weigh as much as all that are about its kind."""
_OF_ALL = 5
"""And so many about its kind as much as all that there are."""


@dataclass(frozen=True)
class Askings:
    """How many messages ask each aspect of each topic, and what that tells of their kinds."""

    of_topics: Mapping[str, Mapping[str, int]]
    kinds: Mapping[str, str]
    """Of each topic, whether it is asked about in any message or not."""

    def times_as_often(self, topics: Collection[str]) -> dict[str, float]:
        """Give how many times as often each aspect is asked of some topics as of any.

        Where a topic has few messages its kind counts as well, so that all are above zero.

        Args:
            topics: their ids.
        """
        kinds = {self.kinds[topic] for topic in topics}
        counts = _sum(self.of_kinds[kind] for kind in kinds)
        of_kind = _shares(counts, self.usual, _OF_ALL)
        counts = _sum(self.of_topics.get(topic, {}) for topic in topics)
        own = _shares(counts, of_kind, _OF_ITS_KIND)
        return {aspect: own[aspect] / usual for aspect, usual in self.usual.items()}

    @cached_property
    def of_kinds(self) -> dict[str, Counter[str]]:
        """Give how many messages ask each aspect of the topics of each kind."""
        counts: dict[str, Counter[str]] = {kind: Counter() for kind in self.kinds.values()}
        for topic, own in self.of_topics.items():
            counts[self.kinds[topic]].update(own)
        return counts

    @cached_property
    def usual(self) -> dict[str, float]:
        """Give the share of each aspect in all that is asked of topics."""
        counts = _sum(self.of_kinds.values())
        return {aspect: count / counts.total() for aspect, count in counts.items()}


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


def _shares(counts: Counter[str], expected: Mapping[str, float], weight: int) -> dict[str, float]:
    """Give the share of each aspect, in which what is expected counts like so many messages."""
    of = counts.total() + weight
    return {aspect: (counts[aspect] + weight * share) / of for aspect, share in expected.items()}
