"""Edge out: plans and errors -> text and bytes. Writes nothing itself."""
