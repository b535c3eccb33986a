"""Gives urgent advice before anything else."""

from dataclasses import replace

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.context import meaning
from actions.hearing import Heard
from actions.memory import Memory
from actions.reply import Reply
from actions.shelf import library
from thatch.knowledge.responses import red_flag_response


class ActionRedFlag(Action):
    """Rasa's action for red flags. In an emergency it is the only one."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_red_flag"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Utter the advice of each flag; where one is an emergency, of the emergencies alone."""
        heard = Heard.of(tracker.latest_message, library().aspects)
        memory = Memory.of(tracker)
        meant = meaning(heard, memory, library())
        meant = replace(meant, topics=meant.topics or heard.topics or memory.topics)
        reply = Reply(dispatcher, meant, library())
        for flag in _most_urgent(heard.red_flags):
            reply.say(red_flag_response(flag, memory.region))
        return memory.spoken_of(meant.topics).events()


def _most_urgent(flags: tuple[str, ...]) -> list[str]:
    urgency = {flag: library().red_flags[flag].urgency for flag in flags}
    emergencies = [flag for flag in flags if urgency[flag] == "emergency"]
    return emergencies or list(flags)
