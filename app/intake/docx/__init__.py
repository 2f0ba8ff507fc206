"""What came back from a word processor."""
