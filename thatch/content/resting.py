"""Which texts rest on which source: what to look at again when a source changes."""

from collections import defaultdict

from thatch.content.passages import passages
from thatch.knowledge import Library


def resting_on(library: Library) -> dict[str, tuple[str, ...]]:
    """Give the texts that rest on each source, by source; none where nothing does."""
    found: dict[str, list[str]] = defaultdict(list)
    for passage in passages(library):
        for source in passage.sources:
            found[source].append(passage.content)
    for id_, topic in library.treatments.items():
        facts = (
            topic.evidence,
            topic.prescription_only,
            topic.pregnancy,
            *topic.regulators.values(),
        )
        for fact in facts:
            for source in fact.sources if fact else ():
                found[source].append(f"{id_} (facts)")
    return {source: tuple(dict.fromkeys(found[source])) for source in library.sources}
