"""A message that was missed is told by the first thing that went wrong."""

from typing import Any

import pytest

from tests.unit.evaluation.hearing import RELATIONS, heard, labels
from thatch.evaluation import causes as cause
from thatch.evaluation.examples import Asked
from thatch.evaluation.heard import Heard

ASKED: dict[str, Any] = {"topics": ("minoxidil",), "aspects": ("pain",)}
RIGHT_TOPIC: dict[str, Any] = {"topics": ("minoxidil_oral",)}


def _asked(made: Heard, id_: str = "t1", kind: str = "in_scope", **given: Any) -> Asked:
    return Asked(id_, "text", kind, labels(**given), made)


@pytest.mark.parametrize(
    ("given", "made", "expected"),
    [
        (ASKED, heard(red_flags=("anaphylaxis",)), cause.FALSE_ALARM),
        ({**ASKED, "red_flag": ("overdose",)}, heard(), cause.NO_ALARM),
        (ASKED, heard("unknown"), cause.OTHER_KIND),
        (ASKED, heard("clarify"), cause.OTHER_KIND),
        (ASKED, heard(topics=("prp",)), cause.TOPIC),
        (
            ASKED,
            heard(**RIGHT_TOPIC, aspects=("cost",), probabilities={"cost": 0.9, "pain": 0.3}),
            cause.NOT_SURE,
        ),
        (
            ASKED,
            heard(
                **RIGHT_TOPIC,
                probabilities={"cost": 0.4, "safety": 0.3, "duration": 0.2, "pain": 0.1},
            ),
            cause.NOT_LIKELY,
        ),
        (ASKED, heard(**RIGHT_TOPIC, aspects=("pain",)), cause.NOT_SAID),
    ],
)
def test_the_first_thing_that_went_wrong_counts(
    given: dict[str, Any], made: Heard, expected: str
) -> None:
    found = cause.causes([_asked(made, **given)], ["t1"], RELATIONS)
    assert {name for name, ids in found.items() if ids} == {expected}


def test_only_what_was_missed_has_a_cause() -> None:
    both = [_asked(heard("unknown"), id_, **ASKED) for id_ in ("t1", "t2")]
    assert cause.causes(both, ["t2"], RELATIONS)[cause.OTHER_KIND] == ("t2",)
