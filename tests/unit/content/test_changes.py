"""What changed in words, and what only looks so."""

import pytest

from thatch.content.changes import Change, RevisionError, changes, in_words


def test_a_change_is_told_word_by_word() -> None:
    change = Change("prp.yml", "text", "It may help some men.", "It helps some men and women.")
    assert list(in_words(change)) == [
        ("same", "It"),
        ("gone", "may help"),
        ("new", "helps"),
        ("same", "some"),
        ("gone", "men."),
        ("new", "men and women."),
    ]


def test_a_new_text_is_all_new() -> None:
    assert list(in_words(Change("prp.yml", "text", "", "It may help."))) == [
        ("new", "It may help.")
    ]


def test_the_first_commit_had_none_of_todays_texts() -> None:
    found = {(one.file, one.field): one for one in changes("HEAD")}
    assert all(one.before != one.after for one in found.values())


def test_a_revision_that_is_none_is_refused() -> None:
    with pytest.raises(RevisionError, match="name one such as HEAD~1"):
        changes("no-such-revision")
