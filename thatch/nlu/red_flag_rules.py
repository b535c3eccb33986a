"""Which signs raise which red flags: rules that an auditor can read, applied to a message."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from thatch.knowledge import Library
from thatch.knowledge.vocabulary import URGENCIES
from thatch.nlu.reading import Reading
from thatch.nlu.signs import SignReader, SignWords

Told = Sequence[set[str]]
"""The signs that each sentence of a message tells of."""


@dataclass(frozen=True)
class Rule:
    """What raises one red flag."""

    signs: Sequence[Sequence[str]]
    """Lines of signs; any line suffices, all of its signs must occur."""
    unless: Sequence[str]
    """Signs whose sentence is not counted, but for its background."""
    contradicted_by: Sequence[str]
    """Signs beside which it can hardly be true."""
    urgency: str


@dataclass(frozen=True)
class RedFlagRules:
    """All rules, and the signs that they speak of."""

    rules: Mapping[str, Rule]
    signs: Mapping[str, SignWords]
    members: Mapping[str, Sequence[str]]
    background: Collection[str]
    """Signs that count in whatever sentence they stand.

    "Does Propecia suit me? And a nipple is sore" names the tablet in a mere question.
    """
    lasting: Collection[str]
    """Signs that stay true of the visitor."""

    @classmethod
    def of(cls, library: Library) -> "RedFlagRules":
        """Take the rules from the knowledge."""
        return cls(
            rules={
                id_: Rule(flag.signs, flag.unless, flag.contradicted_by, flag.urgency)
                for id_, flag in library.red_flags.items()
            },
            signs={
                id_: SignWords(sign.phrases, sign.together, sign.unless)
                for id_, sign in library.signs.items()
            },
            members=library.members,
            background=[id_ for id_, sign in library.signs.items() if sign.background],
            lasting=[id_ for id_, sign in library.signs.items() if sign.lasting],
        )

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> "RedFlagRules":
        """Undo `as_dict`."""
        rules = {flag: Rule(**rule) for flag, rule in stored["rules"].items()}
        signs = {sign: SignWords(**told) for sign, told in stored["signs"].items()}
        return cls(rules, signs, stored["members"], stored["background"], stored["lasting"])

    def as_dict(self) -> dict[str, Any]:
        """Give what can be written as JSON."""
        rules = {flag: vars(rule) for flag, rule in self.rules.items()}
        signs = {sign: told.as_dict() for sign, told in self.signs.items()}
        return {
            "rules": rules,
            "signs": signs,
            "members": self.members,
            "background": self.background,
            "lasting": self.lasting,
        }

    def raised(self, signs_by_sentence: Sequence[set[str]]) -> list[str]:
        """Name the flags that a message raises, the most urgent first."""
        background = set().union(*signs_by_sentence).intersection(self.background)
        return self.by_urgency(
            flag
            for flag, rule in self.rules.items()
            if _raises(rule, signs_by_sentence, background)
        )

    def by_urgency(self, flags: Iterable[str]) -> list[str]:
        """Put the most urgent first, those that are as urgent as each other in the files' order."""
        return sorted(flags, key=self._places.__getitem__)

    @cached_property
    def _places(self) -> dict[str, int]:
        ordered = sorted(self.rules, key=lambda flag: URGENCIES.index(self.rules[flag].urgency))
        return {flag: place for place, flag in enumerate(ordered)}

    def can_raise(self, signs: set[str]) -> bool:
        """Say whether signs, in whatever sentences they stand, suffice for any flag."""
        return any(signs.issuperset(line) for rule in self.rules.values() for line in rule.signs)

    def signs_of(self, flag: str) -> set[str]:
        """Name all signs that help to raise a flag."""
        return set(chain.from_iterable(self.rules[flag].signs))


class RedFlagReader:
    """Raises flags of messages that have been read."""

    def __init__(self, rules: RedFlagRules) -> None:
        self._rules = rules
        self._signs = SignReader(rules.signs, rules.members)
        self._topics = _by_signs(self._signs, rules.background)

    def urgency_of(self, flag: str) -> str:
        """Say how urgent a flag is."""
        return self._rules.rules[flag].urgency

    def by_urgency(self, flags: Iterable[str]) -> list[str]:
        """Put the most urgent first."""
        return self._rules.by_urgency(flags)

    def told_in(self, reading: Reading) -> Told:
        """Find the signs that a message tells of in so many words."""
        return self._signs.told_in(reading)

    def raised(self, told: Told) -> list[str]:
        """Name the flags that a message raises, the most urgent first."""
        return self._rules.raised([self._signs.completed(one) for one in told])

    def lasting(self, told: Told) -> str | None:
        """Find what stays true of the visitor; of several signs the first in the files."""
        completed = set[str]().union(*(self._signs.completed(one) for one in told))
        return next((sign for sign in self._rules.lasting if sign in completed), None)

    def raised_on(self, told: Told) -> dict[str, list[str]]:
        """Name the flags that a message would raise if it named one more topic, by that topic."""
        if not self._may_raise(_all_signs(told)):
            return {}
        anyway = self.raised(told)
        raised = {
            signs: [flag for flag in self._raised_with(signs, told) if flag not in anyway]
            for signs in self._topics
        }
        return {
            topic: flags
            for signs, flags in raised.items()
            if flags
            for topic in self._topics[signs]
        }

    def denied(self, flags: Sequence[str], reading: Reading) -> set[str]:
        """Name, of some flags, those of which a message denies a sign."""
        if not flags:
            return set()
        denied = self._signs.denied_in(reading)
        return {flag for flag in flags if not denied.isdisjoint(self._rules.signs_of(flag))}

    def uncounted(self, flags: Iterable[str], told: Told) -> set[str]:
        """Name, of some flags, those whose rule would not count a sentence of the message."""
        return self._naming_any(_all_signs(told), flags, attrgetter("unless"))

    def contradicted(self, flags: Iterable[str], told: Told) -> set[str]:
        """Name, of some flags, those that can hardly be true beside what the message tells."""
        return self._naming_any(_all_signs(told), flags, attrgetter("contradicted_by"))

    def _naming_any(
        self, signs: set[str], flags: Iterable[str], named: Callable[[Rule], Sequence[str]]
    ) -> set[str]:
        """Name, of some flags, those whose rule has any of some signs in one of its lists."""
        rules = self._rules.rules
        return {flag for flag in flags if not signs.isdisjoint(named(rules[flag]))}

    def _may_raise(self, told: set[str]) -> bool:
        """Say soon of most messages that no treatment makes anything of them urgent."""
        all_signs = self._signs.conceivable(told.union(*self._topics))
        return not told.issubset(self._rules.background) and self._rules.can_raise(all_signs)

    def _raised_with(self, signs: frozenset[str], told: Told) -> list[str]:
        """Let signs stand in each sentence that tells of anything."""
        return self._rules.raised([self._signs.completed(one | signs) for one in told if one])


def _all_signs(told: Told) -> set[str]:
    return set[str]().union(*told)


def _by_signs(reader: SignReader, background: Collection[str]) -> dict[frozenset[str], list[str]]:
    """Give the topics that tell of the same signs, by what they tell of."""
    topics = defaultdict(list)
    for topic, signs in reader.by_topic().items():
        if told := signs.intersection(background):
            topics[frozenset(told)].append(topic)
    return topics


def _raises(rule: Rule, signs_by_sentence: Sequence[set[str]], background: set[str]) -> bool:
    counted = (signs for signs in signs_by_sentence if signs.isdisjoint(rule.unless))
    told = set[str]().union(*counted)
    if told.issubset(background):
        return False
    told |= background
    return any(told.issuperset(line) for line in rule.signs)
