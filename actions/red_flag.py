"""Gives urgent advice before anything else."""

from dataclasses import replace

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.advice import about, advise
from actions.context import Meant, meaning
from actions.hearing import Heard
from actions.memory import Memory
from actions.shelf import library


class ActionRedFlag(Action):
    """Rasa's action for red flags. In an emergency it is the only one."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_red_flag"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Utter the advice of the flags."""
        heard = Heard.of(tracker.latest_message, library().aspects)
        memory = Memory.of(tracker)
        meant = _meant(heard, memory)
        return advise(heard.red_flags, meant, memory, dispatcher).events()


def _meant(heard: Heard, memory: Memory) -> Meant:
    """Take what is surely asked, else what the flags are about."""
    meant = meaning(heard, memory, library())
    return replace(
        meant,
        topics=meant.topics or heard.topics or memory.topics,
        aspects=meant.aspects if heard.surely_asks else about(heard.red_flags),
    )
