"""The peers that find sentences: each takes a text and its language, and gives the spans of its sentences."""
import ctypes, ctypes.util, re, signal, time


class Slow(Exception):
    pass


def icu(suffix=""):
    """The system's ICU alone, by its C interface."""
    name = ctypes.util.find_library("icuuc")
    library, version = ctypes.CDLL(name), name.rsplit(".", 1)[1]
    function = lambda name: getattr(library, f"{name}_{version}")
    opened, following, closed = function("ubrk_open"), function("ubrk_next"), function("ubrk_close")
    opened.restype = ctypes.c_void_p
    opened.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int32, ctypes.POINTER(ctypes.c_int)]
    following.argtypes = closed.argtypes = [ctypes.c_void_p]
    SENTENCE = 3

    def run(text, language):
        units = text.encode("utf-16-le")
        # Offsets of ICU count UTF-16 units.
        place, at = [], 0
        for index, character in enumerate(text):
            place += [index] * (2 if ord(character) > 0xFFFF else 1)
        place.append(len(text))
        iterator = opened(SENTENCE, (language + suffix).encode(), units, len(units) // 2, ctypes.byref(ctypes.c_int(0)))
        spans, last = [], 0
        while (end := following(iterator)) >= 0:
            spans.append((place[last], place[end]))
            last = end
        closed(iterator)
        return spans
    return run


def pysbd():
    import pysbd
    from pysbd.languages import LANGUAGE_CODES
    made = {}

    def run(text, language):
        if language not in LANGUAGE_CODES: raise LookupError(language)
        segmenter = made.setdefault(language, pysbd.Segmenter(language=language, clean=False, char_span=True))
        return [(span.start, span.end) for span in segmenter.segment(text)]
    return run


def nupunkt():
    from nupunkt import sent_spans

    def run(text, language):
        if language != "en": raise LookupError(language)
        return sent_spans(text)
    return run


def sentencex():
    from sentencex import get_sentence_boundaries
    return lambda text, language: [(b["start_index"], b["end_index"]) for b in get_sentence_boundaries(language, text)]


def blingfire():
    from blingfire import text_to_sentences_and_offsets
    return lambda text, language: text_to_sentences_and_offsets(text)[1]


PEERS = {
    "ICU": icu,
    "ICU, ss=standard": lambda: icu("@ss=standard"),
    "pysbd": pysbd,
    "nupunkt": nupunkt,
    "sentencex": sentencex,
    "blingfire": blingfire,
}


def measure(make, texts, limit=20):
    """The records that the peer makes of the texts, the processor time, the bytes it was given, and how many it gave up.

    A text that takes longer than `limit` seconds counts as without sentences, and its time as far as it went.
    """
    run = make()
    run("Nothing is loaded late. Not any more.", "en")

    def stop(*_): raise Slow
    signal.signal(signal.SIGALRM, stop)
    records, seconds, size, given_up, languages = {}, 0.0, 0, 0, set()
    for item in texts:
        text, language = item["text"], item.get("language") or "en"
        start = time.process_time()
        signal.alarm(limit)
        try:
            spans = run(text, language)
        except LookupError:
            continue
        except Exception:
            spans, given_up = [], given_up + 1
        finally:
            signal.alarm(0)
        seconds += time.process_time() - start
        size += len(text.encode())
        languages.add(language)
        records[str(item["id"])] = {"sentences": [{"start": a, "end": b} for a, b in spans]}
    return records, seconds, size, given_up, languages
