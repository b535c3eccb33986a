"""Labels and hearings made by hand, with nothing in them but what a test is about."""

from typing import Any

from thatch.evaluation.answered import Relations
from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Kind, Labels, Question, State, Turn

RELATIONS = Relations(
    members={
        "minoxidil": ("minoxidil_topical", "minoxidil_oral"),
        "ferritin": ("iron_deficiency",),
    },
    untold={"gp"},
    instead={"pain": ("side_effects",), "cost": ()},
)


def labels(**given: Any) -> Labels:
    return Labels.model_validate({"topics": (), "aspects": (), **given})


def question(id_: str = "t1", kind: Kind = "in_scope", tags: Any = (), **given: Any) -> Question:
    return Question(id=id_, text=f"text of {id_}", kind=kind, labels=labels(**given), tags=tags)


def turn(state: dict[str, Any], kind: Kind = "in_scope", **given: Any) -> Turn:
    return Turn(text="text", kind=kind, labels=labels(**given), state_after=State(**state))


def heard(kind: str = "answer", **given: Any) -> Heard:
    nothing: dict[str, Any] = {
        "topics": (),
        "aspects": (),
        "answered": (),
        "without_answer": (),
        "offered": (),
        "red_flags": (),
        "probabilities": {},
        "name": None,
        "sex": None,
        "remembered": (),
    }
    return Heard(kind=kind, **{**nothing, **given})
