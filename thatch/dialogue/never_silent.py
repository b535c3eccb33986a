"""Speaks where an action failed: an apology, or the urgent advice, but never silence."""

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from thatch.dialogue.action_calls import set_deadline
from thatch.dialogue.model_loading import read_domain_once
from thatch.dialogue.spoken_of import tell_what_was_spoken_of
from thatch.knowledge.responses import red_flag_response
from thatch.knowledge.vocabulary import Region

APOLOGY = "utter_unavailable"

set_deadline()
read_domain_once()
tell_what_was_spoken_of()


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False
)
class NeverSilentPolicy(Policy):
    """Predicts a written response after an action that left no trace: it failed or was late.

    Urgent advice does not wait for the action server to come back; it is uttered in its place.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Go before Rasa's own policies, of which RulePolicy has the highest priority, 6."""
        return {"priority": 7}

    @staticmethod
    def supported_data() -> SupportedData:
        """Take any training data, and learn from none."""
        return SupportedData.ML_AND_RULE_DATA

    def train(
        self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any
    ) -> Resource:
        """Learn nothing."""
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Predict what to say after a failed action, and to listen after that."""
        probabilities = [0.0] * domain.num_actions
        if chosen := self._next_action(tracker, domain):
            probabilities[domain.index_for_action(chosen)] = 1.0
        return self._prediction(probabilities)

    def _next_action(self, tracker: DialogueStateTracker, domain: Domain) -> str | None:
        if not tracker.events:
            return None
        if _is_told_in_a_story(tracker):
            return None
        if _left_no_trace(tracker.events[-1], domain):
            return _urgent_advice(tracker) or APOLOGY
        last = next(one for one in reversed(tracker.events) if isinstance(one, ActionExecuted))
        if last.policy == type(self).__name__ and last.action_name != ACTION_LISTEN_NAME:
            return ACTION_LISTEN_NAME
        return None


def _is_told_in_a_story(tracker: DialogueStateTracker) -> bool:
    """Say whether this is a story of `rasa test core`, in which nothing comes of any action."""
    return tracker.get_latest_input_channel() is None


def _left_no_trace(last: Event, domain: Domain) -> bool:
    """Say whether the last thing that happened is one of our actions, and nothing came of it.

    Each of our actions sets a slot at least.
    """
    return (
        isinstance(last, ActionExecuted)
        and last.action_name in domain.user_actions
        and last.action_name not in domain.responses
    )


def _urgent_advice(tracker: DialogueStateTracker) -> str | None:
    """Name the response of the most urgent red flag in the visitor's message."""
    flags = tracker.get_latest_entity_values("red_flag")
    most_urgent = next(flags, None)
    region: Region = tracker.get_slot("region") or "uk"
    return red_flag_response(most_urgent, region) if most_urgent else None
