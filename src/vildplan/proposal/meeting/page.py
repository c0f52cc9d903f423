"""Full plans and outlines -> what the meeting page shows, as one value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text
from vildplan.model.meeting import Meeting
from vildplan.model.nested import NestedGround, OnTheCells
from vildplan.model.plan import Plan
from vildplan.model.problem import NOWHERE
from vildplan.proposal.board import BoardAsked
from vildplan.proposal.board.decision import decision_blocks, in_phases
from vildplan.proposal.board.maps import map_notes
from vildplan.proposal.calendar import month_minutes
from vildplan.proposal.charts import Bars, Curve, months_chart, years_chart
from vildplan.proposal.document import DecisionBox
from vildplan.proposal.map_drawing import MapDrawing, map_drawing
from vildplan.proposal.meeting.stands import Full, Stand, stands_of
from vildplan.proposal.meeting.trade_off import trade_off_charts
from vildplan.proposal.palette import ZONE_LOOKS, Look
from vildplan.proposal.texts.looks import AGES

LIVE_POINTS = 2


@dataclass(frozen=True, eq=False)
class KindShown:
    """A zone type: its name, how it looks on the map, what it looks like by age, where it would lie best."""

    key: str
    name: Text
    look: Look
    ages: tuple[tuple[Text, Text], ...]
    ground: BaseGeometry | None


@dataclass(frozen=True, eq=False)
class MeetingPage:
    """All that the page shows; `under` is the land as it is and `above` what is drawn over the zones.

    `lead` begins the decision, `points` are those of it that no slider changes, `choices` are ticked.
    """

    name: str
    title: Text
    stands: tuple[Stand, ...]
    kinds: tuple[KindShown, ...]
    under: MapDrawing
    above: MapDrawing
    trade_offs: tuple[Curve, ...]
    bars: tuple[Bars, ...]
    lead: Text
    points: tuple[Text, ...]
    choices: tuple[Text, ...]
    meeting: Meeting
    dwellings: int | None
    outdoor_m2: float
    convertible_m2: float
    base_m2: float
    reaches_all: bool
    notes: tuple[Text, ...]


def meeting_page(
    asked: BoardAsked, fulls: Sequence[Full], nested: NestedGround, on_cells: Sequence[OnTheCells]
) -> MeetingPage:
    """Return the page of a plan; `fulls` rise and the plan is one of them."""
    plan = asked.plan
    stands = stands_of(fulls, nested, on_cells)
    box = next(block for block in decision_blocks(asked) if isinstance(block, DecisionBox))
    notes = tuple(map_notes(asked))
    under, above = _maps(plan, notes)
    minutes = month_minutes(plan, asked.year)
    return MeetingPage(
        name=plan.department.name,
        title=text("{name}: hvor meget skal være vildt?", "{name}: how much should be wild?",
                   name=plan.department.name),
        stands=stands,
        kinds=tuple(_kinds(asked, fulls, nested.by_type)),
        under=under,
        above=above,
        trade_offs=trade_off_charts(stands, plan.wishes.dwellings),
        bars=(months_chart(*minutes, asked.year.year), years_chart(asked.budget)),
        lead=box.lead,
        points=box.points[LIVE_POINTS + len([*in_phases(asked)]) :],
        choices=box.choices,
        meeting=asked.meeting,
        dwellings=plan.wishes.dwellings,
        outdoor_m2=plan.inventory.outdoor_m2,
        convertible_m2=plan.ground.convertible_m2,
        base_m2=plan.goal.base_m2 or 1.0,
        reaches_all=all(full.plan.reachable for full in fulls),
        notes=notes,
    )  # fmt: skip


def _maps(plan: Plan, notes: tuple[Text, ...]) -> tuple[MapDrawing, MapDrawing]:
    """The ground, and what is drawn above zones, within the same bounds."""
    whole = map_drawing(plan, notes)
    ground = tuple(shown for shown in whole.shapes if not shown.zone_id)
    keys = {shown.look.key for shown in ground}
    legend = tuple(look for look in whole.legend if look.key in keys)
    bare = replace(whole, core=NOWHERE)
    return (
        replace(bare, shapes=tuple(one for one in ground if not one.overlay), legend=legend),
        replace(bare, shapes=tuple(one for one in ground if one.overlay), legend=()),
    )


def _kinds(
    asked: BoardAsked, fulls: Sequence[Full], ground: Mapping[str, BaseGeometry]
) -> Iterator[KindShown]:
    used = {zone.type for full in fulls for zone in full.plan.zones} | {*ground}
    for key, kind in asked.plan.catalogue.zone_types.items():
        if key in used:
            ages = tuple(
                (AGES[look.age], look.sentence) for look in asked.guidance.looks if look.zone_type == key
            )
            yield KindShown(key, kind.name, ZONE_LOOKS[key], ages, ground.get(key))
