"""Files of finds and counts, from whichever program -> rows by Darwin Core's names -> observations."""
