"""Finds topics that are told in a turn of phrase, unnamed: "my temples are on their way out"."""

from collections.abc import Mapping, Sequence

from thatch.nlu.phrases import Members, PhraseFinder
from thatch.nlu.reading import ASKED_ABOUT, Kind, Mention, Reading

_BACKGROUND = ("condition", "umbrella")
_SPELT_OUT: tuple[Kind, ...] = ("combination",)
"""Kinds whose names are words of phrases too: testosterone is no topic, and thins the hair."""


class Descriptions:
    """The turns of phrase by which visitors tell of topics, in the language of phrases."""

    def __init__(
        self, phrases: Mapping[str, Sequence[str]], members: Members, kinds: Mapping[str, Kind]
    ) -> None:
        """Take the phrases of each topic, the topics of each umbrella, and the kind of each."""
        self._kinds = dict(kinds)
        written = [(topic, phrase) for topic, several in phrases.items() for phrase in several]
        self._topics = [topic for topic, _ in written]
        self._finder = PhraseFinder([phrase for _, phrase in written], members)

    def find(self, reading: Reading) -> list[Mention]:
        """Find the topics that the sentences of a message describe and do not name.

        Where a treatment or a condition is named, another condition is only its background: "my
        crown is going, is PRP any good".

        Args:
            reading: the message, its named topics noted.
        """
        named = {mention.topic for mention in reading.mentions}
        something_is_named = any(mention.kind in ASKED_ABOUT for mention in reading.mentions)
        found = {
            self._topics[number]: Mention(
                self._topics[number], "described", sentence.start, sentence.end
            )
            for sentence in reading.doc.sents
            for number, _ in self._finder.find(
                reading.words(sentence, topics_by="topic", spelt_out=_SPELT_OUT)
            )
        }
        return [
            mention
            for topic, mention in found.items()
            if topic not in named and not (something_is_named and self._kinds[topic] in _BACKGROUND)
        ]
