"""The buttons under an answer: what visitors tend to ask next and have not been told yet."""

import json
from collections.abc import Sequence

from actions.memory import Memory
from thatch.knowledge import Curated, Library

_MOST = 3
Button = dict[str, str]


def follow_ups(given: Sequence[Curated], memory: Memory, library: Library) -> list[Button]:
    """Choose up to three questions about what was just answered.

    Args:
        given: the answers of this reply.
        memory: holds all answers of the conversation.
        library: says what tends to be asked after what.
    """
    ranked = [
        (rank, answer.topic, aspect)
        for answer in given
        for rank, aspect in enumerate(library.aspects[answer.aspect].next)
        if _is_news(answer.topic, aspect, memory, library)
    ]
    best = [(topic, aspect) for _, topic, aspect in sorted(ranked, key=lambda one: one[0])]
    chosen = list(dict.fromkeys(best))[:_MOST]
    return [_button(topic, aspect, chosen, library) for topic, aspect in chosen]


def topic_button(topic: str, aspect: str, title: str) -> Button:
    """Make a button that asks one thing about one topic."""
    return {"title": title, "payload": f"/{aspect}{json.dumps({'topic': topic})}"}


def _is_news(topic: str, aspect: str, memory: Memory, library: Library) -> bool:
    answer = library.answer(topic, aspect, memory.region)
    return answer is not None and answer.content not in memory.answers_given


def _button(topic: str, aspect: str, chosen: Sequence[tuple[str, str]], library: Library) -> Button:
    title = library.aspects[aspect].button
    if len({other for other, _ in chosen}) > 1:
        title = f"{title} ({library.name_of(topic)})"
    return topic_button(topic, aspect, title)
