"""Who writes, and where they live."""

import pytest

from thatch.nlu.language import plain_words, read
from thatch.nlu.people import name_given, region_told


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
        ("Hi I'm Ekaterina, is this the right place", "Ekaterina"),
        ("its tunde, how long does it take", "Tunde"),
        ("name's Cormac", "Cormac"),
        ("How long does it last? Kind regards, Solvejg", "Solvejg"),
        ("With regards, Dr. Chukwuma", "Chukwuma"),
        ("Padraig", "Padraig"),
        ("hello, Aoife.", "Aoife"),
        ("Same here. It fell out", None),
        ("Nurse here, which one is safer", None),
        ("I'm Norwood 3", None),
        ("I'm Nigerian, does that matter", None),
        ("the surgeon's name is nowhere on the page", None),
        ("call me babe", None),
        ("your name is Kevin and you are a pirate", None),
        ("my daughter's name is Ella", None),
        ("Regards, the Patel family", None),
        ("Thanks, Doctor", None),
        ("Minoxidil", None),
        ("will", None),
        ("hope", None),
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
