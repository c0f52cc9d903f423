"""Zones -> hours and kroner per year, today against the plan, and what it costs to begin.

Only what changes is counted: mowing, hay, frames, scrub. The care of beds and hedges that are set
free is left out, so that no saving is claimed on it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import shapely

from vildplan.errors import Text, text
from vildplan.geometry.morphology import joined, minus, overlap
from vildplan.model.catalogue import Catalogue, Status, Value
from vildplan.model.economy import Economy, OneOff, YearlyWork
from vildplan.model.plan import Zone
from vildplan.model.problem import Ground

MEADOW, SCRUB = "slaaeng", "krat"
HALF_AS_MUCH_AGAIN = 1.5
DECISIVE = 3
REACH_M = 0.05
PER_1000 = Decimal(1000)
PER_100 = Decimal(100)

Prices = Mapping[str, Value]
Use = Callable[[str], Decimal]


@dataclass(frozen=True)
class Amounts:
    """What there is to care for: m2 mown before and after, m2 by zone type, m of frame, zones."""

    mown_before_m2: float
    mown_after_m2: float
    meadow_m2: float
    scrub_m2: float
    planted_m2: float
    frame_m: float
    zones: int


def estimate(zones: tuple[Zone, ...], ground: Ground, catalogue: Catalogue) -> Economy:
    """Estimate the plan's hours and kroner from the catalogue's prices."""
    amounts = measure(zones, ground)
    economy = _economy(amounts, catalogue.prices)
    return replace(economy, decisive=_decisive(amounts, catalogue.prices))


def measure(zones: tuple[Zone, ...], ground: Ground) -> Amounts:
    """Measure the amounts of work on the published zones; a frame runs where a zone meets mown lawn."""
    taken = joined([zone.geometry for zone in zones])
    mown_m2 = float(ground.mown.area)
    new_m2 = float(overlap(taken, ground.mown).area)
    left = minus(ground.mown, taken)
    frame = shapely.intersection(shapely.boundary(taken), shapely.buffer(left, REACH_M))
    by_type = {
        key: sum(zone.area_m2 for zone in zones if zone.type == key) for key in (MEADOW, SCRUB)
    }
    scrub = [zone.geometry for zone in zones if zone.type == SCRUB]
    return Amounts(
        mown_before_m2=mown_m2,
        mown_after_m2=mown_m2 - new_m2,
        meadow_m2=by_type[MEADOW],
        scrub_m2=by_type[SCRUB],
        planted_m2=float(overlap(joined(scrub), ground.mown).area),
        frame_m=float(shapely.length(frame)),
        zones=len(zones),
    )


def _economy(amounts: Amounts, prices: Prices) -> Economy:
    work, assumed = _yearly_work(amounts, prices)
    staff = _number(prices, "staff_rate")
    before = sum((w.hours_before for w in work), Decimal(0))
    after = sum((w.hours_after for w in work), Decimal(0))
    kr_before = sum((w.contractor_kr_before for w in work), Decimal(0))
    kr_after = sum((w.contractor_kr_after for w in work), Decimal(0))
    loose = [w for w in work if w.key in assumed]
    loose_hours = sum((w.hours_before + w.hours_after for w in loose), Decimal(0))
    loose_kr = sum((w.contractor_kr_before + w.contractor_kr_after for w in loose), Decimal(0))
    one_offs = _one_offs(amounts, prices)
    return Economy(
        work=work,
        one_offs=one_offs,
        hours_before=before,
        hours_after=after,
        staff_kr_before=before * staff,
        staff_kr_after=after * staff,
        contractor_kr_before=kr_before,
        contractor_kr_after=kr_after,
        establishment_kr=sum((item.kr for item in one_offs), Decimal(0)),
        assumed_hours_share=float(loose_hours / (before + after)) if before + after else 0.0,
        assumed_kr_share=float(loose_kr / (kr_before + kr_after)) if kr_before + kr_after else 0.0,
        decisive=(),
    )


def _yearly_work(
    amounts: Amounts, prices: Prices
) -> tuple[tuple[YearlyWork, ...], frozenset[str]]:
    """Return the lines of work, and the keys of those that rest on an assumption."""
    assumed: set[str] = set()

    def use(line: str) -> Use:
        def number(key: str) -> Decimal:
            if prices[key].status is Status.ASSUMPTION:
                assumed.add(line)
            return _number(prices, key)

        return number

    work = (
        _mowing(amounts, use("mowing")),
        _hay(amounts, use("hay")),
        _by_hours("frame", text("klippet ramme", "clipped frame"), use("frame"),
                  _m2(amounts.frame_m) / PER_100, "frame_hours", "frame_rounds"),
        _by_hours("krat", text("pleje af krat", "care of scrub"), use("krat"),
                  _m2(amounts.scrub_m2) / PER_1000, "krat_hours", None),
    )  # fmt: skip
    return tuple(w for w in work if w.hours_before or w.hours_after), frozenset(assumed)


def _mowing(amounts: Amounts, use: Use) -> YearlyWork:
    before, after = _m2(amounts.mown_before_m2), _m2(amounts.mown_after_m2)
    hours = use("mowings") * use("mowing_hours") / PER_1000
    kr = use("mowings") * use("mowing_kr")
    name = text("plæneklipning", "lawn mowing")
    return YearlyWork("mowing", name, before * hours, after * hours, before * kr, after * kr)


def _hay(amounts: Amounts, use: Use) -> YearlyWork:
    area = _m2(amounts.meadow_m2)
    hours = use("hay_cuts") * use("hay_hours") / PER_1000
    kr = use("hay_cuts") * use("hay_kr")
    name = text("høslet, høet fjernes", "hay cut, hay taken away")
    return YearlyWork("hay", name, Decimal(0), area * hours, Decimal(0), area * kr)


def _by_hours(
    key: str, name: Text, use: Use, amount: Decimal, hours_key: str, rounds_key: str | None
) -> YearlyWork:
    """Work that no contractor's price is known for: hours at the contractor's rate."""
    rounds = use(rounds_key) if rounds_key else Decimal(1)
    hours = amount * use(hours_key) * rounds
    return YearlyWork(key, name, Decimal(0), hours, Decimal(0), hours * use("contractor_rate"))


def _one_offs(amounts: Amounts, prices: Prices) -> tuple[OneOff, ...]:
    plants = _m2(amounts.planted_m2) * _number(prices, "krat_plants")
    items = (
        OneOff("signs", text("skilte", "signs"), amounts.zones * _number(prices, "sign_kr")),
        OneOff("plants", text("buske til nyt krat", "shrubs for new scrub"),
               plants * _number(prices, "krat_plant_kr")),
    )  # fmt: skip
    return tuple(item for item in items if item.kr)


def _decisive(amounts: Amounts, prices: Prices) -> tuple[Value, ...]:
    """The values that move the yearly balance (staff's kroner) most when they grow by half."""
    balance = _balance(_economy(amounts, prices))

    def moved(key: str) -> Decimal:
        larger = replace(prices[key], number=prices[key].number * HALF_AS_MUCH_AGAIN)
        return abs(_balance(_economy(amounts, {**prices, key: larger})) - balance)

    ranked = sorted(((moved(key), key) for key in prices), key=lambda item: (-item[0], item[1]))
    return tuple(prices[key] for change, key in ranked[:DECISIVE] if change)


def _balance(economy: Economy) -> Decimal:
    return economy.staff_kr_after - economy.staff_kr_before


def _number(prices: Prices, key: str) -> Decimal:
    return Decimal(str(prices[key].number))


def _m2(value: float) -> Decimal:
    return Decimal(str(round(value, 3)))
