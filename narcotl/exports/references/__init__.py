"""References as writers want them: footnotes, citations in a text, entries of bibliographies, each with the chain."""
