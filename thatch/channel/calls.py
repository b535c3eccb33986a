"""What callers send, checked: bodies, headers and origins."""

import json
from http import HTTPStatus
from typing import Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sanic.request import Request

from thatch.channel.problems import Problem
from thatch.channel.settings import Settings
from thatch.knowledge.vocabulary import Region

B = TypeVar("B", bound=BaseModel)

LARGEST_BODY = 8 * 1024
"""Bytes."""


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class NewSession(_Body):
    """The body of a call that begins a conversation."""

    consent: Literal[True]
    region: Region = "uk"
    locale: str = "en-GB"


class NewMessage(_Body):
    """The body of a call that says something: a text, or the button that was chosen."""

    id: str
    text: str | None = None
    choice: str | None = None

    @model_validator(mode="after")
    def _has_an_id_and_one_thing_to_say(self) -> "NewMessage":
        UUID(self.id)
        if (self.text is None) == (self.choice is None):
            raise ValueError("send either text or choice")
        return self


class NewFeedback(_Body):
    """The body of a call that says whether an answer helped."""

    seq: int = Field(ge=0)
    helpful: bool
    comment: str | None = Field(default=None, max_length=1000)


def body_of(request: Request, model: type[B]) -> B:
    """Read a JSON body.

    Raises:
        Problem: 400 where it is no JSON, 422 where fields are wrong, naming each.
    """
    try:
        data = json.loads(request.body)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"The body is no JSON: {error}.") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = [
            {"field": ".".join(map(str, fault["loc"])) or "(body)", "fault": fault["msg"]}
            for fault in error.errors()
        ]
        detail = "; ".join(f"{fault['field']}: {fault['fault']}" for fault in faults)
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, faults=faults) from error


def address_of(request: Request) -> str:
    """Give the address of the caller, as the reverse proxies in front tell it if there are any."""
    return str(request.remote_addr or request.ip)


def allowed_origin(request: Request, settings: Settings) -> str | None:
    """Give the website that a browser calls from, or None where it is the assistant's own.

    Raises:
        Problem: 403 where the website is not on the clinic's list.
    """
    origin = request.headers.get("origin")
    if origin is None or origin.partition("://")[2] == request.host:
        return None
    if origin not in settings.origins:
        raise Problem(
            HTTPStatus.FORBIDDEN,
            f"{origin} may not use this assistant; the clinic lists its websites as `origins`.",
        )
    return str(origin)


def wants_stream(request: Request) -> bool:
    """Say whether the caller wants a reply as it comes rather than whole."""
    return "text/event-stream" in request.headers.get("accept", "")
