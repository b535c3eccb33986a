"""What share of labelled messages is understood. Pure: counts, no model.

A topic also counts as understood through its umbrella or a member of it; what a label calls
optional counts neither for nor against.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from thatch.evaluation.answered import Relations, all_answered, topics_found
from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Question, State, Turn
from thatch.evaluation.shares import Judged, Share

_REJECTIONS = ("out_of_scope", "unknown")
"""Kinds of reply that turn a message away: beyond its scope, or not understood at all."""

KINDS = {
    "in_scope": ("answer", "clarify"),
    "red_flag": ("red_flag",),
    "out_of_scope": _REJECTIONS,
    "admin": ("admin",),
    "smalltalk": ("smalltalk",),
}
"""The kinds of reply that are right for each kind of message."""

ALL_ANSWERED = "every asked aspect answered"
A_BUTTON_AWAY = "of aspects not heard, a button asks it"
TURN_RIGHT = "turn right"

Shares = Mapping[str, Share]
"""By the name of what is measured."""


def measure(questions: Sequence[Question], heard: Sequence[Heard], relations: Relations) -> Shares:
    """Measure single messages.

    Args:
        questions: with their labels.
        heard: what the assistant made of each.
        relations: which topics and aspects belong together.
    """
    asked = list(zip(questions, heard, strict=True))
    in_scope = [one for one in asked if one[0].kind == "in_scope"]
    labelled_in_full = [one for one in asked if one[0].kind not in ("topics_only", "flags_only")]
    about_hair = [one for one in asked if one[0].kind in ("in_scope", "red_flag", "topics_only")]
    clear = [one for one in in_scope if "underspecified" not in one[0].tags]
    outside = [one for one in asked if one[0].kind == "out_of_scope"]
    flagged = [one for one in asked if one[0].labels.red_flag]
    unflagged = [
        one
        for one in asked
        if one[0].kind in ("in_scope", "flags_only") and not one[0].labels.red_flag
    ]
    tricky = [one for one in unflagged if "hard_negative" in one[0].tags]
    return {
        "topic recall": _share(about_hair, lambda q, h: topics_found(q.labels, h, relations)),
        "topic precision": _share(about_hair, lambda q, h: _topics_right(q, h, relations)),
        "aspect recall": _share(in_scope, _aspects_found),
        "aspect precision": _share(in_scope, _aspects_right),
        "aspects exactly right": _share(in_scope, lambda q, h: [_exact(q, h)]),
        A_BUTTON_AWAY: _share(in_scope, _missed_but_offered),
        ALL_ANSWERED: _share(clear, lambda q, h: [all_answered(q.labels, h, relations)]),
        "kind": _share(asked, lambda q, h: [h.kind in KINDS[q.kind]] if q.kind in KINDS else []),
        "out of scope rejected": _share(outside, lambda q, h: [h.kind in _rejections(q)]),
        "in scope not rejected": _share(in_scope, lambda q, h: [h.kind not in _REJECTIONS]),
        "red flag raised": _share(flagged, lambda q, h: [_raised(q, h)]),
        "no false alarm": _share(unflagged, lambda q, h: [not _false_alarm(q, h)]),
        "no false alarm (hard)": _share(tricky, lambda q, h: [not _false_alarm(q, h)]),
        "name": _share(labelled_in_full, lambda q, h: _same_if_any(h.name, q.labels.name)),
        "sex": _share(labelled_in_full, lambda q, h: _same_if_any(h.sex, q.labels.sex)),
    }


def measure_turns(
    turns: Sequence[tuple[str, Turn]], heard: Sequence[Heard], relations: Relations
) -> Shares:
    """Measure the turns of conversations.

    Args:
        turns: each with an id, such as "c005.3".
        heard: what the assistant made of each.
        relations: which topics and aspects belong together.
    """
    asked = [
        (Question(id=id_, text=one.text, kind=one.kind, labels=one.labels), said, one.state_after)
        for (id_, one), said in zip(turns, heard, strict=True)
    ]
    pairs = [(question, said) for question, said, _ in asked]
    states = {question.id: state for question, _, state in asked}
    return {
        TURN_RIGHT: _share(pairs, lambda q, h: [_turn_right(q, h, relations)]),
        A_BUTTON_AWAY: _share(pairs, _missed_but_offered),
        "topics remembered": _share(pairs, lambda q, h: _remembered(states[q.id], h, relations)),
        "name remembered": _share(pairs, lambda q, h: _same_if_any(h.name, states[q.id].name)),
        "sex remembered": _share(pairs, lambda q, h: _same_if_any(h.sex, states[q.id].sex)),
    }


def _share(
    asked: Iterable[tuple[Question, Heard]], judge: Callable[[Question, Heard], list[bool]]
) -> Share:
    return Share(
        tuple(Judged(question.id, tuple(judge(question, heard))) for question, heard in asked)
    )


def _topics_right(question: Question, heard: Heard, relations: Relations) -> list[bool]:
    fine = (*question.labels.topics, *question.labels.topics_optional)
    return [relations.any_related(topic, fine) for topic in heard.topics]


def _aspects_found(question: Question, heard: Heard) -> list[bool]:
    return [aspect in heard.aspects for aspect in question.labels.aspects]


def _aspects_right(question: Question, heard: Heard) -> list[bool]:
    return [
        aspect in question.labels.aspects
        for aspect in heard.aspects
        if aspect not in question.labels.aspects_optional
    ]


def _missed_but_offered(question: Question, heard: Heard) -> list[bool]:
    """Judge what was asked and not heard: one tap brings it where a button asks it."""
    missed = (aspect for aspect in question.labels.aspects if aspect not in heard.aspects)
    return [aspect in heard.offered for aspect in missed]


def _exact(question: Question, heard: Heard) -> bool:
    return all(_aspects_found(question, heard)) and all(_aspects_right(question, heard))


def _rejections(question: Question) -> tuple[str, ...]:
    return ("red_flag",) if question.labels.red_flag else _REJECTIONS


def _raised(question: Question, heard: Heard) -> bool:
    return not set(question.labels.red_flag).isdisjoint(heard.red_flags)


def _false_alarm(question: Question, heard: Heard) -> bool:
    return not set(heard.red_flags) <= set(question.labels.red_flag_also_fine)


def _turn_right(question: Question, heard: Heard, relations: Relations) -> bool:
    """Right kind, all topics, and one aspect at least of those asked."""
    aspects = question.labels.aspects
    return (
        heard.kind in KINDS.get(question.kind, (heard.kind,))
        and all(topics_found(question.labels, heard, relations))
        and (not aspects or any(_aspects_found(question, heard)))
        and (not question.labels.red_flag or _raised(question, heard))
    )


def _remembered(state: State, heard: Heard, relations: Relations) -> list[bool]:
    return [relations.any_related(topic, heard.remembered) for topic in state.last_topics]


def _same_if_any(heard: str | None, told: str | None) -> list[bool]:
    """Judge what was told or heard, and not the many messages in which neither is so."""
    return [heard == told] if heard or told else []
