"""Answers a mood that asks nothing: "hmm, I don't know"."""

from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import Heard
from actions.memory import Memory
from actions.reacting import Reaction


class ActionEncourage(Reaction):
    """Rasa's action for a visitor who tells a mood alone."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_encourage"

    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Encourage."""
        dispatcher.utter_message(response="utter_mood")
        return memory
