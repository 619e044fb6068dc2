"""Habits of officials who fill the sheets, one line each, and what a careful human would read; see README.md."""
