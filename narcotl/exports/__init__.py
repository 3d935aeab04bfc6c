"""Exports: what a store holds, in the formats of the tools that people have."""
