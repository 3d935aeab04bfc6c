"""The query language: what the shared options ask for, as one line with AND, OR, NOT and parentheses.

`region:andes actor:"State Department" (status:alleged OR status:disputed) -topic:opium hawala`

A query is read in three steps: `tokens` cuts the text, `parser` makes a tree of it (`syntax`), and `meaning` turns
the tree into the same conditions that the options make.
"""
