"""Where conversations are kept: Rasa's SQL tracker store, which can also forget."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore, TrackerStore

from thatch.channel.feedback import FeedbackTable


class ConversationStore(SQLTrackerStore):
    """Keeps conversations in any SQL database; SQLite, the default, needs no server.

    SQLite runs in WAL mode: readers do not wait for a writer, and a commit waits for no disk.
    """

    def __init__(self, dialect: str = "sqlite", db: str = "rasa.db", **kwargs: Any) -> None:
        if dialect == "sqlite":
            Path(db).parent.mkdir(parents=True, exist_ok=True)
        super().__init__(dialect=dialect, db=db, **kwargs)
        if dialect == "sqlite":
            sa.event.listen(self.engine, "connect", _use_wal)
            self.engine.dispose()  # the connection that made the tables came before
        self.feedback = FeedbackTable(self.engine)

    def erase(self, conversation: str) -> None:
        """Forget a conversation, and the feedback in it.

        Args:
            conversation: its id, Rasa's sender id.
        """
        self.feedback.erase(conversation)
        self._delete(self.SQLEvent.sender_id == conversation)

    def erase_older_than(self, timestamp: float) -> int:
        """Forget the conversations in which nothing has been said since a time.

        Args:
            timestamp: seconds since 1970.

        Returns:
            How many were forgotten.
        """
        with self.session_scope() as session:
            quiet = (
                session.query(self.SQLEvent.sender_id)
                .group_by(self.SQLEvent.sender_id)
                .having(sa.func.max(self.SQLEvent.timestamp) < timestamp)
                .all()
            )
        for (conversation,) in quiet:
            self.erase(conversation)
        return len(quiet)

    def _delete(self, condition: Any) -> None:
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter(condition).delete(synchronize_session=False)
            session.commit()


def conversation_store(store: TrackerStore) -> ConversationStore:
    """Unwrap the store that Rasa wraps for failures.

    Raises:
        TypeError: endpoints.yml names a store that cannot forget.
    """
    inner = store._tracker_store if isinstance(store, FailSafeTrackerStore) else store
    if not isinstance(inner, ConversationStore):
        raise TypeError(
            f"endpoints.yml: tracker_store: {type(inner).__name__} cannot erase conversations; "
            "name thatch.channel.store.ConversationStore as its type"
        )
    return inner


def _use_wal(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")
