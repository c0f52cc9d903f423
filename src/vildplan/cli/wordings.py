"""Words in two languages as one string, which is all that the command parser keeps."""

BETWEEN = " / "


def both(da: str, en: str) -> str:
    """Join two wordings for the parser, which keeps one string; `wordings` takes them apart again."""
    return f"{da}{BETWEEN}{en}"


def wordings(words: str) -> tuple[str, str]:
    """Take the Danish and the English wording apart; what is one word is the same in both."""
    danish, _, english = words.partition(BETWEEN)
    return danish, english or danish
