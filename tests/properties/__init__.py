"""What holds of every land, and slow twins that judge the fast engine."""
