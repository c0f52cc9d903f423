"""What each wish costs: the plan with all of them against the best plan without just that one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Relaxation, WishPrice
from vildplan.model.wishes import Drawn, Insisted

# Less than this is rounding on the cells, or a matter of how zones are drawn.
TOLD_SHARE = 0.0005
TOLD_M2 = 1.0
WAY_OUT_M2 = 10.0
# Nobody typed these: they are held together, and no option takes them away.
ADOPTED = "adopted"


@dataclass(frozen=True, eq=False)
class Wished:
    """One wish: what was typed, how it begins a sentence, and all that is insisted on without it.

    A wish about sizes is priced on the zones as `drawn`, one about ground on the cells.
    """

    option: str
    who: Text
    without: Insisted
    drawn: bool = False


@dataclass(frozen=True)
class Worth:
    """What a plan comes to: its points, and the m2 of its new wild land."""

    points: float
    area_m2: float


def wishes_of(wish: Insisted, catalogue: Catalogue) -> Iterator[Wished]:
    """Yield each thing that people insist on, but for the limits on hours and kroner."""
    yield from _places(wish)
    for key in wish.keep_classes:
        rest = tuple(other for other in wish.keep_classes if other != key)
        who = text("At arealtypen {name} bliver, som den er,", "Keeping the class {name} as it is",
                   name=catalogue.surfaces[key].name)  # fmt: skip
        yield Wished(f"--keep-class {key}", who, replace(wish, keep_classes=rest))
    if wish.border_strip_m:
        who = text("Striben på {m:m} til naboen", "The strip of {m:m} to the neighbour",
                   m=wish.border_strip_m)  # fmt: skip
        yield Wished(f"--border-strip {wish.border_strip_m:g}", who, replace(wish, border_strip_m=0.0))
    yield from _sizes(wish)


def _places(wish: Insisted) -> Iterator[Wished]:
    for one in wish.keep:
        who = text("At “{said}” bliver, som det er,", "Keeping “{said}” as it is", said=one.said)
        yield Wished(f"--keep {one.said}", who, replace(wish, keep=_others(wish.keep, one)))
    voted = tuple(one for one in wish.include if one.adopted)
    typed = tuple(one for one in wish.include if not one.adopted)
    if voted:
        who = text("At de vedtagne zoner ligger, som de ligger,", "Keeping the adopted zones where they are")
        yield Wished(ADOPTED, who, replace(wish, include=typed))
    for one in typed:
        who = text("At “{said}” bliver vildt,", "Making “{said}” wild", said=one.said)
        yield Wished(f"--include {one.said}", who, replace(wish, include=_others(wish.include, one)))
    for one in wish.clear:
        who = text("Afstanden på {m:m} til “{said}”", "The clearance of {m:m} to “{said}”",
                   m=one.distance_m, said=one.said)  # fmt: skip
        option = f"--clearance {one.said}={one.distance_m:g}"
        yield Wished(option, who, replace(wish, clear=_others(wish.clear, one)))
    if wish.play_lawn is not None:
        who = text("At legeplænen ligger, hvor “{said}” tegner den,",
                   "A play lawn where “{said}” draws it", said=wish.play_lawn.said)  # fmt: skip
        yield Wished(f"--play-lawn {wish.play_lawn.said}", who, replace(wish, play_lawn=None))


def _sizes(wish: Insisted) -> Iterator[Wished]:
    if wish.most_zones is not None:
        who = text("Højst {n:int} zoner", "At most {n:int} zones", n=wish.most_zones)
        yield Wished(f"--max-zones {wish.most_zones}", who, replace(wish, most_zones=None), drawn=True)
    if wish.least_area_m2 is not None:
        who = text("Mindst {m2:m2} pr. zone", "At least {m2:m2} a zone", m2=wish.least_area_m2)
        without = replace(wish, least_area_m2=None)
        yield Wished(f"--min-area {wish.least_area_m2:g}", who, without, drawn=True)
    if wish.least_width_m is not None:
        who = text("Mindst {m:m} bredde", "A width of at least {m:m}", m=wish.least_width_m)
        without = replace(wish, least_width_m=None)
        yield Wished(f"--min-width {wish.least_width_m:g}", who, without, drawn=True)


def _others(drawn: tuple[Drawn, ...], one: Drawn) -> tuple[Drawn, ...]:
    return tuple(other for other in drawn if other is not one)


def wish_prices(
    wished: Iterable[Wished], with_all: Callable[[Wished], Worth], without: Callable[[Wished], Worth]
) -> tuple[WishPrice, ...]:
    """Return what each wish costs; `with_all` is the plan as it is, `without` the best without one wish."""
    return tuple(_price(one, with_all(one), without(one)) for one in wished)


def _price(one: Wished, now: Worth, free: Worth) -> WishPrice:
    lost, less_m2 = free.points - now.points, free.area_m2 - now.area_m2
    return WishPrice(one.option, lost, free.points, less_m2, _sentence(one.who, lost, free.points, less_m2))


def dearest_wishes(prices: Sequence[WishPrice]) -> tuple[Relaxation, ...]:
    """Return what a plan that misses its target would gain without each wish that takes wild land from it."""
    return tuple(
        Relaxation(price.option, price.area_m2, _left_out(price.area_m2))
        for price in sorted(prices, key=lambda price: -price.area_m2)
        if price.area_m2 >= WAY_OUT_M2 and price.option != ADOPTED
    )


def _left_out(gain_m2: float) -> Text:
    return text("udelad det, så bliver der {m2:m2} mere",
                "leave it out, and there is {m2:m2} more", m2=gain_m2)  # fmt: skip


def _sentence(who: Text, lost: float, of_points: float, less_m2: float) -> Text:
    share = lost / abs(of_points) if of_points else 0.0
    facts = {"who": who, "lost": lost, "of": of_points, "share": share, "m2": less_m2}
    if less_m2 >= TOLD_M2:
        return text(
            "{who} koster {m2:m2} vildt og {lost:int} naturpoint ud af {of:int} ({share:pct}).",
            "{who} costs {m2:m2} of wild land and {lost:int} nature points of {of:int} ({share:pct}).",
            **facts,
        )
    if share < TOLD_SHARE:
        return text("{who} koster ingen naturpoint.", "{who} costs no nature points.", who=who)
    return text(
        "{who} koster {lost:int} naturpoint ud af {of:int} ({share:pct}).",
        "{who} costs {lost:int} nature points of {of:int} ({share:pct}).",
        **facts,
    )
