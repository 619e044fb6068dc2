"""screen/access"""
