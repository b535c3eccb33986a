"""The web channel as a Rasa input channel: which call leads where, and who may make it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from http import HTTPStatus
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.exceptions import NotFound, PayloadTooLarge
from sanic.request import Request
from sanic.response import HTTPResponse, empty, html, json, text

from thatch.channel import health, transcript
from thatch.channel.calls import (
    LARGEST_BODY,
    NewFeedback,
    NewMessage,
    NewSession,
    address_of,
    allowed_origin,
    body_of,
    wants_stream,
)
from thatch.channel.conversations import NAME, Conversations, OnMessage
from thatch.channel.feedback import Feedback
from thatch.channel.limits import RateLimits
from thatch.channel.problems import Problem
from thatch.channel.settings import Settings, signing_secret
from thatch.channel.site import Site
from thatch.channel.static_files import REVALIDATED, UNCHANGING, StaticFiles
from thatch.channel.store import conversation_store
from thatch.channel.streaming import stream_reply
from thatch.channel.tokens import Session, read_token
from thatch.clinic import read_clinic
from thatch.paths import ROOT, SITE
from thatch.widget import BUILT

logger = logging.getLogger(__name__)

Handler = Callable[[Request], Coroutine[Any, Any, HTTPResponse | None]]

_FOR_ANY_WEBSITE = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
_LOADER = StaticFiles(BUILT, {**_FOR_ANY_WEBSITE, "Cache-Control": REVALIDATED})
_CHUNKS = StaticFiles(BUILT / "thatch", {**_FOR_ANY_WEBSITE, "Cache-Control": UNCHANGING})
_CALLS = "/webhooks/web"
_OUR_FAULT = "Something went wrong on our side; the same message may be sent again."
_ERASE_EVERY = 60 * 60
"""Seconds between looks for conversations past their retention period."""


class WebChannel(InputChannel):
    """Rasa's side of the channel: reads its settings and mounts its calls."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """Give the name that trackers know the channel by."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "WebChannel":
        """Read the channel's part of credentials.yml.

        Raises:
            RasaException: with every setting that is wrong.
        """
        return cls(Settings.of(credentials))

    def url_prefix(self) -> str:
        """Mount at the root: the health checks and the website lie outside of /webhooks."""
        return "/"

    def blueprint(self, on_new_message: Callable[..., Awaitable[Any]]) -> Blueprint:
        """Give the calls. Messages go to the agent directly, under a lock of the channel's own."""
        return _Calls(self._settings, signing_secret()).blueprint()


class _Calls:
    """The handlers, one for each call of the contract."""

    def __init__(self, settings: Settings, secret: str) -> None:
        self._settings = settings
        self._secret = secret
        self._limits = RateLimits(settings)
        self._clinic = read_clinic(ROOT / "clinic.yml")

    def blueprint(self) -> Blueprint:
        """Give each call its address."""
        blueprint = _Blueprint("thatch_web", self._settings, Site(SITE), self.preflight)
        calls: list[tuple[str, str, Handler]] = [
            ("GET", "/about", self.about),
            ("POST", "/sessions", self.begin),
            ("POST", "/messages", self.hear),
            ("GET", "/messages", self.messages),
            ("POST", "/feedback", self.rate),
            ("GET", "/transcript", self.transcript),
            ("DELETE", "/session", self.erase),
        ]
        for method, path, handler in calls:
            blueprint.add_route(
                self._guarded(handler), _CALLS + path, methods=[method], name=handler.__name__
            )
        blueprint.add_route(_function(self.ready), "/readyz", name="ready")
        blueprint.add_route(_alive, "/healthz", name="alive")
        blueprint.add_route(_loader, "/thatch.js", name="loader")
        blueprint.add_route(_chunk, "/thatch/<name:path>", name="chunk")
        return blueprint

    async def about(self, request: Request) -> HTTPResponse:
        """Tell what a visitor has to know before consent: who keeps what, and for how long."""
        return json(
            {
                "clinic": self._clinic.name,
                "privacy": self._clinic.privacy,
                "retention_days": self._settings.retention_days,
                "longest_text": self._settings.longest_text,
            }
        )

    async def begin(self, request: Request) -> HTTPResponse:
        """Begin a conversation: a token, and the greeting."""
        self._limits.count_session(address_of(request))
        wanted = body_of(request, NewSession)
        session = Session.new(self._settings.token_hours)
        messages = await self._conversations(request).begin(session.conversation, wanted.region)
        return json(
            {
                "token": session.token(self._secret),
                "expires": session.expires.isoformat().replace("+00:00", "Z"),
                "messages": messages,
            },
            status=HTTPStatus.CREATED,
        )

    async def hear(self, request: Request) -> HTTPResponse | None:
        """Answer a message or a choice, whole or as a stream."""
        session = self._session(request)
        self._limits.count_message(session.conversation, address_of(request))
        heard = body_of(request, NewMessage)
        conversations = self._conversations(request)

        async def reply(on_message: OnMessage | None) -> dict[str, Any]:
            place = (session.conversation, heard.id)
            if heard.choice is not None:
                answering = conversations.hear_choice(*place, heard.choice, on_message)
            else:
                answering = conversations.hear_text(*place, heard.text or "", on_message)
            # Once begun, a reply is finished and kept, also when the visitor goes offline.
            return await asyncio.shield(answering)

        if wants_stream(request):
            await stream_reply(request, reply, self._cors(request))
            return None
        return json(await reply(None))

    async def messages(self, request: Request) -> HTTPResponse:
        """Give the conversation from a message on, after a reload."""
        session = self._session(request)
        after = _whole_number(request.args.get("after", "-1"))
        messages = await self._conversations(request).messages(session.conversation, after)
        return json({"messages": messages})

    async def rate(self, request: Request) -> HTTPResponse:
        """Keep whether an answer helped."""
        session = self._session(request)
        given = body_of(request, NewFeedback)
        feedback = Feedback(given.seq, given.helpful, given.comment)
        await self._conversations(request).rate(session.conversation, feedback)
        return empty()

    async def transcript(self, request: Request) -> HTTPResponse:
        """Give the conversation as a file."""
        session = self._session(request)
        messages = await self._conversations(request).messages(session.conversation, after=-1)
        as_page = "text/html" in request.headers.get("accept", "")
        name = "conversation.html" if as_page else "conversation.txt"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        if as_page:
            return html(transcript.as_html(messages), headers=headers)
        return text(transcript.as_text(messages), headers=headers)

    async def erase(self, request: Request) -> HTTPResponse:
        """Forget the conversation; its token is dead from now on."""
        session = self._session(request)
        await self._conversations(request).erase(session.conversation)
        return empty()

    async def preflight(self, request: Request) -> HTTPResponse | None:
        """Tell a browser what another website may send."""
        if request.method != "OPTIONS" or not request.path.startswith(_CALLS):
            return None
        try:
            return empty(headers=self._cors(request))
        except Problem as problem:
            return problem.response()

    async def ready(self, request: Request) -> HTTPResponse:
        """Say whether a real message gets a real answer."""
        agent = getattr(request.app.ctx, "agent", None)
        conversations = self._conversations(request) if agent else None
        readiness = await health.check(agent, conversations)
        if readiness.ready:
            return json({"status": "ready"})
        detail = "; ".join(readiness.missing)
        return Problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, missing=readiness.missing).response()

    def _guarded(self, handler: Handler) -> Handler:
        """Let a call through to its handler: origin, rate, and problems told as such."""

        @wraps(handler)
        async def guarded(request: Request) -> HTTPResponse | None:
            headers: dict[str, str] = {}
            try:
                headers = self._cors(request)
                self._limits.count_call(address_of(request))
                response = await handler(request)
            except Problem as problem:
                response = problem.response()
            except Exception:
                logger.exception("A call of the web channel failed.")
                response = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, _OUR_FAULT).response()
            if response is not None:
                response.headers.update({"Cache-Control": "no-store", **headers})
            return response

        return guarded

    def _cors(self, request: Request) -> dict[str, str]:
        origin = allowed_origin(request, self._settings)
        if origin is None:
            return {}
        return {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
            "Access-Control-Allow-Methods": "GET, POST, DELETE",
            "Access-Control-Expose-Headers": "Retry-After",
            "Access-Control-Max-Age": "600",
            "Vary": "Origin",
        }

    def _session(self, request: Request) -> Session:
        return read_token(request.headers.get("authorization"), self._secret)

    def _conversations(self, request: Request) -> Conversations:
        return Conversations(request.app.ctx.agent, self._settings.longest_text)


class _Blueprint(Blueprint):
    """A blueprint that also sets what Sanic has for a whole application alone."""

    def __init__(self, name: str, settings: Settings, site: Site, preflight: Handler) -> None:
        """Make a blueprint.

        Args:
            name: its name within Sanic.
            settings: the channel's.
            site: what lies at the root. It answers before Rasa, which has a greeting of its own.
            preflight: answers a browser's preflight before Rasa, whose CORS answers every one.
        """
        super().__init__(name)
        self.ctx.settings = settings
        self.ctx.site = site
        self.ctx.before_rasa = [site.respond, preflight]

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Mount the calls, the website at the root and the hourly erasing."""
        super().register(app, options)  # type: ignore[no-untyped-call]
        app.config.REQUEST_MAX_SIZE = LARGEST_BODY
        app.config.PROXIES_COUNT = self.ctx.settings.proxies
        app.error_handler.add(PayloadTooLarge, _too_large)
        app.error_handler.add(NotFound, self.ctx.site.not_found)
        app.register_listener(self._started, "after_server_start")

    async def _started(self, app: Sanic, _: Any) -> None:
        app.request_middleware.extendleft(self.ctx.before_rasa)  # its CORS comes first until now
        app.add_task(self._erase_old_conversations(app))

    async def _erase_old_conversations(self, app: Sanic) -> None:
        retention = self.ctx.settings.retention_days * 24 * 60 * 60
        while True:
            conversation_store(app.ctx.agent.tracker_store).erase_older_than(
                time.time() - retention
            )
            await asyncio.sleep(_ERASE_EVERY)


def _function(method: Handler) -> Handler:
    """Make a handler that Sanic can mark as belonging to a blueprint, as it cannot a method."""

    @wraps(method)
    async def function(request: Request) -> HTTPResponse | None:
        return await method(request)

    return function


async def _alive(request: Request) -> HTTPResponse:
    """Say that the process lives."""
    return json({"status": "alive"})


async def _loader(request: Request) -> HTTPResponse:
    """Give the script that websites embed."""
    return _LOADER.response(request, "thatch.js") or empty(HTTPStatus.NOT_FOUND)


async def _chunk(request: Request, name: str) -> HTTPResponse:
    """Give what the loader loads."""
    return _CHUNKS.response(request, name) or empty(HTTPStatus.NOT_FOUND)


def _too_large(request: Request, error: PayloadTooLarge) -> HTTPResponse:
    detail = f"A body holds {LARGEST_BODY} bytes at most."
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail).response()


def _whole_number(typed: str) -> int:
    try:
        return int(typed)
    except ValueError as error:
        detail = f"after={typed} is no number; give the seq of the last message you have."
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail) from error
