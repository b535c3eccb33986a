"""Gives urgent advice before anything else."""

from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.advice import about, advise
from actions.context import Meant, meaning
from actions.hearing import Heard
from actions.memory import Memory
from actions.reacting import Reaction
from actions.shelf import library


class ActionRedFlag(Reaction):
    """Rasa's action for red flags. In an emergency it is the only one."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_red_flag"

    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Utter the advice of the flags."""
        return advise(heard.red_flags, _meant(heard, memory), memory, dispatcher)


def _meant(heard: Heard, memory: Memory) -> Meant:
    """Take what is surely asked, else what the flags are about."""
    meant = meaning(heard, memory, library())
    return replace(
        meant,
        topics=meant.topics or heard.topics or memory.topics,
        aspects=meant.aspects if heard.surely_asks else about(heard.red_flags),
    )
