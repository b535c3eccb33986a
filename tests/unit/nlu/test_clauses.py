"""A message is split where each part may ask something of its own."""

import pytest

from thatch.nlu.clauses import clauses
from thatch.nlu.language import read


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("does it hurt", ["does it hurt"]),
        (
            "how much is PRP and does mesotherapy hurt",
            ["how much is PRP", "and does mesotherapy hurt"],
        ),
        ("itch and burn", ["itch and burn"]),
        ("Is it safe? How long does it last?", ["Is it safe?", "How long does it last?"]),
        ("what is it, how much is it", ["what is it", ", how much is it"]),
        ("", []),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    doc = read(text)
    found = clauses(doc)
    assert [clause.text for clause in found] == parts
    assert sum(len(clause) for clause in found) == len(doc)
