"""The rules of `narcotl check`: the list of all, and each with its reason, an example and how to silence it."""

from narcotl.reports.rules.listed import EXPLAINED, FIELDS, rule, rules

__all__ = ["EXPLAINED", "FIELDS", "rule", "rules"]
