"""Words about a place: what is no word of ours is said, whatever it is."""

from typing import Any

import pytest

from tests.drawing import CATALOGUE
from vildplan.model.site_keys import BY_NAME, SITE_KEYS
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.site_words import NotUnderstood, Words

WORDS = Words.of(CATALOGUE)


@pytest.mark.parametrize("said", [True, False, -5, "1:0", "1:", 1e300, ["1:3"], "brat"])
def test_a_gradient_that_is_none_says_how_to_write_one(said: Any) -> None:
    with pytest.raises(NotUnderstood) as told:
        WORDS.read(BY_NAME["slope"], said)
    assert say(told.value.advice, Language.DANISH) == "Skriv f.eks. 33 % eller 1:3."


@pytest.mark.parametrize("said", [7, "🦋" * 50, "x" * 10_000, ["a"], {"a": 1}])
def test_no_value_of_a_map_stops_the_reader(said: Any) -> None:
    for key in SITE_KEYS:
        if key.name != "slope":
            with pytest.raises(NotUnderstood):
                WORDS.read(key, said)
