"""Charts of the figures of a measure: series, and how a terminal and a document draw them."""
