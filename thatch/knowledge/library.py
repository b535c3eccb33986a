"""All that the assistant knows, read from its files once and looked things up in after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from thatch.knowledge.askings import Askings
from thatch.knowledge.curated import Curated
from thatch.knowledge.schema import (
    Answer,
    AnswerEntry,
    Asked,
    Aspect,
    CaveatText,
    Combination,
    Concept,
    Condition,
    ContactKind,
    Disagreement,
    Gap,
    Guidance,
    Label,
    RedFlag,
    RegionalAnswer,
    RegulatorBody,
    Role,
    Sign,
    Signature,
    Source,
    Test,
    Topic,
    Treatment,
    Umbrella,
    Withdrawal,
)
from thatch.knowledge.vocabulary import REGIONS, EvidenceGrade, Region, Regulator, Status


@dataclass(frozen=True)
class Library:
    """The knowledge, by id. Made by `thatch.knowledge.load`."""

    treatments: dict[str, Treatment]
    conditions: dict[str, Condition]
    concepts: dict[str, Concept]
    tests: dict[str, Test]
    roles: dict[str, Role]
    umbrellas: dict[str, Umbrella]
    combinations: dict[str, Combination]
    aspects: dict[str, Aspect]
    caveats: dict[str, CaveatText]
    regulators: dict[Regulator, RegulatorBody]
    guidance: dict[str, Guidance]
    labels: dict[str, Label]
    contacts: dict[str, ContactKind]
    red_flags: dict[str, RedFlag]
    signs: dict[str, Sign]
    sources: dict[str, Source]
    withdrawn: dict[str, Withdrawal]
    """By the id of an answer, or of what one region is told."""
    signatures: dict[str, Signature]
    """By the id of a text."""
    asked: dict[str, Asked]
    """By the id of a topic."""
    content_hash: str
    """Changes whenever any knowledge file does."""

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Everything that visitors may ask about, umbrellas included."""
        return {
            **self.treatments,
            **self.conditions,
            **self.concepts,
            **self.tests,
            **self.roles,
            **self.umbrellas,
        }

    @property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Give the topics of each umbrella."""
        return {id_: umbrella.members for id_, umbrella in self.umbrellas.items()}

    @cached_property
    def askings(self) -> Askings:
        """Give what visitors ask of each topic; an umbrella is of the kind of its members."""
        return Askings(
            {topic: one.root for topic, one in self.asked.items()},
            {topic: self.topics[self.members_of(topic)[0]].kind for topic in self.topics},
        )

    def used_for(self, topics: Iterable[str]) -> tuple[str, ...]:
        """Give the hair loss that treatments are used for, and what terms belong to is used for."""
        wholes = (self.whole_of(topic) or topic for topic in topics)
        members = (one for topic in wholes for one in self.members_of(topic))
        used_for = (self.treatments[one].used_for for one in members if one in self.treatments)
        return tuple(dict.fromkeys(one for one in used_for if one))

    def used_on(self, topics: Iterable[str]) -> tuple[str, ...]:
        """Give the treatments that are used first for some hair loss, or for a kind of it."""
        losses = self._and_members(topics)
        return tuple(
            treatment
            for treatment, one in self.treatments.items()
            if one.used_for and not losses.isdisjoint(self._and_members([one.used_for]))
        )

    def times_as_often(self, topics: Iterable[str]) -> dict[str, float]:
        """Give how many times as often each aspect is asked of some topics as of any."""
        return self.askings.times_as_often(self._and_members(topics))

    def told_as(self, topic: str) -> tuple[str, ...]:
        """Give the treatments, conditions and terms that a topic is told as in a reply.

        Of a test these are what it looks for, of a term also what it belongs to; of somebody who
        can be seen there are none.
        """
        if topic in self.tests:
            return self.tests[topic].looks_for
        if topic in self.roles:
            return ()
        whole = self.whole_of(topic)
        return (topic, whole) if whole else (topic,)

    def whole_of(self, topic: str) -> str | None:
        """Give what a term belongs to, if it is one that belongs to anything."""
        return self.concepts[topic].belongs_to if topic in self.concepts else None

    def name_of(self, topic: str) -> str:
        """Give the name of a topic as it reads within a sentence."""
        return self.topics[topic].name

    def title_of(self, topic: str) -> str:
        """Give the name of a topic as it stands by itself."""
        name = self.name_of(topic)
        return name[0].upper() + name[1:]

    def members_of(self, topic: str) -> tuple[str, ...]:
        """Give the topics that an umbrella stands for; any other topic stands for itself."""
        return self.umbrellas[topic].members if topic in self.umbrellas else (topic,)

    def _and_members(self, topics: Iterable[str]) -> set[str]:
        return {one for topic in topics for one in (topic, *self.members_of(topic))}

    def speaking_for(self, topic: str, sex: str | None) -> tuple[str, ...]:
        """Give the topics that answer for a topic: of an umbrella's members those that lead."""
        if topic not in self.umbrellas:
            return (topic,)
        umbrella = self.umbrellas[topic]
        return (umbrella.by_sex[sex],) if sex in umbrella.by_sex else umbrella.leads

    def entry(self, topic: str, aspect: str, region: Region) -> Answer | Gap | None:
        """Find what is written on one aspect of a topic, or why nothing is."""
        entry = self.topics[topic].answers.get(aspect)
        found: Answer | Gap | None = entry[region] if isinstance(entry, RegionalAnswer) else entry
        if isinstance(found, Answer) and not self.answer(topic, aspect, region):
            return Gap(not_covered="a draft, or withdrawn")
        return found

    def answer(self, topic: str, aspect: str, region: Region) -> Curated | None:
        """Find the text on one aspect of a topic, or None where there is none for this region."""
        entry = self.topics[topic].answers.get(aspect)
        return _if_told(self._of_topic(topic, aspect, _written_for(entry, region), entry))

    def timeline(self, topic: str, region: Region) -> Curated | None:
        """Find what a region's visitors are told to expect of a topic, and when."""
        written_for = region if self._timeline_is_regional(topic) else "any"
        return _if_told(self._timeline(topic, written_for))

    def together(self, combination: str, region: Region) -> Curated | None:
        """Find the text of a combination, or None where there is none for this region."""
        entry = self.combinations[combination].answer
        return _if_told(self._of_combination(combination, _written_for(entry, region), entry))

    def all_answers(self) -> list[Curated]:
        """List every text that visitors may be given, each region's own one by one."""
        return [one for one in self.written() if one.told]

    def written(self) -> list[Curated]:
        """List every text that is written, drafts and withdrawn ones included."""
        found = [
            *(
                self._of_topic(topic.id, aspect, written_for, entry)
                for topic in self.topics.values()
                for aspect, entry in topic.answers.items()
                for written_for in _variants(entry)
            ),
            *(
                self._timeline(topic, written_for)
                for topic in self.topics
                for written_for in (REGIONS if self._timeline_is_regional(topic) else ("any",))
            ),
            *(
                self._of_combination(id_, written_for, one.answer)
                for id_, one in self.combinations.items()
                for written_for in _variants(one.answer)
            ),
        ]
        return [one for one in found if one]

    def _of_topic(
        self, topic: str, aspect: str, written_for: str, entry: AnswerEntry | None
    ) -> Curated | None:
        answer = _variant(entry, written_for)
        if not isinstance(answer, Answer):
            return None
        curated = Curated(
            content=f"{topic}.{aspect}",
            topic=topic,
            aspect=aspect,
            region=written_for,
            text=answer.text,
            sources=answer.sources,
            review=answer.review or self.topics[topic].review,
            evidence=self._evidence(topic),
        )
        return self._with_status(curated, answer.draft)

    def _timeline_is_regional(self, topic: str) -> bool:
        return any(one.regions != REGIONS for one in self.topics[topic].timeline)

    def _timeline(self, topic: str, written_for: str) -> Curated | None:
        milestones = [
            one
            for one in self.topics[topic].timeline
            if written_for == "any" or written_for in one.regions
        ]
        if not milestones:
            return None
        lines = (f"- *{one.when}:* {one.what}" for one in milestones)
        curated = Curated(
            content=f"{topic}.timeline",
            topic=topic,
            aspect="duration",
            region=written_for,
            text="\n".join([self.labels["timeline"].text, "", *lines]),
            sources=tuple(dict.fromkeys(id_ for one in milestones for id_ in one.sources)),
            review=self.topics[topic].review,
            evidence=self._evidence(topic),
        )
        return self._with_status(curated)

    def _of_combination(self, id_: str, written_for: str, entry: AnswerEntry) -> Curated | None:
        answer = _variant(entry, written_for)
        if not isinstance(answer, Answer):
            return None
        combination = self.combinations[id_]
        curated = Curated(
            content=f"combination.{id_}",
            topic=combination.of[0],
            aspect="combination",
            region=written_for,
            text=answer.text,
            sources=answer.sources,
            review=answer.review or combination.review,
            evidence=combination.evidence.grade if combination.evidence else None,
        )
        return self._with_status(curated, answer.draft)

    def _with_status(self, curated: Curated, draft: bool = False) -> Curated:
        """Derive what became of a text: nobody types it, so it cannot be out of date."""
        signature = self.signatures.get(curated.id)
        status: Status = "checked"
        if {curated.id, curated.content} & self.withdrawn.keys():
            status = "withdrawn"
        elif draft:
            status = "draft"
        elif signature and signature.text_hash == curated.text_hash:
            status = "clinician_reviewed"
        return replace(curated, status=status)

    def _evidence(self, topic: str) -> EvidenceGrade | None:
        treatment = self.treatments.get(topic)
        return treatment.evidence.grade if treatment else None


def disagreement_response(topic: str, disagreement: Disagreement) -> str:
    """Name the Rasa response that tells where sources differ."""
    return f"utter_{topic}.disagreement.{disagreement.id}"


def _if_told(curated: Curated | None) -> Curated | None:
    return curated if curated and curated.told else None


def _written_for(entry: AnswerEntry | None, region: Region) -> str:
    return region if isinstance(entry, RegionalAnswer) else "any"


def _variants(entry: AnswerEntry) -> tuple[str, ...]:
    return REGIONS if isinstance(entry, RegionalAnswer) else ("any",)


def _variant(entry: AnswerEntry | None, written_for: str) -> Answer | Gap | None:
    return getattr(entry, written_for) if isinstance(entry, RegionalAnswer) else entry
