"""The catalogue that a stored plan was made with: the program's own, with the user's numbers put in."""

from vildplan.model.catalogue import Catalogue
from vildplan.model.stored import StoredPlan
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.own_values import with_own_numbers


def catalogue_of(stored: StoredPlan) -> Catalogue:
    """Return the catalogue with the stored own values, clearances and least sizes.

    Raises:
        UnusableInputError: when an own value is no number of this version's catalogue.
    """
    wish = stored.wishes.insisted
    catalogue = with_own_numbers(read_catalogue(), stored.own_values, stored.folder)
    catalogue = catalogue.as_wished(dict(stored.wishes.clearances), allergy=stored.wishes.plants.allergy)
    return catalogue.with_least(wish.least_area_m2, wish.least_width_m)
