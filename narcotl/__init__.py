"""A timeline and fact query tool for the history of the drug trade and counternarcotics."""

__version__ = "0.1.0"
