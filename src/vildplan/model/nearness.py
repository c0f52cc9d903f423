"""A word that nobody knows -> the known words that were probably meant, and only those.

A suggestion that is far off is worse than none: where nothing is really near, all that may be chosen is
named instead.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from vildplan.errors import Text, text

# The share of letters that two words have in common, in order: `krad` and `krat` 0.75, `foo` and `roof` 0.57.
REALLY_NEAR = 0.7
# What is this much farther off than the best is not named beside it.
BESIDE_THE_BEST = 0.15
# A part that long of a word names it: `bjoerneklo` of `kaempe_bjoerneklo`.
SHORTEST_PART = 4
MOST = 3


def near_words(typed: str, known: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """Return up to so many of the known words that are really near, the nearest first, capitals or not."""
    said = _folded(typed)
    matcher = SequenceMatcher(autojunk=False)
    # difflib keeps what it knows of the second word.
    matcher.set_seq2(said)
    found: list[tuple[float, str]] = []
    for word in dict.fromkeys(known):
        matcher.set_seq1(_folded(word))
        likeness = _likeness(matcher, said, _folded(word))
        if likeness >= REALLY_NEAR:
            found.append((-likeness, word))
    if not found:
        return ()
    best = min(found)[0]
    return tuple(word for likeness, word in sorted(found) if likeness <= best + BESIDE_THE_BEST)[:most]


def suggestion(typed: str, known: Iterable[str], most: int = MOST) -> Text:
    """Return what was probably meant, else all that may be chosen."""
    words = tuple(known)
    near = near_words(typed, words, most)
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=near)
    return text("Vælg mellem {words}.", "Choose between {words}.", words=words)


def _likeness(matcher: "SequenceMatcher[str]", said: str, word: str) -> float:
    if len(said) >= SHORTEST_PART and said in word:
        return max(REALLY_NEAR, matcher.ratio())
    if matcher.real_quick_ratio() < REALLY_NEAR or matcher.quick_ratio() < REALLY_NEAR:
        return 0.0
    return matcher.ratio()


def _folded(word: str) -> str:
    return word.strip().casefold().replace("-", "_")
