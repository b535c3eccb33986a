"""What is wrong in the knowledge, in an editor's language."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

_BRANCHES = ("one", "gap", "regional")
"""Names that the schema gives to the forms of an answer."""
_NEVER_TYPED = {*_BRANCHES, "[key]"}
"""Parts of a fault's place that no editor typed."""


_MOST_TO_LIST = 20


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: which file, which field, what is wrong and what would be right."""

    file: str
    field: str
    fault: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.fault}"


class KnowledgeError(Exception):
    """The knowledge files have faults; `problems` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Name the known word that was most likely meant, or all of them where none is close."""
    known = sorted(known)
    if close := difflib.get_close_matches(word, known, n=1):
        return f"did you mean {close[0]!r}?"
    if len(known) > _MOST_TO_LIST:
        return "and none of those that exist is like it; add it first"
    return f"use one of {', '.join(known)}"


def problems_in(file: str, error: ValidationError, schema: Mapping[str, Any]) -> list[Problem]:
    """Translate a validation error.

    Args:
        file: the file's name as an editor knows it.
        error: what pydantic found.
        schema: the JSON schema that was not met.
    """
    return [
        Problem(file, _field(fault["loc"]), _fault(fault, schema))
        for fault in error.errors(include_url=False)
    ]


def _field(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location if part not in _NEVER_TYPED) or "(whole file)"


def _fault(fault: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    value, context = fault["input"], fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            return "is missing, add it"
        case "extra_forbidden":
            name = str(fault["loc"][-1])
            return (
                f"is no field of this place, {suggestion(name, _fields_at(fault['loc'], schema))}"
            )
        case "literal_error":
            allowed = re.findall("'(.+?)'", context["expected"])
            return f"is {value!r}, {suggestion(str(value), allowed)}"
        case "value_error":
            return str(context["error"])
        case "too_short":
            return "is empty, name at least one"
        case "string_pattern_mismatch":
            return f"is {value!r}, {_expected(context['pattern'])}"
        case "date_from_datetime_parsing" | "date_type":
            return f"is {value!r}, write a date such as 2026-11-22"
        case "int_type" | "int_parsing":
            return f"is {value!r}, write a whole number"
        case "string_type":
            return f"is {value!r}, write a text; put it in quotes if it looks like a number or date"
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"is {value!r}, write fields below it"
        case "tuple_type" | "list_type":
            return f"is {value!r}, write a list, as in [one, two]"
    return f"{fault['msg'][0].lower()}{fault['msg'][1:]}"


def _expected(pattern: str) -> str:
    if "https://|tel:" in pattern:
        return "write an address that starts with https://, tel: or mailto:"
    if pattern.startswith("^https"):
        return "write an address that starts with https://"
    if "uk|us|eu" in pattern:
        return "write the id of an answer such as prp.pain or prp.approval.uk"
    if "a-z0-9_" in pattern:
        return "write an id of small letters, digits and underscores"
    return "write one line without braces or angle brackets"


def _fields_at(location: tuple[int | str, ...], schema: Mapping[str, Any]) -> list[str]:
    """The fields that the schema knows where an unknown one was found."""
    node: Any = schema
    for part in location[:-1]:
        node = _resolve(node, schema)
        if part in _BRANCHES:
            node = node["oneOf"][_BRANCHES.index(part)]
        elif isinstance(part, int):
            node = node["items"]
        else:
            node = node.get("properties", {}).get(part) or _entry(node)
    return list(_resolve(node, schema).get("properties", {}))


def _entry(node: Mapping[str, Any]) -> Any:
    """What stands under any key of a mapping whose keys are ids."""
    patterns = node.get("patternProperties", {})
    return next(iter(patterns.values()), node.get("additionalProperties") or {})


def _resolve(node: Any, schema: Mapping[str, Any]) -> Any:
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node:
            node = next(branch for branch in node["anyOf"] if branch.get("type") != "null")
        else:
            return node
