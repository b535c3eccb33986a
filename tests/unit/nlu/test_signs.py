"""Signs are found in what a message tells, alone or together, and not in what it rules out."""

from thatch.nlu.language import read
from thatch.nlu.reading import Mention, Reading
from thatch.nlu.signs import SignReader, SignWords

SIGNS = {
    "heart_named": SignWords(phrases=["heart|pulse"]),
    "out_of_step": SignWords(phrases=["racing|flutter*", "not steady"]),
    "heart_trouble": SignWords(together=[["heart_named", "out_of_step"]], unless=["asks"]),
    "asks": SignWords(phrases=["^ can|could"], unless=["told_all_the_same"]),
    "told_all_the_same": SignWords(phrases=["mine|my_own"]),
    "bald_spot": SignWords(phrases=["bald spot"]),
    "areata_named": SignWords(phrases=["@alopecia_areata"]),
}


def found(text: str, mentions: tuple[Mention, ...] = ()) -> list[set[str]]:
    reading = Reading(read(text), mentions=list(mentions))
    reader = SignReader(SIGNS, {})
    return [reader.completed(told) for told in reader.told_in(reading)]


def test_signs_of_a_sentence_make_up_another_in_any_order() -> None:
    assert "heart_trouble" in found("my heart keeps racing")[0]
    assert "heart_trouble" in found("racing and fluttering, my heart")[0]


def test_signs_of_two_sentences_make_up_nothing() -> None:
    told = found("My heart is in it. I was racing to tell you.")
    assert all("heart_trouble" not in signs for signs in told)


def test_a_sign_does_not_count_beside_what_rules_it_out() -> None:
    assert "heart_trouble" not in found("can it set your heart racing")[0]
    assert "heart_trouble" in found("tell me if it can set a heart racing")[0]


def test_what_rules_out_can_be_ruled_out() -> None:
    assert "heart_trouble" in found("can a heart be racing like mine")[0]


def test_a_denied_sign_makes_up_nothing() -> None:
    assert "heart_trouble" not in found("my heart is fine, no racing")[0]


def test_a_misspelt_word_counts() -> None:
    assert "heart_trouble" in found("my heart is raicng")[0]


def test_a_condition_is_read_both_by_its_name_and_by_its_words() -> None:
    mention = Mention("alopecia_areata", "condition", 1, 3)
    assert {"bald_spot", "areata_named"} <= found("a bald spot", (mention,))[0]


def test_a_sign_is_denied_where_the_message_tells_of_it_nowhere() -> None:
    def denied(text: str) -> set[str]:
        return SignReader(SIGNS, {}).denied_in(Reading(read(text)))

    assert denied("No bald spot so far") == {"bald_spot"}
    assert denied("No bald spot last year. A bald spot now") == set()
    assert denied("a bald spot") == set()
