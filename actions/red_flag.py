"""Gives urgent advice before anything else."""

from rasa_sdk.executor import CollectingDispatcher

from actions.advice import advise_on
from actions.hearing import Heard
from actions.memory import Memory
from actions.reacting import Reaction


class ActionRedFlag(Reaction):
    """Rasa's action for red flags. In an emergency it is the only one."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_red_flag"

    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Utter the advice of the flags."""
        return advise_on(heard, memory, dispatcher)
