"""The seating plan of a meeting on a sheet of its own, and the place cards for its table."""
