"""Replies that the real assistant does not give: hostile, faulty, or of a kind to come."""

import json
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Route

from tests.web.visitor import Visitor

Message = dict[str, Any]
MESSAGES = "**/webhooks/web/messages"


def message(seq: int, text: str, part: str = "answer", **more: Any) -> Message:
    told = {"seq": seq, "from": "assistant", "time": "2026-11-22T10:00:00Z", "text": text}
    return {**told, "part": part, **more}


def answer_with(visitor: Visitor, messages: Sequence[Message]) -> None:
    """Let whatever the visitor says next be answered with these messages."""
    told = [("typing", {}), *(("message", one) for one in messages), ("done", {})]
    body = "".join(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in told)
    headers = cors(visitor)
    visitor.page.route(
        MESSAGES,
        lambda route: route.fulfill(body=body, content_type="text/event-stream", headers=headers),
    )


def fail_once(visitor: Visitor, status: int, detail: str, **headers: str) -> None:
    """Let the next call to say something fail, and those after it reach the real assistant."""
    failed: list[int] = []
    allowed = {**cors(visitor), "Access-Control-Expose-Headers": "Retry-After", **headers}

    def fail(route: Route) -> None:
        if failed:
            route.continue_()
            return
        failed.append(status)
        problem = json.dumps({"status": status, "detail": detail})
        kind = "application/problem+json"
        route.fulfill(status=status, body=problem, content_type=kind, headers=allowed)

    visitor.page.route(MESSAGES, fail)


def cors(visitor: Visitor) -> dict[str, str]:
    origin: str = visitor.page.evaluate("origin")
    return {"Access-Control-Allow-Origin": origin}
