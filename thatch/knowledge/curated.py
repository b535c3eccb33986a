"""One written text as it is given to a visitor."""

import hashlib
from dataclasses import dataclass
from datetime import date

from thatch.knowledge.schema import Review
from thatch.knowledge.vocabulary import EvidenceGrade, Status


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
    status: Status = "checked"

    @property
    def id(self) -> str:
        """Its id with its region, where it is written for one: "mesotherapy.approval.uk"."""
        return self.content + ("" if self.region == "any" else f".{self.region}")

    @property
    def response(self) -> str:
        """The name of its Rasa response."""
        return f"utter_{self.id}"

    @property
    def text_hash(self) -> str:
        """What tells one wording from another, however its lines are broken."""
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()

    @property
    def told(self) -> bool:
        """Say whether visitors are given it."""
        return self.status in ("checked", "clinician_reviewed")

    def overdue(self, today: date) -> bool:
        """Say whether it should have been checked again before `today`."""
        return self.review.due < today
