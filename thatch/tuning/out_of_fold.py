"""What the classifier says of every training message after learning from the others alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thatch.nlu.multi_intent_classifier import RED_FLAG_PREFIX
from thatch.tuning.folds import folds
from thatch.tuning.pipeline import Labelled, TrainedClassifier


@dataclass(frozen=True)
class Said:
    """A message, and the probabilities that it got from a classifier which never saw it."""

    labelled: Labelled
    intents: Mapping[str, float]
    red_flags: Mapping[str, float]

    @classmethod
    def of(cls, labelled: Labelled, by_label: Mapping[str, float]) -> "Said":
        """Tell the red flags among the classifier's labels from the intents."""
        flags = {label for label in by_label if label.startswith(RED_FLAG_PREFIX)}
        return cls(
            labelled,
            intents={label: float(one) for label, one in by_label.items() if label not in flags},
            red_flags={
                label.removeprefix(RED_FLAG_PREFIX): float(by_label[label]) for label in flags
            },
        )


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
