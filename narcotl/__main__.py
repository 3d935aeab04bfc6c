"""Run narcotl as `python -m narcotl`."""

from narcotl.cli.main import run

if __name__ == "__main__":
    run()
