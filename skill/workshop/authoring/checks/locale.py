"""What a locale has to say, and whether it hears.

Owns the list of a locale's keys. What their texts may hold is ``texts``'s, and what Amazon wants
of the phrases that are heard is ``models``'s.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from hassil.errors import HassilError
from hassil.parser import ParseError

from skill.dialogue.results import label_key
from skill.triage.knowledge import UNSURE
from skill.workshop.authoring.checks.entries import (
    ADULT,
    AGE,
    EMERGENCIES,
    LEVELS,
    hint_for,
    screens_of,
)
from skill.workshop.authoring.checks.store import store_problems
from skill.workshop.authoring.checks.texts import Wrong, leaf_of, table_of, text_problems, where
from skill.workshop.authoring.compiling import compile_locale, compile_page
from skill.workshop.authoring.models import model_problems
from skill.workshop.authoring.reading import ContentError, read_locale, shown
from skill.workshop.authoring.schema import FindingEntry, Medicine

TOP = (
    "locale",
    "status",
    "review",
    "emergency_number",
    "crisis_line",
    "skill_name",
    "invocation",
    "list_and",
    "list_or",
)

OPTIONAL = {"reviewed_by", "reviewed_on"}

FIXED = {
    "say": (
        "opening opening_again lost_place goodbye goodbye_result sorry wrong_country misheard"
        " misheard_yes_no misheard_choice misheard_age misheard_offer"
        " misheard_close told_check told_kept told_dropped told_before none_fits"
        " told_denied told_partly told_known told_part"
        " back_at_start going_back one_by_one ask_again yes_to_choice reopen read_back"
        " reasons_two reasons_one reason_against because_one_of because because_two because_unsure"
        " because_unsure_choice"
        " because_misheard could_not_rule_out disclaimer ride cannot_call offer_tips"
        " offer_repeat offer_more offer_warnings tips_intro tips_level_rose no_tips not_today"
        " closing card_title_result"
        " opening_short told_list speed_slower speed_normal left_one left_some left_none"
        " for_other ask_doctor because_words nav_later nothing_against sent card_title_send"
        " why reason_unknown tips_more no_more_tips note_intro note_yes note_no note_unsure"
        " under_18 misheard_gate misheard_gate_on because_unheard"
        " emergency_alone wait cry no_answer half_back half_head half_belly half_month half_vague"
        " which which_unsure which_again and_these nothing_ticked"
    ),
    "screen_words": "yes no unsure none done",
    "help": "yes_no screen choice age read_back result",
    "reprompt": "yes_no read_back offer",
    "talk": "typing speaking always number heard check silence ended may_miss",
}
"""What the program says whatever the medicine; a test compares it with the code."""

PAGE = {
    "page": (
        "tagline in_emergency limits needs_script skip language new conversation you"
        " you_tapped you_heard ended reply answers commands results number own_words"
        " send start start_again yes no none unsure repeat rephrase why back slower"
        " over stop result_why result_who result_warn result_send down trouble"
        " try_again beside show shape wide round show_idle behind no_session reached"
        " no_rule rule_told rule_why sources scales nerve muscle scale_now scale_moves scale_parts"
        " scale_after leaning leaning_now leaning_open leaning_sure remaining"
        " remaining_none question if_yes if_no moved ahead ahead_items ahead_none"
        " session answer rest raw seconds seconds_all turn said request response map"
        " map_legend map_part voice talk working speaking listening heard_unsure"
        " silence voice_none voice_deaf voice_mute voice_denied voice_browser stories"
        " story story_none watch load part_of play pause step progress script_end"
        " script_missing story_end save_title save_replay save_dialog save_nothing"
        " kept_here"
    ),
    "page.says": (
        "yes no none unsure repeat rephrase why back slower over stop result_why"
        " result_who result_warn result_send"
    ),
}
"""What the simulator page shows around the conversation, and what its buttons say; a test
compares it with the page."""

WANTED_BY = {
    "page": "the simulator page shows it",
    "question": "findings.toml asks it",
    "screen": "interview.toml asks it",
    "label": "leaning.toml gives it",
    "professional": "dispositions.toml sends there",
    "extra": "a rule in red_flags.toml says it",
    "self_care": "self_care.toml offers it",
    "safety_net": "dispositions.toml warns of it",
    "crisis": "red_flags.toml tells it",
    "source": "an entry that is asked names it first",
    "answer": "answers.toml gives it",
}

VISITS = ("consultation", "consultation_24")

HEAR = (
    "rules",
    "turns",
    "lengths",
    "speech",
    "intents",
    "slots",
)
"""What a locale's ``[hear]`` is made of."""


def needed_texts(medicine: Medicine) -> list[str]:
    """Return every key that a locale has to have."""
    tables = {**FIXED, **PAGE}
    fixed = [f"{table}.{name}" for table, names in tables.items() for name in names.split()]
    return list(dict.fromkeys([*TOP, *fixed, *_asked(medicine), *_told(medicine)]))


def _asked(medicine: Medicine) -> Iterator[str]:
    for finding in medicine.findings.finding:
        kinds = ["ask", "again", "why", *_answer_kinds(medicine, finding)]
        yield f"source.{finding.sources[0]}.name"
        yield from (f"question.{finding.id}.{kind}" for kind in kinds)
    for step in screens_of(medicine):
        values = [value for value in step.choices if value != UNSURE]
        kinds = ["ask", "again", "why", "reprompt", *(f"value.{value}.name" for value in values)]
        yield from (f"screen.{step.words or step.id}.{kind}" for kind in kinds)
    yield from (f"source.{step.sources[0]}.name" for step in screens_of(medicine))


def _answer_kinds(medicine: Medicine, finding: FindingEntry) -> Iterator[str]:
    """Yield what is said of a finding besides asking it."""
    name = finding.id
    if finding.values:
        yield "reprompt"
        kinds = ("note",) if name == AGE else ("name", "clause", "note")
        yield from (f"value.{value}.{kind}" for value in finding.values for kind in kinds)
        offers = () if name == AGE else set(finding.values) - set(finding.together)
        yield from (f"value.{value}.offer" for value in offers)
        return
    yield from ("yes", "note")
    if name == ADULT or name in {one.finding for one in medicine.leaning.discriminator}:
        yield "no"
    together = {asked for step in screens_of(medicine) if not step.choices for asked in step.ask}
    if name in together:
        yield "item"
    if name in medicine.interview.setting.read_back:
        yield "denied"


def _told(medicine: Medicine) -> Iterator[str]:
    for level in LEVELS:
        yield from (f"level.{level}.act", f"level.{level}.title")
    yield from (label_key(one.id, one.degree) for one in medicine.leaning.label)
    for one in medicine.dispositions.professional:
        if not {*one.levels} <= {*EMERGENCIES}:
            yield f"professional.{one.id}.see"
        if {*one.levels} & {*VISITS} and not one.later:
            yield f"professional.{one.id}.say"
    said = [one.says for one in medicine.red_flags.rule]
    said += [one.says for one in medicine.red_flags.words]
    yield from (f"extra.{name}.says" for name in said if name)
    yield from (f"crisis.{one.act}.act" for one in medicine.red_flags.words if one.act)
    yield from (f"answer.{one.id}.says" for one in medicine.answers.answer)
    yield from (f"self_care.{item.id}.says" for item in medicine.self_care.item)
    yield from (f"safety_net.{one.id}.says" for one in medicine.dispositions.safety_net)


def locale_problems(medicine: Medicine, path: Path) -> list[str]:
    """Return everything that is wrong with a locale, one line each: what it says, what it hears."""
    try:
        locale = read_locale(path)
    except ContentError as error:
        return error.problems
    texts = compile_locale(locale)
    texts |= {f"page.{key}": text for key, text in compile_page(locale).items()}
    found = [*_not_text(texts), *_misnamed(texts, path.stem), *_missing(medicine, texts)]
    found += _unknown(medicine, texts)
    said = {key: text for key, text in texts.items() if isinstance(text, str)}
    found += text_problems(said)
    lines = [f"{key}: {wrong}" for key, wrong in found]
    lines += _unheard(locale.get("hear"), path.stem) or store_problems(locale)
    return [f"{shown(path)}: {line}" for line in lines]


def _unheard(hear: object, name: str) -> list[str]:
    """Return what is wrong with what a locale hears; what is missing hides the rest."""
    if not isinstance(hear, dict):
        return ["[hear]: missing; nobody would be understood. Add it."]
    if lacking := [part for part in HEAR if part not in hear]:
        return [f"[hear] {part}: missing; hearing needs it. Add it." for part in lacking]
    try:
        return model_problems(hear, name)
    except (HassilError, ParseError, ValueError) as error:
        return [f"[hear]: {error}. Mend it."]


def _not_text(texts: Mapping[str, object]) -> Wrong:
    for key, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            yield where(key), "this is no text. Write a sentence in quotes."


def _misnamed(texts: Mapping[str, object], name: str) -> Wrong:
    if texts.get("locale", name) != name:
        yield "locale", f'it says "{texts["locale"]}". Write "{name}", as the file is called.'


def _missing(medicine: Medicine, texts: Mapping[str, object]) -> Wrong:
    """Yield what is not said: a line for a whole table, or one for each key."""
    tables = {table_of(key) for key in texts}
    lacking: dict[str, list[str]] = {}
    for key in needed_texts(medicine):
        if key not in texts:
            lacking.setdefault(table_of(key), []).append(leaf_of(key))
    for table, leaves in lacking.items():
        reason = WANTED_BY.get(table.partition(".")[0], "the conversation needs it")
        if table and table not in tables:
            yield f"[{table}]", f"missing; {reason}. Add it, with {', '.join(leaves)}."
        else:
            keys = [f"{table}.{leaf}" if table else leaf for leaf in leaves]
            yield from ((where(key), f"missing; {reason}. Add it.") for key in keys)


def _unknown(medicine: Medicine, texts: Mapping[str, object]) -> Wrong:
    """Yield what nobody says: a line for a whole table, or one for each key."""
    needed = needed_texts(medicine)
    gates = {f"question.{one.id}.denied" for one in medicine.findings.finding if one.gate}
    strangers = [key for key in texts if key not in {*needed, *gates, *OPTIONAL}]
    missing, tables = [key for key in needed if key not in texts], {table_of(key) for key in needed}
    lost = tables - {table_of(key) for key in texts}
    for table in dict.fromkeys(table_of(key) for key in strangers):
        if table not in tables:
            hint = hint_for(table, lost, "Remove it.")
            yield f"[{table}]", f"nothing says what stands here.{hint}"
    for key in strangers:
        if (table := table_of(key)) in tables:
            leaves = [leaf_of(one) for one in missing if table_of(one) == table]
            yield where(key), f"nothing says it.{hint_for(leaf_of(key), leaves, 'Remove it.')}"
