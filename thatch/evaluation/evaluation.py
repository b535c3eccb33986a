"""All that an evaluation finds out, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from thatch.evaluation.answered import Relations
from thatch.evaluation.causes import Causes, causes
from thatch.evaluation.confusion import Confusion, confused_aspects, confused_kinds
from thatch.evaluation.examples import Asked, Example, worst
from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import LabelledConversation, Question
from thatch.evaluation.measures import (
    ALL_ANSWERED,
    TURN_RIGHT,
    Shares,
    measure,
    measure_turns,
)
from thatch.evaluation.reliability import Reliability, aspect_reliability
from thatch.knowledge import Library


@dataclass(frozen=True)
class Evaluation:
    """How well labelled messages and conversations were understood."""

    messages: Shares
    turns: Shares
    kinds: Confusion
    aspects: Confusion
    reliability: Reliability
    why_not_answered: Causes
    """Of the messages in which not every aspect was answered."""
    why_turns_wrong: Causes
    worst_messages: list[Example]
    worst_turns: list[Example]


def judge(
    questions: Sequence[Question],
    heard: Sequence[Heard],
    conversations: Sequence[LabelledConversation],
    heard_turns: Sequence[Sequence[Heard]],
    library: Library,
) -> Evaluation:
    """Measure what the assistant made of messages and conversations. Pure.

    Args:
        questions: single messages.
        heard: what the assistant made of each.
        conversations: messages in order.
        heard_turns: what the assistant made of each turn of each conversation.
        library: the knowledge that the assistant was trained with.
    """
    relations = Relations.of(library)
    turns = [
        (f"{conversation.id}.{number}", turn)
        for conversation in conversations
        for number, turn in enumerate(conversation.turns, start=1)
    ]
    said = [one for conversation in heard_turns for one in conversation]
    asked = [
        Asked(one.id, one.text, one.kind, one.labels, made)
        for one, made in zip(questions, heard, strict=True)
    ]
    asked_in_turn = [
        Asked(id_, turn.text, turn.kind, turn.labels, made)
        for (id_, turn), made in zip(turns, said, strict=True)
    ]
    messages = measure(questions, heard, relations)
    in_turn = measure_turns(turns, said, relations)
    return Evaluation(
        messages=messages,
        turns=in_turn,
        kinds=confused_kinds(questions, heard),
        aspects=confused_aspects(questions, heard),
        reliability=aspect_reliability(questions, heard, library.aspects),
        why_not_answered=causes(asked, messages[ALL_ANSWERED].missed, relations),
        why_turns_wrong=causes(asked_in_turn, in_turn[TURN_RIGHT].missed, relations),
        worst_messages=worst(asked, messages),
        worst_turns=worst(asked_in_turn, in_turn),
    )
