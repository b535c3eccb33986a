"""Session tokens: minted here, signed, expiring, each naming one conversation."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import jwt

from thatch.channel.problems import Problem

_ALGORITHM = "HS256"
_AUDIENCE = "thatch-web"


@dataclass(frozen=True)
class Session:
    """What a token says."""

    conversation: str
    expires: datetime

    @classmethod
    def new(cls, hours: int) -> "Session":
        """Begin a session with a conversation id that nobody can guess."""
        expires = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=hours)
        return cls(uuid.uuid4().hex, expires)

    def token(self, secret: str) -> str:
        """Sign the session."""
        claims = {"sub": self.conversation, "exp": self.expires, "aud": _AUDIENCE}
        return jwt.encode(claims, secret, algorithm=_ALGORITHM)


def read_token(authorization: str | None, secret: str) -> Session:
    """Read the token of an Authorization header.

    Raises:
        Problem: 401 where there is none, or it is forged or expired.
    """
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise _unauthorised("Send the token of the session as `Authorization: Bearer <token>`.")
    try:
        claims = jwt.decode(token, secret, algorithms=[_ALGORITHM], audience=_AUDIENCE)
    except jwt.ExpiredSignatureError as error:
        raise _unauthorised("The session has expired; begin a new one.") from error
    except jwt.InvalidTokenError as error:
        raise _unauthorised("The token is not valid; begin a new session.") from error
    return Session(claims["sub"], datetime.fromtimestamp(claims["exp"], UTC))


def session_is_gone() -> Problem:
    """Describe the use of a token whose conversation has been erased."""
    return _unauthorised("The conversation has been erased; begin a new session.")


def _unauthorised(detail: str) -> Problem:
    return Problem(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": "Bearer"})
