"""Whether a text claims more than its sources and its evidence bear."""

import re
from collections.abc import Iterator

from thatch.content.passages import Passage
from thatch.content.sentences import sentences
from thatch.content.style import Certainty
from thatch.knowledge import Library


def faults(passage: Passage, library: Library, certainty: Certainty) -> Iterator[str]:
    """Say where sellers alone bear a claim, or words are surer than the evidence."""
    if passage.aspect == "effectiveness" and _sellers_alone(passage, library):
        yield (
            "rests on sellers alone (tier vendor), add a source without an interest in the sale "
            "or leave the claim out"
        )
    if passage.aspect in certainty.aspects and passage.evidence in certainty.grades:
        for sentence in sentences(passage.text):
            if found := _too_sure(sentence, certainty):
                yield (
                    f"says {found!r} where the evidence is {passage.evidence!r}, say how far it "
                    f"is shown: {sentence!r}"
                )


def _sellers_alone(passage: Passage, library: Library) -> bool:
    return all(library.sources[source].tier == "vendor" for source in passage.sources)


def _too_sure(sentence: str, certainty: Certainty) -> str | None:
    found = re.search(certainty.words, sentence, re.IGNORECASE)
    hedged = re.search(certainty.hedged, sentence, re.IGNORECASE)
    return found[0] if found and not hedged else None
