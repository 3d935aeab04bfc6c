"""The library: open stores and ask them. The commands and the Python interface are thin layers over it."""
