"""How often a caller may call."""

import math
import time
from http import HTTPStatus

from limits import RateLimitItem, parse
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from thatch.channel.problems import Problem
from thatch.channel.settings import Settings, rate_limits_lifted_for


class RateLimits:
    """Counts calls by address and by conversation, in memory or in a Redis that processes share."""

    def __init__(self, settings: Settings) -> None:
        self._counters = storage_from_string(settings.counters)  # the limiter does not hold it
        self._limiter = MovingWindowRateLimiter(self._counters)
        self._address = parse(settings.address)
        self._sessions = parse(settings.sessions)
        self._messages = parse(settings.messages)

    def count_call(self, address: str) -> None:
        """Count a call of any kind.

        Raises:
            Problem: 429, with how long to wait.
        """
        self._count(self._address, "call", address, address)

    def count_session(self, address: str) -> None:
        """Count a conversation that is begun; raises as `count_call`."""
        self._count(self._sessions, "session", address, address)

    def count_message(self, conversation: str, address: str) -> None:
        """Count a message of a conversation; raises as `count_call`."""
        self._count(self._messages, "message", conversation, address)

    def _count(self, limit: RateLimitItem, kind: str, who: str, address: str) -> None:
        if rate_limits_lifted_for(address) or self._limiter.hit(limit, kind, who):
            return
        reset, _ = self._limiter.get_window_stats(limit, kind, who)
        wait = max(1, math.ceil(reset - time.time()))
        raise Problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            f"No more than {limit} of this kind; try again in {wait} seconds.",
            {"Retry-After": str(wait)},
        )
