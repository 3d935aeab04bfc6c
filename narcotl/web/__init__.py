"""The page: one HTML file that holds records, a timeline, cards, charts and a graph, and asks nobody for anything."""
