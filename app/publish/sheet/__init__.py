"""The sheet of one person: their own lines of the programme, their cars and rooms, on a page or two."""
