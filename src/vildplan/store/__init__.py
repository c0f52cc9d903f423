"""The plan folder in and out; the one writer of plans."""
