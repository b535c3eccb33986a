"""Puts a reply together, text by text, each uttered by the name of its Rasa response."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from rasa_sdk.executor import CollectingDispatcher

from actions.caveats import Caveat
from actions.context import Meant
from actions.follow_ups import Button
from thatch.knowledge import Curated, Library
from thatch.knowledge.comparison import compare
from thatch.knowledge.responses import item
from thatch.knowledge.vocabulary import Region

_LOCALE = "en_GB"


class Reply:
    """What one turn says, in order. Every text comes from the model; here it gets its facts.

    All that is passed with a response reaches the channel as the message's metadata. The first
    message also tells what was understood.
    """

    def __init__(self, dispatcher: CollectingDispatcher, meant: Meant, library: Library) -> None:
        self._dispatcher = dispatcher
        self._library = library
        topics = (*meant.topics, *meant.mentioned)
        self._understood: dict[str, Any] = {
            "topics": list(dict.fromkeys(one for each in topics for one in library.told_as(each))),
            "aspects": list(meant.aspects),
        }

    def say(self, response: str, buttons: Sequence[Button] = (), **facts: Any) -> None:
        """Utter a response, which may name the facts."""
        self._dispatcher.utter_message(
            response=response, buttons=list(buttons), **self._understood, **facts
        )
        self._understood = {}

    def warn(self, caveat: Caveat) -> None:
        """Utter a caveat in full."""
        self.say(caveat.response, caveats=[_told(caveat)], **self._facts(caveat))

    def remind(self, caveats: Sequence[Caveat]) -> None:
        """Name caveats that were uttered in full before."""
        titles = dict.fromkeys(self._title(caveat) for caveat in caveats)
        self.say(
            "utter_caveats_reminder",
            titles=", ".join(titles),
            caveats=[_told(caveat) for caveat in caveats],
        )

    def compare(self, treatments: Sequence[str], region: Region) -> list[Curated]:
        """Set treatments side by side.

        Returns:
            Each column as an answer given.
        """
        table = compare(treatments, region, self._library)
        self.say(
            "utter_comparison",
            list="\n\n".join(answer.text for answer in table.answers),
            table={"columns": ["", *table.columns], "rows": [list(row) for row in table.rows]},
            items=[item(answer) for answer in table.answers],
        )
        return list(table.answers)

    def cite(self, given: Sequence[Curated], buttons: Sequence[Button]) -> None:
        """List the sources of the given answers, and offer what to ask next."""
        ids = dict.fromkeys(source for answer in given for source in answer.sources)
        records = [
            {"id": id_, **self._library.sources[id_].model_dump(include=_TOLD_OF_A_SOURCE)}
            for id_ in ids
        ]
        self.say(
            "utter_sources",
            buttons,
            checked=_date(min(answer.review.checked for answer in given)),
            list="\n".join(map(_citation, records)),
            sources=records,
        )

    def _facts(self, caveat: Caveat) -> dict[str, Any]:
        facts = {}
        if caveat.topic:
            facts["treatment"] = self._library.name_of(caveat.topic)
        if caveat.regulators:
            names = [self._library.regulators[one].name for one in caveat.regulators]
            facts["regulators"] = in_words(names, style="or")
        if caveat.due:
            facts["due"] = _date(caveat.due)
        return facts

    def _title(self, caveat: Caveat) -> str:
        named = self._library.caveats.get(caveat.id) or self._library.guidance[caveat.id]
        return named.title


def in_words(names: Iterable[str], style: str = "standard") -> str:
    """Give a list as it stands in a sentence: "PRP and minoxidil"."""
    return str(format_list(list(names), style=style, locale=_LOCALE))


_TOLD_OF_A_SOURCE = {"title", "publisher", "year", "url"}


def _told(caveat: Caveat) -> dict[str, Any]:
    """What the contract tells of a caveat."""
    regulators = {"regulators": list(caveat.regulators)} if caveat.regulators else {}
    return {"id": caveat.id, **regulators}


def _citation(source: dict[str, Any]) -> str:
    url = source["url"].replace("(", "%28").replace(")", "%29")
    year = f", {source['year']}" if source["year"] else ""
    return f"- [{source['title']}]({url}), {source['publisher']}{year}"


def _date(day: date) -> str:
    return str(format_date(day, format="long", locale=_LOCALE))
