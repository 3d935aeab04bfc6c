"""The command line: options in, answers out; everything else is in the layers below."""
