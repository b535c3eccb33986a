"""Sentences that stand elsewhere already: in another answer, or as the title of a source."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from thatch.content.passages import Passage
from thatch.content.sentences import normalised, sentences
from thatch.knowledge import Library

_NEAR = 92
"""Likeness in percent from which two sentences are as good as one."""
_SHARED_WORDS = 5
"""Neighbouring words that two sentences must share before they are compared at all."""
_LEAST_WORDS = 14
"""Shorter sentences are alike by chance, or because a phone number is what it is."""
_LEAST_TITLE_WORDS = 5
_LIFELINE = re.compile(r"\b(999|911|112|988|116 123|0800 1111)\b")
"""Where to turn for help is told in the same words wherever it is told."""


@dataclass(frozen=True)
class _Sentence:
    text: str
    passage: Passage


def near_titles(passage: Passage, library: Library) -> Iterator[str]:
    """Say which sentences of a text are near to the title of one of its sources."""
    for sentence in sentences(passage.text):
        for source in passage.sources:
            title = normalised(library.sources[source].title)
            if len(title.split()) < _LEAST_TITLE_WORDS:
                continue
            if ratio(normalised(sentence), title, score_cutoff=_NEAR):
                yield f"has the title of {source!r} as a sentence, use words of our own"


def near_each_other(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Find sentences of one answer that stand in another one; regions of one answer may agree."""
    by_shingle: dict[tuple[str, ...], list[_Sentence]] = defaultdict(list)
    for passage in passages:
        for sentence in sentences(passage.text):
            text = normalised(sentence)
            if len(text.split()) < _LEAST_WORDS or _LIFELINE.search(text):
                continue
            if twin := _twin(text, passage, by_shingle):
                yield (
                    passage,
                    f"says nearly what {twin.passage.content} says ({twin.passage.field}), "
                    f"say what is particular here: {sentence!r}",
                )
            for shingle in _shingles(text):
                by_shingle[shingle].append(_Sentence(text, passage))


def _twin(
    text: str, passage: Passage, by_shingle: dict[tuple[str, ...], list[_Sentence]]
) -> _Sentence | None:
    candidates = {
        id(one): one
        for shingle in _shingles(text)
        for one in by_shingle.get(shingle, ())
        if one.passage.content != passage.content
    }
    return next(
        (one for one in candidates.values() if ratio(text, one.text, score_cutoff=_NEAR)), None
    )


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    split = text.split()
    for start in range(len(split) - _SHARED_WORDS + 1):
        yield tuple(split[start : start + _SHARED_WORDS])
