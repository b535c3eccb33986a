"""How likely a message means each of many things, and where it says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from spacy.tokens import Doc, Span

from thatch.nlu.classification import MultiLabelClassifier
from thatch.nlu.clauses import clauses
from thatch.nlu.examples import text_of
from thatch.nlu.labels import TOPIC, is_intent, is_topic
from thatch.nlu.message_classifier import MessageClassifier
from thatch.nlu.opinions import Probabilities, weighed
from thatch.nlu.pointers import pointers
from thatch.nlu.reading import Reading
from thatch.nlu.rivalry import as_rivals

_TRUST_IN_SENTENCES = 0.85
_TRUST_IN_CLAUSES = 0.6
"""A part alone says less surely what is asked than the whole does."""
_TRUST_IN_MEANING = 0.6
"""How much the meaning of the whole counts beside the words: what did best on
benchmarks/understanding. Either alone does worse."""
_TRUST_IN_WHAT_WAS_SPOKEN_OF = 0.5
"""How much a message that names nothing means what it would if it named that."""
_NAMED_TOGETHER = 2
"""Topics of before that are named with it; more would drown what it says."""


@dataclass(frozen=True)
class Likelihoods:
    """What a message may mean: intents, red flags, and topics that it describes."""

    probabilities: dict[str, float]
    """Of each label; they need not add up to one."""
    said_in: dict[str, Span]
    """The clause that speaks for each label most."""

    @classmethod
    def of(cls, reading: Reading, classifier: MessageClassifier) -> "Likelihoods":
        """Read a message by its words and by its meaning.

        Args:
            reading: the message.
            classifier: gives the probabilities of words and of meanings.
        """
        parts = clauses(reading.doc) or [reading.doc[:]]
        by_words, in_clauses = _by_words(reading, parts, classifier.words)
        by_meaning = _by_meaning(reading, classifier)
        labels = classifier.labels
        together = weighed(by_words, by_meaning, _TRUST_IN_MEANING)
        likeliest = as_rivals(together, classifier.intents)
        clearest = in_clauses.argmax(axis=0)
        return cls(
            dict(zip(labels, likeliest.tolist(), strict=True)),
            {label: parts[at] for label, at in zip(labels, clearest, strict=True)},
        )

    @property
    def intents(self) -> list[tuple[str, float]]:
        """Give the intents, the likeliest first."""
        intents = [
            (label, probability)
            for label, probability in self.probabilities.items()
            if is_intent(label)
        ]
        return sorted(intents, key=lambda one: -one[1])

    def topics(self, threshold: float) -> dict[str, Span]:
        """Give the topics that are described likely enough, and where."""
        return {
            label.removeprefix(TOPIC): self.said_in[label]
            for label, probability in self.probabilities.items()
            if is_topic(label) and probability >= threshold
        }


def _by_meaning(reading: Reading, classifier: MessageClassifier) -> Probabilities:
    """Read a message as a whole; where it names nothing, also as if it named what came before.

    "Dizzy when I get up", after oral minoxidil, tells of more than alone; "the first one" would be
    drowned by the names of both. Which topics a message describes is told by it alone.
    """
    text = reading.doc.text
    alone = classifier.meaning.probabilities(text)
    if reading.topics or not reading.spoken_of or pointers(reading):
        return alone
    names = (topic.replace("_", " ") for topic in reading.spoken_of[:_NAMED_TOGETHER])
    after_those = classifier.meaning.probabilities(f"{' and '.join(names)}: {text}")
    together = weighed(alone, after_those, _TRUST_IN_WHAT_WAS_SPOKEN_OF)
    return np.where(classifier.topics, alone, together)


def _by_words(
    reading: Reading, parts: Sequence[Span], classifier: MultiLabelClassifier
) -> tuple[Probabilities, Probabilities]:
    """Read a message as a whole, by sentence and by clause, so that no line of many is drowned.

    Returns:
        The probabilities, shape (labels,), and those of each clause, shape (clauses, labels).
    """
    sentences = list(reading.doc.sents) or parts
    whole, in_sentences, in_clauses = _by_kind(
        [[reading.doc], sentences, parts], reading, classifier
    )
    likeliest = np.maximum.reduce(
        [
            whole[0],
            _TRUST_IN_SENTENCES * in_sentences.max(axis=0),
            _TRUST_IN_CLAUSES * in_clauses.max(axis=0),
        ]
    )
    return likeliest, in_clauses


def _by_kind(
    kinds: Sequence[Sequence[Doc | Span]], reading: Reading, classifier: MultiLabelClassifier
) -> list[Probabilities]:
    """Give the probabilities of each kind of parts, shape (parts, labels).

    A text that occurs twice, as the only sentence of a message does, is looked at once.
    """
    texts = [text_of(part, reading) for parts in kinds for part in parts]
    once = list(dict.fromkeys(texts))
    found = classifier.probabilities(once)[[once.index(text) for text in texts]]
    ends = accumulate((len(parts) for parts in kinds), initial=0)
    return [found[start:end] for start, end in pairwise(ends)]
