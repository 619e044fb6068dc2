"""run/server"""
