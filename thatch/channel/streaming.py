"""A reply as an event stream: `typing`, a `message` for each, then `done` with the answer."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from sanic.request import Request

from thatch.channel.problems import Problem
from thatch.channel.replies import Message

Hear = Callable[[Callable[[Message], Awaitable[None]]], Awaitable[dict[str, Any]]]


async def stream_reply(request: Request, hear: Hear, headers: dict[str, str]) -> None:
    """Send a reply piece by piece.

    Args:
        request: the call to respond to.
        hear: answers the message and calls back with each message of the reply.
        headers: more response headers.
    """
    response = await request.respond(
        content_type="text/event-stream",
        headers={**headers, "Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )
    await response.send(_event("typing", {}))
    try:
        reply = await hear(lambda message: response.send(_event("message", message)))
        await response.send(_event("done", reply["answer"]))
    except Problem as problem:
        told = {"status": problem.status.value, "detail": problem.detail}
        await response.send(_event("error", told))
    await response.eof()


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
