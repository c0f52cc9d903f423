"""Where a mower can be: rooms it can roll about in, and the drivable ground that leads to them."""

from vildplan.core.zones.sizes import Sizes
from vildplan.geometry.discs import rolled, swept
from vildplan.geometry.runs import parts_of_mask
from vildplan.geometry.windows import rim
from vildplan.model.problem import Bools

RIM_PIXELS = 2


def reached(
    left: Bools, way: Bools, lonely: Bools, before: Bools | None, sizes: Sizes
) -> Bools:
    """Return where a mower can be on the ground that is `left` (rows, columns).

    `way` is near drivable ground, `lonely` the large lawns that no way leads to today either. In a window
    of a larger raster, a room that leaves it by ground that was reached `before` is reached.
    """
    at_rim = None if before is None else before & rim(left.shape, RIM_PIXELS)
    led_to, alone = _rooms(left, way, at_rim, sizes)
    if not lonely.any() or not alone.any():
        return led_to
    return led_to | _large_alone(alone, left, lonely, sizes)


def mown_today(roads: Bools, way: Bools, mown: Bools, sizes: Sizes) -> tuple[Bools, Bools]:
    """Return where a mower can be today, and the large lawns among it that no way leads to."""
    led_to, alone = _rooms(roads, way, None, sizes)
    lonely = _large_alone(alone, roads, alone, sizes)
    return (led_to | lonely) & mown, lonely


def _rooms(left: Bools, way: Bools, at_rim: Bools | None, sizes: Sizes) -> tuple[Bools, Bools]:
    """Where a mower can be that drivable ground leads to, and the middles of the other rooms."""
    inner = rolled(left, sizes.mower)
    parts = parts_of_mask(inner)
    good = parts.touching(way)
    if at_rim is not None:
        good |= parts.touching(at_rim)
    led_to = parts.where(good)
    return swept(led_to, sizes.mower), inner & ~led_to


def _large_alone(alone: Bools, left: Bools, lonely: Bools, sizes: Sizes) -> Bools:
    """Lawn that no way leads to today either counts where it is large."""
    parts = parts_of_mask(swept(alone, sizes.mower) & left)
    return parts.where((parts.count >= sizes.left_piece) & parts.touching(lonely))
