"""The skill on the SDK's base for skills, ask_sdk_runtime, and on the SDK's models.

ask_sdk_core's own SkillBuilder does the same, but loads the clients of all of Amazon's services,
and its handlers' input the classes of every display: this skill uses none of them.
"""

from ask_sdk_core.__version__ import __version__
from ask_sdk_runtime.dispatch import GenericRequestDispatcher
from ask_sdk_runtime.skill import AbstractSkill, RuntimeConfiguration
from ask_sdk_runtime.skill_builder import AbstractSkillBuilder
from ask_sdk_runtime.utils import UserAgentManager, user_agent_info

from skill.doors.alexa.front import Json
from skill.doors.alexa.models import envelope_of, written


class LeanSkill(AbstractSkill[Json, Json, object]):
    """Answers requests by its handlers, which get and return envelopes of the SDK's."""

    def __init__(self, configuration: RuntimeConfiguration) -> None:
        self.dispatcher = GenericRequestDispatcher(options=configuration)
        UserAgentManager.register_component(user_agent_info(sdk_version=__version__))

    def supports(self, event: Json, context: object) -> bool:  # noqa: ARG002 - the SDK's signature
        """Return whether it is a request."""
        return "request" in event

    def invoke(self, event: Json, context: object) -> Json:  # noqa: ARG002 - the SDK's signature
        """Return the response of the handler that takes the request."""
        answer: Json = written(self.dispatcher.dispatch(envelope_of(event)))
        return answer


class LeanSkillBuilder(AbstractSkillBuilder):
    """Takes handlers and makes the skill of them, once."""

    def create(self) -> LeanSkill:
        """Return the skill of the handlers that were added."""
        return LeanSkill(self.runtime_configuration_builder.get_runtime_configuration())
