"""The language of phrases in which signs and cues are written, so that no programmer is needed.

In a phrase, `...` stands for up to four words, `a|b` for either word, `word?` for a word that may be
left out, `word*` for any ending, `#` for a digit, and `@mesotherapy` for that topic by any of its names.
`_` joins the words of an alternative: `a_lot|lots`.
"""

import re
from collections.abc import Mapping, Sequence

from thatch.nlu.language import plain_words, read

NEGATIONS = frozenset({"no", "not", "never", "without", "nor", "neither", "none", "hardly"})

_GAP = rf"(?:(?!(?:{'|'.join(sorted(NEGATIONS))}) )[^ ]+ ){{0,4}}"
"""A gap does not reach over a "not", which would turn the phrase round."""


def pattern(phrase: str, members: Mapping[str, Sequence[str]]) -> str:
    """Turn a phrase into a regular expression over plain words that each end in a space.

    Args:
        phrase: what an editor wrote.
        members: the topics of each umbrella, which `@umbrella` stands for too.
    """
    return "(?<![^ ])" + "".join(_element(part, members) for part in phrase.split())


def spaced(words: Sequence[str]) -> str:
    """Write words the way that patterns expect them."""
    return "".join(f"{word} " for word in words)


def _element(part: str, members: Mapping[str, Sequence[str]]) -> str:
    if part == "...":
        return _GAP
    optional = part.endswith("?")
    alternatives = (part[:-1] if optional else part).split("|")
    choice = "|".join(_alternative(words, members) for words in alternatives)
    return f"(?:{choice})" + ("?" if optional else "")


def _alternative(words: str, members: Mapping[str, Sequence[str]]) -> str:
    if words.startswith("@"):
        topic = words[1:]
        return "(?:" + "|".join(f"@{one}" for one in (topic, *members.get(topic, ()))) + ") "
    ending = words.endswith("*")
    plain = spaced([_literal(word) for word in _plain(words.rstrip("*"))])
    return plain[:-1] + "[^ ]* " if ending else plain


def _plain(words: str) -> list[str]:
    """Split as messages are split; the digit sign would not survive that."""
    apart = words.replace("_", " ")
    return apart.split() if "#" in words else plain_words(read(apart))


def _literal(word: str) -> str:
    return re.escape(word).replace(re.escape("#"), "[0-9]")
