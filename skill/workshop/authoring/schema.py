"""The form of the knowledge files, as pydantic models: one model per kind of entry.

Unknown keys are refused. Every entry names its sources and its state of review.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from skill.triage.knowledge import Level

LevelName = Literal[
    "self_care", "consultation", "consultation_24", "emergency", "emergency_ambulance"
]
Ratio = Annotated[float, Field(ge=0.25, le=4)]
Pair = tuple[Ratio, Ratio]
Span = tuple[float, float]
ANY = 99.0
"""No sum of logarithms of ratios comes near it."""


def _as_list(value: object) -> object:
    """Let a condition name one value where it could name a list."""
    return [value] if isinstance(value, str) else value


Values = Annotated[list[str], BeforeValidator(_as_list)]
When = dict[str, Values]


class Entry(BaseModel):
    """What every entry of the medicine carries."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: list[str] = Field(min_length=1)
    review: Literal["draft", "reviewed"]
    reviewed_by: str = ""
    reviewed_on: str = ""

    @model_validator(mode="after")
    def _review_is_signed(self) -> "Entry":
        if self.review == "reviewed" and not (self.reviewed_by and self.reviewed_on):
            message = 'review = "reviewed" needs reviewed_by and reviewed_on'
            raise ValueError(message)
        return self


class Source(BaseModel):
    """Where a statement comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=3)
    urls: list[str]


class FindingEntry(Entry):
    """An entry of ``findings.toml``."""

    id: str
    values: list[str] = []
    together: list[str] = []
    gate: bool = False
    easing: bool = False
    told_only: bool = False
    narrow: bool = False
    no_is_sign: bool = False
    was: list[str] = []
    as_old: bool = False
    red_flag: Literal["", "danger", "raiser"] = ""
    unsure: LevelName | None = None
    unsure_as: str = ""
    asked_twice: bool = False
    discriminator: bool = False
    advice_safety: bool = False
    only_if: When = {}
    means: When = {}


class RuleEntry(Entry):
    """An entry of ``red_flags.toml``."""

    id: str
    level: LevelName
    when: When = Field(min_length=1)
    unless: When = {}
    says: str = ""
    why: str = Field(min_length=5)
    stays: str = ""


class WordsEntry(Entry):
    """A kind of words in ``red_flags.toml`` that act at once."""

    id: str
    level: LevelName
    says: str = ""
    act: str = ""


class AnswerEntry(Entry):
    """A question of the caller's own, of ``answers.toml``."""

    id: str
    topic: str
    advice: bool = False
    part: Literal["", "who", "home", "why", "warn"] = ""


class DerivedEntry(Entry):
    """A derived finding of ``regions.toml``."""

    id: str
    when: When = Field(min_length=1)


class StepEntry(Entry):
    """A step of ``interview.toml``."""

    id: str
    ask: list[str] = Field(min_length=1, max_length=3)
    when: When = {}
    follow_up: bool = False
    at_once: LevelName | None = None
    choices: dict[str, dict[str, str]] = {}
    words: str = ""


class InterviewSetting(Entry):
    """The settings of ``interview.toml``."""

    read_back: list[str]
    unsure_many: int
    unsure_many_level: LevelName
    adult_from: int
    bands: dict[str, dict[str, int]]
    most: dict[str, int]


class LeaningSetting(Entry):
    """The settings of ``leaning.toml``."""

    most_asked: int
    least_answered: int


class GroupEntry(Entry):
    """The caps of a group of ratios."""

    nerve: Span = (0.0, 1e9)
    muscle: Span = (0.0, 1e9)


class DiscriminatorEntry(Entry):
    """A discriminator of ``leaning.toml``: ratios of (yes, no)."""

    finding: str
    group: str
    nerve: Pair
    muscle: Pair
    when: When = {}


class Weigh(BaseModel):
    """How the ratios of an answer speak for a label."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nerve: float = 0
    muscle: float = 0


class Bounds(BaseModel):
    """What a sum of logarithms of ratios, or the difference of two, must keep to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least: float = Field(-ANY, ge=-ANY)
    most: float = Field(ANY, le=ANY)


Leaning = Literal["nerve", "muscle", "mixed", "other", "mimic", "neither", "unclear"]


class LabelEntry(Entry):
    """A label of ``leaning.toml``."""

    id: str
    degree: Literal["", "clearly", "somewhat"] = ""
    leaning: Leaning
    when: When = {}
    unless: When = {}
    nerve: Bounds | None = None
    muscle: Bounds | None = None
    lead: Bounds | None = None
    weigh: Weigh = Weigh()


class OtherCauseEntry(Entry):
    """What keeps some leanings from being told at consultation within 24 hours."""

    id: str
    leanings: list[Leaning] = Field(min_length=1)
    danger_but: list[str]
    but_at: When = {}
    also: list[str] = []
    also_when: When = {}


class ProfessionalEntry(Entry):
    """A professional of ``dispositions.toml``."""

    id: str
    levels: list[LevelName] = Field(min_length=1)
    labels: list[str] = []
    when: When = {}
    no_red_flag: bool = False
    later: bool = False


class SafetyNetEntry(Entry):
    """A warning of ``dispositions.toml``."""

    id: str
    levels: list[LevelName] = Field(min_length=1)
    when: When = {}
    unless: When = {}


class ItemEntry(Entry):
    """An item of ``self_care.toml``."""

    id: str
    kind: str
    labels: list[str] = []
    when: When = {}
    blocked_by: list[str] = []


class AdviceSetting(Entry):
    """The settings of ``self_care.toml``."""

    levels: list[LevelName]
    most: int


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourcesFile(_File):
    """``sources.toml``."""

    source: dict[str, Source]


class FindingsFile(_File):
    """``findings.toml``."""

    finding: list[FindingEntry]


class RegionsFile(_File):
    """``regions.toml``."""

    group: dict[str, dict[str, list[str]]]
    derived: list[DerivedEntry]


class RedFlagsFile(_File):
    """``red_flags.toml``."""

    rule: list[RuleEntry]
    words: list[WordsEntry]


class InterviewFile(_File):
    """``interview.toml``."""

    setting: InterviewSetting
    step: list[StepEntry]


class LeaningFile(_File):
    """``leaning.toml``."""

    setting: LeaningSetting
    group: dict[str, GroupEntry]
    discriminator: list[DiscriminatorEntry]
    label: list[LabelEntry]
    other_cause: list[OtherCauseEntry]


class DispositionsFile(_File):
    """``dispositions.toml``."""

    professional: list[ProfessionalEntry]
    safety_net: list[SafetyNetEntry]


class SelfCareFile(_File):
    """``self_care.toml``."""

    setting: AdviceSetting
    item: list[ItemEntry]


class AnswersFile(_File):
    """``answers.toml``."""

    answer: list[AnswerEntry]


class Medicine(_File):
    """All knowledge files, by name."""

    sources: SourcesFile
    findings: FindingsFile
    regions: RegionsFile
    red_flags: RedFlagsFile
    interview: InterviewFile
    leaning: LeaningFile
    dispositions: DispositionsFile
    self_care: SelfCareFile
    answers: AnswersFile


def level(name: str) -> Level:
    """Return the level of a name that the models have checked."""
    return Level[name.upper()]
