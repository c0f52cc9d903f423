"""The one object that everything after planning reads."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Text
from vildplan.model.area import Department
from vildplan.model.budget import Budget
from vildplan.model.catalogue import Catalogue
from vildplan.model.economy import Economy
from vildplan.model.edited import Version
from vildplan.model.limits import Measure
from vildplan.model.phases import PlanPhase
from vildplan.model.planting import Planting
from vildplan.model.problem import Cells, Choice, Drawing, Floats, Goal, Ground, Inventory
from vildplan.model.site import UNKNOWN_SITE, Site
from vildplan.model.value import Value
from vildplan.model.wishes import Wishes


@dataclass(frozen=True)
class CareLine:
    """One line of a zone's care, with the months (1-12) it falls in; `short` fits a table."""

    key: str
    months: tuple[int, ...]
    sentence: Text
    short: Text | None


@dataclass(frozen=True)
class WhyLine:
    """One worth term of a zone: mean points per m2."""

    key: str
    name: Text
    points_per_m2: float


@dataclass(frozen=True, eq=False)
class Zone:
    """One biodiversity area: one polygon, one type, one phase; `geometry` in metres of the CRS.

    `rank` (0 to 1) is the share of the convertible ground at which the zone's m2 enter, in the mean:
    the lower, the sooner it is taken and the later given up. `site` is what is known of most of its m2,
    `rich_m2` of it lie on soil that is known to be rich. `phase` counts from 1; `phase_year` is the
    calendar year in which it begins, None where the plan has no phases: then it is the plan's first.
    """

    id: str
    name: Text
    type: str
    area_m2: float
    surface_today: str
    surfaces_m2: tuple[tuple[str, float], ...]
    phase: int
    rank: float
    why: tuple[WhyLine, ...]
    care: tuple[CareLine, ...]
    geometry: BaseGeometry
    site: Site = UNKNOWN_SITE
    rich_m2: float = 0.0
    phase_year: int | None = None

    def begins(self, first_year: int) -> int:
        """Return which year of the plan is the zone's first: 1 where there are no phases."""
        return 1 if self.phase_year is None else self.phase_year - first_year + 1


@dataclass(frozen=True)
class TakenGround:
    """How many m2 of today's lawns, beds and hedges one rule takes."""

    rule: str
    name: Text
    area_m2: float


@dataclass(frozen=True)
class Relaxation:
    """One way out of a target that cannot be reached: the option to type, and up to how many m2."""

    option: str
    gain_m2: float
    sentence: Text


@dataclass(frozen=True)
class GapParts:
    """Where the points between the bound and the published zones went; `limits` is room not used."""

    split: float
    smooth: float
    size: float
    types: float
    limits: float = 0.0


@dataclass(frozen=True)
class Proof:
    """How good the published zones are, against a bound that no plan on these cells can pass.

    All in points but `gap_percent` (of the objective: how much better another plan could be at most),
    `gap_m2` (m2 of average chosen ground) and
    `edge_m` (true metres of zone outline that somebody trims).
    """

    objective: float
    upper_bound: float
    gap_percent: float
    gap_points: float
    gap_m2: float
    cells_objective: float
    parts: GapParts
    edge_m: float
    outside_bound: tuple[Text, ...]


@dataclass(frozen=True)
class LimitKept:
    """One limit on the yearly care and what came of it: hours or kroner per year, by the economy's figures.

    `today` is the care of lawns and slopes today, `without` the care with the best plan that knows no
    limit, `reached` with this plan. `least` is the least that the target takes, measured on zones drawn
    for it; None where the target is reached.
    """

    measure: Measure
    most: float
    today: float
    without: float
    reached: float
    least: float | None = None

    @property
    def kept(self) -> bool:
        """Tell whether the plan keeps the limit."""
        return self.reached <= self.most


@dataclass(frozen=True)
class WishPrice:
    """What something that people insist on costs, against the best plan without it.

    `points` are lost of that plan's `of_points`, and `area_m2` of its new wild land; below nothing where
    the drawing came out better.
    """

    option: str
    points: float
    of_points: float
    area_m2: float
    sentence: Text


@dataclass(frozen=True)
class WeightRun:
    """One weight of the catalogue times `factor`: how much of the chosen m2 stays chosen (0 to 1)."""

    key: str
    name: Text
    factor: float
    share_kept: float


@dataclass(frozen=True, eq=False)
class Robustness:
    """What other weights would change: the same area chosen anew with one weight halved or doubled.

    `share_kept` of the chosen m2 stays in every run; `core` (n) is that share for each node, `moved`
    (n) what the run that changes most takes away from it. No runs: no weight can change the choice.
    """

    runs: tuple[WeightRun, ...]
    share_kept: float
    core: Floats
    moved: Floats
    cells: Cells


@dataclass(frozen=True, eq=False)
class Plan:
    """A department's plan with everything needed to show it, store it and check it.

    `versions` are the adjustments by hand that led to it; where there is none, vildplan drew the zones.
    `amended` tells that these are only some of the zones that it had: those that a meeting adopted.
    `budget` is there where there is an economy.
    `phases` are empty where nobody asked for any.
    `planting` is worked out where the plan is shown, since it changes nothing of the zones.
    """

    department: Department
    wishes: Wishes
    catalogue: Catalogue
    inventory: Inventory
    ground: Ground
    goal: Goal
    choice: Choice | None
    drawing: Drawing | None
    zones: tuple[Zone, ...]
    zones_m2: float
    reached_m2: float
    reached_share: float
    reachable: bool
    taken: tuple[TakenGround, ...]
    relaxations: tuple[Relaxation, ...]
    proof: Proof | None
    robustness: Robustness | None
    economy: Economy | None
    assumptions: tuple[Value, ...]
    findings: tuple[Finding, ...]
    limits: tuple[LimitKept, ...] = ()
    wish_prices: tuple[WishPrice, ...] = ()
    versions: tuple[Version, ...] = ()
    amended: bool = False
    budget: Budget | None = None
    planting: Planting | None = None
    phases: tuple[PlanPhase, ...] = ()
