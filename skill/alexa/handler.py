"""The skill as ask-sdk-core runs it: one handler hears an act and says a turn."""

import logging
from collections.abc import Callable
from typing import Any, cast

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Context, Response
from ask_sdk_model.ui import StandardCard

from skill import library
from skill.alexa.front import TAP, Json, sift
from skill.alexa.intents import act_of
from skill.alexa.screens import act_of_tap, directive
from skill.dialogue.acts import Act
from skill.dialogue.conversation import reply
from skill.dialogue.session import dump
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.triage.knowledge import Knowledge
from skill.wording import Speech, render

LOCALE = "en-US"
"""Whose words apologise, and tell callers of a country that the skill does not know."""

Failed = Callable[[Exception], None]
"""Is told of a fault of ours."""

logger = logging.getLogger(__name__)


class Conversation(AbstractRequestHandler):
    """Hear one act, take one step, say one turn."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def can_handle(self, handler_input: HandlerInput) -> bool:  # noqa: ARG002 - the SDK's signature
        """Return true: what reaches the SDK was sifted, and is spoken to."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """Reply to one request."""
        request = handler_input.request_envelope.request
        memory = handler_input.attributes_manager
        locale = (request.locale if request else None) or LOCALE
        known = locale in library.locales()
        texts = library.locale_texts(locale if known else LOCALE)
        turn = (
            reply(self.knowledge, memory.session_attributes, self._act(handler_input))
            if known
            else Turn(say=(phrase("say.wrong_country"),))
        )
        speech = render(turn, texts)
        has_screen = _has_screen(handler_input.request_envelope.context)
        screens = [directive(self.knowledge, turn, texts)] if has_screen else None
        # Last, so that a fault leaves the session at the question that was heard.
        memory.session_attributes = attributes_of(self.knowledge, turn)
        response = _response(handler_input, speech)
        # A plain table, which the SDK writes as well: its class for it loads slowly.
        response.directives = cast("Any", screens)
        return response

    def _act(self, handler_input: HandlerInput) -> Act:
        """Return what was said or tapped."""
        request = handler_input.request_envelope.request
        if request is None or request.object_type != TAP:
            return act_of(request)
        attributes = handler_input.attributes_manager.session_attributes
        return act_of_tap(self.knowledge, attributes, cast("Any", request).arguments)


def log_fault(error: Exception) -> None:
    """Log the type of a fault only, as a message can hold what was said."""
    logger.error("A turn failed: %s", type(error).__name__)


class Apology(AbstractExceptionHandler):
    """Apologise for a fault of ours, tell of it, and leave the session as it came."""

    def __init__(self, failed: Failed) -> None:
        self.failed = failed

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:  # noqa: ARG002
        """Return true: no fault may end in silence."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Reply to a request that failed."""
        self.failed(exception)
        sorry: tuple[Phrase, ...] = (phrase("say.sorry"),)
        turn = Turn(say=(), ask=sorry, reprompt=phrase("reprompt.yes_no"))
        return _response(handler_input, render(turn, library.locale_texts(LOCALE)))


def attributes_of(knowledge: Knowledge, turn: Turn) -> Json:
    """Return the session attributes of a turn: the state, and what the question is about."""
    if turn.session is None:
        return {}
    return {**dump(knowledge, turn.session), "asked": list(turn.asked)}


def _has_screen(context: Context | None) -> bool:
    """Return whether the device that asks can show a document."""
    device = context.system.device if context and context.system else None
    interfaces = device.supported_interfaces if device else None
    return bool(interfaces and interfaces.alexa_presentation_apl)


def _response(handler_input: HandlerInput, speech: Speech) -> Response:
    """Return the response: the microphone opens if and only if there is a reprompt."""
    reply_builder = handler_input.response_builder.speak(speech.ssml)
    if speech.reprompt_ssml:
        reply_builder.ask(speech.reprompt_ssml)
    if speech.card_text:
        reply_builder.set_card(StandardCard(title=speech.card_title, text=speech.card_text))
    return reply_builder.set_should_end_session(not speech.reprompt_ssml).response


def build_handler(
    skill_id: str | None = None, failed: Failed = log_fault
) -> Callable[[object, object], Json]:
    """Return the function that answers requests as AWS Lambda calls it.

    With a skill id, a request for another skill raises AskSdkException. A request that may
    not or cannot be spoken to gets an empty response.
    """
    builder = SkillBuilder()
    builder.skill_id = cast("Any", skill_id)
    builder.add_request_handler(Conversation(library.knowledge()))
    builder.add_exception_handler(Apology(failed))
    speak = builder.lambda_handler()

    def handler(event: object, context: object) -> Json:
        envelope = sift(event)
        if envelope is None:
            return {"version": "1.0", "response": {}}
        answer: Json = speak(cast("Any", envelope), context)
        return answer

    return handler
