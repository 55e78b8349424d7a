"""What a clerk knows, as data: headings, agencies, document types, places, each row with examples beside it."""
