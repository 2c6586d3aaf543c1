"""Whether the guides are written in their own words."""
