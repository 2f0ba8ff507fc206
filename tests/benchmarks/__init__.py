"""Timings beside their goals: ``uv run --group bench python -m tests.benchmarks [NAME …]``.

Machines are noisy, so each figure is a ratio: ours and the other thing measured in turn in one run.
"""
