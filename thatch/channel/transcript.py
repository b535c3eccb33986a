"""A conversation as a file to keep."""

import html
from collections.abc import Iterable

from thatch.channel.replies import Message
from thatch.knowledge.text import LINK

_SPEAKERS = {"visitor": "You", "assistant": "Assistant", "clinic": "Clinic"}
_PAGE = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Your conversation</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif }}
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem }}
dt {{ font-weight: 600; margin-top: 1rem }} dt small {{ font-weight: 400 }}
dd {{ margin: 0; white-space: pre-line; overflow-wrap: anywhere }}
</style>
<h1>Your conversation</h1>
<dl>
{entries}
</dl>
"""


def as_text(messages: Iterable[Message]) -> str:
    """Write a conversation as plain text, links written out."""
    return "\n\n".join(
        f"{_SPEAKERS[one['from']]} ({one['time']}):\n{_plain(one['text'])}" for one in messages
    )


def as_html(messages: Iterable[Message]) -> str:
    """Write a conversation as a page that needs nothing else to be read."""
    return _PAGE.format(
        entries="\n".join(
            f"<dt>{_SPEAKERS[one['from']]} <small>{one['time']}</small></dt>"
            f"<dd>{html.escape(_plain(one['text']))}</dd>"
            for one in messages
        )
    )


def _plain(text: str) -> str:
    return LINK.sub(lambda link: f"{link['title']} ({link['uri']})", text).replace("*", "")
