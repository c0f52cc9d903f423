"""What a person asks of `vildplan plan`, typed or answered, before any of it is understood."""

from dataclasses import dataclass
from pathlib import Path

from vildplan.model.wishes import Count, Language, MownBy


@dataclass(frozen=True)
class Request:
    """The file and the goal, and all that may be left to the defaults."""

    file: Path
    target: str
    base: str = "outdoor"
    count: Count = Count.ALL
    surface: str | None = None
    boundary: Path | None = None
    rest: str | None = None
    play_lawn: str | None = None
    clearance: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    keep_class: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    border_strip: str | None = None
    max_zones: str | None = None
    max_hours: str | None = None
    max_cost: str | None = None
    min_area: str | None = None
    min_width: str | None = None
    dwellings: str | None = None
    mower: MownBy | None = None
    out: Path | None = None
    dry_run: bool = False
    json: bool = False
    open_report: bool = False
    lang: Language | None = None

    @property
    def folder(self) -> Path:
        """Where the plan goes: beside the file unless told otherwise."""
        return self.out or self.file.parent / f"{self.file.stem or 'plan'}.plan"


@dataclass(frozen=True)
class Adjustment:
    """What is asked of `vildplan adjust`: the plan, why, and the edited zones."""

    folder: Path
    reason: str
    zones: Path | None = None
    layer: str | None = None
    zone_type: str | None = None
    dry_run: bool = False
    json: bool = False
    open_report: bool = False
