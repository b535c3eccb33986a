"""Finds the topics that a message names, misspelt, run together or split in two as it may be."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from thatch.nlu.english import word_lists
from thatch.nlu.language import english, plain, plain_words, read
from thatch.nlu.reading import Kind, Mention
from thatch.nlu.spelling import MOST_SLIPS, SHORTEST_TO_MEND, ordinary_words, slips_allowed

_MINUTES = "min"
"""The name that is a time as well: "10 min", "wait a min"."""
_BEFORE_MINUTES = frozenset({"a", "few"})
_SHORTEST_PLURAL = 4


class _Word(NamedTuple):
    """A word to be matched, and the tokens of the message that it was made from."""

    text: str
    start: int
    end: int


class TopicNames:
    """What visitors call the topics."""

    def __init__(
        self, names: Mapping[str, str], kinds: Mapping[str, Kind], ordinary: Iterable[str]
    ) -> None:
        """Take names that are ready for matching; `learn` makes them so.

        Args:
            names: the topic of each name in plain words.
            kinds: the kind of each topic.
            ordinary: English words that are spelt nearly like a word of a name and are none.
        """
        self.names = dict(names)
        self.kinds = dict(kinds)
        self.ordinary = frozenset(ordinary)

    @classmethod
    def learn(cls, names: Mapping[str, str], kinds: Mapping[str, Kind]) -> "TopicNames":
        """Prepare names for matching.

        Args:
            names: the topic of each name as an editor wrote it.
            kinds: the kind of each topic.
        """
        written = {
            " ".join(part for word in plain_words(read(name)) for part in _apart(word)): topic
            for name, topic in names.items()
        }
        words = {word for name in written for word in name.split()}
        plain_names = {
            " ".join(_singular(word, words) for word in name.split()): topic
            for name, topic in written.items()
        }
        unmended = cls(plain_names, kinds, ())
        ordinary = [
            word
            for word in ordinary_words()
            if word in unmended.vocabulary or unmended.mended(word)
        ]
        return cls(plain_names, kinds, sorted(ordinary))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that is part of a name."""
        return frozenset(word for name in self.names for word in name.split())

    def find(self, doc: Doc) -> list[Mention]:
        """Find the topics named in a message, the longest names first."""
        words = list(self._with_split_names(self._mended_words(doc)))
        if not words:
            return []
        spelt = Doc(english().vocab, words=[word.text for word in words])
        found = filter_spans(self._matcher(spelt, as_spans=True))
        return [
            Mention(topic, self.kinds[topic], words[span.start].start, words[span.end - 1].end)
            for span in sorted(found, key=lambda span: span.start)
            if not _is_time(span.text, doc, words[span.start].start)
            for topic in [self.names[span.text]]
        ]

    def mended(self, word: str) -> str | None:
        """Find the word of a name that a misspelt word stands for, if there is one."""
        if len(word) < SHORTEST_TO_MEND or word in self.ordinary:
            return None
        alike = self._to_mend.get(word[0], [])
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=MOST_SLIPS)
        likely = [
            (edits, name not in self.names, name)
            for name, edits, _ in near
            if edits <= slips_allowed(name)
        ]
        return min(likely)[-1] if likely else None

    @cached_property
    def _to_mend(self) -> dict[str, list[str]]:
        """The words that may stand misspelt, by their first letter, which is seldom wrong."""
        long = sorted(word for word in self.vocabulary if len(word) >= SHORTEST_TO_MEND)
        return {letter: list(words) for letter, words in groupby(long, key=itemgetter(0))}

    @cached_property
    def _joined(self) -> dict[str, str]:
        """Names of several words written as one: "hairtransplant"."""
        return {name.replace(" ", ""): name for name in self.names if " " in name}

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        matcher = PhraseMatcher(english().vocab)
        matcher.add("name", [Doc(english().vocab, words=name.split()) for name in self.names])
        return matcher

    def _mended_words(self, doc: Doc) -> Iterator[_Word]:
        for token in doc:
            if token.is_punct or token.is_space:
                continue
            for word in self._spelt(plain(token)):
                yield _Word(word, token.i, token.i + 1)

    def _spelt(self, word: str) -> list[str]:
        if word in self.names:
            return [word]
        if word in self._joined:
            return self._joined[word].split()
        if len(parts := _apart(word)) > 1:
            return [spelt for part in parts for spelt in self._spelt(part)]
        singular = _singular(word, self.vocabulary)
        return [singular if singular in self.vocabulary else self.mended(word) or word]

    def _with_split_names(self, words: Iterable[_Word]) -> Iterator[_Word]:
        """Join two words that make up a name together: "mini xidil"."""
        words = list(words)
        joined_before = False
        for word, following in pairwise([*words, _Word("", 0, 0)]):
            whole = word.text + following.text
            known = whole if whole in self.vocabulary else None
            if joined_before:
                joined_before = False
            elif following.text and known and not {word.text, following.text} & self.vocabulary:
                joined_before = True
                yield _Word(known, word.start, following.end)
            else:
                yield word


def _apart(word: str) -> list[str]:
    """Take apart what many write as one: "hairloss"."""
    return _run_together().get(word, [word])


@cache
def _run_together() -> dict[str, list[str]]:
    return {
        first + second: [first, second]
        for first, seconds in word_lists("run_together").items()
        for second in seconds
    }


def _singular(word: str, known: Collection[str]) -> str:
    """Give the word without its plural's s, where that is a word of a name too.

    Of two letters no plural is made: "AA" is alopecia areata, "AAS" are anabolic steroids.
    """
    plural = word.endswith("s") and len(word) >= _SHORTEST_PLURAL and word[:-1] in known
    return word[:-1] if plural else word


def _is_time(name: str, doc: Doc, start: int) -> bool:
    if name != _MINUTES or not start:
        return False
    before = doc[start - 1]
    return before.like_num or before.lower_ in _BEFORE_MINUTES
