"""How much of what a careful reader finds in composed sentences each layer of facts finds: ``tests/data/facts/``.

``python -m tests.sentences`` prints the scores; see :mod:`.__main__`.
"""
