"""run/workers"""
