"""Texts that nobody may trip the assistant with, the same ones each time."""

import json
import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from thatch.paths import ROOT

_SEED = 20261126
_LONGEST = 1000
"""Characters that the web channel lets pass."""
_LABELLED = ROOT / "benchmarks" / "understanding"
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

_ONSETS = "b|bl|br|c|ch|d|dr|f|g|gl|h|j|k|l|m|n|p|pl|qu|r|s|sh|sk|st|t|tr|v|w|y|z"
_VOWELS = "a|e|i|o|u|ai|ee|oa|oo|ou"
_ENDINGS = "|b|ck|ft|l|m|n|nd|r|sh|st|x"
_OURS = """
    my hair|minoxidil|prp|meso|my wife|he's|I'm|24m|is it safe|does it hurt|chest pain|not|and|,|.|?
    the second one|in the uk|5%|swollen throat|the pill|how much|call me|regards,|Ali
"""
_EMOJI = "😀|👩🏽‍🦲|💇‍♀️|❤️‍🩹|1️⃣|🇬🇧|👨‍👩‍👧‍👦"
_RIGHT_TO_LEFT = "\u202e|\u202c|\u200f|\u2067|\u2069|שיער|تساقط|مو"
_MARKUP = """
    <b>|</b>|<script>alert(1)</script>|<img src=x onerror=y>|<!--|-->|&lt;|&#x41;|<|>|</|<![CDATA[
    {{7*7}}|${x}|%s|%00|{name}|[a](b)|**
"""
_YAML = """
    ---|- intent: x|key: value|key: [|&a *a|!!python/object:os.system| # x|>-|? !|%YAML 1.2|{a: b
    @female|/greet|/greet{"a": 1}|EXTERNAL: x|null|~
"""
_SQL = """
    ' OR '1'='1|'; DROP TABLE events; --|UNION SELECT * FROM users|/*|*/|" OR ""="|\\x00|(SELECT 1)
"""
_PUNCTUATION = "!|?|...|…|,|;|:|-|–|—|'|\"|’|(|)|[|]|/|\\|@|#|&|*|_|~|^|`|$|£"


def invented_words(number: int) -> Iterator[str]:
    """Make words that can be spoken and mean nothing."""
    chance = random.Random(_SEED)
    syllable = [part.split("|") for part in (_ONSETS, _VOWELS, _ENDINGS)]
    for _ in range(number):
        syllables = range(chance.randint(1, 4))
        yield "".join(chance.choice(part) for _ in syllables for part in syllable)


def mistyped_messages() -> Iterator[str]:
    """Give every labelled message with about one letter in twelve mistyped."""
    chance = random.Random(_SEED)
    for path in sorted(_LABELLED.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            for message in entry.get("turns", [entry]):
                yield "".join(_typed(letter, chance) for letter in message["text"])


def generated(number: int) -> Iterator[str]:
    """Mix characters of every Unicode category, emoji, markup, code, long words and ours."""
    chance = random.Random(_SEED)
    written = (_OURS, _EMOJI, _RIGHT_TO_LEFT, _MARKUP, _YAML, _SQL, _PUNCTUATION)
    pieces = [re.split(r"\||\n *", part.strip()) for part in written]
    long_words = [letter * 300 for letter in "aE0é字"]
    kinds = [*_by_category(), *2 * pieces, *3 * pieces[:1], long_words]
    yield from ("", " ", "\n", "\0", "?")
    for _ in range(number - 5):
        mixed = [*chance.choice(kinds), *chance.choice(kinds)]
        length = chance.randint(1, 5)
        text = chance.choice(["", " "]).join(chance.choice(mixed) for _ in range(length))
        yield text[:_LONGEST]


def _typed(letter: str, chance: random.Random) -> str:
    """Give a letter, or in one of twelve cases nothing, the letter twice, or a key beside it."""
    row = next((row for row in _KEYBOARD if letter.lower() in row), letter)
    beside = row[max(row.find(letter.lower()) - 1, 0) :][:3]
    slips = ["", letter * 2, chance.choice(beside)]
    return chance.choice(slips) if chance.random() < 1 / 12 else letter


def _by_category() -> list[list[str]]:
    """Give all characters there are in lists, one for each category, lone surrogates too."""
    categories = defaultdict(list)
    for character in map(chr, range(sys.maxunicode + 1)):
        categories[unicodedata.category(character)].append(character)
    return list(categories.values())
