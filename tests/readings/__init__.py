"""How much of what a careful reader finds in a plan the parser finds: see ``tests/data/READINGS.md``.

``python -m tests.readings`` prints the scores; see :mod:`.__main__`.
"""
