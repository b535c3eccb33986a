"""What a clinic may set for the web channel, in credentials.yml and the environment."""

import ipaddress
import os
import secrets
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from rasa.shared.exceptions import RasaException

from thatch.paths import STATE

_KEY_FILE = "secret"


class Settings(BaseModel):
    """The settings of credentials.yml, with defaults that suit a small clinic."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    origins: tuple[str, ...] = ()
    """Websites other than the assistant's own that may embed it, such as https://clinic.example."""
    token_hours: int = Field(default=24, gt=0)
    """How long a visitor can go on with a conversation."""
    retention_days: int = Field(default=30, gt=0)
    """After how many days of silence a conversation is erased."""
    longest_text: int = Field(default=1000, gt=0)
    """Characters of a message that is still answered."""
    messages: str = "30/minute"
    """Messages that one conversation may send."""
    sessions: str = "60/hour"
    """Conversations that one address may begin."""
    address: str = "120/minute"
    """Calls of any kind that one address may make."""
    counters: str = "memory://"
    """Where calls are counted: several processes need a Redis, redis://..."""
    proxies: int = Field(default=0, ge=0)
    """Reverse proxies in front, each of which adds to X-Forwarded-For."""

    @classmethod
    def of(cls, credentials: dict[str, Any] | None) -> "Settings":
        """Read the channel's part of credentials.yml.

        Raises:
            RasaException: with every setting that is wrong.
        """
        try:
            return cls(**(credentials or {}))
        except ValidationError as error:
            faults = (
                f"credentials.yml: {'.'.join(map(str, fault['loc']))}: {fault['msg']}"
                for fault in error.errors()
            )
            raise RasaException("\n".join(faults)) from error


def signing_secret() -> str:
    """Give the key that session tokens are signed with.

    It is THATCH_SECRET of the environment; several processes must share one. Without it, it is made
    once and kept where only the owner can read it.
    """
    if secret := os.environ.get("THATCH_SECRET"):
        return secret
    path = STATE / _KEY_FILE
    if not path.exists():
        _write_for_owner_only(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8")


def rate_limits_lifted_for(address: str) -> bool:
    """Say whether THATCH_RATE_LIMIT=off holds for a caller: on the machine itself alone."""
    return (
        os.environ.get("THATCH_RATE_LIMIT") == "off" and ipaddress.ip_address(address).is_loopback
    )


def _write_for_owner_only(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
