"""The closed vocabularies of the model, a module for each group of words."""
