"""What the classifier says of every training message after learning from the others alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thatch.nlu.labels import RED_FLAG, TOPIC
from thatch.tuning.folds import folds
from thatch.tuning.pipeline import Labelled, TrainedClassifier


@dataclass(frozen=True)
class Said:
    """A message, and the probabilities that it got from a classifier which never saw it."""

    labelled: Labelled
    intents: Mapping[str, float]
    red_flags: Mapping[str, float]
    topics: Mapping[str, float] = field(default_factory=dict)
    """Those that it may describe without naming them."""

    @classmethod
    def of(cls, labelled: Labelled, by_label: Mapping[str, float]) -> "Said":
        """Tell the red flags and topics among the classifier's labels from the intents."""
        intents = {
            label: one for label, one in by_label.items() if not label.startswith((RED_FLAG, TOPIC))
        }
        return cls(labelled, intents, _below(RED_FLAG, by_label), _below(TOPIC, by_label))


def _below(prefix: str, by_label: Mapping[str, float]) -> dict[str, float]:
    return {
        label.removeprefix(prefix): one
        for label, one in by_label.items()
        if label.startswith(prefix)
    }


def out_of_fold(
    messages: Sequence[Labelled],
    settings: Mapping[str, Any],
    count: int,
    on_each: Callable[[], object],
) -> list[Said]:
    """Hold out each fold in turn, and let what learnt from the others hear it.

    Args:
        messages: all training messages.
        settings: the classifier's, from config.yml.
        count: how many folds.
        on_each: called after each fold.
    """
    said = []
    for learn_from, held_out in folds([one.text for one in messages], count):
        hear = [messages[row] for row in held_out]
        classifier = TrainedClassifier.learn([messages[row] for row in learn_from], settings)
        heard = classifier.hear(hear)
        said += [Said.of(one, by_label) for one, by_label in zip(hear, heard, strict=True)]
        on_each()
    return said
