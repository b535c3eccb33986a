"""Each measure counts what it says, and nothing else."""

from typing import Any

import pytest

from tests.unit.evaluation.hearing import RELATIONS, heard, question, turn
from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Kind, Question
from thatch.evaluation.measures import A_BUTTON_AWAY, measure, measure_turns
from thatch.evaluation.shares import Share


def _measured(name: str, *asked: tuple[Question, Heard]) -> Share:
    return measure([one for one, _ in asked], [made for _, made in asked], RELATIONS)[name]


def _counted(share: Share) -> tuple[int, int]:
    return share.hits, share.of


@pytest.mark.parametrize(
    ("asked", "understood", "recall", "precision"),
    [
        ({"topics": ("prp",)}, ("prp",), (1, 1), (1, 1)),
        ({"topics": ("prp", "iron")}, ("prp",), (1, 2), (1, 1)),
        ({"topics": ("minoxidil",)}, ("minoxidil_oral",), (1, 1), (1, 1)),
        ({"topics": ("minoxidil_oral",)}, ("minoxidil",), (1, 1), (1, 1)),
        ({"topics": ("minoxidil_oral",)}, ("minoxidil_topical",), (0, 1), (0, 1)),
        ({"topics": (), "topics_optional": ("prp",)}, ("prp", "iron"), (0, 0), (1, 2)),
        ({"topics": ("prp",)}, (), (0, 1), (0, 0)),
        ({"topics": ("ferritin",)}, ("iron_deficiency",), (1, 1), (1, 1)),
        ({"topics": ("gp", "prp")}, ("prp",), (1, 1), (1, 1)),
    ],
)
def test_topics(
    asked: dict[str, Any],
    understood: tuple[str, ...],
    recall: tuple[int, int],
    precision: tuple[int, int],
) -> None:
    pair = (question(**asked), heard(topics=understood))
    assert _counted(_measured("topic recall", pair)) == recall
    assert _counted(_measured("topic precision", pair)) == precision


@pytest.mark.parametrize(
    ("asked", "optional", "understood", "recall", "precision", "exact"),
    [
        (("pain",), (), ("pain",), (1, 1), (1, 1), (1, 1)),
        (("pain", "cost"), (), ("pain",), (1, 2), (1, 1), (0, 1)),
        (("pain",), (), ("pain", "cost"), (1, 1), (1, 2), (0, 1)),
        (("pain",), ("cost",), ("pain", "cost"), (1, 1), (1, 1), (1, 1)),
        (("pain",), ("cost",), ("cost",), (0, 1), (0, 0), (0, 1)),
    ],
)
def test_aspects(
    asked: tuple[str, ...],
    optional: tuple[str, ...],
    understood: tuple[str, ...],
    recall: tuple[int, int],
    precision: tuple[int, int],
    exact: tuple[int, int],
) -> None:
    pair = (question(aspects=asked, aspects_optional=optional), heard(aspects=understood))
    assert _counted(_measured("aspect recall", pair)) == recall
    assert _counted(_measured("aspect precision", pair)) == precision
    assert _counted(_measured("aspects exactly right", pair)) == exact


def test_aspects_are_measured_within_the_scope_alone() -> None:
    pair = (question(kind="red_flag", aspects=("pain",)), heard(kind="red_flag"))
    assert _counted(_measured("aspect recall", pair)) == (0, 0)


@pytest.mark.parametrize(
    ("understood", "offered", "expected"),
    [
        (("pain", "cost"), ("approval",), (0, 0)),
        (("pain",), ("cost", "approval"), (1, 1)),
        (("pain",), ("approval",), (0, 1)),
        ((), ("pain",), (1, 2)),
    ],
)
def test_what_is_missed_may_be_a_button_away(
    understood: tuple[str, ...], offered: tuple[str, ...], expected: tuple[int, int]
) -> None:
    pair = (question(aspects=("pain", "cost")), heard(aspects=understood, offered=offered))
    assert _counted(_measured(A_BUTTON_AWAY, pair)) == expected


def test_underspecified_messages_need_not_be_answered() -> None:
    asked = question(topics=("prp",), aspects=("what_is",), tags=("underspecified",))
    assert _counted(_measured("every asked aspect answered", (asked, heard(kind="clarify")))) == (
        0,
        0,
    )


@pytest.mark.parametrize(
    ("kind", "reply", "right"),
    [
        ("in_scope", "answer", True),
        ("in_scope", "clarify", True),
        ("in_scope", "out_of_scope", False),
        ("out_of_scope", "unknown", True),
        ("out_of_scope", "answer", False),
        ("red_flag", "red_flag", True),
        ("red_flag", "answer", False),
        ("admin", "smalltalk", False),
    ],
)
def test_kind(kind: Kind, reply: str, *, right: bool) -> None:
    assert _counted(_measured("kind", (question(kind=kind), heard(kind=reply)))) == (right, 1)


def test_a_kind_of_which_no_reply_is_right_is_not_measured() -> None:
    assert _counted(_measured("kind", (question(kind="adversarial"), heard()))) == (0, 0)


@pytest.mark.parametrize("reply", ["out_of_scope", "unknown"])
def test_rejection(reply: str) -> None:
    outside = (question("t1", "out_of_scope"), heard(kind=reply))
    inside = (question("t2"), heard(kind=reply))
    assert _counted(_measured("out of scope rejected", outside, inside)) == (1, 1)
    assert _counted(_measured("in scope not rejected", outside, inside)) == (0, 1)


def test_an_emergency_outside_the_scope_is_not_rejected() -> None:
    asked = question(kind="out_of_scope", red_flag=("suicidal",))
    share = _measured("out of scope rejected", (asked, heard(kind="out_of_scope")))
    assert _counted(share) == (0, 1)
    share = _measured("out of scope rejected", (asked, heard(kind="red_flag")))
    assert _counted(share) == (1, 1)


@pytest.mark.parametrize(
    ("raised", "right"), [((), 0), (("sepsis",), 0), (("anaphylaxis",), 1), (("a", "chest"), 1)]
)
def test_one_of_the_red_flags_must_be_raised(raised: tuple[str, ...], right: int) -> None:
    asked = question(kind="red_flag", red_flag=("anaphylaxis", "chest"))
    assert _counted(_measured("red flag raised", (asked, heard(red_flags=raised)))) == (right, 1)


def test_false_alarms() -> None:
    quiet = (question("t1"), heard())
    alarmed = (question("t2", tags=("hard_negative",)), heard(red_flags=("sepsis",)))
    also_fine = (question("t3", red_flag_also_fine=("sepsis",)), heard(red_flags=("sepsis",)))
    share = _measured("no false alarm", quiet, alarmed, also_fine)
    assert _counted(share) == (2, 3)
    assert share.missed == ("t2",)
    assert _counted(_measured("no false alarm (hard)", quiet, alarmed, also_fine)) == (0, 1)


def test_name_and_sex_are_measured_where_told_or_heard() -> None:
    told = (question("t1", name="Ali", sex="male"), heard(name="Ali", sex="female"))
    made_up = (question("t2"), heard(name="Fine"))
    silent = (question("t3"), heard())
    assert _counted(_measured("name", told, made_up, silent)) == (1, 2)
    assert _counted(_measured("sex", told, made_up, silent)) == (0, 1)


@pytest.mark.parametrize(
    ("made", "right"),
    [
        ({"topics": ("prp",), "aspects": ("pain",)}, 1),
        ({"topics": ("prp",), "aspects": ("cost",)}, 0),
        ({"topics": ("iron",), "aspects": ("pain",)}, 0),
        ({"topics": ("prp",), "aspects": ("pain",), "kind": "unknown"}, 0),
    ],
)
def test_a_turn_is_right_with_its_kind_topics_and_one_aspect(
    made: dict[str, Any], right: int
) -> None:
    asked = turn({}, topics=("prp",), aspects=("pain", "duration"))
    shares = measure_turns([("c1.1", asked)], [heard(**made)], RELATIONS)
    assert _counted(shares["turn right"]) == (right, 1)


def test_a_turn_with_a_red_flag_must_raise_it() -> None:
    asked = turn({}, kind="red_flag", red_flag=("sepsis",))
    shares = measure_turns([("c1.1", asked)], [heard(kind="red_flag")], RELATIONS)
    assert _counted(shares["turn right"]) == (0, 1)


def test_what_is_remembered_after_a_turn() -> None:
    state = {"name": "Ali", "sex": None, "last_topics": ("minoxidil", "prp")}
    made = heard(name="Ali", sex="male", remembered=("minoxidil_oral",))
    shares = measure_turns([("c1.1", turn(state))], [made], RELATIONS)
    assert _counted(shares["topics remembered"]) == (1, 2)
    assert _counted(shares["name remembered"]) == (1, 1)
    assert _counted(shares["sex remembered"]) == (0, 1)


def test_where_only_topics_are_labelled_only_they_count() -> None:
    asked = question(kind="topics_only", topics=("prp", "iron"))
    said = heard(topics=("prp",), aspects=("pain",), sex="female")
    shares = measure([asked], [said], RELATIONS)
    assert {name: _counted(share) for name, share in shares.items() if share.of} == {
        "topic recall": (1, 2),
        "topic precision": (1, 1),
    }


@pytest.mark.parametrize(
    ("flags", "counted"),
    [(("overdose",), {"red flag raised": (1, 1)}), ((), {"no false alarm": (0, 1)})],
)
def test_where_only_red_flags_are_labelled_only_they_count(
    flags: tuple[str, ...], counted: dict[str, tuple[int, int]]
) -> None:
    asked = question(kind="flags_only", red_flag=flags)
    said = heard(topics=("prp",), aspects=("pain",), sex="female", red_flags=("overdose",))
    shares = measure([asked], [said], RELATIONS)
    assert {name: _counted(share) for name, share in shares.items() if share.of} == counted
