"""The peers that find the main content of a page: each takes HTML and url, and gives its text and what it reads of title, author and date."""
import ctypes, ctypes.util, re, time


def libxml2():
    """The system's libxml2, as `rapporteur` uses it: builds the DOM of a page and frees it."""
    library = ctypes.CDLL(ctypes.util.find_library("xml2"))
    library.htmlReadMemory.restype = ctypes.c_void_p
    library.htmlReadMemory.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int]
    library.xmlFreeDoc.argtypes = [ctypes.c_void_p]
    RECOVER, NOERROR, NOWARNING = 1, 32, 64

    def parse(html):
        document = library.htmlReadMemory(html, len(html), None, b"UTF-8", RECOVER | NOERROR | NOWARNING)
        if document: library.xmlFreeDoc(document)
    return parse


def trafilatura(**options):
    from trafilatura import extract
    return lambda html, url: {"text": extract(html, url=url, include_comments=False, **options)}


def trafilatura_metadata():
    from trafilatura import bare_extraction

    def run(html, url):
        found = bare_extraction(html, url=url, include_comments=False, with_metadata=True)
        return {"text": found.text, "title": found.title, "byline": found.author, "published": found.date} if found else {}
    return run


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    return lambda html, url: {"text": extract_plain_text(html, main_content=True, alt_texts=False)}


def readability():
    from html_text import extract_text
    from readability import Document

    def run(html, url):
        found = Document(html)
        return {"text": extract_text(found.summary()), "title": found.short_title()}
    return run


def justext():
    import justext
    words = justext.get_stoplist("English")
    return lambda html, url: {"text": "\n".join(p.text for p in justext.justext(html.encode(), words) if not p.is_boilerplate)}


PEERS = {
    "trafilatura": trafilatura_metadata,
    "trafilatura, text alone": trafilatura,
    "trafilatura, precision": lambda: trafilatura(favor_precision=True),
    "readability-lxml": readability,
    "jusText": justext,
    "resiliparse": resiliparse,
}


def measure(make, pages):
    """The records that the peer makes of the pages, and the processor time."""
    run = make()
    try: run("<html><body><p>Nothing is loaded late any more.</p></body></html>", None)
    except Exception: pass
    records, seconds, failed = {}, 0.0, 0
    for page in pages:
        start = time.process_time()
        try:
            found = run(page["html"], page.get("url"))
        except Exception:
            found, failed = {}, failed + 1
        seconds += time.process_time() - start
        text = found.pop("text", None) or ""
        records[str(page["id"])] = {"text": text, "blocks": [{"start": 0, "end": len(text), "main": True}], "page": found}
    return records, seconds, failed
