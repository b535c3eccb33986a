"""Rate limits, on an assistant of their own that has them."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.system.conftest import Assistant


@pytest.fixture
def limited(_trained: None, tmp_path: Path) -> Iterator[Assistant]:
    running = Assistant.start(tmp_path)
    yield running
    running.stop()


def test_too_many_calls_are_told_how_long_to_wait(limited: Assistant) -> None:
    with httpx.Client(base_url=f"{limited.address}/webhooks/web") as caller:
        responses = [caller.post("/sessions", json={}) for _ in range(130)]
    first = next(one for one in responses if one.status_code == httpx.codes.TOO_MANY_REQUESTS)
    assert responses.index(first) >= 50, "a clinic's visitors are not turned away"
    assert 1 <= int(first.headers["retry-after"]) <= 3600
    assert first.headers["content-type"] == "application/problem+json"
