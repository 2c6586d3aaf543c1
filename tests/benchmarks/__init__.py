"""How long things take and how much memory they need, as ratios within one run: ``make bench``."""
