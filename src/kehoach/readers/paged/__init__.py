"""Pages, from a PDF file or from text recognition, to the text that the parser reads.

A page is words and ruling lines in points; what made them does not matter here.
"""
