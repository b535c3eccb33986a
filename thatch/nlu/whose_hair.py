"""The sex of the person whose hair it is, where the message tells it.

What visitors tell of themselves comes before whom they name: "I'm pregnant, it's my husband who
takes it" is about her. It is about somebody else where the words give the hair, or its care, to
them and not to the visitor. Whoever is merely mentioned, as in "my wife says", tells nothing.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from thatch.nlu.english import word_lists
from thatch.nlu.relatives import FROM_THIRTEEN, NUMBER, SOMEBODY, sex_of_mark, with_people_marked
from thatch.nlu.templates import one_of, template

Sex = Literal["female", "male"]

_HE: dict[Sex, str] = {
    "female": r"\b(?:she|her|hers|herself) ",
    "male": r"\b(?:he|him|his|himself) ",
}
_NOUNS: dict[Sex, tuple[str, str]] = {"female": ("WOMAN", "WOMEN"), "male": ("MAN", "MEN")}
_ANYBODY = re.compile(SOMEBODY)
_VISITOR = re.compile(r"\b(?:i|me|my|myself|mine) ")
_SPOKEN_OF = re.compile(rf"\b(?:i|my|we|she|he) |{SOMEBODY}")
_OF_THE_VISITOR = re.compile(r"(?:i|my|we) ")


def sex_told(doc: Doc) -> Sex | None:
    """Tell the sex of the person whose hair it is.

    Args:
        doc: the message.
    """
    text = with_people_marked(doc)
    evidence = (*_in_phrases("asked_for", text), *_visitors(text), *_of_others(text))
    return evidence[0] if evidence else None


def _visitors(text: str) -> Iterator[Sex]:
    return (sex for sex, said_of_others in _only_of_one_sex(text) if not said_of_others)


def _of_others(text: str) -> Iterator[Sex]:
    """Find whom the words give the hair to; nobody where it is the visitor's."""
    rest = _phrases("in_passing").sub("", text)
    if _phrases("mine").search(rest):
        return
    yield from _in_phrases("theirs", rest)
    yield from (sex for sex, said_of_others in _only_of_one_sex(text) if said_of_others)
    yield from _by_pronoun(rest, text)
    if not _VISITOR.search(rest):
        yield from _alone(rest)


def _in_phrases(name: str, text: str) -> Iterator[Sex]:
    """Find whom phrases name."""
    for found in _phrases(name).finditer(text):
        named = _ANYBODY.search(found[0])
        assert named
        yield from _sex(named[0], text[found.start() :])


def _by_pronoun(rest: str, text: str) -> Iterator[Sex]:
    """Find pronouns that are given the hair, and stand for somebody named, or for nobody.

    Whoever is merely mentioned at first may be meant after: "my wife says no. Would it suit her?".
    """
    named = {sex_of_mark(mark) for mark in _ANYBODY.findall(text)}
    for sex in _HE:
        given = _phrases("theirs_too" if named else "nobody_named", sex).search(rest)
        if given and (not named or named & {sex, "either"}):
            yield sex


def _alone(text: str) -> Iterator[Sex]:
    """Find children, and others whom a pronoun comes back to."""
    for found in _ANYBODY.finditer(text):
        after = text[found.end() :]
        for sex in _sex(found[0], after):
            if found[0].endswith("_child ") or re.search(_HE[sex], after):
                yield sex


def _sex(mark: str, text: str) -> Iterator[Sex]:
    """Tell somebody's sex; that of a partner or a friend is told by the first pronoun after."""
    named = sex_of_mark(mark)
    pronouns = {found.start(): sex for sex in _HE for found in re.finditer(_HE[sex], text)}
    first = pronouns[min(pronouns)] if pronouns else None
    return (sex for sex in _HE if sex == (first if named == "either" else named))


def _only_of_one_sex(text: str) -> Iterator[tuple[Sex, bool]]:
    """Find what only one sex says of itself, and whether it is said of somebody else."""
    for sex in _HE:
        for found in _own(sex).finditer(text):
            before = _SPOKEN_OF.findall(text[: found.start()].rpartition(". ")[2])
            subject = next(iter(_SPOKEN_OF.findall(found[0]) or before[-1:]), "i ")
            yield sex, not _OF_THE_VISITOR.match(subject)


@cache
def _phrases(name: str, sex: Sex = "female") -> re.Pattern[str]:
    """Make the expression of one list; only phrases with HE differ by sex."""
    lists = word_lists("whose_hair")
    words = {key: one_of(lists[key], {}) for key in lists if key.isupper()}
    gap = rf"(?:(?!{words['MENTION']})[^ .]+ ){{0,3}}?"
    return template(
        lists[name],
        {**words, "SOMEBODY": SOMEBODY, "NUMBER": NUMBER, "HE": _HE[sex], "...": gap},
    )


@cache
def _own(sex: Sex) -> re.Pattern[str]:
    """Make the expression of what one sex says of itself."""
    lists = word_lists("sex")
    one, many = _NOUNS[sex]
    numbers = {"NUMBER": NUMBER, "AGE": FROM_THIRTEEN}
    nouns = {"ONE": one_of(lists[one], {}), "MANY": one_of(lists[many], {})}
    return template(
        [*lists["either"], *lists[sex]],
        {**numbers, **nouns, "SOMEBODY": SOMEBODY, "A": f"(?:{one_of(lists['A'], numbers)})*"},
    )
