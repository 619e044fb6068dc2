"""screen/decision_form"""
