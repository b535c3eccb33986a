"""Which caveats an answer demands. They follow from facts alone; no answer says them itself.

Each rule looks at one fact of a treatment, or of the given answers, and returns the caveat that
follows from it. The wordings stand in data/knowledge/caveats.yml and guidance.yml.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from thatch.knowledge import Curated, Library
from thatch.knowledge.library import disagreement_response
from thatch.knowledge.responses import caveat_response
from thatch.knowledge.schema import Treatment
from thatch.knowledge.vocabulary import Region, Regulator, RegulatoryStatus


@dataclass(frozen=True)
class Caveat:
    """A warning that must stand beside an answer."""

    id: str
    response: str
    topic: str | None = None
    """The treatment that it speaks of; none where it says the same of every treatment."""
    regulators: tuple[Regulator, ...] = ()
    """Those that it speaks of, the visitor's own first."""
    due: date | None = field(default=None)
    """When an overdue answer should have been checked."""

    @property
    def key(self) -> str:
        """Tells the same words from others: what need not be said in full twice."""
        return f"{self.response}:{self.topic}" if self.topic else self.response


Rule = Callable[[Treatment, Region, Library], Caveat | None]


def caveats_of(treatment: Treatment, region: Region, library: Library) -> list[Caveat]:
    """Derive the caveats that a treatment's facts demand.

    Args:
        treatment: what is spoken of.
        region: the visitor's, whose own regulator goes first.
        library: the knowledge.
    """
    found = (rule(treatment, region, library) for rule in RULES)
    return [caveat for caveat in found if caveat]


def caveats_of_answers(answers: Sequence[Curated], library: Library, today: date) -> list[Caveat]:
    """Derive the caveats that given answers demand, whatever they are about.

    Args:
        answers: those given in one reply.
        library: the knowledge.
        today: the day to hold review dates against.
    """
    overdue = [answer.review.due for answer in answers if answer.overdue(today)]
    return [
        *_disagreements(answers, library),
        *(
            [Caveat("overdue_review", "utter_caveat.overdue_review", due=min(overdue))]
            if overdue
            else []
        ),
    ]


def _by_status(caveat: str, status: RegulatoryStatus) -> Rule:
    """Make the rule that a regulator's status brings a caveat which names that regulator."""

    def rule(treatment: Treatment, region: Region, library: Library) -> Caveat | None:
        regulators = _own_first(
            (one for one, standing in treatment.regulators.items() if standing.status == status),
            region,
            library,
        )
        if not regulators:
            return None
        return Caveat(caveat, f"utter_caveat.{caveat}", treatment.id, regulators)

    return rule


def _injection_safety(treatment: Treatment, region: Region, library: Library) -> Caveat | None:
    if treatment.route != "injection":
        return None
    return Caveat("injection_safety", "utter_caveat.injection_safety")


def _prescription_only(treatment: Treatment, region: Region, library: Library) -> Caveat | None:
    if treatment.prescription_only is None or region not in treatment.prescription_only.regions:
        return None
    response = caveat_response("prescription_only", region, library.caveats)
    return Caveat("prescription_only", response, treatment.id)


def _insufficient_evidence(treatment: Treatment, region: Region, library: Library) -> Caveat | None:
    """A cosmetic covers hair loss and claims no more, so that no evidence is missed."""
    if treatment.route == "cosmetic" or treatment.evidence.grade not in ("insufficient", "none"):
        return None
    return Caveat("insufficient_evidence", "utter_caveat.insufficient_evidence", treatment.id)


def _pregnancy(treatment: Treatment, region: Region, library: Library) -> Caveat | None:
    if treatment.pregnancy is None:
        return None
    id_ = "pregnancy" if treatment.pregnancy.advice == "avoid" else "pregnancy_unstudied"
    return Caveat(id_, f"utter_caveat.{id_}", treatment.id)


def _own_first(
    regulators: Iterable[Regulator], region: Region, library: Library
) -> tuple[Regulator, ...]:
    order = list(library.regulators)
    return tuple(
        sorted(
            regulators,
            key=lambda one: (library.regulators[one].region != region, order.index(one)),
        )
    )


def _disagreements(answers: Sequence[Curated], library: Library) -> list[Caveat]:
    return [
        Caveat("sources_disagree", disagreement_response(topic.id, disagreement))
        for topic in {answer.topic: library.topics[answer.topic] for answer in answers}.values()
        for disagreement in topic.disagreements
        if any(
            answer.topic == topic.id and answer.aspect in disagreement.aspects for answer in answers
        )
    ]


RULES: tuple[Rule, ...] = (
    _by_status("not_approved", "not_approved"),
    _by_status("off_label", "off_label"),
    _by_status("cleared_not_approved", "cleared"),
    _by_status("device_mark", "device_marked"),
    _by_status("investigational", "investigational"),
    _injection_safety,
    _prescription_only,
    _insufficient_evidence,
    _pregnancy,
)
"""In the order in which a visitor reads them."""
