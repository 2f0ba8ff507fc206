"""The board: days as columns, entries as pieces of them, who shares a width, what clashes, what is too near.

Nothing here knows of a screen. Lengths on a day are minutes of the wall clock since its midnight.
"""
