# As lean as Pelican gets: no pages, no indices; it renders every article when it reads it.
SITENAME = "Bench"
SITEURL = FEED_DOMAIN = "https://news.example"
AUTHOR = "Bench"
PATH = "content"
OUTPUT_PATH = "public/"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {}}, "output_format": "html5"}
TYPOGRIFY = False

ARTICLE_SAVE_AS = DRAFT_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES = []
THEME_STATIC_PATHS = []

FEED_ALL_RSS = "rss.xml"
FEED_ALL_ATOM = "atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = False

# What is read once is kept, and looked at by its time.
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
CHECK_MODIFIED_METHOD = "mtime"
