"""Tells what was written on each question, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from actions.choosing import choose
from actions.context import Between, Meant, Question
from actions.hearing import Heard
from actions.memory import Memory
from actions.reply import Reply, in_words
from actions.shelf import library
from actions.together import joined, known_of_both
from thatch.knowledge import Curated

_MOST = 6
"""Questions that one reply answers. Who asks for more gets the first ones, and can ask on."""


@dataclass
class Told:
    """What one reply has told."""

    answers: list[Curated] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    """Those that the answers speak of, whose caveats must stand beside them."""

    def add(self, answers: Sequence[Curated], topics: Sequence[str]) -> None:
        """Note answers that were given."""
        self.answers += answers
        self.topics += topics


def tell(heard: Heard, meant: Meant, memory: Memory, reply: Reply) -> Told:
    """Give the answer to each question, or say that there is none.

    Args:
        heard: the message.
        meant: the questions in it.
        memory: the visitor's region, and the sex of the person whose hair it is.
        reply: where it is said.
    """
    told = Told()
    for question in meant.questions[:_MOST]:
        if isinstance(question, Between):
            _tell_between(question, memory, reply, told)
        else:
            _tell_one(question, heard, memory, reply, told)
    return told


def _tell_one(question: Question, heard: Heard, memory: Memory, reply: Reply, told: Told) -> None:
    together = joined(question, heard.companions, memory, library())
    answers = together or choose(question, memory, library())
    if not answers:
        aspect = library().aspects[question.aspect].title.lower()
        reply.say("utter_no_answer", topic=library().name_of(question.topic), aspect=aspect)
        return
    news = [answer for answer in answers if answer not in told.answers]
    # A text on two things at once belongs to no one topic, so that it tells what it was given on.
    on = {"topic": question.topic, "aspect": question.aspect} if together else None
    for answer in news:
        reply.say(answer.response, on=on)
    told.add(news, [question.topic] if together else [answer.topic for answer in news])


def _tell_between(question: Between, memory: Memory, reply: Reply, told: Told) -> None:
    """Tell what is known of treatments together, or set them side by side."""
    known = known_of_both(question, memory, library())
    for answer in known:
        reply.say(answer.response)
    told.add(known, question.topics)
    if question.aspect == "comparison":
        told.add(reply.compare(_one_each(question.topics, memory), memory.region), ())
    elif not known:
        reply.say("utter_no_combination", both=in_words(map(library().name_of, question.topics)))


def _one_each(topics: Sequence[str], memory: Memory) -> list[str]:
    """Give the treatment that stands for each topic in a comparison."""
    leads = (library().speaking_for(topic, memory.sex)[0] for topic in topics)
    return [one for one in dict.fromkeys(leads) if one in library().treatments]
