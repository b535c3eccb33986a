"""Replies that are always the same, but for urgent advice, which comes first."""

from abc import ABC, abstractmethod

from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import Heard
from actions.memory import Memory
from actions.reacting import Reaction


class FixedReply(Reaction, ABC):
    """A reaction that says one text."""

    @property
    @abstractmethod
    def response(self) -> str:
        """Name the text."""

    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Say it."""
        dispatcher.utter_message(response=self.response)
        return memory


class ActionEncourage(FixedReply):
    """Rasa's action for a visitor who tells a mood alone: "hmm, I don't know"."""

    response = "utter_mood"

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_encourage"


class ActionDecline(FixedReply):
    """Rasa's action for what is out of scope."""

    response = "utter_out_of_scope"

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_decline"
