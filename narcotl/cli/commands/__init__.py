"""The commands, a file for each; `narcotl.cli.registry` lists them."""
