"""How Rasa calls the action server: with a deadline, and without work that is the same each time.

Rasa 3.6.21 waits 300 s for an action and has no setting for it; and it compiles the JSON schema of
the answer anew at each call, which takes 13 to 20 ms. It is the last release, so what is changed
here stays as it is; another version is refused.
"""

from functools import cache
from typing import Any

import rasa
from jsonschema import Draft202012Validator
from rasa.core.actions import action
from rasa.shared.exceptions import RasaException

_KNOWN_VERSION = "3.6.21"
DEADLINE = 2
"""Seconds after which an action counts as failed."""


def set_deadline() -> None:
    """Give each call of an action `DEADLINE` seconds, and check its result by a compiled schema.

    Raises:
        RasaException: this is another version of Rasa than the one that this was written for.
    """
    if rasa.__version__ != _KNOWN_VERSION:
        raise RasaException(
            f"Rasa {rasa.__version__} is installed, but thatch/dialogue/action_calls.py was "
            f"written for {_KNOWN_VERSION}; install that, or check it against the new version"
        )
    setattr(action, "DEFAULT_REQUEST_TIMEOUT", DEADLINE)  # noqa: B010 (not exported, says mypy)
    setattr(action.RemoteAction, "_validate_action_result", _validate)  # noqa: B010


def _validate(self: action.RemoteAction, result: dict[str, Any]) -> bool:
    _validator().validate(result)
    return True


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(action.RemoteAction.action_response_format_spec())
