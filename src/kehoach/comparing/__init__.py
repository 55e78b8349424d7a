"""Comparing plans: what answers what in two of them (:mod:`.diff`), and in many (:mod:`.comparison`).

Nothing here is loaded by reading a plan.
"""
