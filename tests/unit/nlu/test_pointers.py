"""Words that point at things spoken of before are told from the same words used otherwise."""

import pytest

from thatch.nlu.language import read
from thatch.nlu.pointers import pointers
from thatch.nlu.reading import Reading


@pytest.mark.parametrize(
    ("text", "pointed_at"),
    [
        ("the second one", ["second"]),
        ("and the first?", ["first"]),
        ("and for the middle one, would I need a test", ["second"]),
        ("it is thin in the middle", []),
        ("go on then, the first", ["first"]),
        ("the last one, does it do owt", ["last"]),
        ("what about the other", ["other"]),
        ("which of the two hurts less", ["all"]),
        ("which of those is cheaper", ["all"]),
        ("both please", ["all"]),
        ("can I do both", ["all"]),
        ("what happens at the first session", []),
        ("should I see my GP first of all", []),
        ("I read the other day that it hurts", []),
        ("second opinion?", []),
    ],
)
def test_pointers(text: str, pointed_at: list[str]) -> None:
    assert pointers(Reading(read(text))) == pointed_at
