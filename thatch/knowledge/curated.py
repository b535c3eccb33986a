"""One written text as it is given to a visitor."""

from dataclasses import dataclass
from datetime import date

from thatch.knowledge.schema import Review
from thatch.knowledge.vocabulary import EvidenceGrade


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
    evidence: EvidenceGrade | None = None

    @property
    def response(self) -> str:
        """The name of its Rasa response."""
        return f"utter_{self.content}" + ("" if self.region == "any" else f".{self.region}")

    def overdue(self, today: date) -> bool:
        """Say whether it should have been checked again before `today`."""
        return self.review.due < today
