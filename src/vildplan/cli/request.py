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
    play_lawn: float | None = None
    clearance: tuple[str, ...] = ()
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
