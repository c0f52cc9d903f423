"""What holds of the lawn that is left."""

from collections.abc import Iterator

import shapely

from .discs import HAIR_M, SLACK_M2, cores, mostly, opened, rooms
from .land import only_polygons, polygons, rule
from .plan_files import Breach, Published, place_of


def left_lawn_can_be_mown(made: Published) -> Iterator[Breach]:
    """6: no lawn that a mower covers today is lost to it beside the zones."""
    radius = rule("mower_width_m") / 2
    mown = made.land.where(lambda row: row["mown"])
    roads = made.land.where(lambda row: row["drivable"])
    ways = made.land.with_seams(shapely.union_all([mown, roads]))
    today, lonely = rooms(ways, roads, radius, slack_m=0.0)
    lonely = [room for room in lonely if room.area >= rule("left_piece_m2")]
    covered = shapely.intersection(shapely.union_all([*today, *lonely]), mown)
    free = only_polygons(shapely.difference(ways, made.taken))
    reached, alone = rooms(free, roads, radius, slack_m=HAIR_M)
    alone = [
        room for room in alone
        if room.area >= rule("left_piece_m2") - SLACK_M2 and mostly(room, lonely)
    ]  # fmt: skip
    usable = shapely.union_all([*reached, *alone])
    lost = shapely.difference(shapely.difference(covered, made.taken), usable)
    for piece in polygons(opened(lost, 0.015)):
        if piece.area > rule("hand_trim_m2") + SLACK_M2:
            yield Breach("6 left lawn", f"{piece.area:.2f} m2 can no longer be mown", place_of(piece))


def a_play_lawn_is_left(made: Published) -> Iterator[Breach]:
    """7: a mown piece of the play lawn's size, everywhere 8 m wide, where today's lawns have one."""
    wanted = made.options.play_lawn_m2
    radius = rule("play_lawn_width_m") / 2
    # Nobody plays where somebody asks for a zone type.
    lawns = shapely.difference(made.land.group("lawn"), made.land.asked_for())
    before = cores(lawns, radius, radius)
    if wanted <= 0 or not before:
        return
    if before[0].area < wanted:
        lost = shapely.intersection(before[0], made.taken).area
        if lost > 0.1:
            said = f"the largest lawn of {before[0].area:.1f} m2 loses {lost:.2f} m2"
            yield Breach("7 play lawn", said, place_of(before[0]))
        return
    after = cores(only_polygons(shapely.difference(lawns, made.taken)), radius - HAIR_M, radius)
    if not after or after[0].area < wanted:
        largest = after[0].area if after else 0.0
        yield Breach("7 play lawn", f"the largest play lawn left has {largest:.1f} of {wanted:.0f} m2")
