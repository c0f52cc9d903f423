"""Jobs -> weeks: none with more hours than the crew has, hay away 7 to 14 days after its cut, nothing twice.

Each job is cut into lots of at most two hours, and each lot goes whole into a week (a cut with the week of
its removal). The first way tried gives every lot the week it would like best among those that have room;
where something is left over, other ways are tried, the last lots first, until nothing better is possible
or `TRIES` are used; and then once more in the order of a linear programme, which knows how full weeks can be.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from vildplan.core.calendar.guide import guided
from vildplan.core.calendar.lots import LOT, Job, Lot, Place, lots_of

__all__ = ["LOT", "Job", "Levelled", "level"]

TRIES = 5000


@dataclass(frozen=True)
class Levelled:
    """Where the lots of each job went, in order, None where a lot did not fit; `missing` minutes did not."""

    places: tuple[tuple[Place | None, ...], ...]
    missing: int


def level(jobs: Sequence[Job], capacity: int, closed: Collection[int] = (), tries: int = TRIES) -> Levelled:
    """Give each lot of the jobs a week with room for it; `capacity` is the crew's minutes a week."""
    lots = [lot for number, job in enumerate(jobs) for lot in lots_of(number, job, capacity, closed)]
    lots.sort(key=lambda lot: (len(lot.places), -lot.whole, lot.job))
    found, missing = _Search(lots, capacity, tries).best()
    if missing > sum(lot.whole for lot in lots if not lot.places):
        better = guided(lots, capacity)
        places, fewer = _Search(better, capacity, tries).best()
        if fewer < missing:
            lots, found, missing = [*better], places, fewer
    went: list[dict[int, Place | None]] = [{} for _ in jobs]
    for lot, place in zip(lots, found, strict=True):
        went[lot.job][lot.part] = place
    return Levelled(tuple(tuple(one[k] for k in sorted(one)) for one in went), missing)


class _Search:
    """Depth first over the lots: each goes to the first place with room, then to others, at last nowhere."""

    def __init__(self, lots: Sequence[Lot], capacity: int, tries: int) -> None:
        self.lots = lots
        self.capacity = capacity
        self.tries = tries
        self.loads: defaultdict[int, int] = defaultdict(int)
        self.moves: list[int] = []
        self.missing = 0

    def best(self) -> tuple[list[Place | None], int]:
        """Return the place of each lot in the best way found, and the minutes that have none."""
        least = sum(lot.whole for lot in self.lots if not lot.places)
        found: list[int] | None = None if self.lots else []
        fewest = least
        ways = [self._ways(0)] if self.lots else []
        while ways:
            if len(self.moves) == len(ways):
                self._undo()
            move = next(ways[-1], None)
            if move is None:
                ways.pop()
                continue
            self._do(move)
            if found is not None and self.missing >= fewest:
                continue
            if len(self.moves) == len(self.lots):
                found, fewest = [*self.moves], self.missing
                if fewest == least:
                    break
                continue
            self.tries -= 1
            if self.tries < 0 and found is not None:
                break
            ways.append(self._ways(len(self.moves)))
        chosen = zip(self.lots, found or [], strict=True)
        return [lot.places[move] if move < len(lot.places) else None for lot, move in chosen], fewest

    def _ways(self, number: int) -> Iterator[int]:
        """The places with room by number, then nowhere: the number past the last. Equal lots keep order."""
        lot = self.lots[number]
        is_again = number > 0 and lot.is_like(self.lots[number - 1])
        first = self.moves[number - 1] if is_again else 0
        for move in range(first, len(lot.places)):
            if self._has_room(lot, lot.places[move]):
                yield move
        yield len(lot.places)

    def _has_room(self, lot: Lot, place: Place) -> bool:
        """Tell whether the crew has the hours; work of others (0 minutes) has room everywhere."""
        week, later = place
        wanted = [(week, lot.whole)] if week == later else [(week, lot.minutes), (later, lot.after)]
        return all(not one or self.loads[where] + one <= self.capacity for where, one in wanted)

    def _do(self, move: int) -> None:
        self.moves.append(move)
        self._load(self.lots[len(self.moves) - 1], move, 1)

    def _undo(self) -> None:
        lot = self.lots[len(self.moves) - 1]
        self._load(lot, self.moves.pop(), -1)

    def _load(self, lot: Lot, move: int, sign: int) -> None:
        if move == len(lot.places):
            self.missing += sign * lot.whole
            return
        week, later = lot.places[move]
        self.loads[week] += sign * lot.minutes
        self.loads[later] += sign * lot.after
