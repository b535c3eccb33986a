"""Words that no text for visitors may hold, and spellings that are not British."""

import re
from collections.abc import Iterator

from breame.spelling import american_spelling_exists, get_british_spelling

from thatch.content.passages import Passage
from thatch.content.sentences import sentences, words
from thatch.content.style import Forbidden, Style


def faults(passage: Passage, style: Style) -> Iterator[str]:
    """Say which words of a text are forbidden where they stand, and what to write instead."""
    for sentence in sentences(passage.text):
        for rule in style.forbidden.values():
            for found in _found(sentence, rule):
                yield f"says {found!r}, {rule.instead}: {sentence!r}"
    yield from _american(passage, style)


def _found(sentence: str, rule: Forbidden) -> Iterator[str]:
    spans = [
        context.span()
        for pattern in rule.allowed
        for context in re.finditer(pattern, sentence, re.IGNORECASE)
    ]
    for found in re.finditer(rule.words, sentence, re.IGNORECASE):
        if not any(start <= found.start() and found.end() <= end for start, end in spans):
            yield found[0]


def _american(passage: Passage, style: Style) -> Iterator[str]:
    for word in dict.fromkeys(words(passage.text)):
        small = word.lower()
        if small in style.spelling_allowed or not american_spelling_exists(small):
            continue
        if (british := get_british_spelling(small)) != small:
            yield f"spells {word!r} the American way, write {british!r}"
