"""Whether answers helped, as visitors said: kept beside their conversation, and erased with it."""

import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

_TABLE = sa.Table(
    "feedback",
    SQLTrackerStore.Base.metadata,  # Rasa makes the table together with its own
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("helpful", sa.Boolean, nullable=False),
    sa.Column("comment", sa.Text),
    sa.Column("timestamp", sa.Float, nullable=False),
)


@dataclass(frozen=True)
class Feedback:
    """What a visitor says of one of the assistant's messages."""

    seq: int
    helpful: bool
    comment: str | None = None


class FeedbackTable:
    """The table `feedback` of the database that keeps the conversations."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def keep(self, conversation: str, feedback: Feedback) -> None:
        """Keep feedback on a message, in place of any before."""
        with self._engine.begin() as connection:
            connection.execute(
                sa.delete(_TABLE).where(_of(conversation), _TABLE.c.seq == feedback.seq)
            )
            connection.execute(
                sa.insert(_TABLE).values(
                    sender_id=conversation,
                    seq=feedback.seq,
                    helpful=feedback.helpful,
                    comment=feedback.comment,
                    timestamp=time.time(),
                )
            )

    def of(self, conversation: str) -> dict[int, bool]:
        """Tell which messages of a conversation helped, by their number."""
        rated = sa.select([_TABLE.c.seq, _TABLE.c.helpful]).where(_of(conversation))
        with self._engine.begin() as connection:
            return {row.seq: row.helpful for row in connection.execute(rated)}

    def erase(self, conversation: str) -> None:
        """Forget all feedback in a conversation."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_TABLE).where(_of(conversation)))


def _of(conversation: str) -> Any:
    return _TABLE.c.sender_id == conversation
