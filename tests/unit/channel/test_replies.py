"""A reply, summed up from its messages."""

from thatch.channel.replies import answer

ITEM = {"content": "combination.jak_vaccines", "topic": "jak_inhibitors", "aspect": "combination"}
PART = {"kind": "answer", "item": ITEM}


def test_an_item_is_told_as_the_content_has_it() -> None:
    told = answer([{"metadata": PART}], "model", "hash")
    assert told["items"] == [ITEM]


def test_an_item_is_told_on_the_question_that_it_answers() -> None:
    asked = {"topic": "ritlecitinib", "aspect": "contraindication"}
    told = answer([{"metadata": PART, "on": asked}], "model", "hash")
    assert told["items"] == [{**ITEM, **asked}]
