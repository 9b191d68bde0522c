"""The reference: a hello world as the SDK's guide has it, five handlers and a catch-all."""

from typing import Any

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type
from ask_sdk_model import Response
from ask_sdk_model.ui import SimpleCard

ASK = "Shall I say hello?"


class Launch(AbstractRequestHandler):
    """Welcomes."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return whether the skill was opened."""
        return bool(is_request_type("LaunchRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Return a welcome and a question."""
        return handler_input.response_builder.speak(f"Welcome. {ASK}").ask(ASK).response


class Hello(AbstractRequestHandler):
    """Says hello."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return whether a yes was said."""
        return bool(is_intent_name("AMAZON.YesIntent")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Return a greeting with a card, and keep the session open."""
        said = handler_input.response_builder.speak(f"Hello, world. {ASK}").ask(ASK)
        return said.set_card(SimpleCard("Hello", "Hello, world.")).response


class Help(AbstractRequestHandler):
    """Says what can be said."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return whether help was asked for."""
        return bool(is_intent_name("AMAZON.HelpIntent")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Return the help."""
        return handler_input.response_builder.speak(f"Say yes. {ASK}").ask(ASK).response


class Leave(AbstractRequestHandler):
    """Says goodbye."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return whether the caller wants to leave."""
        names = ("AMAZON.CancelIntent", "AMAZON.StopIntent")
        return any(is_intent_name(name)(handler_input) for name in names)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Return the goodbye."""
        return handler_input.response_builder.speak("Goodbye.").response


class Ended(AbstractRequestHandler):
    """Takes note that the session is over."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return whether the session ended."""
        return bool(is_request_type("SessionEndedRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Return nothing to say."""
        return handler_input.response_builder.response


class Sorry(AbstractExceptionHandler):
    """Apologises for any fault."""

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:  # noqa: ARG002
        """Return true."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:  # noqa: ARG002
        """Return the apology."""
        return handler_input.response_builder.speak(f"Sorry. {ASK}").ask(ASK).response


def builder() -> SkillBuilder:
    """Return the skill's builder."""
    skill = SkillBuilder()
    for handler in (Launch(), Hello(), Help(), Leave(), Ended()):
        skill.add_request_handler(handler)
    skill.add_exception_handler(Sorry())
    return skill


lambda_handler: Any = builder().lambda_handler()
