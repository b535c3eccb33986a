"""Conversations are kept, and forgotten when they must be."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from thatch.channel.feedback import Feedback
from thatch.channel.store import ConversationStore, conversation_store

DAY = 24 * 60 * 60


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    kept = ConversationStore(domain=Domain.empty(), db=str(tmp_path / "new" / "conversations.db"))
    yield kept
    kept.engine.dispose()


async def say(store: ConversationStore, conversation: str, text: str, days_ago: float = 0) -> None:
    tracker = await store.get_or_create_tracker(conversation, append_action_listen=False)
    tracker.update(UserUttered(text, timestamp=time.time() - days_ago * DAY))
    await store.save(tracker)


async def heard(store: ConversationStore, conversation: str) -> DialogueStateTracker | None:
    return await store.retrieve_full_tracker(conversation)


async def test_sqlite_runs_in_wal_mode(store: ConversationStore) -> None:
    await say(store, "a", "hello")
    with closing(sqlite3.connect(str(store.engine.url.database))) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_an_erased_conversation_is_gone_and_no_other(store: ConversationStore) -> None:
    await say(store, "a", "hello")
    await say(store, "b", "hello")
    store.erase("a")
    assert await heard(store, "a") is None
    assert await heard(store, "b") is not None


async def test_what_was_silent_for_long_is_erased(store: ConversationStore) -> None:
    await say(store, "old", "hello", days_ago=31)
    await say(store, "resumed", "hello", days_ago=31)
    await say(store, "resumed", "still there?", days_ago=1)
    await say(store, "new", "hello")
    assert store.erase_older_than(time.time() - 30 * DAY) == 1
    assert await heard(store, "old") is None
    assert await heard(store, "resumed") is not None
    assert await heard(store, "new") is not None


def test_a_store_that_cannot_forget_is_refused(store: ConversationStore) -> None:
    assert conversation_store(FailSafeTrackerStore(store)) is store
    with pytest.raises(TypeError, match="InMemoryTrackerStore cannot erase conversations"):
        conversation_store(FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty())))


async def test_feedback_goes_with_its_conversation(store: ConversationStore) -> None:
    for conversation in ("old", "new"):
        await say(store, conversation, "hello", days_ago=31 if conversation == "old" else 0)
        store.feedback.keep(conversation, Feedback(2, helpful=True))
        store.feedback.keep(conversation, Feedback(2, helpful=False, comment="no"))
        store.feedback.keep(conversation, Feedback(5, helpful=True))
    assert store.feedback.of("old") == store.feedback.of("new") == {2: False, 5: True}
    store.erase_older_than(time.time() - 30 * DAY)
    assert store.feedback.of("old") == {}
    assert store.feedback.of("new") == {2: False, 5: True}
