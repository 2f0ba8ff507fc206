"""How the shipped tables are made from their sources; run once for each new edition of a source."""
