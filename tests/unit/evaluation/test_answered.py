"""An aspect counts as answered on the right topic only."""

from typing import Any

import pytest

from tests.unit.evaluation.hearing import RELATIONS, heard, labels
from thatch.evaluation.answered import all_answered

PAIN_OF_PRP: dict[str, Any] = {"topics": ("prp",), "aspects": ("pain",)}
UNDERSTOOD = PAIN_OF_PRP


@pytest.mark.parametrize(
    ("asked", "made", "right"),
    [
        (PAIN_OF_PRP, {**UNDERSTOOD, "answered": (("prp", "pain"),)}, True),
        # understood, and nothing said on it
        (PAIN_OF_PRP, UNDERSTOOD, False),
        # on another topic
        (PAIN_OF_PRP, {**UNDERSTOOD, "answered": (("iron", "pain"),)}, False),
        # of another aspect
        (PAIN_OF_PRP, {**UNDERSTOOD, "answered": (("prp", "cost"),)}, False),
        # by the aspect that stands in for it
        (PAIN_OF_PRP, {**UNDERSTOOD, "answered": (("prp", "side_effects"),)}, True),
        # the same, but because something else was understood
        (
            PAIN_OF_PRP,
            {
                "topics": ("prp",),
                "aspects": ("side_effects",),
                "answered": (("prp", "side_effects"),),
            },
            False,
        ),
        # honestly without an answer
        (PAIN_OF_PRP, {**UNDERSTOOD, "without_answer": ((("prp",), "pain"),)}, True),
        (PAIN_OF_PRP, {**UNDERSTOOD, "without_answer": ((("iron",), "pain"),)}, False),
        (PAIN_OF_PRP, {**UNDERSTOOD, "without_answer": ((("prp",), "cost"),)}, False),
        # by a member of the umbrella
        (
            {"topics": ("minoxidil",), "aspects": ("cost",)},
            {"topics": ("minoxidil",), "answered": (("minoxidil_oral", "cost"),)},
            True,
        ),
        # one of two aspects
        (
            {"topics": ("prp",), "aspects": ("pain", "cost")},
            {**UNDERSTOOD, "answered": (("prp", "pain"),)},
            False,
        ),
        # one of two topics
        (
            {"topics": ("prp", "iron"), "aspects": ("pain",)},
            {**UNDERSTOOD, "answered": (("prp", "pain"),)},
            False,
        ),
        # no topic: any will do
        ({"aspects": ("pain",)}, {"answered": (("iron", "pain"),)}, True),
        # no topic, but optional ones: one of those, or the general one
        (
            {"aspects": ("pain",), "topics_optional": ("prp",)},
            {"answered": (("hair_loss", "pain"),)},
            True,
        ),
        (
            {"aspects": ("pain",), "topics_optional": ("prp",)},
            {"answered": (("iron", "pain"),)},
            False,
        ),
    ],
)
def test_all_answered(asked: dict[str, Any], made: dict[str, Any], *, right: bool) -> None:
    assert all_answered(labels(**asked), heard(**made), RELATIONS) is right
