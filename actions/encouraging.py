"""Answers a mood that asks nothing: "hmm, I don't know"."""

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.advice import advise_again, still_stands
from actions.hearing import Heard
from actions.memory import Memory
from actions.shelf import library


class ActionEncourage(Action):
    """Rasa's action for a visitor who tells a mood alone."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_encourage"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Encourage, unless urgent advice comes first."""
        memory = Memory.of(tracker)
        if still_stands(Heard.of(tracker.latest_message, library().aspects), memory):
            return advise_again(memory, dispatcher).events()
        dispatcher.utter_message(response="utter_mood")
        return []
