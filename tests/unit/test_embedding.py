"""`thatch embed`: the tag as a browser reads it, and clear words where it would not work."""

import base64
import hashlib
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from thatch import embedding
from thatch.embedding import CHANNEL, EmbedError, Tag
from thatch.paths import ROOT
from thatch.widget import BUILT

HOSTILE = "\"></script><script>alert('1')</script>&amp;"


class Scripts(HTMLParser):
    """The script tags of a page, with their attributes as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append(dict(attrs))


def test_the_tag_keeps_hostile_settings_within_their_attribute() -> None:
    tag = Tag("https://ask.example", "sha384-x", {"title": HOSTILE, "region": "uk", "colour": None})
    (script,) = Scripts(str(tag)).found
    assert script == {
        "async": None,
        "src": "https://ask.example/thatch.js",
        "integrity": "sha384-x",
        "crossorigin": "anonymous",
        "data-title": HOSTILE,
        "data-region": "uk",
    }


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://clinic.example", "https://clinic.example"),
        ("https://Clinic.Example/", "https://clinic.example"),
        ("https://clinic.example:443", "https://clinic.example"),
        ("https://clinic.example:8443", "https://clinic.example:8443"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_address_is_read_as_its_origin(address: str, origin: str) -> None:
    assert embedding.origin(address) == origin


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("clinic.example", "is no address of a website, write it as https://clinic.example"),
        ("ftp://clinic.example", "is no address of a website"),
        ("https://", "is no address of a website"),
        ("", "is no address of a website"),
        ("https://clinic.example:port", "write it as https://clinic.example"),
        ("https://clinic.example/hair", "write https://clinic.example alone"),
        ("https://clinic.example?a=1", "write https://clinic.example alone"),
        ("https://me@clinic.example", "write https://clinic.example alone"),
        ("http://clinic.example", "is not encrypted, write https://clinic.example"),
    ],
)
def test_a_faulty_address_says_what_would_be_right(address: str, fault: str) -> None:
    with pytest.raises(EmbedError) as raised:
        embedding.origin(address)
    assert str(raised.value).startswith(f"{address}: ")
    assert fault in str(raised.value)


def test_the_hash_is_the_one_that_browsers_compute(tmp_path: Path) -> None:
    script = tmp_path / "thatch.js"
    script.write_bytes(b"console.log(1)\n")
    digest = base64.b64encode(hashlib.sha384(b"console.log(1)\n").digest()).decode()
    assert embedding.integrity(script) == f"sha384-{digest}"


def test_a_website_that_is_not_listed_is_told_what_to_add(tmp_path: Path) -> None:
    credentials = tmp_path / "credentials.yml"
    credentials.write_text(f"{CHANNEL}:\n  origins: [https://a.example]\n", encoding="utf-8")
    server = "https://ask.example"
    assert embedding.missing_origin("https://a.example", server, credentials) is None
    assert embedding.missing_origin(server, server, credentials) is None
    missing = embedding.missing_origin("https://b.example", server, credentials)
    assert missing is not None
    addition = missing.partition("\n\n")[2]
    credentials.write_text(addition, encoding="utf-8")
    for website in ("https://a.example", "https://b.example"):
        assert embedding.missing_origin(website, server, credentials) is None


def test_the_channel_is_named_as_in_the_projects_own_file() -> None:
    assert f"\n{CHANNEL}:" in (ROOT / "credentials.yml").read_text(encoding="utf-8")


def embed(state: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thatch", "embed", *arguments],
        cwd=ROOT,
        env={**os.environ, "THATCH_STATE": str(state), "COLUMNS": "60"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_command_prints_the_tag_and_the_policy(tmp_path: Path) -> None:
    same = "https://clinic.example"
    run = embed(tmp_path, same, "--origin", same, "--title", HOSTILE, "--position", "start")
    assert run.returncode == 0, run.stdout + run.stderr
    (script,) = Scripts(run.stdout).found
    assert script["integrity"] == embedding.integrity(BUILT / "thatch.js")
    assert script["data-title"] == HOSTILE
    assert script["data-position"] == "start"
    assert script["data-privacy-url"] == "https://fernhill.example/privacy"
    assert "\nscript-src 'self';\nconnect-src 'self';\n" in run.stdout


def test_the_command_fails_for_a_website_that_would_be_refused(tmp_path: Path) -> None:
    run = embed(tmp_path, "https://clinic.example", "--origin", "https://ask.clinic.example")
    assert run.returncode == 1
    assert len(Scripts(run.stdout).found) == 1, "the tag is of use once the website is listed"
    assert "\nscript-src https://ask.clinic.example;\n" in run.stdout
    assert run.stdout.endswith(f"{CHANNEL}:\n  origins: [https://clinic.example]\n")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--colour", "green"], "--colour green: write a colour as six digits, such as #1d5c4f"),
        (["--colour", "#12345"], "--colour #12345: write a colour as six digits"),
        (["--locale", "english"], "--locale english: write a language and a country"),
    ],
)
def test_a_faulty_option_is_said_in_one_line(
    tmp_path: Path, arguments: list[str], fault: str
) -> None:
    website = "https://clinic.example"
    run = embed(tmp_path, website, "--origin", website, *arguments)
    assert run.returncode == 1
    assert run.stdout.startswith(fault)
    assert len(run.stdout.splitlines()) == 1
