"""Bring in what other tools hold: read a file, make records of it or say why not, write all of them or none."""
