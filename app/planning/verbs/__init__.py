"""Verbs: each changes the planner by one act. The lists of functions are the manual."""
