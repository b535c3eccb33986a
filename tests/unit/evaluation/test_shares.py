"""Shares, and the intervals that say how sure they are."""

import pytest

from thatch.evaluation.shares import Judged, Share


def _share(*rights: tuple[bool, ...]) -> Share:
    return Share(tuple(Judged(f"t{number}", one) for number, one in enumerate(rights)))


def test_value_and_misses() -> None:
    share = _share((True, False), (), (True,), (False,))
    assert (share.hits, share.of, share.value) == (2, 4, 0.5)
    assert share.missed == ("t0", "t3")


def test_nothing_to_count_is_no_success() -> None:
    share = _share((), ())
    assert share.value is None
    assert share.interval is None


def test_the_interval_is_that_of_a_binomial_share() -> None:
    """160 of 200 messages: 0.8 with a standard error of 0.0283."""
    interval = _share(*[(True,)] * 160, *[(False,)] * 40).interval
    assert interval is not None
    assert interval.low == pytest.approx(0.8 - 1.96 * 0.0283, abs=0.01)
    assert interval.high == pytest.approx(0.8 + 1.96 * 0.0283, abs=0.01)


def test_the_same_messages_give_the_same_interval() -> None:
    rights = [*[(True, True)] * 30, *[(False, True)] * 12]
    assert _share(*rights).interval == _share(*rights).interval


def test_what_hangs_together_in_a_message_is_less_sure() -> None:
    apart = _share(*[(True,)] * 40, *[(False,)] * 40).interval
    together = _share(*[(True,) * 4] * 10, *[(False,) * 4] * 10).interval
    assert apart is not None and together is not None
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_all_right_is_not_yet_certain() -> None:
    right, wrong = _share(*[(True,)] * 50).interval, _share(*[(False,)] * 50).interval
    assert right is not None and wrong is not None
    assert [right.low, right.high] == pytest.approx([0.9289, 1.0], abs=1e-4)
    assert [wrong.low, wrong.high] == pytest.approx([0.0, 0.0711], abs=1e-4)
