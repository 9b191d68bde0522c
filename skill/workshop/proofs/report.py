"""The proofs in words, and what breaks a statement as the conversation that shows it."""

from collections.abc import Iterator

from skill.dialogue.moves import go_on
from skill.dialogue.questions import clause_of, name_of
from skill.dialogue.session import Session
from skill.triage.knowledge import EACH, NO, UNSURE, YES, Answers, Knowledge
from skill.wording import Texts, plain
from skill.workshop.proofs.interviews import ADULT, AGE, Asked, Reply, interview
from skill.workshop.proofs.proving import Proof
from skill.workshop.proofs.reach import Example, Name
from skill.workshop.proofs.verdicts import Broken, Verdict

STATEMENTS = {
    "a": "A sign that acts alone reaches its level, and nothing that fired is lost by saying more.",
    "b": 'Where a yes to a danger sign is a visit at least, a "not sure" of it is one too.',
    "c": "No self-care item is read when what forbids it is yes or not sure.",
    "d": "Nobody with a danger sign, under 18 or past limits is sent home; with a doubt, no tips.",
    "e": "No result below emergency before all that must be asked of its caller is answered.",
    "f": "Every interview in which each question is answered in turn ends.",
    "g": "Every level, leaning, professional and self-care item can be reached.",
    "h": "No rule is always overruled, or needless without a reason; every exception can hold.",
    "j": "Neither a nerve nor a muscle is named as likely without a yes to a sign of its own.",
    "k": "Within 24 hours only nerve, muscle or both is told, none beside a sign of another cause.",
    "i": "Taking an answer back and giving it again changes nothing, at the read-back too.",
    "l": "All else equal, a yes to danger is never milder than not sure, nor that than a no.",
    "m": "A sign that reaches a level alone is asked wherever it can hurt, or the reason is given.",
    "n": "No sentence of the safety net names a sign that its hearer has with another level.",
    "o": "The level is the same whether or not tips are asked for; rules are asked before it.",
    "p": "No reason names what was not answered so.",
    "q": "What the second edition wants seen reaches its level, whatever else was said.",
}
_METHODS = {"f": "each reply", "g": "play", "i": "play", "p": "play"}
_SAID = {YES: "Yes.", NO: "No.", UNSURE: "Not sure.", EACH: "One by one."}


def report(proof: Proof, knowledge: Knowledge, texts: Texts) -> str:
    """Return what was proved, over how much and in how long, and what breaks the rest."""
    lines = [line for one in proof.verdicts for line in _verdict(one, knowledge, texts)]
    lines += ["", "The shortest interviews found that reach each of them (what is not denied):"]
    lines += [_example(name, one) for name, one in proof.examples.items()]
    return "\n".join(lines)


def _verdict(one: Verdict, knowledge: Knowledge, texts: Texts) -> Iterator[str]:
    state = "BROKEN" if one.broken else "proved"
    seconds = f", {one.seconds:.1f} s" if one.seconds else ""
    method = _METHODS.get(one.statement, "z3")
    yield f"({one.statement}) {state}: {STATEMENTS[one.statement]} [{method}: {one.over}{seconds}]"
    yield from (f"      {line}" for line in one.found)
    for broken in one.broken:
        yield f"    - {broken.about}"
        yield from (f"      {line}" for line in conversation(broken, knowledge, texts))


def conversation(broken: Broken, knowledge: Knowledge, texts: Texts) -> list[str]:
    """Return the answers that break a statement, as an interview if one comes to them."""
    if not broken.answers:
        return ["There are no answers to show: nothing comes to it."]
    asked = list(_up_to(broken.answers, interview(knowledge, broken.answers)))
    heard = {name for one in asked for name, _ in one.reply}
    lines = [line for one in asked for line in _turn(one, knowledge, texts)]
    told = {name: said for name, said in broken.answers.items() if name not in heard}
    return [
        *lines,
        *(f"  told     {_clause(name, said, knowledge, texts)}" for name, said in told.items()),
    ]


def _up_to(answers: Answers, interview: Iterator[Asked]) -> Iterator[Asked]:
    """Yield an interview until everything of the answers that it asks about was said."""
    turns = list(interview)
    last = max((at for at, one in enumerate(turns) if answers.keys() & dict(one.reply)), default=-1)
    yield from turns[: last + 1]


def _turn(one: Asked, knowledge: Knowledge, texts: Texts) -> list[str]:
    """Return what is asked and what is answered."""
    turn = go_on(knowledge, Session(history=one.before))
    return [
        f"  skill    {plain(turn.ask, texts)}",
        f"  person   {_reply(one.reply, knowledge, texts)}",
    ]


def _reply(reply: Reply, knowledge: Knowledge, texts: Texts) -> str:
    """Return what a person says to be recorded so."""
    name, said = reply[0]
    if name == AGE and said != UNSURE:
        years = dict(knowledge.settings.bands[AGE])[said]
        return "A child." if dict(reply).get(ADULT) == NO else f"{years}."
    chosen = [
        value for step in knowledge.steps for value in step.values if step.choices[value] == reply
    ]
    if len(reply) > 1 or chosen:
        told = [one for one, answer in reply if answer == YES and one in knowledge.findings]
        yes = plain([clause_of(knowledge, one, YES) for one in told], texts)
        return f"{yes}." if told else "None of these."
    return _SAID.get(said) or f"{plain([name_of(knowledge, name, said)], texts)}."


def _clause(name: str, said: str, knowledge: Knowledge, texts: Texts) -> str:
    """Return what was told, in words where the locale has some."""
    if name in knowledge.findings and said not in {NO, UNSURE}:
        return plain([clause_of(knowledge, name, said)], texts)
    return f"{name}: {said}"


def _example(name: Name, one: Example) -> str:
    told = ", ".join(f"{finding} = {said}" for finding, said in one.answers.items())
    return f"  {' '.join(name)}: {one.replies} answers: {told}"
