"""Whatever is written, the pipeline makes something of it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE

from tests.system.strange_texts import generated, invented_words, mistyped_messages
from thatch.training import MODEL

pytestmark = [
    # Rasa tells at every load of a model what it has removed,
    pytest.mark.filterwarnings("ignore:Slot auto-fill has been removed"),
    # and of a text such as "/inform{" that it takes it for a text.
    pytest.mark.filterwarnings("ignore:Failed to parse arguments"),
]

Understand = Callable[[Sequence[str]], list[dict[str, Any]]]

AT_ONCE = 200
"""Texts that share one run of the pipeline, which is much faster than a run for each."""


@pytest.fixture(scope="module")
def understand(_trained: None) -> Understand:
    """Sends texts through the whole pipeline, and gives the foremost intent of each."""
    processor = Agent.load(MODEL).processor
    assert processor is not None
    runner, target = processor.graph_runner, processor.model_metadata.nlu_target

    def understand(texts: Sequence[str]) -> list[dict[str, Any]]:
        inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text) for text in texts]}
        messages = runner.run(inputs=inputs, targets=[target])[target]
        return [message.get("intent") for message in messages]

    return understand


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(invented_words(500), id="invented words"),
        pytest.param(mistyped_messages(), id="mistyped messages"),
        pytest.param(generated(10_000), id="generated"),
    ],
)
def test_every_text_has_an_intent(texts: Iterable[str], understand: Understand) -> None:
    remaining = iter(texts)
    while some := list(islice(remaining, AT_ONCE)):
        for text, intent in zip(some, _intents(some, understand), strict=True):
            assert intent["name"], text
            assert 0 <= intent["confidence"] <= 1, text


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b\u200b", "\ufeff", "\ud800", "<b></b>"])
def test_nothing_is_asked_where_nothing_is_left(text: str, understand: Understand) -> None:
    assert understand([text])[0]["name"] == "nlu_fallback"


def _intents(texts: Sequence[str], understand: Understand) -> list[dict[str, Any]]:
    """Understand texts, and name the one that cannot be."""
    try:
        return understand(texts)
    except Exception as error:
        if len(texts) == 1:
            error.add_note(f"The text was {texts[0]!r}")
            raise
        return [_intents([text], understand)[0] for text in texts]
