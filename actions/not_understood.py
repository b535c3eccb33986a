"""Asks back where a message was not understood, and hands over to a person the second time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.answer import ActionAnswer
from actions.asking_back import offer_topics
from actions.context import Meant
from actions.follow_ups import Button, topic_button
from actions.hearing import Asked, Heard
from actions.memory import Memory
from actions.reacting import Reaction
from actions.reply import Reply
from actions.shelf import library
from actions.written import is_answered

_MOST_READINGS = 3


class ActionNotUnderstood(Reaction):
    """Rasa's action where no intent is likely enough."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_not_understood"

    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Offer the likeliest readings; after that, topics and a person to talk to.

        What is likely enough once it is known what is spoken of is understood after all.
        """
        if heard.likely_after_all and (heard.topics or memory.topics):
            guess = replace(heard, asked=heard.likeliest[:1], guessed=True)
            return ActionAnswer().react(guess, memory, dispatcher)
        reply = Reply(dispatcher, Meant(topics=heard.topics), library())
        memory = memory.spoken_of(heard.topics)
        readings = list(_readings(heard.likeliest, memory.topics))
        if memory.misunderstood or not readings:
            memory = offer_topics("utter_not_understood_again", reply, memory, library())
        else:
            reply.say("utter_ask_rephrase", readings[:_MOST_READINGS])
        return memory.with_(misunderstood=memory.misunderstood + 1)


def _readings(likeliest: Sequence[Asked], topics: Sequence[str]) -> Iterator[Button]:
    """Offer what there is an answer to, of the topic that is named or was spoken of."""
    for topic in topics[:1]:
        answered = (one.aspect for one in likeliest if is_answered(topic, one.aspect, library()))
        for aspect in answered:
            title = library().aspects[aspect].button
            yield topic_button(topic, aspect, f"{title} ({library().name_of(topic)})")
