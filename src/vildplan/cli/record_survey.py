"""What a survey says of ground that another zone has already: told right after it was registered."""

from vildplan.core.progress import as_registered, hay_types, shared_ground
from vildplan.errors import Finding, Severity, plain, text
from vildplan.model.stored import StoredPlan
from vildplan.model.years import Year
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.store.followed import read_followed


def surveyed_over_others(stored: StoredPlan, year: Year) -> tuple[Finding, ...]:
    """Return a finding for each zone that an outline of the year lies over."""
    catalogue = catalogue_of(stored)
    rules = {key: value.number for key, value in catalogue.following.items()}
    followed = read_followed(stored, hay_types(catalogue.care), year.year, rules)
    drawn = {zone.zone: zone.outline for zone in year.zones if zone.outline is not None}
    return tuple(
        Finding(
            plain(zone), Severity.WARNING,
            text("omridset ligger {m2:m2} inde over {other}, som er anlagt.",
                 "the outline lies over {other}, which is laid out, by {m2:m2}.", other=other, m2=common_m2),
            text("Jorden tæller kun med én gang: i den zone, der sidst er målt op. Er zonen forkert, så ret "
                 "id i filen, og registrér igen. Er grænsen flyttet, så mål også {other} op.",
                 "Ground counts once only: in the zone that was surveyed last. If the zone is wrong, mend id "
                 "in the file and register again. If the border has moved, survey {other} as well.",
                 other=other),
        )
        for zone, other, common_m2 in shared_ground(drawn, as_registered(followed, year.year))
    )  # fmt: skip
