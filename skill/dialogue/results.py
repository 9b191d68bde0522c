"""The result in parts that a person can bear to hear, and as one text for a card."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from skill.dialogue.turns import Phrase, phrase
from skill.triage.assessment import PAGES, Assessment, advice, assess
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import (
    LOST,
    NO,
    UNHEARD,
    UNSURE,
    YES,
    Answers,
    Knowledge,
    Level,
)
from skill.triage.rules import Fired, rests_on, with_derived

COULD_NOT = "could_not_rule_out"
BY_AMBULANCE = "by_ambulance"
"""What a rule says that wants no car, whatever its level."""
ADULT = "adult_18_plus"
SOMEWHAT = "somewhat"
TOLD_CHOICES = ("groin_or_belly", "medicine_which", "worsening", "duration", "pain_level")
"""The choices that are worth telling as a reason; age and place are not."""
DANGER, RAISER = 0, 1
"""The ranks of signs among reasons: what is a danger by itself explains best."""


def verdict(knowledge: Knowledge, answers: Answers, result: Assessment) -> tuple[Phrase, ...]:
    """Return how soon to act and who can help, then what it sounds like and why.

    A person can only bear to hear so much at once: where a reason for the level or a
    rule's own sentence is told, less is told of the leaning. Where it cannot be told, it is said
    what is missing.
    """
    if result.level >= Level.EMERGENCY:
        return emergency(knowledge, answers, result)
    because = tuple(_because(knowledge, answers, result))
    extras = tuple(_extras(result))
    return (
        phrase(f"level.{result.level.id}.act"),
        *because,
        phrase(f"professional.{result.professional}.see"),
        *extras,
        *_label(result),
        *_reasons(answers, result, most=1 if because or extras else 2),
        *(() if because or extras else _against(answers, result)),
        *(() if result.for_it else _open(result)),
        phrase("say.disclaimer"),
    )


def emergency(knowledge: Knowledge, answers: Answers, result: Assessment) -> tuple[Phrase, ...]:
    """Return only what to do now, what calls for it, the number, and that the skill cannot call.

    How to get there is said once: where a rule wants an ambulance, by its own sentence.
    """
    if act := crisis(result.fired):
        return (act, phrase("say.cannot_call"))
    extras = tuple(_extras(result))
    taken = any(one.says == BY_AMBULANCE for one in result.fired)
    ride = () if taken or result.level > Level.EMERGENCY else (phrase("say.ride"),)
    return (
        phrase(f"level.{result.level.id}.act"),
        *ride,
        *_because(knowledge, answers, result),
        *extras,
        phrase("say.cannot_call"),
    )


def crisis(fired: Iterable[Fired]) -> Phrase | None:
    """Return what to do where the level's own sentence does not fit, as when life hurts."""
    act = next((one.act for one in fired if one.act), "")
    return phrase(f"crisis.{act}.act") if act else None


def self_care(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return the self-care items, or that there is none that is safe for this caller."""
    items = advice(knowledge, answers)
    if not items:
        return (phrase("say.no_tips"),)
    intro = "tips_more" if PAGES[1] in answers else "tips_intro"
    return (phrase(f"say.{intro}"), *(phrase(f"self_care.{item}.says") for item in items))


def warnings(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return the last part: what to say when calling soon, the safety net, and goodbye."""
    result = assess(knowledge, answers)
    call = _call(result) if result.level == Level.CONSULTATION_24 else ()
    net = (phrase(f"safety_net.{one}.says") for one in result.safety_net)
    return (*call, *net, phrase("say.closing"))


def why(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return why that result: what raised the level, two for the leaning, one against, one open."""
    result = assess(knowledge, answers)
    against = tuple(_against(answers, result))
    reasons = tuple(_reasons(answers, result, most=2))
    none = (phrase("say.nothing_against"),) if reasons else ()
    because = tuple(_because(knowledge, answers, result))
    return (*because, *_label(result), *reasons, *(against or none), *_open(result))


def who(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return whom to see, what to say when calling, and who may come later."""
    result = assess(knowledge, answers)
    nobody = (phrase("say.not_today"),) if result.level == Level.SELF_CARE else ()
    first = phrase(f"professional.{result.professional}.see")
    later = (phrase(f"professional.{result.later}.see"),) if result.later else ()
    return (*nobody, first, *_call(result), *later)


def warned(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return the safety net alone."""
    net = assess(knowledge, answers).safety_net
    return tuple(phrase(f"safety_net.{one}.says") for one in net)


def card(said: tuple[Phrase, ...], result: Assessment) -> tuple[Phrase, ...]:
    """Return the title of a card, then its text: what was said, who may come later, safety net."""
    title = phrase("say.card_title_result", level=phrase(f"level.{result.level.id}.title"))
    net = (phrase(f"safety_net.{one}.says") for one in result.safety_net)
    later = (phrase(f"professional.{result.later}.see"),) if result.later else ()
    return (title, *said, *later, *net)


def _because(knowledge: Knowledge, answers: Answers, result: Assessment) -> Iterator[Phrase]:
    """Yield what raised the level, unless the leaning's own reasons explain it."""
    explained = result.decided and bool(result.for_it)
    top = [one for one in result.fired if one.level == result.level]
    if not top or (explained and result.level < Level.CONSULTATION_24):
        return
    names = [name for one in top for name in one.because]
    if READ_BACK in names:
        yield phrase("say.because_misheard")
    elif told := _strongest(knowledge, answers, top):
        yield _told_because(*told)
    elif any(name in answers for one in knowledge.words for name in names if one.id == name):
        yield phrase("say.because_words")
    elif any(name in answers and name not in knowledge.findings for name in names):
        yield phrase("say.because_one_of")
    elif any(one.says == COULD_NOT for one in top):
        yield phrase(f"say.{COULD_NOT}")
    elif unsure := [name for name in names if answers.get(name) == UNSURE]:
        yield _unsure_because(knowledge, unsure)
    elif unheard := [name for name in names if answers.get(name) in {LOST, UNHEARD}]:
        yield phrase("say.because_unheard", sign=phrase(f"question.{unheard[0]}.note"))


def _unsure_because(knowledge: Knowledge, unsure: list[str]) -> Phrase:
    """Return the reason that a caller was not sure of a sign; a choice has no name of its own."""
    signs = [name for name in unsure if not knowledge.findings[name].values]
    if not signs:
        return phrase("say.because_unsure_choice")
    return phrase("say.because_unsure", sign=phrase(f"question.{signs[0]}.note"))


def _told_because(first: Phrase, *second: Phrase) -> Phrase:
    """Return the reason in a sentence: one thing that was told, or two together."""
    if second:
        return phrase("say.because_two", first=first, second=second[0])
    return phrase("say.because", first=first)


def _strongest(knowledge: Knowledge, answers: Answers, top: list[Fired]) -> tuple[Phrase, ...]:
    """Return the clauses that best say why; a rule that rests on a "not sure" has none.

    Of a rule that takes two signs together, neither says it alone. Below an emergency, where there
    is time for it, a sign of another rule of the level is told as well.
    """
    sure = [one for one in top if UNSURE not in {answers.get(name) for name in one.because}]
    told = [tuple(_clauses(knowledge, answers, one)) for one in sure]
    if not any(told):
        return ()
    rank, best = min((one for rule in told for one in rule), key=lambda one: one[0])
    signs = next(rule for rule in told if (rank, best) in rule)
    others = chain(signs, *(told if top[0].level < Level.EMERGENCY else ()))
    second = (one for place, one in others if rank == place <= RAISER and one != best)
    return (best, *islice(second, 1))


def _clauses(knowledge: Knowledge, answers: Answers, one: Fired) -> Iterator[tuple[int, Phrase]]:
    """Yield (rank, what the caller told) for all that a rule rests on."""
    facts = with_derived(knowledge, answers)
    names = dict.fromkeys(part for name in one.because for part in rests_on(knowledge, facts, name))
    yield from (told for name in names if (told := _clause(knowledge, answers, name)))


def _clause(knowledge: Knowledge, answers: Answers, name: str) -> tuple[int, Phrase] | None:
    """Return (rank, what the caller told about a finding): a danger sign explains best."""
    finding, answer = knowledge.findings.get(name), answers.get(name, "")
    if finding is None:
        return None
    if name in TOLD_CHOICES and answer in finding.values:
        return 2, phrase(f"question.{name}.value.{answer}.clause")
    if answer == YES and not finding.values:
        return DANGER if finding.red_flag == "danger" else RAISER, phrase(f"question.{name}.yes")
    if answer == NO and name == ADULT:
        return 3, phrase(f"question.{name}.no")
    return None


def _call(result: Assessment) -> tuple[Phrase, ...]:
    """Return what to say when calling; at self-care nobody is called."""
    if result.level == Level.SELF_CARE:
        return ()
    return (phrase(f"professional.{result.professional}.say"),)


def _extras(result: Assessment) -> Iterator[Phrase]:
    """Yield the sentences that rules add; in an emergency only those of emergency rules."""
    least = Level.EMERGENCY if result.level >= Level.EMERGENCY else Level.SELF_CARE
    said = (one.says for one in result.fired if one.level >= least)
    names = dict.fromkeys(name for name in said if name and name != COULD_NOT)
    for name in names:
        yield phrase(f"extra.{name}.says")
    many = any(one.says == COULD_NOT for one in result.fired)
    if many and Level.CONSULTATION <= result.level < Level.EMERGENCY and _top_is_known(result):
        yield phrase(f"say.{COULD_NOT}")


def _top_is_known(result: Assessment) -> bool:
    """Return whether the level has another reason, so that the sentence is not said twice."""
    return any(
        one.level == result.level and not one.id.startswith("unsure") for one in result.fired
    )


def label_key(name: str, degree: str) -> str:
    """Return the key of the sentence that tells a label: the weaker degree has its own."""
    return f"label.{name}.{SOMEWHAT if degree == SOMEWHAT else 'says'}"


def _label(result: Assessment) -> Iterator[Phrase]:
    if result.decided:
        yield phrase(label_key(result.label.id, result.label.degree))


def _reasons(answers: Answers, result: Assessment, most: int) -> Iterator[Phrase]:
    """Yield the strongest reasons for the leaning; a higher level has its own reason."""
    if result.level >= Level.CONSULTATION_24:
        return
    told = [phrase(f"question.{name}.{answers[name]}") for name in result.for_it[:most]]
    if len(told) > 1:
        yield phrase("say.reasons_two", first=told[0], second=told[1])
    elif told:
        yield phrase("say.reasons_one", first=told[0])


def _open(result: Assessment) -> Iterator[Phrase]:
    """Yield what is not known and could say most, where a leaning is spoken."""
    if result.unknown and result.decided and result.level < Level.CONSULTATION_24:
        yield phrase("say.reason_unknown", first=phrase(f"question.{result.unknown}.yes"))


def _against(answers: Answers, result: Assessment) -> Iterator[Phrase]:
    """Yield what speaks most against the leaning."""
    if result.against and result.level < Level.CONSULTATION_24:
        against = phrase(f"question.{result.against}.{answers[result.against]}")
        yield phrase("say.reason_against", first=against)
