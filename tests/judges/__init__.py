"""Outside judges: other people's libraries read the files we write, so that we do not judge ourselves."""
