"""Zones and flora -> a mix for each zone, and how much of each species to order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor

from vildplan.core.planting.mix import NO_COVER, Cover, best_mix, with_bloom
from vildplan.core.planting.suits import split, suitable
from vildplan.errors import Text, text
from vildplan.model.flora import Flora, Form, Scheme, SchemePart, Species
from vildplan.model.plan import Zone
from vildplan.model.planting import (
    ROUNDING,
    SEASON,
    Amount,
    LeftOut,
    Planting,
    PlantLine,
    ShoppingLine,
    Surroundings,
    ZonePlanting,
)
from vildplan.model.site import Light
from vildplan.model.value import Value
from vildplan.model.wishes import PlantWishes

NOTHING = Amount(0.0, 0.0, 0.0)
NOWHERE_NEAR = Surroundings()
# The type whose trial plot the prices pay for.
HAY_MEADOW = "slaaeng"


@dataclass(frozen=True, eq=False)
class _Task:
    """What every zone is planted by: the numbers are those of the catalogue, by key.

    `mixes` are those that were chosen already: zones of one type on the same ground have the same.
    """

    flora: Flora
    numbers: Mapping[str, Value]
    wishes: PlantWishes
    near: Mapping[str, Surroundings]
    trial_zone: str
    mixes: dict[tuple[object, ...], tuple[Species, ...]] = field(default_factory=dict)


def propose_planting(
    zones: Sequence[Zone], flora: Flora, numbers: Mapping[str, Value], wishes: PlantWishes,
    near: Mapping[str, Surroundings],
) -> Planting:  # fmt: skip
    """Return a mix of native species for every zone whose type is planted.

    `numbers` are all values of the catalogue by key; `near` is what each zone (by id) lies near.
    """
    task = _Task(flora, numbers, wishes, near, _trial_zone(zones, flora))
    planted = tuple(
        _zone(zone, flora.schemes[zone.type], task) for zone in zones if zone.type in flora.schemes
    )
    used = {key: numbers[key] for one in planted for key in _keys(flora.schemes[one.zone_type])}
    remarks = (*_unmet(planted, task), *_grass(planted, task))
    return Planting(planted, _shopping(planted), remarks, tuple(used.values()), task.trial_zone)


def _trial_zone(zones: Sequence[Zone], flora: Flora) -> str:
    """The zone of the one trial plot: the largest hay meadow, else the largest that has a trial at all."""
    may = [zone for zone in zones if zone.type in flora.schemes
           and any(part.plot for part in flora.schemes[zone.type].parts)]  # fmt: skip
    meadows = [zone for zone in may if zone.type == HAY_MEADOW]
    best = max(meadows or may, key=lambda zone: zone.area_m2, default=None)
    return best.id if best else ""


def _keys(scheme: Scheme) -> Iterator[str]:
    """The numbers that a scheme rests on."""
    for part in scheme.parts:
        yield from part.numbers
    if scheme.stands:
        yield scheme.stands


def _zone(zone: Zone, scheme: Scheme, task: _Task) -> ZonePlanting:
    lines: list[PlantLine] = []
    left_out: dict[str, LeftOut] = {}
    cover = NO_COVER
    near = task.near.get(zone.id, NOWHERE_NEAR)
    for part in scheme.parts:
        candidates = suitable(part, zone.site, task.flora)
        may, not_here = split(candidates, task.flora, task.wishes, near, safe=scheme.safe)
        left_out |= {one.species.key: one for one in not_here}
        rate, total = _rate(part, task.numbers), _total(part, zone, scheme, task.numbers)
        chosen = _once(may, part, _most(part, total, task.numbers), cover, task)
        for species in chosen:
            cover = with_bloom(cover, species)
        if part.plot and zone.id != task.trial_zone:
            total = NOTHING
        paid = part.paid and not (part.plot and zone.type != HAY_MEADOW)
        lines += [_line(species, part, rate, total, len(chosen), paid=paid) for species in chosen]
    return ZonePlanting(
        zone.id, zone.type, zone.area_m2, scheme.note, tuple(lines), _bloom(lines, task.flora),
        tuple(left_out.values()), tuple(_remarks(zone, lines)),
    )  # fmt: skip


def _bloom(lines: Sequence[PlantLine], flora: Flora) -> tuple[tuple[int, tuple[Species, ...]], ...]:
    keys = dict.fromkeys(line.species.key for line in lines)
    planted = [flora.species[key] for key in keys]
    return tuple((month, tuple(one for one in planted if month in one.months)) for month in SEASON)


def _once(
    may: Sequence[Species], part: SchemePart, most: int, cover: Cover, task: _Task
) -> tuple[Species, ...]:
    key = (tuple(species.key for species in may), part.first, most, cover)
    if key not in task.mixes:
        task.mixes[key] = _chosen(may, part, most, cover, task.wishes)
    return task.mixes[key]


def _chosen(
    may: Sequence[Species], part: SchemePart, most: int, cover: Cover, wishes: PlantWishes
) -> tuple[Species, ...]:
    """The best mix, in the catalogue's order: what people want first, then what the part is above all for."""
    wanted = [species for species in may if species.key in wishes.want]
    first = [species for species in may if not {*part.first}.isdisjoint(species.habitats)]
    chosen: list[Species] = []
    for group in (wanted, first, may):
        there = {species.key for species in chosen}
        others = [species for species in group if species.key not in there]
        mix = best_mix(others, most - len(chosen), cover)
        for species in mix:
            cover = with_bloom(cover, species)
        chosen += mix
    there = {species.key for species in chosen}
    return tuple(species for species in may if species.key in there)


def _rate(part: SchemePart, numbers: Mapping[str, Value]) -> Amount:
    """Grams or pieces per m2 of the ground that the part is put on."""
    if part.m2_each:
        room = numbers[part.m2_each]
        low, high = _ends(room)
        return Amount(1 / room.number, 1 / high, 1 / low)
    rate = numbers[part.per_m2]
    amount = Amount(rate.number, *_ends(rate))
    if part.of:
        amount = _times(amount, numbers[part.of].number, *_ends(numbers[part.of]))
    if part.less:
        low, high = _ends(numbers[part.less])
        amount = _times(amount, 1 - numbers[part.less].number, 1 - high, 1 - low)
    return amount


def _times(amount: Amount, share: float, low: float, high: float) -> Amount:
    return Amount(amount.number * share, amount.low * low, amount.high * high)


def _total(part: SchemePart, zone: Zone, scheme: Scheme, numbers: Mapping[str, Value]) -> Amount:
    """Grams or pieces of a part in all of a zone."""
    shares = [numbers[part.on]] if part.on else []
    if _stands(zone, scheme):
        shares.append(numbers[scheme.stands])
    ground = Amount(*(zone.area_m2,) * 3)
    for share in shares:
        ground = _times(ground, share.number, *_ends(share))
    if part.plot:
        plot = numbers[part.plot]
        low, high = _ends(plot)
        ground = Amount(min(ground.number, plot.number), min(ground.low, low), min(ground.high, high))
    return _times(_rate(part, numbers), ground.number, ground.low, ground.high)


def _stands(zone: Zone, scheme: Scheme) -> bool:
    """Tell whether plants of its kind stand in the zone already."""
    return bool(scheme.stands) and zone.surface_today in scheme.standing_on


def _ends(value: Value) -> tuple[float, float]:
    low = value.number if value.low is None else value.low
    return low, value.number if value.high is None else value.high


def _most(part: SchemePart, total: Amount, numbers: Mapping[str, Value]) -> int:
    """How many species: no more than there are pieces of, since a plant cannot be cut in two."""
    most = int(numbers[part.most].number)
    return most if part.form is Form.SEED else max(1, min(most, floor(total.number + ROUNDING)))


def _line(
    species: Species, part: SchemePart, rate: Amount, total: Amount, count: int, *, paid: bool
) -> PlantLine:
    amount = Amount(total.number / count, total.low / count, total.high / count)
    return PlantLine(species, part.name, part.form, 1 / count, rate.number / count, amount, paid)


def _shopping(planted: Sequence[ZonePlanting]) -> tuple[ShoppingLine, ...]:
    """Sum up what all zones take of each species, before anything is rounded."""
    sums: dict[tuple[Form, str], list[PlantLine]] = {}
    for line in (line for zone in planted for line in zone.lines if line.amount.number):
        sums.setdefault((line.form, line.species.key), []).append(line)
    order = [*Form]
    found = [
        ShoppingLine(lines[0].species, form, Amount(
            sum(line.amount.number for line in lines), sum(line.amount.low for line in lines),
            sum(line.amount.high for line in lines),
        ))
        for (form, _), lines in sums.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (order.index(one.form), one.species.name.da)))


def _remarks(zone: Zone, lines: Sequence[PlantLine]) -> Iterator[Text]:
    if not lines:
        yield text("Ingen art i kataloget passer til stedet.", "No species of the catalogue suits the place.")
    elif zone.site.light is Light.SHADE:
        yield text("Stedet ligger i skygge; arterne vil helst have halvskygge.",
                   "The place lies in shade; the species prefer half-shade.")  # fmt: skip


def _unmet(planted: Sequence[ZonePlanting], task: _Task) -> Iterator[Text]:
    """Say which wanted species are planted nowhere."""
    there = {line.species.key for zone in planted for line in zone.lines}
    species = task.flora.species
    missing = [species[key] for key in task.wishes.want if key in species and key not in there]
    if missing:
        yield text("I ønsker {names}; ingen zone i planen passer til det, eller det er udeladt.",
                   "You want {names}; no zone of the plan suits that, or it is left out.",
                   names=tuple(one.name for one in missing))  # fmt: skip


def _grass(planted: Sequence[ZonePlanting], task: _Task) -> Iterator[Text]:
    """Say where tall grass comes nearer to windows than people with allergy can stand."""
    near = tuple(one.zone_id for one in planted if task.flora.schemes[one.zone_type].grass
                 and task.near.get(one.zone_id, NOWHERE_NEAR).windows)  # fmt: skip
    if task.wishes.allergy and near:
        yield text(
            "Højt græs nærmere end {m:m} på facade eller terrasse: {ids}. Skriv --clearance facade={m:num} "
            "--clearance terrasse={m:num} for at holde det på afstand.",
            "Tall grass nearer than {m:m} to a facade or terrace: {ids}. Type --clearance facade={m:num} "
            "--clearance terrace={m:num} to keep it away.",
            m=task.numbers["planting.allergy_grass"].number, ids=near,
        )
