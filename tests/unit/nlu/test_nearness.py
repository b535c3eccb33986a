"""What is asked is asked of the topics beside it, and of all that are named in one breath."""

import pytest

from thatch.nlu.clauses import clauses
from thatch.nlu.language import read
from thatch.nlu.nearness import topics_near
from thatch.nlu.reading import Mention, Reading

PRP, MESO, IRON, DERMATOLOGIST = "prp", "mesotherapy", "iron", "dermatologist"
ROLES = {DERMATOLOGIST}


def near(text: str, asking: str) -> tuple[str, ...]:
    """The topics near the clause that holds a word; each topic is named by its id."""
    doc = read(text)
    mentions = [
        Mention(token.text, "role" if token.text in ROLES else "treatment", token.i, token.i + 1)
        for token in doc
        if token.text in {PRP, MESO, IRON, DERMATOLOGIST}
    ]
    (clause,) = (one for one in clauses(doc) if asking in one.text.split())
    return topics_near(clause, Reading(doc, mentions))


@pytest.mark.parametrize(
    ("text", "asking", "topics"),
    [
        ("how much is it for prp and does mesotherapy hurt", "much", (PRP,)),
        ("how much is it for prp and does mesotherapy hurt", "hurt", (MESO,)),
        ("how much is it for prp and mesotherapy", "much", (PRP, MESO)),
        ("is it wise to have prp, or maybe iron tablets", "wise", (PRP,)),
        ("is it wise to have prp, or the iron", "wise", (PRP, IRON)),
        ("we could try prp or some iron, is either safe", "either", (PRP, IRON)),
        ("can they tell iron from prp", "tell", (IRON, PRP)),
        ("had iron years ago. had prp last year. was that wise", "wise", (PRP,)),
        ("is that safe? I mean prp", "safe?", (PRP,)),
        ("how much is it for prp and a dermatologist", "much", (PRP,)),
        ("nothing is named here", "nothing", ()),
    ],
)
def test_near(text: str, asking: str, topics: tuple[str, ...]) -> None:
    assert near(text, asking) == topics
