"""Monev Pilkada: the agencies' sheets brought to one screen for the coordination meeting."""
