"""Bytes in, drafts out: what others wrote, read without trusting it."""
