"""Reports: what each command has to say, independent of how it looks."""
