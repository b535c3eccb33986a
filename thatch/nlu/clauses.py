"""Splits a message into the clauses that each may ask something of their own."""

from spacy.tokens import Doc, Span

_JOINTS = frozenset({"and", "but", "or", "also", "plus", "then", "n", "&", "so", "because"})
_SHORTEST = 3
"""Words that a clause has at least: "itch and burn" is one."""


def clauses(doc: Doc) -> list[Span]:
    """Split a message at sentence ends, commas, dashes and joining words.

    Args:
        doc: the message.

    Returns:
        Its clauses in order; together they hold every token.
    """
    return [clause for sentence in doc.sents for clause in _clauses_of(sentence)]


def _clauses_of(sentence: Span) -> list[Span]:
    starts = [sentence.start]
    for token in sentence:
        joint = token.lower_ in _JOINTS or (token.is_punct and token.text not in "'\"’")
        if joint and token.i - starts[-1] >= _SHORTEST and sentence.end - token.i > _SHORTEST:
            starts.append(token.i)
    return [
        sentence.doc[start:end]
        for start, end in zip(starts, [*starts[1:], sentence.end], strict=True)
    ]
