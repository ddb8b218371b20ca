"""Prints what Debian's feedparser makes of a feed, as JSON."""
import calendar
import json
import sys

import feedparser

feed = feedparser.parse(sys.argv[1])
print(json.dumps({
    "bozo": bool(feed.bozo),
    "items": [{
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "published": calendar.timegm(entry.published_parsed),
        "updated": calendar.timegm(entry.updated_parsed),
        "authors": [author.get("name") for author in entry.authors],
        "tags": [tag.term for tag in entry.get("tags", [])],
        "content": entry.content[0].value,
        "enclosures": [[each.href, each.type, int(each.length)] for each in entry.enclosures],
    } for entry in feed.entries],
}))
