"""How fast plans are read, beside markdown-it-py: ``python -m benchmarks``. See docs/performance.md."""
