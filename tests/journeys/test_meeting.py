"""One meeting from its preparation to what the next one is told of it, on the real window, mouse and keys."""
