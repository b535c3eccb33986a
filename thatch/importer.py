"""Compiles the knowledge into what Rasa trains on: responses, synonyms and slots."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.data import is_likely_yaml_file
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from thatch.clinic import read_clinic
from thatch.knowledge import KnowledgeError, Library, load
from thatch.knowledge.files import lost_in
from thatch.knowledge.responses import by_region, responses
from thatch.message_files import MessageFileReader
from thatch.paths import KNOWLEDGE, ROOT

_NEED_TENSORFLOW = {
    "ConveRTFeaturizer",
    "DIETClassifier",
    "LanguageModelFeaturizer",
    "ResponseSelector",
    "TEDPolicy",
    "UnexpecTEDIntentPolicy",
}


class KnowledgeImporter(RasaFileImporter):
    """Reads what Rasa's own importer reads, and adds all that data/knowledge and clinic.yml hold.

    Its files are found from the package, since Rasa moves config.yml about when it cross-validates.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        super().__init__(config_file, domain_path, training_data_paths)

    @cached_method
    def get_config(self) -> dict[str, Any]:
        """Read config.yml.

        Raises:
            RasaException: a component needs TensorFlow, which is left out.
        """
        config: dict[str, Any] = super().get_config()
        for section in ("pipeline", "policies"):
            for component in config.get(section) or ():
                if component["name"].rpartition(".")[2] in _NEED_TENSORFLOW:
                    raise RasaException(
                        f"config.yml: {section}: {component['name']} needs TensorFlow, which this "
                        "installation leaves out; use a component that does without it"
                    )
        return config

    @cached_method
    def get_domain(self) -> Domain:
        """Read domain.yml and add the written texts and the clinic.

        Raises:
            RasaException: the knowledge has faults, or domain.yml uses a name that is taken.
        """
        own: Domain = super().get_domain()
        library = _library()
        compiled = {name: [one] for name, one in responses(library).items()}
        _refuse_collisions(own.responses, compiled)
        spoken = {
            name: by_region(variations, library) for name, variations in own.responses.items()
        }
        added = Domain.from_dict({"responses": {**compiled, **spoken}, "slots": _slots(library)})
        return own.merge(added, override=True)

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Read data/nlu and add the names of topics.

        Raises:
            RasaException: the knowledge has faults, or part of a message is lost as a comment.
        """
        if lost := lost_in(map(Path, self._nlu_files)):
            raise RasaException(str(KnowledgeError(lost)))
        messages = (_messages_of(file, language) for file in self._nlu_files)
        return TrainingData(entity_synonyms=_synonyms(_library())).merge(*messages)


def _messages_of(file: str, language: str | None) -> TrainingData:
    if is_likely_yaml_file(file):
        return MessageFileReader().read(file)
    return load_data(file, language)


def _library() -> Library:
    try:
        return load(KNOWLEDGE)
    except KnowledgeError as error:
        raise RasaException(str(error)) from error


def _slots(library: Library) -> dict[str, dict[str, Any]]:
    """Make the slots by which texts name the clinic, and one that tells the content's hash."""
    try:
        clinic = read_clinic(ROOT / "clinic.yml")
    except KnowledgeError as error:
        raise RasaException(str(error)) from error
    values = {**clinic.slots(), "content_hash": library.content_hash}
    return {
        name: {
            "type": "any",
            "initial_value": value,
            "influence_conversation": False,
            "mappings": [{"type": "custom"}],
        }
        for name, value in values.items()
    }


def _synonyms(library: Library) -> dict[str, str]:
    """Give each name in use and the topic, or the combination, that it means."""
    topics = {
        name: id_
        for id_, topic in library.topics.items()
        for name in (*topic.names.synonyms, *topic.names.brands, *topic.names.misspellings)
    }
    companions = {name: id_ for id_, one in library.combinations.items() for name in one.companions}
    return {**topics, **companions}


def _refuse_collisions(own: Iterable[str], compiled: Iterable[str]) -> None:
    if taken := sorted(set(own) & set(compiled)):
        raise RasaException(
            f"domain.yml: responses: {taken[0]} is made from the knowledge files, which would "
            "lose; give the response in domain.yml another name"
        )
