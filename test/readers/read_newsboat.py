"""Prints what newsboat keeps of a feed in its cache, newest first, as JSON."""
import json
import sqlite3
import sys

rows = sqlite3.connect(sys.argv[1]).execute(
    "select guid, url, title, pubDate, author, content, enclosure_url, enclosure_type from rss_item"
    " order by pubDate desc, guid")
names = ["id", "url", "title", "published", "author", "content", "enclosure", "type"]
print(json.dumps([dict(zip(names, row)) for row in rows]))
