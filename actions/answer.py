"""Answers what is asked: the curated texts, then the caveats that their facts demand."""

from collections.abc import Sequence
from datetime import date

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.caveats import Caveat, caveats_of, caveats_of_answers
from actions.choosing import choose
from actions.context import Between, Meant, meaning
from actions.follow_ups import follow_ups
from actions.hearing import Heard
from actions.memory import Memory
from actions.reply import Reply, in_words
from actions.shelf import library
from actions.together import joined, known_of_both
from thatch.knowledge import Curated

_MOST = 6
"""Answers in one reply. Who asks for more gets the first ones, and can ask on."""


class ActionAnswer(Action):
    """Rasa's action for every question about a topic."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Answer, or ask back where it cannot be told what about."""
        heard = Heard.of(tracker.latest_message, library().aspects)
        memory = Memory.of(tracker)
        meant = meaning(heard, memory, library())
        reply = Reply(dispatcher, meant, library())
        if meant.questions:
            memory = _answer(heard, meant, memory, reply)
        elif not heard.red_flags:  # else the advice is given, and nothing more was asked
            reply.say("utter_ask_topic")
        return memory.events()


def _answer(heard: Heard, meant: Meant, memory: Memory, reply: Reply) -> Memory:
    """Say the parts of an answer in their order, and tell what is to be remembered."""
    memory = _greet(heard, memory, reply)
    if "emotional_support" in meant.aspects:
        reply.say("utter_acknowledge")
    given = _tell(heard, meant, memory, reply)
    memory = _warn(given, memory, reply)
    memory = memory.with_(
        topics=meant.topics or memory.topics,
        aspects=meant.aspects,
        answers_given=(*memory.answers_given, *(answer.content for answer in given)),
        misunderstood=0,
    )
    if given:
        reply.cite(given, follow_ups(given, memory, library()))
    return memory


def _greet(heard: Heard, memory: Memory, reply: Reply) -> Memory:
    """Address the visitor by name in the first answer after it is known."""
    if not memory.name or memory.addressed_by_name:
        return memory
    reply.say("utter_hello_name" if heard.gives_name else "utter_thanks_name")
    return memory.with_(addressed_by_name=True)


def _tell(heard: Heard, meant: Meant, memory: Memory, reply: Reply) -> list[Curated]:
    """Give the answer to each question, or say that there is none."""
    given: list[Curated] = []
    for question in meant.questions[:_MOST]:
        if isinstance(question, Between):
            given += _tell_between(question, memory, reply)
            continue
        answers = joined(question, heard.companions, memory, library()) or choose(
            question, memory, library()
        )
        if not answers:
            aspect = library().aspects[question.aspect].title.lower()
            reply.say("utter_no_answer", topic=library().name_of(question.topic), aspect=aspect)
        for answer in answers:
            if answer not in given:
                reply.say(answer.response)
                given.append(answer)
    return given


def _tell_between(question: Between, memory: Memory, reply: Reply) -> list[Curated]:
    """Tell what is known of treatments together, or set them side by side."""
    known = known_of_both(question, memory, library())
    for answer in known:
        reply.say(answer.response)
    if question.aspect == "comparison":
        return known + reply.compare(_one_each(question.topics, memory), memory.region)
    if not known:
        reply.say("utter_no_combination", topics=in_words(map(library().name_of, question.topics)))
    return known


def _one_each(topics: Sequence[str], memory: Memory) -> list[str]:
    """Give the treatment that stands for each topic in a comparison."""
    leads = (library().speaking_for(topic, memory.sex)[0] for topic in topics)
    return [one for one in dict.fromkeys(leads) if one in library().treatments]


def _warn(given: list[Curated], memory: Memory, reply: Reply) -> Memory:
    """Utter new caveats in full, and name those that were uttered before."""
    caveats = _caveats(given, memory)
    new = {one.key: one for one in caveats if one.key not in memory.caveats_given}
    for caveat in new.values():
        reply.warn(caveat)
    if known := [one for one in caveats if one.key not in new]:
        reply.remind(known)
    return memory.with_(caveats_given=(*memory.caveats_given, *new))


def _caveats(given: list[Curated], memory: Memory) -> list[Caveat]:
    treatments = library().treatments
    spoken_of = dict.fromkeys(
        topic
        for one in given
        for topic in library().speaking_for(one.topic, memory.sex)
        if topic in treatments
    )
    return [
        *(
            caveat
            for topic in spoken_of
            for caveat in caveats_of(treatments[topic], memory.region, library())
        ),
        *caveats_of_answers(given, library(), date.today()),
    ]
