"""Several faults of what somebody wishes, gathered and told together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from vildplan.errors import Finding, Severity, VildplanError, WrongUsageError, plain, text

T = TypeVar("T")


def tried(read: Callable[[], T], faults: list[VildplanError]) -> T | None:
    """Return what was read; where it cannot be, keep the fault and return None."""
    try:
        return read()
    except VildplanError as fault:
        faults.append(fault)
        return None


def all_together(faults: Sequence[VildplanError]) -> VildplanError:
    """One fault is said by itself, several are listed."""
    if len(faults) == 1:
        return faults[0]
    return WrongUsageError(
        text("{count:int} ønsker kan ikke bruges.", "{count:int} wishes cannot be used.", count=len(faults)),
        text("Ret dem, og prøv igen.", "Mend them and try again."),
        tuple(_listed(faults)),
    )


def _listed(faults: Iterable[VildplanError]) -> Iterator[Finding]:
    for fault in faults:
        yield Finding(plain(""), Severity.ERROR, fault.sentence, fault.advice)
        yield from fault.findings
