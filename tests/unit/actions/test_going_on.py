"""What is said in few words is understood by what was said before."""

import pytest

from actions.answer import ActionAnswer
from actions.not_understood import ActionNotUnderstood
from tests.unit.actions.conversing import Conversation

ANSWER = ActionAnswer()


@pytest.fixture
def after_two() -> Conversation:
    """A conversation in which the approval of two treatments has been spoken of."""
    conversation = Conversation()
    both = ("mesotherapy", "prp")
    conversation.hear(ANSWER, "approval", [("approval", both)], topic=both)
    return conversation


@pytest.mark.parametrize(
    ("pointer", "topic"), [("first", "mesotherapy"), ("second", "prp"), ("last", "prp")]
)
def test_a_pointer_carries_the_question_to_one_of_two(
    after_two: Conversation, pointer: str, topic: str
) -> None:
    said = after_two.hear(ANSWER, "mention", pointer=pointer)
    assert (said.slots["topics"], said.slots["aspects"]) == ([topic], ["approval"])


def test_after_one_of_two_the_other_can_still_be_pointed_at(after_two: Conversation) -> None:
    after_two.hear(ANSWER, "cost", [("cost", ())], pointer="second")
    said = after_two.hear(ANSWER, "mention", pointer="other")
    assert (said.slots["topics"], said.slots["aspects"]) == (["mesotherapy"], ["cost"])


def test_a_pointer_to_what_was_never_named_leaves_the_topics(after_two: Conversation) -> None:
    said = after_two.hear(ANSWER, "cost", [("cost", ())], pointer="third")
    assert said.slots["topics"] == ["mesotherapy", "prp"]


def test_a_new_topic_ends_what_could_be_pointed_at(after_two: Conversation) -> None:
    after_two.hear(ANSWER, "cost", [("cost", ("biotin",))], topic="biotin")
    assert after_two.hear(ANSWER, "mention", pointer="second").slots["topics"] == ["biotin"]


def test_a_form_in_few_words_wins_over_a_guess() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "side_effects", [("side_effects", ("minoxidil",))], topic="minoxidil")
    said = conversation.hear(
        ANSWER,
        "contraindication",
        [("contraindication", ())],
        guessed_from="no, I meant tablets",
        route="oral",
    )
    assert said.slots["topics"] == ["minoxidil_oral"]
    assert said.slots["aspects"] == ["side_effects"]


def test_a_form_that_nothing_spoken_of_comes_in_asks_back() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "safety", [("safety", ("mesotherapy",))], topic="mesotherapy")
    said = conversation.hear(ANSWER, "mention", guessed_from="no, the tablets", route="oral")
    assert said.responses == ["utter_ask_topic"]
    payloads = [button["payload"] for button in said.buttons]
    assert '/safety{"topic": "finasteride_oral"}' in payloads
    assert all("_oral" in one or "itinib" in one for one in payloads)


def test_the_first_of_the_choices_that_were_offered_can_be_pointed_at() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "safety", [("safety", ("mesotherapy",))], topic="mesotherapy")
    asked_back = conversation.hear(ANSWER, "mention", guessed_from="no, the tablets", route="oral")
    said = conversation.hear(ANSWER, "mention", guessed_from="the first one", pointer="first")
    assert f'/safety{{"topic": "{said.slots["topics"][0]}"}}' == asked_back.buttons[0]["payload"]
    assert said.slots["aspects"] == ["safety"]


def test_whoever_named_nothing_can_point_at_a_choice_too() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "mention", guessed_from="that one")
    said = conversation.hear(ANSWER, "mention", guessed_from="the second", pointer="second")
    assert said.slots["topics"] == ["minoxidil"]


def test_a_form_goes_back_to_what_was_spoken_of_and_comes_in_it() -> None:
    conversation = Conversation()
    for topic in ("minoxidil", "mesotherapy"):
        conversation.hear(ANSWER, "pain", [("pain", (topic,))], topic=topic)
    said = conversation.hear(ANSWER, "mention", guessed_from="no, the tablets", route="oral")
    assert said.slots["topics"] == ["minoxidil_oral"]


def test_of_two_topics_a_form_means_the_one_that_comes_in_it() -> None:
    conversation = Conversation()
    both = ("prp", "finasteride")
    conversation.hear(ANSWER, "cost", [("cost", both)], topic=both)
    said = conversation.hear(ANSWER, "mention", guessed_from="the tablets", route="oral")
    assert said.slots["topics"] == ["finasteride_oral"]


def test_who_names_nothing_at_all_can_choose_a_topic() -> None:
    said = Conversation().hear(ANSWER, "mention", guessed_from="that one", pointer="other")
    assert said.responses == ["utter_ask_topic"]
    assert len(said.buttons) == 5


def test_a_guess_from_many_words_wins_over_what_was_asked_before() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("prp",))], topic="prp")
    said = conversation.hear(
        ANSWER,
        "contraindication",
        [("contraindication", ())],
        guessed_from="and would they even let me have meso while I am feeding",
        topic="mesotherapy",
    )
    assert said.slots["aspects"] == ["contraindication"]


def test_what_was_named_but_not_understood_is_remembered() -> None:
    conversation = Conversation()
    conversation.hear(ActionNotUnderstood(), "nlu_fallback", topic="scalp_cooling")
    said = conversation.hear(ANSWER, "effectiveness", [("effectiveness", ())])
    assert said.slots["topics"] == ["scalp_cooling"]


@pytest.mark.parametrize(("likely", "answered"), [(0.15, True), (0.02, False)])
def test_what_is_likely_of_what_is_spoken_of_is_understood_after_all(
    likely: float, answered: bool
) -> None:
    """PRP; and "sore?", of which the pipeline alone was not sure enough."""
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("prp",))], topic="prp")
    said = conversation.hear(ActionNotUnderstood(), "nlu_fallback", likeliest={"pain": likely})
    assert ("utter_prp.pain" in said.responses) is answered
    assert ("utter_ask_rephrase" in said.responses) is not answered


def test_what_nothing_was_spoken_of_before_is_asked_back_however_likely() -> None:
    said = Conversation().hear(ActionNotUnderstood(), "nlu_fallback", likeliest={"pain": 0.15})
    assert said.responses == ["utter_not_understood_again"]


def test_two_spoken_of_in_turn_are_compared() -> None:
    conversation = Conversation()
    for topic in ("mesotherapy", "prp"):
        conversation.hear(ANSWER, "cost", [("cost", (topic,))], topic=topic)
    said = conversation.hear(ANSWER, "comparison", [("comparison", ())])
    assert said.slots["topics"] == ["mesotherapy", "prp"]


def test_a_comparison_goes_back_beyond_what_came_between() -> None:
    """Mesotherapy, is it sore? My hairline, what is that? And PRP, is that better?"""
    conversation = Conversation()
    for aspect, topic in (("pain", "mesotherapy"), ("diagnosis", "receding_hairline")):
        conversation.hear(ANSWER, aspect, [(aspect, (topic,))], topic=topic)
    said = conversation.hear(ANSWER, "comparison", [("comparison", ("prp",))], topic="prp")
    assert said.slots["topics"] == ["mesotherapy", "prp"]


def test_a_list_of_options_is_not_asked_again_of_one_of_them() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "options", [("options", ("home_remedies",))], topic="home_remedies")
    said = conversation.hear(ANSWER, "mention", topic="castor_oil")
    assert said.slots["aspects"] == ["what_is", "effectiveness"]


def test_a_drink_alone_goes_on_with_what_was_asked() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "aftercare", [("aftercare", ("prp",))], topic="prp")
    said = conversation.hear(ANSWER, "mention", combination="alcohol_treatments")
    assert said.slots["aspects"] == ["aftercare"]
    assert said.slots["topics"] == ["prp"]


@pytest.mark.parametrize(
    ("topic", "aspect", "told"),
    [("ferritin", "tests", ["iron_deficiency"]), ("biopsy", "pain", []), ("gp", "cost", [])],
)
def test_a_test_is_told_as_what_it_looks_for_and_nobody_as_a_topic(
    topic: str, aspect: str, told: list[str]
) -> None:
    said = Conversation().hear(ANSWER, aspect, [(aspect, (topic,))], topic=topic)
    assert said.messages[0]["topics"] == told
    assert said.slots["topics"] == [topic], "to go on with"


def test_a_term_is_told_with_what_it_belongs_to_which_answers_where_it_has_no_words() -> None:
    conversation = Conversation()
    said = conversation.hear(ANSWER, "safety", [("safety", ("dermaroller",))], topic="dermaroller")
    assert said.messages[0]["topics"] == ["dermaroller", "microneedling"]
    assert "utter_dermaroller.safety" in said.responses
    said = conversation.hear(ANSWER, "pain", [("pain", ())])
    assert "utter_microneedling.pain" in said.responses


def test_what_is_told_of_besides_is_told_to_have_been_understood() -> None:
    """Since the baby I am moulting: how much is PRP?"""
    named = ("postpartum_hair_loss", "prp", "gp")
    said = Conversation().hear(ANSWER, "cost", [("cost", ("prp",))], topic=named)
    assert said.messages[0]["topics"] == ["prp", "postpartum_hair_loss"]


def test_whom_one_could_see_is_not_what_is_spoken_of() -> None:
    """Can CCCA be stopped? Which doctor, the skin one? And if I leave it?"""
    conversation = Conversation()
    conversation.hear(ANSWER, "prognosis", [("prognosis", ("ccca",))], topic="ccca")
    seeing = [("provider_choice", ("dermatologist",))]
    said = conversation.hear(ANSWER, "provider_choice", seeing, topic="dermatologist")
    assert said.slots["topics"] == ["ccca"]
    assert "utter_ccca.provider_choice.uk" in said.responses


def test_a_term_that_comes_up_is_not_what_is_spoken_of() -> None:
    """Finasteride, does it work? Is it off-label? And if I stop?"""
    conversation = Conversation()
    works = [("effectiveness", ("finasteride",))]
    conversation.hear(ANSWER, "effectiveness", works, topic="finasteride")
    licensed = [("approval", ("off_label",))]
    said = conversation.hear(ANSWER, "approval", licensed, topic="off_label")
    assert said.messages[0]["topics"] == ["finasteride", "off_label"]
    assert said.slots["topics"] == ["finasteride"]


@pytest.mark.parametrize(
    ("aspect", "topic"), [("prognosis", "telogen_effluvium"), ("cost", "microneedling")]
)
def test_a_question_goes_back_to_what_it_is_written_on(aspect: str, topic: str) -> None:
    """A treatment has no prognosis: "will it grow back" is asked of the hair loss before it."""
    conversation = Conversation()
    for asked, spoken_of in (("causes", "telogen_effluvium"), ("pain", "microneedling")):
        conversation.hear(ANSWER, asked, [(asked, (spoken_of,))], topic=spoken_of)
    assert conversation.hear(ANSWER, aspect, [(aspect, ())]).slots["topics"] == [topic]


@pytest.mark.parametrize(
    ("spoken_of", "asked_of"),
    [
        (("mesotherapy", "iron"), "mesotherapy"),
        (("telogen_effluvium", "ketoconazole_shampoo"), "ketoconazole_shampoo"),
    ],
)
def test_what_nothing_is_written_on_stays_with_a_treatment_unless_it_is_asked_sooner_of_another(
    spoken_of: tuple[str, ...], asked_of: str
) -> None:
    """Some hair loss hurts, and whether the shampoo does is not told; of injections all ask."""
    conversation = Conversation()
    for topic in spoken_of:
        conversation.hear(ANSWER, "duration", [("duration", (topic,))], topic=topic)
    assert conversation.hear(ANSWER, "pain", [("pain", ())]).slots["topics"] == [asked_of]


def test_a_question_goes_back_to_what_was_named_by_the_way() -> None:
    conversation = Conversation()
    named = ("intralesional_corticosteroid", "alopecia_areata")
    conversation.hear(ANSWER, "pain", [("pain", named[:1])], topic=named)
    assert conversation.hear(ANSWER, "causes", [("causes", ())]).slots["topics"] == [named[1]]


def test_whether_a_side_effect_passes_is_asked_of_the_treatment() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "causes", [("causes", ("telogen_effluvium",))])
    for asked in ("side_effects", "prognosis"):
        said = conversation.hear(ANSWER, asked, [(asked, ())], topic="minoxidil_topical")
    assert said.slots["topics"] == ["minoxidil_topical"]
    assert said.slots["aspects"] == ["side_effects"]


def test_a_form_is_compared_with_the_one_that_was_spoken_of() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("minoxidil_topical",))], topic="minoxidil_topical")
    said = conversation.hear(ANSWER, "comparison", [("comparison", ())], route="oral")
    assert said.slots["topics"] == ["minoxidil_topical", "minoxidil_oral"]
