"""What later commands need of plan.toml; everything else in it may be there or not."""

from pydantic import BaseModel, ConfigDict, Field

from vildplan.model.wishes import Base, Count, Language, MownBy


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class InsistedTable(_Table):
    """Limits and classes that people insist on."""

    keep_classes: tuple[str, ...] = ()
    border_strip_m: float = 0.0
    most_zones: int | None = None
    most_hours_per_year: float | None = None
    most_kr_per_year: float | None = None
    least_area_m2: float | None = None
    least_width_m: float | None = None


class WishesTable(_Table):
    """The wishes as they were resolved."""

    target: str
    target_share: float | None = None
    target_m2: float | None = None
    base: Base
    base_file: str = ""
    count: Count
    play_lawn_m2: float = Field(ge=0)
    language: Language
    dwellings: int | None = None
    mown_by: MownBy | None = None
    clearances_m: dict[str, float] = Field(default_factory=dict)
    insisted: InsistedTable = InsistedTable()
    from_file: tuple[str, ...] = ()


class FindingTable(_Table):
    """A finding in the words of the plan's own language."""

    place: str
    severity: str
    sentence: str
    advice: str


class InputsTable(_Table):
    """What the plan was made from."""

    department_sha256: str
    catalogue_sha256: str = ""
    file: str = ""
    rest: str
    assumed: tuple[str, ...] = ()
    findings: tuple[FindingTable, ...] = ()
    own_values: dict[str, float] = Field(default_factory=dict)


class PlanFile(_Table):
    """The parts of plan.toml that are read back."""

    schema_version: int
    department: str
    crs: str
    inputs: InputsTable
    wishes: WishesTable
    files: dict[str, str] = Field(default_factory=dict)
