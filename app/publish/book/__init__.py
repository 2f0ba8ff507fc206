"""The briefing book: a binder of tabs, each laid out alone, made of a released visit."""
