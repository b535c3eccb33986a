"""Answers what is asked: the curated texts, then the caveats that their facts demand."""

from datetime import date

from rasa_sdk.executor import CollectingDispatcher

from actions.advice import bar_treatments
from actions.asking_back import offer_topics
from actions.caveats import Caveat, caveats_of, caveats_of_answers
from actions.context import Meant, meaning
from actions.follow_ups import follow_ups
from actions.hearing import Heard
from actions.kinds import is_mere_term
from actions.memory import Memory
from actions.reacting import Reaction
from actions.reply import Reply
from actions.shelf import library
from actions.telling import Told, tell


class ActionAnswer(Reaction):
    """Rasa's action for every question about a topic."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_answer"

    def react(self, heard: Heard, memory: Memory, dispatcher: CollectingDispatcher) -> Memory:
        """Answer, or ask back where it cannot be told what about."""
        meant = meaning(heard, memory, library())
        if bar_treatments(heard.red_flags):
            meant = meant.but_of_treatments(library())
        reply = Reply(dispatcher, meant, library())
        if meant.questions:
            memory = _answer(heard, meant, memory, reply)
        elif not heard.red_flags:  # else the advice is given, and nothing more was asked
            memory = offer_topics(
                "utter_ask_topic", reply, memory, library(), heard.routes, memory.aspects
            )
        return memory


def _answer(heard: Heard, meant: Meant, memory: Memory, reply: Reply) -> Memory:
    """Say the parts of an answer in their order, and tell what is to be remembered."""
    memory = _greet(heard, memory, reply)
    if "emotional_support" in meant.aspects:
        reply.say("utter_acknowledge")
    told = tell(heard, meant, memory, reply)
    memory = _warn(told, memory, reply)
    memory = memory.spoken_of(_goes_on_with(meant)).with_(
        aspects=meant.aspects,
        answers_given=(*memory.answers_given, *(answer.content for answer in told.answers)),
        misunderstood=0,
        alarm=heard.red_flags,
    )
    if told.answers:
        reply.cite(told.answers, follow_ups(told.answers, heard.likeliest, memory, library()))
    return memory


def _goes_on_with(meant: Meant) -> tuple[str, ...]:
    """Leave out whom one could see, and a term: "if I leave it", after either, is not of them."""
    return tuple(one for one in meant.topics if not _comes_up(one)) or meant.topics


def _comes_up(topic: str) -> bool:
    return topic in library().roles or is_mere_term(topic, library())


def _greet(heard: Heard, memory: Memory, reply: Reply) -> Memory:
    """Address the visitor by name in the first answer after it is known."""
    if not memory.name or memory.addressed_by_name:
        return memory
    reply.say("utter_hello_name" if heard.gives_name else "utter_thanks_name")
    return memory.with_(addressed_by_name=True)


def _warn(told: Told, memory: Memory, reply: Reply) -> Memory:
    """Utter new caveats in full, and name those that were uttered before."""
    caveats = _caveats(told, memory)
    new = {one.key: one for one in caveats if one.key not in memory.caveats_given}
    for caveat in new.values():
        reply.warn(caveat)
    if known := [one for one in caveats if one.key not in new]:
        reply.remind(known)
    return memory.with_(caveats_given=(*memory.caveats_given, *new))


def _caveats(told: Told, memory: Memory) -> list[Caveat]:
    spoken_of = dict.fromkeys(
        treatment
        for topic in told.topics
        for treatment in library().speaking_for(topic, memory.sex)
        if treatment in library().treatments
    )
    return [
        *(
            caveat
            for treatment in spoken_of
            for caveat in caveats_of(library().treatments[treatment], memory.region, library())
        ),
        *caveats_of_answers(told.answers, library(), date.today()),
    ]
