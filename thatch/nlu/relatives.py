"""Finds the people in a message for whom the visitor may be asking: "my wife", "our lad", "mum"."""

import re
from functools import cache

from spacy.tokens import Doc

from thatch.nlu.english import word_lists
from thatch.nlu.language import plain_words
from thatch.nlu.templates import one_of

FROM_THIRTEEN = rf"(?:1[3-9]|[2-9]\d|{'|'.join(word_lists('numbers')['from_thirteen'])}) "
NUMBER = rf"(?:\d+|{'|'.join(word for words in word_lists('numbers').values() for word in words)}) "
SOMEBODY = "@(?:female|male|either)(?:_child)? "
"""What stands for a person in the text that `with_people_marked` gives."""

_AGE_AND_LETTERS = re.compile(r"\b(?:(\d+)([a-z]+)|([fm])(\d\d))\b")


def with_people_marked(doc: Doc) -> str:
    """Give the words of a message, each with a space after, and a full stop at sentence ends.

    "My wife" has become "@female", "our lad" "@male_child", "my partner" "@either".
    """
    sentences = (" ".join(plain_words(sentence)) for sentence in doc.sents)
    text = " . ".join(["", *sentences, ""]).lstrip()
    text = _AGE_AND_LETTERS.sub(r"\1\3 \2\4", text).replace(" i m ", " i am ")
    return _people().sub(_mark, text)


def sex_of_mark(mark: str) -> str:
    """Tell "female", "male" or "either" of what stands for a person."""
    return mark.strip().removeprefix("@").removesuffix("_child")


@cache
def _people() -> re.Pattern[str]:
    lists = word_lists("people")
    numbers = {"NUMBER": NUMBER}

    def any_of(name: str) -> str:
        return one_of([form for noun in lists[name] for form in (noun, f"{noun}s")], numbers)

    described = f"(?:{one_of(lists['described'], numbers)})*"
    anybody = "|".join(any_of(sex) for sex in ("female", "male", "either"))
    return re.compile(
        rf"(?<![^ ])(?:(?:my|our|have a) {described}(?P<mine>{anybody})"
        rf"|the {described}(?P<of_the_house>{any_of('of_the_house')})"
        rf"|(?<!\ba )(?<!\bthe )(?<!\bnew )(?P<by_name>{any_of('by_name')})(?!of )"
        rf"|(?<=\. )(?P<beginning>{any_of('beginning')}))"
    )


def _mark(found: re.Match[str]) -> str:
    """Write what stands for a person, and the "s" of "my nans" apart."""
    assert found.lastgroup is not None
    noun = found[found.lastgroup].strip()
    known = _sexes()
    own = noun if noun in known else noun.removesuffix("s")
    child = "_child" if own in word_lists("people")["children"] else ""
    return f"@{known.get(own, 'either')}{child} " + ("s " if own != noun else "")


@cache
def _sexes() -> dict[str, str]:
    lists = word_lists("people")
    return {noun: sex for sex in ("female", "male", "either") for noun in lists[sex]}
