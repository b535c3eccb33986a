"""What was taken for what."""

from tests.unit.evaluation.hearing import heard, question
from thatch.evaluation.confusion import NOTHING, Confusion, confused_aspects, confused_kinds


def _cells(confusion: Confusion) -> dict[tuple[str, str], float]:
    return {
        (row, column): count
        for row, counts in zip(confusion.rows, confusion.counts, strict=True)
        for column, count in zip(confusion.columns, counts, strict=True)
        if count
    }


def test_kinds() -> None:
    questions = [question("t1"), question("t2"), question("t3", kind="admin")]
    made = [heard(), heard(kind="unknown"), heard(kind="admin")]
    confusion = confused_kinds(questions, made)
    assert confusion.rows == ("admin", "in_scope")
    assert confusion.columns == ("admin", "answer", "unknown")
    assert confusion.counts == ((1.0, 0.0, 0.0), (0.0, 1.0, 1.0))


def test_a_missed_aspect_is_shared_between_those_heard_in_its_place() -> None:
    asked = question(aspects=("pain", "cost"), aspects_optional=("safety",))
    made = heard(aspects=("cost", "safety", "duration", "options"))
    assert _cells(confused_aspects([asked], [made])) == {
        ("cost", "cost"): 1.0,
        ("pain", "duration"): 0.5,
        ("pain", "options"): 0.5,
    }


def test_a_missed_aspect_may_be_heard_as_nothing() -> None:
    confusion = confused_aspects([question(aspects=("pain",))], [heard()])
    assert _cells(confusion) == {("pain", NOTHING): 1.0}


def test_what_was_not_asked_stands_in_the_row_of_nothing() -> None:
    confusion = confused_aspects([question(aspects=("pain",))], [heard(aspects=("pain", "cost"))])
    assert _cells(confusion) == {("pain", "pain"): 1.0, (NOTHING, "cost"): 1.0}
    assert confusion.rows == ("pain", NOTHING)


def test_messages_beyond_the_scope_have_no_aspects() -> None:
    asked = question(kind="red_flag", aspects=("pain",))
    assert confused_aspects([asked], [heard(aspects=("cost",))]).rows == ()
