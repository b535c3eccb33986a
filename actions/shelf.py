"""The knowledge, read once when the first action runs."""

from functools import cache

from thatch.knowledge import Library, load
from thatch.paths import KNOWLEDGE


@cache
def library() -> Library:
    """Give all knowledge."""
    return load(KNOWLEDGE)
