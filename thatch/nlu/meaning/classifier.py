"""Which of many things a text means: a sentence encoder that has learnt what our visitors ask."""

from dataclasses import dataclass
from pathlib import Path

from thatch.nlu.meaning.encoder import SentenceEncoder
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.nearest_messages import NearestMessages
from thatch.nlu.opinions import Probabilities, weighed

_TRUST_IN_NEAREST = 0.45
"""How much the nearest messages count beside what was taught: what did best, of average
precisions, on benchmarks/understanding."""


@dataclass(frozen=True)
class MeaningClassifier:
    """Gives a probability for each label; they need not add up to one."""

    encoder: SentenceEncoder
    labels: LabelAttention
    nearest: NearestMessages

    def probabilities(self, text: str) -> Probabilities:
        """Give the probability of each label for a text, shape (labels,)."""
        states = self.encoder.encode(text)
        learnt, remembered = self.labels.probabilities(states), self.nearest.probabilities(states)
        return weighed(learnt, remembered, _TRUST_IN_NEAREST)

    @classmethod
    def open(cls, folder: Path) -> "MeaningClassifier":
        """Read what `thatch.nlu.meaning.training` wrote."""
        return cls(
            SentenceEncoder(folder), LabelAttention.open(folder), NearestMessages.open(folder)
        )
