"""The clinic on whose website the assistant stands, as clinic.yml tells of it."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from thatch.knowledge import KnowledgeError, files
from thatch.knowledge.problems import problems_in
from thatch.knowledge.schema import HttpsUrl, Line, Record


class Clinic(Record):
    """Where visitors turn to for what an assistant cannot do; texts say `{clinic_phone}`."""

    name: Line
    phone: Line
    email: Line
    address: Line
    hours: Line
    booking: HttpsUrl
    prices: HttpsUrl
    privacy: HttpsUrl

    def slots(self) -> dict[str, str]:
        """Give the clinic's details by the slot that texts name them by."""
        return {f"clinic_{field}": value for field, value in self.model_dump().items()}


def read_clinic(path: Path) -> Clinic:
    """Read the clinic's details.

    Raises:
        KnowledgeError: with every problem of the file.
    """
    adapter = TypeAdapter(Clinic)
    raw, problems = files.read(path, path.name)
    if problems:
        raise KnowledgeError(problems)
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        raise KnowledgeError(problems_in(path.name, error, adapter.json_schema())) from error
