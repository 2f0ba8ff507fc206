"""Papers for a word processor: the brief of a meeting for a desk, its record and its readout."""
