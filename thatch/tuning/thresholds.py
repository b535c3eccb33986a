"""Chooses thresholds from what the classifier says of messages that it never saw. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from thatch.tuning.calibration import Calibration
from thatch.tuning.out_of_fold import Said

PRECISION = 0.9
"""Share of the intents that are heard which must be right."""
RIGHT_AT_LEAST = 0.5
"""A lone guess is worth an answer where it is right more often than not; else ask back."""
FALSE_ALARMS = 0.005
"""Share of messages without a red flag in which the classifier may raise one by itself."""

_STEPS = np.round(np.arange(0.05, 0.96, 0.01), 2)


@dataclass(frozen=True)
class Choice:
    """A threshold, and why it is this one."""

    value: float
    why: str


@dataclass(frozen=True)
class Hearing:
    """How well a threshold hears what is asked."""

    recall: float
    precision: float
    exact: float
    """Share of messages in which all was heard and nothing else."""

    @property
    def f1(self) -> float:
        """Give the harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def choose_threshold(said: Sequence[Said]) -> Choice:
    """Choose from which probability on an intent counts as asked.

    The lowest that keeps the precision promised, since a missed question is worse than a surplus
    answer; where none keeps it, the one with the best balance of recall and precision.
    """
    tried = {float(step): hearing(said, float(step), least=0.0) for step in _STEPS}
    keeping = [step for step, one in tried.items() if one.precision >= PRECISION]
    best = min(keeping) if keeping else max(tried, key=lambda step: tried[step].f1)
    rule = (
        f"the lowest at which {PRECISION:.0%} of what is heard was asked"
        if keeping
        else f"best balance of recall and precision, since none reaches {PRECISION:.0%} precision"
    )
    one = tried[best]
    worth = calibration(said).of(best)
    return Choice(
        best,
        f"{rule}: recall {one.recall:.1%}, precision {one.precision:.1%}, exact {one.exact:.1%}; "
        f"an intent of this probability is asked in {worth:.0%} of cases",
    )


def choose_least(said: Sequence[Said], threshold: float) -> Choice:
    """Choose from which probability on the likeliest intent counts where none passes."""
    guesses = [
        (max(one.intents.items(), key=lambda entry: entry[1]), one)
        for one in said
        if max(one.intents.values()) < threshold
    ]
    if not guesses:
        return Choice(threshold, "in every message something passes the threshold")
    worth = Calibration.learn(
        [probability for (_, probability), _ in guesses],
        [intent in _fine(one) for (intent, _), one in guesses],
    )
    least = min(threshold, round(worth.least_said(RIGHT_AT_LEAST), 2))
    said_out = sum(probability >= least for (_, probability), _ in guesses)
    return Choice(
        least,
        f"from here on a lone guess is right in at least {RIGHT_AT_LEAST:.0%} of cases; of "
        f"{len(guesses)} messages in which nothing passes the threshold, {said_out} get an answer",
    )


def choose_red_flag_threshold(said: Sequence[Said]) -> Choice:
    """Choose from which probability on the classifier raises a red flag by itself."""
    without = [_surest_flag(one) for one in said if not one.labelled.red_flags]
    flagged = [one for one in said if one.labelled.red_flags]
    allowed = int(len(without) * FALSE_ALARMS)
    value = float(np.ceil(100 * sorted(without, reverse=True)[allowed] + 1e-9) / 100)
    raised = sum(
        any(one.red_flags.get(flag, 0) >= value for flag in one.labelled.red_flags)
        for one in flagged
    )
    return Choice(
        value,
        f"alarms in at most {FALSE_ALARMS:.1%} of {len(without)} messages without a red flag; "
        f"finds {raised} of {len(flagged)} that have one, before any rule",
    )


def choose_described(said: Sequence[Said]) -> Choice:
    """Choose from which probability on a topic counts as described.

    The lowest that keeps the precision promised: the wrong topic is worse than the general one.
    """
    pairs = [
        (probability, topic in one.labelled.topics)
        for one in said
        for topic, probability in one.topics.items()
        if topic not in one.labelled.named
    ]
    tried = {float(step): _hits(pairs, float(step)) for step in _STEPS}
    keeping = [step for step, hits in tried.items() if hits and np.mean(hits) >= PRECISION]
    value = min(keeping, default=float(_STEPS[-1]))
    found = sum(tried[value])
    return Choice(
        value,
        f"the lowest at which {PRECISION:.0%} of the topics that are heard were described; finds "
        f"{found} of {sum(described for _, described in pairs)}",
    )


def hearing(said: Sequence[Said], threshold: float, least: float) -> Hearing:
    """Measure what a threshold hears.

    Args:
        said: the messages.
        threshold: from which on an intent counts.
        least: from which on the likeliest intent counts where none passes.
    """
    asked = found = heard = right = exact = 0
    for one in said:
        passing = _passing(one.intents, threshold, least) - one.labelled.optional
        hits = passing & one.labelled.asked
        asked += len(one.labelled.asked)
        found += len(hits)
        heard += len(passing)
        right += len(hits)
        exact += passing == one.labelled.asked
    return Hearing(_share(found, asked), _share(right, heard), _share(exact, len(said)))


def calibration(said: Sequence[Said]) -> Calibration:
    """Learn what the probability of an intent is worth."""
    pairs = list(_pairs(said))
    return Calibration.learn([probability for probability, _ in pairs], [so for _, so in pairs])


def _pairs(said: Iterable[Said]) -> Iterable[tuple[float, bool]]:
    for one in said:
        for intent, probability in one.intents.items():
            if intent not in one.labelled.optional:
                yield probability, intent in one.labelled.asked


def _passing(intents: Mapping[str, float], threshold: float, least: float) -> set[str]:
    """Take all intents that pass, or the likeliest; DIET says one alone, which may not count."""
    passing = {intent for intent, probability in intents.items() if probability >= threshold}
    if passing or not intents:
        return passing
    likeliest = max(intents, key=lambda intent: intents[intent])
    return {likeliest} if intents[likeliest] >= least else set()


def _hits(pairs: Sequence[tuple[float, bool]], threshold: float) -> list[bool]:
    return [described for probability, described in pairs if probability >= threshold]


def _fine(one: Said) -> frozenset[str]:
    return one.labelled.asked | one.labelled.optional


def _surest_flag(one: Said) -> float:
    return max(one.red_flags.values(), default=0.0)


def _share(some: int, of: int) -> float:
    return some / of if of else 1.0
