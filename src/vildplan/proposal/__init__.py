"""Plan -> words and records; pure, and every sentence in Danish and English."""
