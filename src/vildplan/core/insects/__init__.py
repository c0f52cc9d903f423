"""Stage: what insects tell, honestly: rates with intervals, few trends, lists, and the next measure."""

from vildplan.core.insects.status import insect_status

__all__ = ["insect_status"]
