"""A browser of a store in the terminal: a list and a record in full side by side. It needs Textual."""
