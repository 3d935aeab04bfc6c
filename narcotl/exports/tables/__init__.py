"""The tables in which SQLite, DuckDB, Parquet and CSV hold a store: the same names and columns in all of them."""

from narcotl.exports.tables.table import Column, Table, Type
from narcotl.exports.tables.written import TABLES, written

__all__ = ["TABLES", "Column", "Table", "Type", "written"]
