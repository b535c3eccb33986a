"""What share of labelled messages is understood. Pure: counts, no model.

A topic also counts as understood through its umbrella or a member of it; what a label calls
optional counts neither for nor against.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from thatch.evaluation.asking import Heard
from thatch.evaluation.labelled import Question, State, Turn

Umbrellas = Mapping[str, Sequence[str]]
"""The members of each umbrella."""

KINDS = {
    "in_scope": ("answer", "clarify"),
    "red_flag": ("red_flag",),
    "out_of_scope": ("out_of_scope", "unknown"),
    "admin": ("admin",),
    "smalltalk": ("smalltalk",),
}
"""The kinds of reply that are right for each kind of message."""


@dataclass(frozen=True)
class Share:
    """A share of messages or labels: `hits` of `of`, with those that missed."""

    hits: tuple[bool, ...]
    """One for each thing that was counted."""
    missed: tuple[str, ...]
    """The ids of messages in which something missed."""

    @property
    def value(self) -> float:
        """Give the share, 1 where nothing was to be counted."""
        return sum(self.hits) / len(self.hits) if self.hits else 1.0


Judged = tuple[str, list[bool]]
"""A message's id, and whether each thing that was looked for in it was right."""


def measure(
    questions: Sequence[Question], heard: Sequence[Heard], of: Umbrellas
) -> dict[str, Share]:
    """Measure single messages.

    Args:
        questions: with their labels.
        heard: what the assistant made of each.
        of: the umbrellas.
    """
    asked = list(zip(questions, heard, strict=True))
    in_scope = [one for one in asked if one[0].kind == "in_scope"]
    about_hair = [one for one in asked if one[0].kind in ("in_scope", "red_flag")]
    clear = [one for one in in_scope if "underspecified" not in one[0].tags]
    outside = [one for one in asked if one[0].kind == "out_of_scope"]
    flagged = [one for one in asked if one[0].labels.red_flag]
    unflagged = [one for one in in_scope if not one[0].labels.red_flag]
    tricky = [one for one in unflagged if "hard_negative" in one[0].tags]
    return {
        "topic recall": _share(about_hair, lambda q, h: _topics_found(q, h, of)),
        "topic precision": _share(about_hair, lambda q, h: _topics_right(q, h, of)),
        "aspect recall": _share(in_scope, _aspects_found),
        "aspect precision": _share(in_scope, _aspects_right),
        "aspects exactly right": _share(in_scope, lambda q, h: [_exact(q, h)]),
        "every aspect answered": _share(clear, lambda q, h: [_all_answered(q, h, of)]),
        "kind": _share(asked, lambda q, h: [h.kind in KINDS[q.kind]] if q.kind in KINDS else []),
        "out of scope rejected": _share(outside, lambda q, h: [h.kind in _rejections(q)]),
        "in scope not rejected": _share(in_scope, lambda q, h: [h.kind != "out_of_scope"]),
        "red flag raised": _share(flagged, lambda q, h: [_raised(q, h)]),
        "no false alarm": _share(unflagged, lambda q, h: [not _false_alarm(q, h)]),
        "no false alarm (hard)": _share(tricky, lambda q, h: [not _false_alarm(q, h)]),
        "name": _share(asked, lambda q, h: [h.name == q.labels.name]),
        "sex": _share(asked, lambda q, h: [h.sex == q.labels.sex]),
    }


def measure_turns(
    turns: Sequence[tuple[str, Turn]], heard: Sequence[Heard], of: Umbrellas
) -> dict[str, Share]:
    """Measure the turns of conversations.

    Args:
        turns: each with an id, such as "c005.3".
        heard: what the assistant made of each.
        of: the umbrellas.
    """
    asked = [
        (Question(id=id_, text=one.text, kind=one.kind, labels=one.labels), said, one.state_after)
        for (id_, one), said in zip(turns, heard, strict=True)
    ]
    pairs = [(question, said) for question, said, _ in asked]
    states = {question.id: state for question, _, state in asked}
    return {
        "turn right": _share(pairs, lambda q, h: [_turn_right(q, h, of)]),
        "topics remembered": _share(pairs, lambda q, h: [_remembers(states[q.id], h, of)]),
        "name remembered": _share(pairs, lambda q, h: [h.name == states[q.id].name]),
        "sex remembered": _share(pairs, lambda q, h: [h.sex == states[q.id].sex]),
    }


def related(one: str, other: str, of: Umbrellas) -> bool:
    """Say whether two topics are the same, or one is an umbrella over the other."""
    return one == other or other in of.get(one, ()) or one in of.get(other, ())


def _share(
    asked: Iterable[tuple[Question, Heard]], judge: Callable[[Question, Heard], list[bool]]
) -> Share:
    judged: list[Judged] = [(question.id, judge(question, heard)) for question, heard in asked]
    return Share(
        hits=tuple(right for _, rights in judged for right in rights),
        missed=tuple(id_ for id_, rights in judged if not all(rights)),
    )


def _topics_found(question: Question, heard: Heard, of: Umbrellas) -> list[bool]:
    return [
        any(related(topic, one, of) for one in heard.topics) for topic in question.labels.topics
    ]


def _topics_right(question: Question, heard: Heard, of: Umbrellas) -> list[bool]:
    fine = (*question.labels.topics, *question.labels.topics_optional)
    return [any(related(topic, one, of) for one in fine) for topic in heard.topics]


def _aspects_found(question: Question, heard: Heard) -> list[bool]:
    return [aspect in heard.aspects for aspect in question.labels.aspects]


def _aspects_right(question: Question, heard: Heard) -> list[bool]:
    return [
        aspect in question.labels.aspects
        for aspect in heard.aspects
        if aspect not in question.labels.aspects_optional
    ]


def _exact(question: Question, heard: Heard) -> bool:
    return all(_aspects_found(question, heard)) and all(_aspects_right(question, heard))


def _all_answered(question: Question, heard: Heard, of: Umbrellas) -> bool:
    return all(_aspects_found(question, heard)) and all(_topics_found(question, heard, of))


def _rejections(question: Question) -> tuple[str, ...]:
    return ("red_flag",) if question.labels.red_flag else KINDS["out_of_scope"]


def _raised(question: Question, heard: Heard) -> bool:
    return not set(question.labels.red_flag).isdisjoint(heard.red_flags)


def _false_alarm(question: Question, heard: Heard) -> bool:
    return not set(heard.red_flags) <= set(question.labels.red_flag_also_fine)


def _turn_right(question: Question, heard: Heard, of: Umbrellas) -> bool:
    """Right kind, all topics, and one aspect at least of those asked."""
    aspects = question.labels.aspects
    return (
        heard.kind in KINDS.get(question.kind, (heard.kind,))
        and all(_topics_found(question, heard, of))
        and (not aspects or any(_aspects_found(question, heard)))
        and (not question.labels.red_flag or _raised(question, heard))
    )


def _remembers(state: State, heard: Heard, of: Umbrellas) -> bool:
    return all(
        any(related(topic, one, of) for one in heard.remembered) for topic in state.last_topics
    )
