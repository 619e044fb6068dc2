"""run/commands"""
