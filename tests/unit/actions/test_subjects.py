"""Which topics something is asked about."""

import pytest

from actions.hearing import Asked, Heard
from actions.memory import Memory
from actions.shelf import library
from actions.subjects import subjects


def about(
    aspect: str,
    beside: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
    routes: tuple[str, ...] = (),
    before: tuple[str, ...] = (),
) -> tuple[str, ...]:
    heard = Heard(aspect, named or beside, (), routes, (), (), (), False, False, False)
    return subjects(Asked(aspect, beside), heard, Memory(topics=before), library())


def test_the_topic_beside_a_question_is_meant() -> None:
    assert about("pain", ("mesotherapy",), ("prp", "mesotherapy")) == ("mesotherapy",)


def test_a_topic_without_an_answer_yields_to_one_that_has() -> None:
    named = ("spironolactone", "pcos")
    assert about("stopping", ("pcos",), named) == named


def test_all_are_compared_not_the_nearest() -> None:
    named = ("biotin", "iron", "vitamin_d")
    assert about("comparison", named[:2], named) == named


def test_what_somebody_has_is_the_background_of_what_was_spoken_of() -> None:
    asked = about("contraindication", ("scalp_psoriasis",), before=("microneedling",))
    assert asked == ("microneedling", "scalp_psoriasis")


def test_a_kind_of_hair_loss_that_has_kinds_of_its_own_is_background_too() -> None:
    asked = about("effectiveness", ("androgenetic_alopecia",), before=("minoxidil",))
    assert asked == ("minoxidil", "androgenetic_alopecia")


@pytest.mark.parametrize(
    ("aspect", "named", "before", "meant"),
    [
        ("provider_choice", "dermatologist", "ccca", ("ccca", "dermatologist")),
        ("definition", "dermatologist", "ccca", ("dermatologist",)),
        ("availability", "gp", "spironolactone", ("spironolactone", "gp")),
        ("availability", "gp", "ccca", ("gp",)),
        ("provider_choice", "alopecia_areata", "ccca", ("alopecia_areata",)),
        ("aftercare", "minoxidil_topical", "prp", ("prp", "minoxidil_topical")),
        ("aftercare", "prp", "mesotherapy", ("prp",)),
        ("aftercare", "minoxidil_topical", "finasteride_oral", ("minoxidil_topical",)),
        ("suitability", "norwood", "minoxidil", ("minoxidil", "norwood")),
        ("approval", "off_label", "minoxidil_oral", ("minoxidil_oral", "off_label")),
        ("suitability", "dread_shed", "finasteride", ("dread_shed",)),
        ("causes", "stress_hair_loss", "alopecia_areata", ("alopecia_areata", "stress_hair_loss")),
        ("causes", "stress_hair_loss", "minoxidil", ("stress_hair_loss",)),
        ("prognosis", "ccca", "alopecia_areata", ("ccca",)),
    ],
)
def test_whom_one_could_see_what_one_uses_at_home_a_term_and_a_cause_are_background(
    aspect: str, named: str, before: str, meant: tuple[str, ...]
) -> None:
    """Which doctor, the skin one? When am I back on the foam? A Norwood 2? Is it stress?"""
    assert about(aspect, (named,), before=(before,)) == meant


@pytest.mark.parametrize(
    ("aspect", "before", "meant"),
    [
        ("options", "minoxidil_oral", ("minoxidil_oral", "androgenetic_alopecia")),
        ("options", "minoxidil", ("minoxidil", "androgenetic_alopecia")),
        ("options", "dermaroller", ("dermaroller", "androgenetic_alopecia")),
        ("causes", "scalp_cooling", ("scalp_cooling", "chemotherapy_hair_loss")),
        ("options", "castor_oil", ("castor_oil",)),
        ("pain", "minoxidil_oral", ("minoxidil_oral",)),
    ],
)
def test_what_is_asked_of_hair_loss_is_asked_of_what_a_treatment_is_used_for(
    aspect: str, before: str, meant: tuple[str, ...]
) -> None:
    """Can't take that one, what else is there? It stays what is spoken of."""
    assert about(aspect, before=(before,)) == meant


def test_of_why_and_which_all_signs_are_asked_that_are_told() -> None:
    """Four stone down, and now my ponytail is half what it was."""
    named = ("weight_loss_hair_loss", "diffuse_thinning")
    assert set(about("causes", named[1:], named)) == set(named)
    assert about("prognosis", named[1:], named) == named[1:]


@pytest.mark.parametrize(
    ("topic", "route", "meant"),
    [
        ("minoxidil", "oral", "minoxidil_oral"),
        ("minoxidil_topical", "oral", "minoxidil_oral"),
        ("vitamin_d", "oral", "vitamin_d"),
        ("intralesional_corticosteroid", "injection", "intralesional_corticosteroid"),
        ("scalp_injections", "injection", "scalp_injections"),
    ],
)
def test_a_form_names_a_relative_only_where_it_is_the_only_one(
    topic: str, route: str, meant: str
) -> None:
    assert about("cost", (topic,), routes=(route,)) == (meant,)


def test_two_forms_of_one_medicine_are_compared() -> None:
    asked = about(
        "comparison", ("minoxidil_topical",), routes=("topical", "oral"), before=("thinning_crown",)
    )
    assert asked == ("minoxidil_topical", "minoxidil_oral")


def test_what_two_forms_are_for_does_not_stand_between_them() -> None:
    asked = about(
        "comparison",
        ("minoxidil_topical",),
        ("thinning_crown", "minoxidil_topical"),
        routes=("topical", "oral"),
    )
    assert asked == ("thinning_crown", "minoxidil_topical", "minoxidil_oral")


def test_a_treatment_is_not_compared_with_a_condition() -> None:
    asked = about("comparison", ("minoxidil_topical",), before=("receding_hairline",))
    assert asked == ("minoxidil_topical",)
    asked = about("comparison", ("minoxidil_topical",), before=("androgenetic_alopecia",))
    assert asked == ("minoxidil_topical",), "nor with one that has kinds of its own"


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        (("finasteride", "minoxidil_topical"), ("finasteride", "minoxidil_topical")),
        (("minoxidil", "minoxidil_topical"), ("minoxidil_topical",)),
    ],
)
def test_a_form_is_that_of_the_medicine_it_is_named_with(
    named: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    assert about("effectiveness", named, routes=("topical",)) == meant


@pytest.mark.parametrize(
    ("route", "before", "meant"),
    [
        ("oral", "alopecia_areata", ("jak_inhibitors",)),
        ("injection", "alopecia_areata", ("intralesional_corticosteroid",)),
        ("injection", "male_pattern_hair_loss", ("scalp_injections",)),
        ("oral", "iron_deficiency", ("iron",)),
        ("oral", "frontal_fibrosing_alopecia", ("frontal_fibrosing_alopecia",)),
        ("injection", "baricitinib", ("intralesional_corticosteroid",)),
        ("oral", "mesotherapy", ("mesotherapy",)),
    ],
)
def test_a_form_after_hair_loss_is_that_of_what_it_is_treated_with(
    route: str, before: str, meant: tuple[str, ...]
) -> None:
    """The new tablets, what are they?"""
    assert about("effectiveness", routes=(route,), before=(before,)) == meant


def test_the_other_form_does_not_turn_what_was_spoken_of_into_itself() -> None:
    """Is the foam safer? After the tablets."""
    other = ("minoxidil_topical",)
    asked = about("comparison", other, routes=("topical",), before=("minoxidil_oral",))
    assert asked == ("minoxidil_oral", *other)
