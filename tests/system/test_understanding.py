"""What the running assistant makes of messages that need more than their own words."""

import pytest

from tests.system.conftest import Client


@pytest.mark.parametrize(
    ("text", "in_their_words"),
    [
        ("Ile kosztuje przeszczep włosów?", "rozumiem tylko po angielsku"),
        ("¿Duelen mucho las inyecciones en la cabeza?", "solo entiendo inglés"),
        ("هل يؤلم العلاج كثيرا؟", "لا أفهم إلا الإنجليزية"),
        ("Πονάει πολύ η θεραπεία;", "understand only English"),
    ],
)
def test_other_languages_are_answered_in_their_own(
    visitor: Client, text: str, in_their_words: str
) -> None:
    reply = visitor.say(text)
    (message,) = reply["messages"]
    assert in_their_words in message["text"]
    assert "(tel:999)" in message["text"]
    assert reply["answer"]["kind"] == "unknown"


def test_how_sore_something_is_that_is_not_ours_is_out_of_scope(visitor: Client) -> None:
    assert visitor.say("lip filler, how sore is it")["answer"]["kind"] == "out_of_scope"


def test_urgent_advice_is_given_again_until_something_else_is_understood(visitor: Client) -> None:
    first = visitor.say("my throat is closing up after the injection")
    again = visitor.say("hmmm well i dunno")
    assert again["answer"]["red_flags"] == first["answer"]["red_flags"] == ["anaphylaxis"]
    assert visitor.say("how much does prp cost")["answer"]["red_flags"] == []


@pytest.mark.parametrize(
    "text",
    [
        "been on oral minoxidil 3 weeks",
        "i started dutasteride last week",
        "my husband has been on finasteride 2 months",
    ],
)
def test_that_a_treatment_is_taken_is_no_alarm(visitor: Client, text: str) -> None:
    assert visitor.say(text)["answer"]["red_flags"] == []


def test_two_things_asked_plainly_are_both_heard(visitor: Client) -> None:
    answer = visitor.say("what happens in mesotherapy and does it hurt")["answer"]
    assert answer["aspects"] == ["procedure", "pain"]


def test_what_was_spoken_of_before_makes_a_sign_urgent(visitor: Client) -> None:
    visitor.say("how much oral minoxidil do men usually take")
    answer = visitor.say("ok. my pulse won't come down below 110 now, even in bed")["answer"]
    assert (answer["kind"], answer["red_flags"]) == ("red_flag", ["chest_heart"])


def test_what_a_booking_names_is_spoken_of(visitor: Client) -> None:
    assert visitor.say("I'd like to book an appointment for PRP")["answer"]["kind"] == "admin"
    assert visitor.say("does it hurt")["answer"]["topics"] == ["prp"]


def test_two_spoken_of_in_turn_are_compared(visitor: Client) -> None:
    visitor.say("how much does prp cost")
    visitor.say("and mesotherapy?")
    answer = visitor.say("which of the two is better")["answer"]
    assert answer["topics"] == ["prp", "mesotherapy"]
    assert answer["aspects"] == ["comparison"]


@pytest.mark.parametrize("choice", ["go on then, the first", "yes, the first one"])
def test_a_yes_that_points_at_something_chooses_it(visitor: Client, choice: str) -> None:
    visitor.say("does prp or mesotherapy hurt more")
    assert visitor.say(choice)["answer"]["topics"] == ["prp"]


def test_what_names_a_treatment_is_not_lightly_turned_away(visitor: Client) -> None:
    assert visitor.say("my barber swears by Alpecin")["answer"]["kind"] != "out_of_scope"
    assert visitor.say("prp for tennis elbow")["answer"]["kind"] == "out_of_scope"


def test_a_treatment_alone_repeats_the_last_question(visitor: Client) -> None:
    visitor.say("how long does rosemary oil take to work")
    answer = visitor.say("castor?")["answer"]
    assert (answer["topics"], answer["aspects"]) == (["castor_oil"], ["duration"])


def test_a_question_goes_back_to_what_it_is_written_on(visitor: Client) -> None:
    visitor.say("what causes telogen effluvium")
    visitor.say("does ketoconazole shampoo work")
    answer = visitor.say("will it grow back")["answer"]
    assert (answer["topics"], answer["aspects"]) == (["telogen_effluvium"], ["prognosis"])


def test_what_names_nothing_is_read_beside_what_was_spoken_of(visitor: Client) -> None:
    visitor.say("does ketoconazole shampoo work")
    answer = visitor.say("dries my hair out like straw")["answer"]
    assert (answer["topics"], answer["aspects"]) == (["ketoconazole_shampoo"], ["side_effects"])


def test_whom_one_could_see_does_not_take_the_place_of_what_one_has(visitor: Client) -> None:
    visitor.say("can ccca be stopped")
    answer = visitor.say("who do i see, the skin doctor?")["answer"]
    assert (answer["topics"], answer["aspects"]) == (["ccca"], ["provider_choice"])
    assert visitor.say("will it grow back")["answer"]["topics"] == ["ccca"]


def test_another_thing_after_an_or_is_asked_the_same(visitor: Client) -> None:
    visitor.say("does ketoconazole shampoo work")
    answer = visitor.say("or minoxidil")["answer"]
    assert (answer["topics"], answer["aspects"]) == (["minoxidil"], ["effectiveness"])
