"""All that the assistant knows, read from its files once and looked things up in after."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from thatch.knowledge.schema import (
    Answer,
    Aspect,
    CaveatText,
    Concept,
    Condition,
    ContactKind,
    Disagreement,
    Gap,
    Guidance,
    RedFlag,
    RegionalAnswer,
    RegulatorBody,
    Review,
    Sign,
    Source,
    Topic,
    Treatment,
    Umbrella,
)
from thatch.knowledge.vocabulary import Region, Regulator


@dataclass(frozen=True)
class Curated:
    """One written text for one region, and all that is known of it."""

    content: str
    """Its id: "mesotherapy.effectiveness"."""
    topic: str
    aspect: str
    region: str
    """The region it is written for, or "any"."""
    text: str
    sources: tuple[str, ...]
    review: Review

    @property
    def response(self) -> str:
        """The name of its Rasa response."""
        return f"utter_{self.content}" + ("" if self.region == "any" else f".{self.region}")

    def overdue(self, today: date) -> bool:
        """Say whether it should have been checked again before `today`."""
        return self.review.due < today


@dataclass(frozen=True)
class Library:
    """The knowledge, by id. Made by `thatch.knowledge.load`."""

    treatments: dict[str, Treatment]
    conditions: dict[str, Condition]
    concepts: dict[str, Concept]
    umbrellas: dict[str, Umbrella]
    aspects: dict[str, Aspect]
    caveats: dict[str, CaveatText]
    regulators: dict[Regulator, RegulatorBody]
    guidance: dict[str, Guidance]
    contacts: dict[str, ContactKind]
    red_flags: dict[str, RedFlag]
    signs: dict[str, Sign]
    sources: dict[str, Source]
    content_hash: str
    """Changes whenever any knowledge file does."""

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Every topic that has answers of its own."""
        return {**self.treatments, **self.conditions, **self.concepts}

    def name_of(self, topic: str) -> str:
        """Give the name of a topic or umbrella as it reads within a sentence."""
        named = self.topics.get(topic) or self.umbrellas[topic]
        return named.name

    def members_of(self, topic: str) -> tuple[str, ...]:
        """Give the topics that an umbrella stands for; any other topic stands for itself."""
        return self.umbrellas[topic].members if topic in self.umbrellas else (topic,)

    def speaking_for(self, topic: str, sex: str | None) -> tuple[str, ...]:
        """Give the topics that answer for a topic: of an umbrella's members those that lead."""
        if topic not in self.umbrellas:
            return (topic,)
        umbrella = self.umbrellas[topic]
        return (umbrella.by_sex[sex],) if sex in umbrella.by_sex else umbrella.leads

    def entry(self, topic: str, aspect: str, region: Region) -> Answer | Gap | None:
        """Find what is written on one aspect of a topic, or why nothing is."""
        entry = self.topics[topic].answers.get(aspect)
        return entry[region] if isinstance(entry, RegionalAnswer) else entry

    def answer(self, topic: str, aspect: str, region: Region) -> Curated | None:
        """Find the text on one aspect of a topic, or None where there is none for this region."""
        regional = isinstance(self.topics[topic].answers.get(aspect), RegionalAnswer)
        written_for = region if regional else "any"
        return self._curated(topic, aspect, written_for, self.entry(topic, aspect, region))

    def all_answers(self) -> list[Curated]:
        """List every written text, each region's own one by one."""
        return [
            curated
            for topic in self.topics.values()
            for aspect, entry in topic.answers.items()
            for region, answer in _by_region(entry).items()
            if (curated := self._curated(topic.id, aspect, region, answer))
        ]

    def _curated(
        self, topic: str, aspect: str, region: str, answer: Answer | Gap | None
    ) -> Curated | None:
        if not isinstance(answer, Answer):
            return None
        return Curated(
            content=f"{topic}.{aspect}",
            topic=topic,
            aspect=aspect,
            region=region,
            text=answer.text,
            sources=answer.sources,
            review=answer.review or self.topics[topic].review,
        )


def disagreement_response(topic: str, disagreement: Disagreement) -> str:
    """Name the Rasa response that tells where sources differ."""
    return f"utter_{topic}.disagreement.{disagreement.id}"


def _by_region(entry: Answer | Gap | RegionalAnswer) -> dict[str, Answer | Gap]:
    if isinstance(entry, RegionalAnswer):
        return {"uk": entry.uk, "us": entry.us, "eu": entry.eu}
    return {"any": entry}
