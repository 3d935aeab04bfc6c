"""Questions in plain words: what is understood of them, and the few records that answer them."""
