"""New records of people's own words: what may be said of each kind, how it is understood, and how it is judged."""
