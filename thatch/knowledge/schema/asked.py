"""What is asked of a topic, as counted in the messages of data/nlu."""

from pydantic import ConfigDict, PositiveInt, RootModel

from thatch.knowledge.schema.fields import AspectId


class Asked(RootModel[dict[AspectId, PositiveInt]]):
    """How many messages ask each aspect of a topic."""

    model_config = ConfigDict(frozen=True)
