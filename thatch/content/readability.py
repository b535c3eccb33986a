"""How hard a text is to read, and how long it is."""

from collections.abc import Iterator
from functools import cache

from textstat import textstat

from thatch.content.passages import Passage
from thatch.content.sentences import sentences, words
from thatch.content.style import Limits

_PER_SENTENCE, _PER_WORD, _OFFSET = 0.39, 11.8, 15.59
"""The Flesch-Kincaid grade: years at a US school that a reader needs (Kincaid et al. 1975)."""


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of a text: 7 is what a twelve-year-old reads."""
    counted = words(text)
    syllables = sum(map(_syllables, counted))
    return (
        _PER_SENTENCE * len(counted) / len(sentences(text))
        + _PER_WORD * syllables / len(counted)
        - _OFFSET
    )


def faults(passage: Passage, limits: Limits) -> Iterator[str]:
    """Say where a text is too hard to read, too long or too short."""
    yield from _length(passage, limits)
    for sentence in sentences(passage.text):
        if (count := len(words(sentence))) > limits.sentence:
            yield (
                f"has a sentence of {count} words, split it in two of {limits.sentence} at most: "
                f"{_beginning(sentence)!r}"
            )
    if passage.form == "answer" and (found := grade(passage.text)) > limits.grade:
        yield (
            f"reads at grade {found:.1f}, use shorter words and sentences to reach "
            f"{limits.grade:g} at most"
        )


def _length(passage: Passage, limits: Limits) -> Iterator[str]:
    least, most = limits.length(passage.form, passage.aspect)
    count = len(words(passage.text))
    if not least <= count <= most:
        name = passage.aspect or passage.form
        yield f"has {count} words, write {least} to {most} for {name!r}"


def _beginning(sentence: str) -> str:
    return " ".join(sentence.split()[:6]) + "..."


@cache
def _syllables(word: str) -> int:
    return int(textstat.syllable_count(word))
