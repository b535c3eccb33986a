"""Why messages were not answered as they should be, each by its first cause. Pure: no model."""

from collections.abc import Collection, Iterable, Mapping

from thatch.evaluation.answered import Relations, topics_understood
from thatch.evaluation.examples import Asked
from thatch.evaluation.measures import KINDS

FALSE_ALARM = "a red flag was raised that is none"
NO_ALARM = "a red flag was not raised"
OTHER_KIND = "turned away, asked back, or another kind of reply"
TOPIC = "a topic was not understood"
NOT_SURE = "what was asked was among the three likeliest readings, and not sure enough"
NOT_LIKELY = "what was asked was not among the three likeliest readings"
NOT_SAID = "understood, and not answered on that topic"

_LIKELIEST = 3

Causes = Mapping[str, tuple[str, ...]]
"""The ids of the messages, by the cause; in the order in which causes are looked for."""


def causes(asked: Iterable[Asked], missed: Collection[str], relations: Relations) -> Causes:
    """Give each message that was missed to one cause.

    Args:
        asked: the messages that were measured.
        missed: ids of those that were missed.
        relations: which topics and aspects belong together.
    """
    found: dict[str, list[str]] = {
        cause: []
        for cause in (FALSE_ALARM, NO_ALARM, OTHER_KIND, TOPIC, NOT_SURE, NOT_LIKELY, NOT_SAID)
    }
    for one in asked:
        if one.id in missed:
            found[_cause(one, relations)].append(one.id)
    return {cause: tuple(ids) for cause, ids in found.items()}


def _cause(one: Asked, relations: Relations) -> str:
    labels, heard = one.labels, one.heard
    if set(heard.red_flags) - {*labels.red_flag, *labels.red_flag_also_fine}:
        return FALSE_ALARM
    if labels.red_flag and not heard.red_flags:
        return NO_ALARM
    if heard.kind not in KINDS.get(one.kind, (heard.kind,)) or heard.kind == "clarify":
        return OTHER_KIND
    if not topics_understood(labels, heard, relations):
        return TOPIC
    missing = [aspect for aspect in labels.aspects if aspect not in heard.aspects]
    if not missing:
        return NOT_SAID
    likeliest = sorted(heard.probabilities, key=lambda aspect: -heard.probabilities[aspect])
    near = set(missing) <= {*likeliest[:_LIKELIEST]}
    return NOT_SURE if near else NOT_LIKELY
