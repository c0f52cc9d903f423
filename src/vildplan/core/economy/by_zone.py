"""Zones -> the hours of each in a steady year, line by line; together they are the economy's."""

from collections.abc import Mapping
from decimal import Decimal

from vildplan.core.economy.amounts import amounts_by_zone, measure
from vildplan.core.economy.book import Book
from vildplan.core.economy.work import LINES
from vildplan.model.plan import Zone
from vildplan.model.problem import Found


def hours_by_zone(zones: tuple[Zone, ...], found: Found) -> Mapping[str, Mapping[str, Decimal]]:
    """Return zone id -> line key -> hours per steady year, without lines that a zone has none of.

    Over all zones a line comes to the economy's `hours_after`; the mowing of lawns and slopes that are
    left is no zone's.
    """
    price = Book(found.catalogue.prices)
    new = [line for line in LINES if line.of_zones]
    hours = {
        zone: {line.key: line.hours(amounts, price)[1] for line in new}
        for zone, amounts in amounts_by_zone(zones, found).items()
    }
    return {zone: {key: one for key, one in by_line.items() if one} for zone, by_line in hours.items()}


def hours_left(zones: tuple[Zone, ...], found: Found) -> Mapping[str, Decimal]:
    """Return line key -> hours per year of the lawns and slopes that are left beside some zones."""
    amounts, price = measure(zones, found), Book(found.catalogue.prices)
    return {line.key: line.hours(amounts, price)[1] for line in LINES if not line.of_zones}
