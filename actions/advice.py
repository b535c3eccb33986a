"""Urgent advice, and how long it stands."""

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.context import Meant, meaning
from actions.hearing import Heard
from actions.memory import Memory
from actions.reply import Reply
from actions.shelf import library
from thatch.knowledge.responses import red_flag_response

_WHETHER_TO_CALL = frozenset({"provider_choice", "safety"})
"""What somebody in doubt about an emergency's advice is heard to ask."""


def advise_on(heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
    """Utter the advice on the red flags of a message; see `advise`."""
    meant = meaning(heard, memory, library())
    told = replace(
        meant,
        topics=meant.topics or heard.topics or memory.topics,
        aspects=meant.aspects if heard.surely_asks else about(heard.red_flags),
    )
    return advise(heard.red_flags, told, memory, dispatcher)


def advice_suffices(heard: Heard) -> bool:
    """Say whether advice on its red flags is all that a message calls for."""
    return bool(_emergencies(heard.red_flags)) or not heard.surely_asks


def bar_treatments(flags: Sequence[str]) -> bool:
    """Say whether red flags leave nothing to be told about treatments but their advice."""
    return any(library().red_flags[flag].bars_treatments for flag in flags)


def with_what_bars(heard: Heard, memory: Memory) -> Heard:
    """Raise the red flags that bar treatments, where the visitor told of one before and asks."""
    barring = [
        flag
        for flag, one in library().red_flags.items()
        if one.bars_treatments and any(memory.lasting_sign in line for line in one.signs)
    ]
    if not barring:
        return heard
    meant = meaning(heard, memory, library())
    if meant == meant.but_of_treatments(library()):
        return heard
    return replace(heard, red_flags=tuple(dict.fromkeys((*heard.red_flags, *barring))))


def advise(
    flags: Sequence[str], meant: Meant, memory: Memory, dispatcher: CollectingDispatcher
) -> Memory:
    """Utter the advice of each flag; where one is an emergency, of the emergencies alone.

    Args:
        flags: ids of red flags, the most urgent first.
        meant: what the reply shall tell to have understood.
        memory: the visitor's region.
        dispatcher: where it is said.

    Returns:
        A memory in which the advice stands.
    """
    reply = Reply(dispatcher, meant, library())
    for flag in _emergencies(flags) or flags:
        reply.say(red_flag_response(flag, memory.region))
    return memory.spoken_of(meant.topics).with_(alarm=tuple(flags))


def still_stands(heard: Heard, memory: Memory) -> bool:
    """Say whether the advice given before comes first: nothing new was surely understood.

    After an emergency, "he seems fine, do I still ring someone" is nothing new.
    """
    known = _WHETHER_TO_CALL if _emergencies(memory.alarm) else frozenset[str]()
    asks_news = heard.surely_asks and any(one.aspect not in known for one in heard.asked)
    return bool(memory.alarm) and not (heard.red_flags or heard.topics or asks_news)


def about(flags: Sequence[str]) -> tuple[str, ...]:
    """Give what somebody who tells of red flags, and puts no question, wants to know."""
    aspects = (library().red_flags[flag].about for flag in flags)
    return tuple(dict.fromkeys(aspect for aspect in aspects if aspect))


def advise_again(memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
    """Utter once more the advice that still stands."""
    meant = Meant(topics=memory.topics, aspects=about(memory.alarm))
    return advise(memory.alarm, meant, memory, dispatcher)


def _emergencies(flags: Sequence[str]) -> list[str]:
    return [flag for flag in flags if library().red_flags[flag].urgency == "emergency"]
