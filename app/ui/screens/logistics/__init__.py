"""Logistics: cars with riders, rooms, baggage, gifts, interpreters, access requests."""
