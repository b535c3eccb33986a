"""The written texts as responses by name: what the model learns to say, word for word."""

from collections.abc import Mapping
from typing import Any

from thatch.knowledge.curated import Curated
from thatch.knowledge.library import Library, disagreement_response
from thatch.knowledge.schema import CaveatText, ContactLine, RedFlag
from thatch.knowledge.text import CONTACT
from thatch.knowledge.vocabulary import REGIONS, Region

Response = dict[str, Any]
"""A text, and `metadata` that reaches the channel with it: which part of what reply it is."""

_CAVEAT = {"kind": "answer", "part": "caveat"}


def responses(library: Library) -> dict[str, Response]:
    """Compile every answer, caveat and piece of advice.

    Args:
        library: the knowledge.

    Returns:
        A response for each response name.
    """
    return {
        **_answers(library),
        **_disagreements(library),
        **_caveats(library),
        **_red_flags(library),
    }


def by_region(variations: list[Response], library: Library) -> list[Response]:
    """Give a text that names a contact, such as `[emergency]`, a variation for each region.

    Args:
        variations: a response of domain.yml.
        library: the knowledge, which holds each region's contacts.
    """
    if not any(CONTACT.search(one["text"]) for one in variations):
        return variations
    return [
        {
            **one,
            "text": _with_contacts(one["text"], region, library),
            "condition": [
                *one.get("condition", ()),
                {"type": "slot", "name": "region", "value": region},
            ],
        }
        for one in variations
        for region in REGIONS
    ]


def caveat_response(caveat: str, region: Region, texts: Mapping[str, CaveatText]) -> str:
    """Name the response of a caveat, the region's own where it has one.

    Args:
        caveat: its id.
        region: the visitor's.
        texts: all caveats' wordings; guidance is none of them and the same everywhere.
    """
    regional = caveat in texts and not isinstance(texts[caveat].text, str)
    return f"utter_caveat.{caveat}" + (f".{region}" if regional else "")


def red_flag_response(red_flag: str, region: Region) -> str:
    """Name the response of a red flag's advice."""
    return f"utter_red_flag.{red_flag}.{region}"


def _answers(library: Library) -> dict[str, Response]:
    return {
        curated.response: {
            "text": curated.text,
            "metadata": {"kind": "answer", "part": "answer", "item": item(curated)},
        }
        for curated in library.all_answers()
    }


def item(curated: Curated) -> Response:
    """Give what the contract tells of a given answer."""
    return {
        "content": curated.content,
        "topic": curated.topic,
        "aspect": curated.aspect,
        "region": curated.region,
        "evidence": curated.evidence,
        "reviewed": curated.review.checked.isoformat(),
        "review_due": curated.review.due.isoformat(),
        "sources": list(curated.sources),
    }


def _disagreements(library: Library) -> dict[str, Response]:
    return {
        disagreement_response(topic.id, disagreement): {
            "text": disagreement.text,
            "metadata": _CAVEAT,
        }
        for topic in library.topics.values()
        for disagreement in topic.disagreements
    }


def _caveats(library: Library) -> dict[str, Response]:
    wordings = {
        caveat_response(caveat, region, library.caveats): wording.text
        if isinstance(wording.text, str)
        else wording.text[region]
        for caveat, wording in library.caveats.items()
        if wording.text
        for region in REGIONS
    }
    guidance = {f"utter_caveat.{id_}": one.text for id_, one in library.guidance.items()}
    return {
        name: {"text": text, "metadata": _CAVEAT} for name, text in {**wordings, **guidance}.items()
    }


def _red_flags(library: Library) -> dict[str, Response]:
    return {
        red_flag_response(id_, region): {
            "text": _with_contacts(red_flag.advice, region, library),
            "metadata": {
                "kind": "red_flag",
                "part": "red_flag",
                "red_flag": id_,
                "urgency": red_flag.urgency,
                "contacts": _contacts(red_flag, region, library),
            },
        }
        for id_, red_flag in library.red_flags.items()
        for region in REGIONS
    }


def _contacts(red_flag: RedFlag, region: Region, library: Library) -> list[dict[str, str]]:
    return [
        {"label": line.label, "uri": line.uri}
        for kind in red_flag.contacts
        for line in library.contacts[kind][region]
        if line.uri
    ]


def _with_contacts(text: str, region: Region, library: Library) -> str:
    """Put a region's first line of each kind in the place that a text holds for it."""
    return CONTACT.sub(lambda found: _link(library.contacts[found["kind"]][region][0]), text)


def _link(line: ContactLine) -> str:
    return f"[{line.label}]({line.uri})" if line.uri else line.label
