"""How far a department has come -> what to do next, zone by zone, in the order it is done."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.progress import Progress, Why, ZoneStatus
from vildplan.model.years import State
from vildplan.proposal.document import Block, Bullets, Heading


def next_blocks(progress: Progress) -> Iterator[Block]:
    """Yield a list of what is missing; nothing where nothing is, and nothing of zones of a later phase."""
    due = [zone for zone in progress.zones if zone.id not in progress.later or zone.laid_out]
    steps = (*_land(due), *_care(due, str(progress.year)))
    if steps:
        yield Heading(text("Det næste", "What comes next"))
        yield Bullets(steps)


def _land(zones: list[ZoneStatus]) -> Iterator[Text]:
    unseen = _of_state(zones, None)
    if unseen:
        yield text("Læg ud, eller registrér, hvis det er gjort: {zones}.",
                   "Lay out, or register if it was done: {zones}.", zones=unseen)  # fmt: skip
    if gone := _of_state(zones, State.LAPSED):
        yield text("Lad vokse op igen: {zones} ({m2:m2} er bortfaldet). Det tæller med, når det er anlagt og "
                   "slået.",
                   "Let grow again: {zones} ({m2:m2} have lapsed). It counts once it is laid out and cut.",
                   zones=gone, m2=sum(zone.lapsed_m2 for zone in zones if zone.id in gone))  # fmt: skip
    if missing := _of_state(zones, State.NOT):
        yield text("Læg ud: {zones}.", "Lay out: {zones}.", zones=missing)
    if partly := _of_state(zones, State.PARTLY):
        yield text("Læg resten ud: {zones}.", "Lay out the rest: {zones}.", zones=partly)


def _care(zones: list[ZoneStatus], year: str) -> Iterator[Text]:
    if unknown := _kept(zones, Why.UNKNOWN):
        yield text("Se efter, og registrér {year}: {zones}. Uden en registrering regnes det ikke for passet.",
                   "Look, and register {year}: {zones}. Without a record it does not count as kept up.",
                   zones=unknown, year=year)  # fmt: skip
    if uncut := _kept(zones, Why.NO_CUT):
        yield text("Slå til hø, og kør høet væk: {zones}. Går der to år i træk uden høslet, bortfalder det.",
                   "Cut for hay and take the hay away: {zones}. After two years without a hay cut it lapses.",
                   zones=uncut)  # fmt: skip
    if left := _kept(zones, Why.HAY_LEFT):
        yield text("Kør høet væk næste gang: {zones}. Bliver det liggende, gøder det jorden, og blomsterne "
                   "taber.",
                   "Take the hay away next time: {zones}. Left lying it feeds the soil, and flowers lose.",
                   zones=left)  # fmt: skip
    if undone := _kept(zones, Why.NOT_DONE):
        yield text("Gør plejen færdig: {zones}.", "Finish the care: {zones}.", zones=undone)
    if unsaid := _kept(zones, Why.NOT_SAID):
        yield text("Skriv, om plejen er udført: {zones}.", "Write whether the care was done: {zones}.",
                   zones=unsaid)  # fmt: skip


def _of_state(zones: list[ZoneStatus], state: State | None) -> tuple[str, ...]:
    return tuple(zone.id for zone in zones if zone.state is state)


def _kept(zones: list[ZoneStatus], why: Why) -> tuple[str, ...]:
    return tuple(zone.id for zone in zones if zone.laid_out and zone.kept_up is why)
