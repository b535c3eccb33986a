"""What a clinic pastes into its website: the one tag, and what its policy has to allow."""

import base64
import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from thatch.channel.settings import Settings

CHANNEL = "thatch.channel.web.WebChannel"
"""The channel's name in credentials.yml."""
_LOCAL = ("localhost", "127.0.0.1", "[::1]")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LOCALE = re.compile(r"[a-z]{2}-[A-Z]{2}")


class EmbedError(Exception):
    """The assistant cannot be embedded so; says why and what to do."""


@dataclass(frozen=True)
class Tag:
    """The script tag. `settings` are its data attributes; those without a value are left out."""

    origin: str
    integrity: str
    settings: Mapping[str, str | None]

    def __str__(self) -> str:
        attributes = {
            "src": f"{self.origin}/thatch.js",
            "integrity": self.integrity,
            "crossorigin": "anonymous",
            **{f"data-{name}": value for name, value in self.settings.items() if value},
        }
        written = (f'{name}="{html.escape(value)}"' for name, value in attributes.items())
        lines = "\n  ".join(written)
        return f"<script async {lines}></script>"


def origin(address: str) -> str:
    """Read the address of a website or server.

    Returns:
        Its origin: scheme, host, and a port that is not the scheme's own.

    Raises:
        EmbedError: it is no address, holds more than an origin, or is not encrypted.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise EmbedError(f"{address}: {error}; write it as https://clinic.example") from error
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    if parts.scheme not in ("http", "https") or not host:
        raise EmbedError(
            f"{address}: is no address of a website, write it as https://clinic.example"
        )
    if parts.username or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise EmbedError(
            f"{address}: holds more than the host, write {parts.scheme}://{host} alone"
        )
    if parts.scheme == "http" and host not in _LOCAL:
        raise EmbedError(f"{address}: is not encrypted, write https://{host}")
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def colour(text: str) -> str:
    """Read a colour; raises EmbedError where it is not written as #1d5c4f."""
    if not _COLOUR.fullmatch(text):
        raise EmbedError(f"--colour {text}: write a colour as six digits, such as #1d5c4f")
    return text.lower()


def locale(text: str) -> str:
    """Read a locale; raises EmbedError where it is not written as en-GB."""
    if not _LOCALE.fullmatch(text):
        raise EmbedError(f"--locale {text}: write a language and a country, such as en-GB")
    return text


def integrity(script: Path) -> str:
    """Give the hash by which a browser knows that a script is the one that was embedded."""
    digest = hashlib.sha384(script.read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


def policy(website: str, server: str) -> Sequence[str]:
    """Give the directives that the website's Content-Security-Policy needs for the assistant."""
    source = "'self'" if website == server else server
    return [f"script-src {source}", f"connect-src {source}"]


def missing_origin(website: str, server: str, credentials: Path) -> str | None:
    """Say what is to be added to credentials.yml so that the website may use the assistant.

    Args:
        website: its origin.
        server: the origin of the assistant, whose own pages always may.
        credentials: the file.

    Raises:
        RasaException: the file's settings are wrong.
    """
    channel = yaml.safe_load(credentials.read_text(encoding="utf-8"))[CHANNEL]
    listed = Settings.of(channel).origins
    if website in (server, *listed):
        return None
    return (
        f"{credentials.name}: {CHANNEL}: origins: {website} is not listed, and its visitors would "
        f"be refused; write\n\n{CHANNEL}:\n  origins: [{', '.join([*listed, website])}]"
    )
