"""Which of many things a text means: a sentence encoder that has learnt what our visitors ask."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from thatch.nlu.meaning.encoder import SentenceEncoder
from thatch.nlu.meaning.label_attention import LabelAttention


@dataclass(frozen=True)
class MeaningClassifier:
    """Gives a probability for each label; they need not add up to one."""

    encoder: SentenceEncoder
    labels: LabelAttention

    def probabilities(self, text: str) -> NDArray[np.float64]:
        """Give the probability of each label for a text, shape (labels,)."""
        return self.labels.probabilities(self.encoder.encode(text))

    @classmethod
    def open(cls, folder: Path) -> "MeaningClassifier":
        """Read what `thatch.nlu.meaning.training` wrote."""
        return cls(SentenceEncoder(folder), LabelAttention.open(folder))
