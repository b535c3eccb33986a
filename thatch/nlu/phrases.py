"""The language of phrases in which signs and cues are written, so that no programmer is needed.

In a phrase, `...` stands for up to four words, `a|b` for either word, `word?` for a word that may
be left out, `word*` for any ending, `#` for a digit, `^` for the beginning of a sentence, `$` for
its end, and `@mesotherapy` for that topic by any of its names. `_` joins the words of an
alternative: `a_lot|lots`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from thatch.nlu.english import word_lists
from thatch.nlu.language import plain_words, read

_EITHER_WAY = " ~ "

NEGATIONS = frozenset(word_lists("negation")["negations"])

_GAP = "..."
_START, _END = "^", "$"
_NO_WORDS = (_GAP, _START, _END)
_ANY_WORDS = rf"(?:(?!(?:{'|'.join(sorted(NEGATIONS))}) )[^ ]+ ){{0,4}}"
"""A gap does not reach over a "not", which would turn the phrase round."""
_STEM = 3
"""Letters by which words with any ending are looked up."""
_SHORT = 3
"""Letters of words that are mostly common ones."""

Members = Mapping[str, Sequence[str]]
"""The topics of each umbrella."""


def either_way(written: str) -> list[str]:
    """Give the phrases that one with `~` stands for: its two parts, a gap between, in both orders.

    Args:
        written: a phrase of any kind.
    """
    parts = written.split(_EITHER_WAY)
    return list(dict.fromkeys(f" {_GAP} ".join(order) for order in (parts, parts[::-1])))


@dataclass(frozen=True)
class Phrase:
    """One phrase as an editor wrote it."""

    written: str
    members: Members

    def needs(self) -> list[frozenset[str]]:
        """Give sets of words; where the phrase occurs, the text holds a word of each, rarest first.

        `swe*` stands for all words that begin with these letters.
        """
        certain = [one for one in self.written.split() if one not in _NO_WORDS and one[-1] != "?"]
        keys = [frozenset(self._key(words) for words in part.split("|")) for part in certain]
        return sorted((one for one in keys if "" not in one), key=_commonness)

    def topics(self) -> Iterator[str]:
        """Give the topics that it names, and the members of those that are umbrellas."""
        for words in self._every_alternative():
            if words.startswith("@"):
                yield from self._meant_by(words)

    def literal_words(self) -> Iterator[str]:
        """Give the words of which it is made, `swe*` for all that begin so, and no topics."""
        for words in self._every_alternative():
            if not words.startswith("@"):
                *first, last = _plain(words.rstrip("*")) or ("",)
                yield from first
                yield last + "*" if words.endswith("*") else last

    def _every_alternative(self) -> Iterator[str]:
        for part in self.written.split():
            if part not in _NO_WORDS:
                yield from part.rstrip("?").split("|")

    def _meant_by(self, topic: str) -> tuple[str, ...]:
        """Give the topic that a word such as `@minoxidil` stands for, and its members."""
        return topic[1:], *self.members.get(topic[1:], ())

    def compiled(self) -> re.Pattern[str]:
        """Give an expression that finds it in a text in which a space follows each word."""
        return re.compile("(?<![^ ])" + "".join(map(self._part, self.written.split())))

    def _part(self, part: str) -> str:
        if part == _GAP:
            return _ANY_WORDS
        if part in (_START, _END):
            return part
        optional = part.endswith("?")
        alternatives = (part[:-1] if optional else part).split("|")
        choice = "|".join(self._alternative(words) for words in alternatives)
        return f"(?:{choice})" + ("?" if optional else "")

    def _alternative(self, words: str) -> str:
        if words.startswith("@"):
            return f"(?:{'|'.join(f'@{topic}' for topic in self._meant_by(words))}) "
        plain = "".join(f"{_literal(word)} " for word in _plain(words.rstrip("*")))
        return plain[:-1] + "[^ ]* " if words.endswith("*") else plain

    def _key(self, words: str) -> str:
        """Give what an alternative's first word is looked up by, nothing where it may be any."""
        if words.startswith("@"):
            return "" if words[1:] in self.members else words
        first, *others = _plain(words.rstrip("*")) or [""]
        if "#" in first:
            return ""
        if words.endswith("*") and not others:
            return f"{first[:_STEM]}*" if len(first) >= _STEM else ""
        return first


class PhraseFinder:
    """Finds which of many phrases occur in a text, looking only at those that can."""

    def __init__(self, phrases: Sequence[str], members: Members) -> None:
        self._phrases = [Phrase(written, members) for written in phrases]
        # All at once, a second for some thousand: else the first hundreds of visitors wait for it.
        self._patterns = [phrase.compiled() for phrase in self._phrases]
        self._by_anchor: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        self._needs = [phrase.needs() for phrase in self._phrases]
        for number, needs in enumerate(self._needs):
            for anchor in next(iter(needs), ()):
                self._by_anchor[anchor].append(number)
            if not needs:
                self._always.append(number)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a phrase."""
        return frozenset(word for word in self._literal_words if not word.endswith("*"))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every beginning of a word of which a phrase takes any ending."""
        return frozenset(word[:-1] for word in self._literal_words if word.endswith("*"))

    @cached_property
    def topics(self) -> frozenset[str]:
        """Every topic of a phrase."""
        return frozenset(topic for phrase in self._phrases for topic in phrase.topics())

    @cached_property
    def _literal_words(self) -> frozenset[str]:
        return frozenset(word for phrase in self._phrases for word in phrase.literal_words())

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
        """Find phrases.

        Args:
            words: plain words, with `@mesotherapy` in place of a topic's name.

        Yields:
            The number of each phrase that occurs, and the words at which it begins.
        """
        keys = {*words, *(f"{word[:_STEM]}*" for word in words)}
        possible = {number for key in keys for number in self._by_anchor.get(key, ())}
        text = "".join(f"{word} " for word in words)
        for number in sorted(possible.union(self._always)):
            if any(map(keys.isdisjoint, self._needs[number])):
                continue
            if begins := _begins(self._patterns[number], text):
                yield number, begins


def _commonness(keys: frozenset[str]) -> tuple[int, int]:
    """Rank words by how often texts hold one of them: short ones such as "in" are in most."""
    return sum(len(key) <= _SHORT for key in keys), len(keys)


def _begins(pattern: re.Pattern[str], text: str) -> list[int]:
    return [text.count(" ", 0, found.start()) for found in pattern.finditer(text)]


@cache
def _plain(words: str) -> tuple[str, ...]:
    """Split as messages are split; the digit sign would not survive that."""
    apart = words.replace("_", " ")
    return tuple(apart.split() if "#" in words else plain_words(read(apart)))


def _literal(word: str) -> str:
    return re.escape(word).replace(re.escape("#"), "[0-9]")
