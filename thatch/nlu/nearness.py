"""Tells which topics stand nearest to what is asked of them."""

from spacy.tokens import Span

from thatch.nlu.english import word_lists
from thatch.nlu.reading import ASKED_ABOUT, Mention, Reading


def topics_near(clause: Span, reading: Reading) -> tuple[str, ...]:
    """Name the topics of a clause, or those that were named last before it, or all.

    Topics that are named in one breath are asked about together: "is castor oil, or rosemary oil,
    safe".

    Args:
        clause: what asks something.
        reading: the message, its topics noted.
    """
    breaths = _breaths(reading)
    inside = [
        breath
        for breath in breaths
        if any(clause.start <= one.start < clause.end for one in breath)
    ]
    before = [breath for breath in breaths if breath[0].start < clause.start][-1:]
    nearest = inside or before or breaths
    return tuple(dict.fromkeys(mention.topic for breath in nearest for mention in breath))


def _breaths(reading: Reading) -> list[list[Mention]]:
    """Group the topics of a message, in order, by what is named in one breath."""
    breaths: list[list[Mention]] = []
    for mention in reading.topics:
        if breaths and _joined(breaths[-1][-1], mention, reading):
            breaths[-1].append(mention)
        else:
            breaths.append([mention])
    return breaths


def _joined(before: Mention, mention: Mention, reading: Reading) -> bool:
    """Say whether nothing but an "and", an "or" or the like stands between two names."""
    if before.kind not in ASKED_ABOUT or mention.kind not in ASKED_ABOUT:
        return False
    between = reading.doc[before.end : mention.start]
    lists = word_lists("linking")
    words = [token.lower_ for token in between if not token.is_punct]
    joins = any(word in lists["joins"] for word in words)
    return joins and all(word in (*lists["joins"], *lists["introduces"]) for word in words)
