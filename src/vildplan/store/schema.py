"""What later commands need of plan.toml; everything else in it may be there or not."""

from pydantic import BaseModel, ConfigDict, Field

from vildplan.errors import Finding, Severity, plain
from vildplan.model.crew import USUAL_CREW, Crew
from vildplan.model.edited import Change, Fate, Figures, Version
from vildplan.model.money import Money
from vildplan.model.site import Light, Moisture, Site, Soil, Traffic
from vildplan.model.wishes import Base, Count, Language, MownBy, PhaseWish, Target


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class PhaseTable(_Table):
    """One phase as it was asked for."""

    year: int
    asked: str
    share: float | None = None
    m2: float | None = None

    def value(self) -> PhaseWish:
        """Return it as the core knows it."""
        return PhaseWish(self.year, Target(self.asked, self.share, self.m2))


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
    crew: Crew = USUAL_CREW
    from_file: tuple[str, ...] = ()
    allergy: bool = False
    play: bool = False
    avoid_plants: tuple[str, ...] = ()
    want_plants: tuple[str, ...] = ()
    money: Money = Money()
    phases: tuple[PhaseTable, ...] = ()


class FindingTable(_Table):
    """A finding in the words of the plan's own language."""

    place: str
    severity: Severity
    sentence: str
    advice: str

    def value(self) -> Finding:
        """Return it as the core knows it, the same words in every language."""
        return Finding(
            plain(self.place), self.severity, plain(self.sentence), plain(self.advice)
        )


class SiteTable(_Table):
    """What is known of a place."""

    soil: Soil = Soil.UNKNOWN
    moisture: Moisture = Moisture.UNKNOWN
    light: Light = Light.UNKNOWN
    traffic: Traffic = Traffic.UNKNOWN
    low: bool | None = None
    roof_water: bool | None = None
    load_checked: bool | None = None
    basement: bool | None = None
    wooden_facade: bool | None = None
    zone_type: str | None = None

    def value(self) -> Site:
        """Return it as the core knows it."""
        return Site(**self.model_dump())


class InputsTable(_Table):
    """What the plan was made from."""

    department_sha256: str
    catalogue_sha256: str = ""
    file: str = ""
    rest: str
    assumed: tuple[str, ...] = ()
    findings: tuple[FindingTable, ...] = ()
    own_values: dict[str, float | dict[str, float]] = Field(default_factory=dict)
    site: SiteTable = SiteTable()


class FiguresTable(_Table):
    """What a plan came to."""

    zones: int
    zones_m2: float
    share: float
    hours: float | None = None
    kr: float | None = None
    gap_percent: float | None = None


class ChangeTable(_Table):
    """What became of one zone."""

    id: str
    fate: Fate
    before_m2: float
    after_m2: float
    common_m2: float
    type_before: str = ""
    type_after: str = ""
    origin: str = ""
    note: str = ""


class VersionTable(_Table):
    """One adjustment."""

    number: int
    date: str
    reason: str
    file: str
    sha256: str
    before: FiguresTable
    after: FiguresTable
    changes: tuple[ChangeTable, ...] = ()
    findings: tuple[FindingTable, ...] = ()

    def value(self) -> Version:
        """Return it as the core knows it."""
        return Version(
            number=self.number, date=self.date, reason=self.reason, file=self.file, sha256=self.sha256,
            before=Figures(**self.before.model_dump()), after=Figures(**self.after.model_dump()),
            changes=tuple(Change(**change.model_dump()) for change in self.changes),
            findings=tuple(finding.value() for finding in self.findings),
        )  # fmt: skip


class PlanFile(_Table):
    """The parts of plan.toml that are read back."""

    schema_version: int
    department: str
    crs: str
    inputs: InputsTable
    wishes: WishesTable
    versions: tuple[VersionTable, ...] = ()
    files: dict[str, str] = Field(default_factory=dict)
