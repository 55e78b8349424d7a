"""Plans printed differently: what the parser reads must not change with how a plan is printed.

``python -m tests.metamorphic`` prints a table of plans and transformations; see :mod:`.__main__`.
"""
