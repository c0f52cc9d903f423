"""What a person asks of `vildplan plan`, typed or answered, before any of it is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vildplan.model.plan_keys import KEYS
from vildplan.model.site import Soil
from vildplan.model.wishes import Count, Language, MownBy

NOT_SAID = (None, ())


@dataclass(frozen=True)
class Request:
    """The file, and what was said of it: None, or no words, where it is left to the defaults.

    `from_file` names the wishes that nobody typed and `vildplan.toml` has.
    """

    file: Path
    target: str | None = None
    phase: tuple[str, ...] = ()
    base: str | None = None
    count: Count | None = None
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
    allergy: bool | None = None
    play: bool | None = None
    dwellings: str | None = None
    mower: MownBy | None = None
    soil: Soil | None = None
    out: Path | None = None
    dry_run: bool = False
    json: bool = False
    open_report: bool = False
    lang: Language | None = None
    from_file: tuple[str, ...] = ()

    @classmethod
    def typed(cls, words: Mapping[str, Any]) -> "Request":
        """Return what the parser took from the command line, by the names of its parameters."""
        return cls(**{name: _settled(word) for name, word in words.items() if word is not None})

    @property
    def folder(self) -> Path:
        """Where the plan goes: beside the file unless told otherwise."""
        return self.out or self.file.parent / f"{self.file.stem or 'plan'}.plan"

    @property
    def said(self) -> dict[str, Any]:
        """Every wish that somebody said, by its key of `[plan]`, in the order of the table."""
        wishes = {key.name: getattr(self, key.name) for key in KEYS}
        return {name: wish for name, wish in wishes.items() if wish not in NOT_SAID}

    def with_own(self, wishes: Mapping[str, Any]) -> "Request":
        """Return the request with the wishes of `vildplan.toml`; what was typed goes before them."""
        used = {key.name: wishes[key.name] for key in KEYS
                if key.name in wishes and key.name not in self.said}  # fmt: skip
        return replace(self, **used, from_file=tuple(used))


def _settled(word: Any) -> Any:
    """What may be typed several times comes as a list."""
    return tuple(word) if isinstance(word, list) else word


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
    date: str | None = None
