"""The skill's handlers: one hears an act and says a turn, one apologises."""

import logging
from collections.abc import Callable
from typing import Any, cast

from ask_sdk_model import IntentRequest, Request, RequestEnvelope, Response, ResponseEnvelope
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech, StandardCard
from ask_sdk_runtime.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_runtime.exceptions import AskSdkException
from ask_sdk_runtime.utils import UserAgentManager

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.doors.alexa.front import APL, INTENT, LAUNCH, TAP, Json, application_id, sift
from skill.doors.alexa.intents import Spoken, act_of
from skill.doors.alexa.lean import LeanSkillBuilder
from skill.doors.alexa.models import LateContext, Ready
from skill.doors.alexa.screens import directive
from skill.hearing.taps import act_of_tap
from skill.library import LOCALE
from skill.saying import Door, expected, say, understood
from skill.triage.knowledge import Knowledge
from skill.wording import Speech, render

Failed = Callable[[Exception], None]
"""Is told of a fault of ours."""

Handler = Callable[[object, object], Json]
"""Answers a request as AWS Lambda calls it."""

logger = logging.getLogger(__name__)


class Conversation(AbstractRequestHandler[RequestEnvelope, ResponseEnvelope]):
    """Hear one act, take one step, say one turn."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def can_handle(self, handler_input: RequestEnvelope) -> bool:  # noqa: ARG002 - the SDK's signature
        """Return true: what reaches the SDK was sifted, and is spoken to."""
        return True

    def handle(self, handler_input: RequestEnvelope) -> ResponseEnvelope:
        """Reply to one request."""
        request, state = handler_input.request, _attributes(handler_input)
        locale = (request.locale if request else None) or LOCALE
        screen = _has_screen(handler_input)
        said = say(self._act(request, state, locale), state, locale, _SHOWS if screen else _TELLS)
        if said.shows is None:
            return answer(said.speech, said.state)
        known = locale if locale in library.locales() else LOCALE
        shown = directive(self.knowledge, said.shows, said.state, library.locale_texts(known))
        return answer(said.speech, said.state, shown)

    def _act(self, request: Request | None, state: Json, locale: str) -> Act:
        """Return what was said or tapped; a request without an intent opens the skill."""
        if request is not None and request.object_type == TAP:
            return act_of_tap(self.knowledge, state, cast("Any", request).arguments)
        intent = request.intent if isinstance(request, IntentRequest) else None
        if intent is None:
            return acts.LAUNCH
        slots: dict[str, Spoken] = {}
        for name, one in (intent.slots or {}).items():
            slots[name] = Spoken(getattr(one, "id", ""), one.value or "")
        return act_of(
            intent.name or "",
            slots,
            lambda words: _heard(words, state, locale),
            lambda: expected(state),
        )


_TELLS, _SHOWS = Door(card=True), Door(card=True, screen=True)
"""What a speaker can do, without a screen and with one."""


def _heard(words: str, state: Json, locale: str) -> Act:
    """Return the act of words; words of a country that the skill does not know are misheard."""
    heard = understood(words, state, locale) if locale in library.locales() else acts.MISHEARD
    return heard or acts.STOP


def log_fault(error: Exception) -> None:
    """Log the type of a fault only, as a message can hold what was said."""
    logger.error("A turn failed: %s", type(error).__name__)


class Apology(AbstractExceptionHandler[RequestEnvelope, ResponseEnvelope]):
    """Apologise for a fault of ours, tell of it, and leave the session as it came."""

    def __init__(self, failed: Failed) -> None:
        self.failed = failed

    def can_handle(self, handler_input: RequestEnvelope, exception: Exception) -> bool:  # noqa: ARG002
        """Return true: no fault may end in silence."""
        return True

    def handle(self, handler_input: RequestEnvelope, exception: Exception) -> ResponseEnvelope:
        """Reply to a request that failed."""
        self.failed(exception)
        sorry: tuple[Phrase, ...] = (phrase("say.sorry"),)
        turn = Turn(say=(), ask=sorry, reprompt=phrase("reprompt.yes_no"))
        speech = render(turn, library.locale_texts(LOCALE))
        return answer(speech, _attributes(handler_input))


def _attributes(envelope: RequestEnvelope) -> Json:
    """Return the session attributes that came with a request."""
    return (envelope.session.attributes if envelope.session else None) or {}


def _has_screen(envelope: RequestEnvelope) -> bool:
    """Return whether the device can show a document: only then it was let in."""
    context: object = envelope.context
    return isinstance(context, LateContext) and "device" in context.sent["System"]


def answer(speech: Speech, attributes: Json, screen: Json | None = None) -> ResponseEnvelope:
    """Return what Amazon gets: what is said, what is remembered, and what is shown."""
    response = _response(speech)
    if screen:
        # A plain table, which the SDK writes as well: its class for it loads slowly.
        table: Any = Ready(screen)
        response.directives = [table]
    return ResponseEnvelope(
        version="1.0",
        response=response,
        session_attributes=attributes,
        user_agent=UserAgentManager.get_user_agent(),
    )


def _response(speech: Speech) -> Response:
    """Return the response: the microphone opens if and only if there is a reprompt."""
    again = SsmlOutputSpeech(ssml=speech.reprompt_ssml) if speech.reprompt_ssml else None
    card = StandardCard(title=speech.card_title, text=speech.card_text)
    return Response(
        output_speech=SsmlOutputSpeech(ssml=speech.ssml),
        reprompt=Reprompt(output_speech=again) if again else None,
        card=card if speech.card_text else None,
        should_end_session=again is None,
    )


def primed(handler: Handler, skill_id: str) -> Handler:
    """Return the handler after a launch and a reply of nobody's.

    What loads late is loaded then, while AWS starts the skill at full speed: no caller waits.
    """
    application = {"application": {"applicationId": skill_id}}
    screen: Json = {"device": {"supportedInterfaces": {APL: {}}}}
    event: Json = {
        "context": {"System": {**application, **screen}},
        "request": {"type": LAUNCH, "locale": LOCALE},
    }
    attributes = handler(event, None)["sessionAttributes"]
    intent = {"type": INTENT, "locale": LOCALE, "intent": {"name": "AMAZON.RepeatIntent"}}
    handler({**event, "session": {"attributes": attributes}, "request": intent}, None)
    return handler


def build_handler(skill_id: str | None = None, failed: Failed = log_fault) -> Handler:
    """Return the function that answers requests as AWS Lambda calls it.

    With a skill id, a request for another skill raises AskSdkException. A request that may
    not or cannot be spoken to gets an empty response.
    """
    builder = LeanSkillBuilder()
    builder.add_request_handler(Conversation(library.knowledge()))
    builder.add_exception_handler(Apology(failed))
    skill = builder.create()

    def handler(event: object, context: object) -> Json:
        envelope = sift(event)
        if envelope is None:
            return {"version": "1.0", "response": {}}
        if skill_id is not None and application_id(event) != skill_id:
            raise AskSdkException("The request is for another skill.")
        return skill.invoke(envelope, context)

    return handler
