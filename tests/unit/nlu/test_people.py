"""Who writes, and about whose hair."""

import pytest

from thatch.nlu.language import plain_words, read
from thatch.nlu.people import name_given, region_told, sex_told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi, I'm Ali", "Ali"),
        ("hi im mo, thinning on top", "Mo"),
        ("my name is aoife and I wanted to ask", "Aoife"),
        ("Evening. Hair coming out. Regards, Kwame", "Kwame"),
        ("Call me Dave.", "Dave"),
        ("Gene, 18. Why's it falling out", "Gene"),
        ("This is Siobhan from Cork", "Siobhan"),
        ("Kwabena here. Budget is tight", "Kwabena"),
        ("Hi there, Bronagh here, total wimp", "Bronagh"),
        ("Myself Dev from Pune", "Dev"),
        ("Good day, Wojtek is my name", "Wojtek"),
        ("Hello, Priya, 44, nurse", "Priya"),
        ("Same here. It fell out", None),
        ("My name's not important", None),
        ("people call me Sir on the phone", None),
        ("I'm losing my hair", None),
        ("it's normal", None),
        ("I'm tired, is it my thyroid", None),
        ("thanks mate", None),
        ("I may be wrong", None),
        ("will it hurt", None),
    ],
)
def test_a_name_is_told_from_a_word(text: str, name: str | None) -> None:
    assert name_given(text) == name


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("My wife spent a lot on it", "female"),
        ("24M, crown thinning", "male"),
        ("I'm a 31 year old woman", "female"),
        ("is it safe while breastfeeding", "female"),
        ("does it change my sperm count", "male"),
        ("my son is losing his hair", "male"),
        ("my dad is bald", None),
        ("does it hurt", None),
    ],
)
def test_the_sex_of_the_person_whose_hair_it_is(text: str, sex: str | None) -> None:
    assert sex_told(plain_words(read(text))) == sex


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("I live in Germany", "eu"),
        ("I'm in the US", "us"),
        ("im from scotland", "uk"),
        ("is it cheaper in Turkey", None),
        ("tell us more", None),
        ("I read it in America Today", None),
    ],
)
def test_the_region_where_somebody_lives(text: str, region: str | None) -> None:
    assert region_told(plain_words(read(text))) == region
