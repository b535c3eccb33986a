"""The buttons under an answer: what may have been meant as well, and what is usually asked next."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from actions.hearing import Asked
from actions.memory import Memory
from thatch.knowledge import Curated, Library

_MOST = 3
_MOST_READINGS = 2
_MAY_BE_MEANT = 0.05
"""How likely something must be for a button. On benchmarks/understanding half of what was asked and
not heard is so, and nearly half of what is offered was asked or would have been fine."""
Button = dict[str, str]


def follow_ups(
    given: Sequence[Curated], likeliest: Sequence[Asked], memory: Memory, library: Library
) -> list[Button]:
    """Choose up to three questions about what was just answered, none of them answered before.

    What the message may have asked as well comes first, so that who was misheard need not say it
    again.

    Args:
        given: the answers of this reply.
        likeliest: all that the message may have asked, the likeliest first.
        memory: holds all answers of the conversation.
        library: says what tends to be asked after what.
    """
    readings = islice(_other_readings(given, likeliest, memory, library), _MOST_READINGS)
    usual = _usually_next(given, memory, library)
    chosen = list(dict.fromkeys([*readings, *usual]))[:_MOST]
    return [_button(topic, aspect, chosen, library) for topic, aspect in chosen]


def topic_button(topic: str, aspect: str, title: str) -> Button:
    """Make a button that asks one thing about one topic."""
    return {"title": title, "payload": f"/{aspect}{json.dumps({'topic': topic})}"}


def _other_readings(
    given: Sequence[Curated], likeliest: Sequence[Asked], memory: Memory, library: Library
) -> Iterator[tuple[str, str]]:
    """Give what may have been meant, each of the first topic that has an answer to it."""
    topics = dict.fromkeys(answer.topic for answer in given)
    for reading in takewhile(lambda one: one.confidence >= _MAY_BE_MEANT, likeliest):
        news = (one for one in topics if _is_news(one, reading.aspect, memory, library))
        if topic := next(news, None):
            yield topic, reading.aspect


def _usually_next(
    given: Sequence[Curated], memory: Memory, library: Library
) -> list[tuple[str, str]]:
    ranked = [
        (rank, answer.topic, aspect)
        for answer in given
        for rank, aspect in enumerate(library.aspects[answer.aspect].next)
        if _is_news(answer.topic, aspect, memory, library)
    ]
    return [(topic, aspect) for _, topic, aspect in sorted(ranked, key=lambda one: one[0])]


def _is_news(topic: str, aspect: str, memory: Memory, library: Library) -> bool:
    answer = library.answer(topic, aspect, memory.region)
    return answer is not None and answer.content not in memory.answers_given


def _button(topic: str, aspect: str, chosen: Sequence[tuple[str, str]], library: Library) -> Button:
    title = library.aspects[aspect].button
    if len({other for other, _ in chosen}) > 1:
        title = f"{title} ({library.name_of(topic)})"
    return topic_button(topic, aspect, title)
