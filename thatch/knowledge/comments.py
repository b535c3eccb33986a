"""Finds text that YAML takes for a comment: of `text: rosemary # mint` only "rosemary" is left.

What an editor meant cannot be told from such a line, so comments stand on lines of their own.
"""

import re
from collections.abc import Iterator

import yaml

from thatch.knowledge.problems import Problem
from thatch.yaml_loader import SafeLoader

_SIGN_AFTER_SOMETHING = re.compile(r"^[ \t]*[^\s#].*\s#", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+(#.*)")


def comments_after_values(text: str, name: str) -> list[Problem]:
    """Find comments on lines that hold something else.

    Args:
        text: what a YAML file holds. Where it has an error, nothing is found after that.
        name: the file's name as an editor knows it.
    """
    if not _SIGN_AFTER_SOMETHING.search(text):
        return []
    return [
        Problem(
            name,
            f"line {line}",
            f"loses {comment!r}, which YAML takes for a comment; put the whole text in quotes, "
            "or the comment on a line of its own",
        )
        for line, comment in _comments(text.removeprefix("\ufeff"))
    ]


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Give the line, from 1, and the words of each comment behind what YAML reads of a line."""
    try:
        for token in yaml.scan(text, Loader=SafeLoader):
            end = token.end_mark
            is_written = end.column > 0 and end.index > token.start_mark.index
            if is_written and (comment := _COMMENT.match(text, end.index)):
                yield end.line + 1, comment[1].strip()
    except yaml.YAMLError:
        return
