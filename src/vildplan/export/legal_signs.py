"""Words without the signs that no XML may hold: a Word file and a map are both XML."""

import re

ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_illegal(words: str) -> str:
    """Return the words without such signs."""
    return ILLEGAL.sub("", words)
