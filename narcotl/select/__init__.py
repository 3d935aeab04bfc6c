"""The selection: what is asked for, from the words of the asker to SQL."""
