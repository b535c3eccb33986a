"""The kinds of fields that knowledge files are made of, each as strict as it can be."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from thatch.knowledge.problems import suggestion
from thatch.knowledge.text import CONTACT, TEMPLATE_FIELD, fault_in
from thatch.knowledge.vocabulary import Region


def _visitor_text(text: str) -> str:
    if fault := fault_in(text):
        raise ValueError(fault)
    return text


def _template(text: str) -> str:
    _visitor_text(TEMPLATE_FIELD.sub("", text))
    return text


def _known(kind: str) -> Callable[[str, ValidationInfo], str]:
    """Hold an id to those of its kind, where the loader tells which there are."""

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(f"{kind}s")
        if known is not None and value not in known:
            raise ValueError(f"{value!r} is no {kind}, {suggestion(value, known)}")
        return value

    return check


def contacts_exist(text: str, info: ValidationInfo) -> str:
    """Hold a text to contacts that there are, such as `[emergency]`."""
    for contact in CONTACT.finditer(text):
        _known("contact")(contact["kind"], info)
    return text


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
ContentId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*(\.(uk|us|eu))?$")
]
"""An answer ("prp.pain"), or what one region is told ("prp.approval.uk")."""
SourceId = Annotated[Identifier, AfterValidator(_known("source"))]
AspectId = Annotated[Identifier, AfterValidator(_known("aspect"))]
TopicId = Annotated[Identifier, AfterValidator(_known("topic"))]
ContactId = Annotated[Identifier, AfterValidator(_known("contact"))]
SignId = Annotated[Identifier, AfterValidator(_known("sign"))]

Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n{}<>]+$")]
Markdown = Annotated[str, AfterValidator(_visitor_text)]
Template = Annotated[str, AfterValidator(_template)]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
ContactUri = Annotated[str, StringConstraints(pattern=r"^(https://|tel:|mailto:)\S+$")]


def _named(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise ValueError("is empty, name at least one")
    return value


AtLeastOne = AfterValidator(_named)
"""Unlike `min_length` it keeps quiet where the entries themselves are at fault."""
Sources = Annotated[tuple[SourceId, ...], AtLeastOne]


class Record(BaseModel):
    """Anything in a knowledge file: strict, and not to be changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ByRegion(Record):
    """Something that differs by region."""

    def __getitem__(self, region: Region) -> Any:
        return getattr(self, region)


class Review(Record):
    """When a text was checked against its sources, and when it must be again."""

    checked: date
    due: date

    @model_validator(mode="after")
    def _due_after_checked(self) -> "Review":
        if self.due <= self.checked:
            raise ValueError("is due before it was checked, give a later date for due")
        return self
