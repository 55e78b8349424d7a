"""Readers of documents that are more than text: Word, OpenDocument, RTF, web pages, mail.

Each turns its format into :mod:`~kehoach.readers.office.blocks`; one renderer prints them all, so that the same plan
gives the same text whatever it was saved as.
"""
