"""How every action goes: it hears a message, remembers, and says something unless advice stands."""

from abc import ABC, abstractmethod

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.advice import (
    advice_suffices,
    advise_again,
    advise_on,
    still_stands,
    with_what_bars,
)
from actions.fitting import fitting
from actions.hearing import Heard
from actions.memory import Memory
from actions.shelf import library


class Reaction(Action, ABC):
    """An action that yields to urgent advice.

    To that which was given before, until something new is understood; and to that for which a
    message calls only by what was told before.
    """

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Do as Rasa asks."""
        memory = Memory.of(tracker)
        said = fitting(Heard.of(tracker.latest_message, library().aspects), memory, library())
        heard = with_what_bars(said.speaking_of(memory.topics), memory)
        memory = memory.having_heard(heard.topics)
        if still_stands(heard, memory):
            return advise_again(memory, dispatcher).events()
        if heard.red_flags and not said.red_flags:  # so that no rule leads to the advice
            memory = advise_on(heard, memory, dispatcher)
            if advice_suffices(heard):
                return memory.events()
        return self.react(heard, memory, dispatcher).events()

    @abstractmethod
    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Say what is to be said.

        Args:
            heard: the message.
            memory: what is remembered of the conversation.
            dispatcher: where it is said.

        Returns:
            What is to be remembered.
        """
