"""Commands: each a short story of reading, planning, showing and writing."""
