"""Earlier states of a store, from folders or from git, and what became of its records between them."""
