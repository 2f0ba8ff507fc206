"""The minutes of a meeting, and the promises of an organisation, as loose papers."""
