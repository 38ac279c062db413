#!/usr/bin/env python3
"""Tries annotate.py on a master and two workers of its own, while it kills what they run.

    integrations/spark/test.py [RAPPORTEUR]

Everything runs on loopback, in a folder that goes with the test. RAPPORTEUR is the program, by default the release
build in .build. Needs Java 17 and what requirements.txt names (PyPI). Takes about five minutes.
"""
import glob
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import pyspark

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SPARK = os.path.dirname(pyspark.__file__)
PROGRAM = os.path.realpath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/release/rapporteur"))
ENVIRONMENT = {**os.environ, "SPARK_HOME": SPARK, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
               "SPARK_DAEMON_MEMORY": "256m", "SPARK_NO_DAEMONIZE": "1"}
CONF = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.memory": "512m",
        "spark.executor.memory": "512m", "spark.executor.cores": "1", "spark.sql.shuffle.partitions": "2"}
started = []
results = []


def check(name, condition, detail=""):
    results.append(bool(condition))
    print(f"{'ok  ' if condition else 'FAIL'} {name}{'' if condition else ': ' + str(detail)[-2000:]}", flush=True)


# ---- What is read


def samples():
    """The samples that are text, with what they are called in JSON Lines."""
    for path in sorted(glob.glob(os.path.join(ROOT, "samples/pages/*.*"))):
        with open(path, "rb") as file:
            data = file.read()
        try:
            text = data.decode()
        except UnicodeDecodeError:
            continue
        if len(text) > 200 and not path.endswith(".jsonl"):
            yield ("html" if path.endswith(".html") else "text"), text


def write_lines(folder, counts, is_clean=False):
    """JSON Lines with and without ids; blank lines, broken ones, ones with CR, and a last one that has no end."""
    os.makedirs(folder)
    pages = list(samples())
    for name, count in counts.items():
        lines = []
        for number in range(count):
            kind, text = pages[number % len(pages)]
            line = {kind: text.replace("2025", str(1900 + number % 120))}
            if number % 3:
                line["id"] = f"{name}-{number}"
            lines.append(json.dumps(line, ensure_ascii=bool(number % 2)).encode())
            if is_clean:
                continue
            lines += {7: [b""], 8: [b"no JSON \xc3\xa9"], 9: [b'{"html":"<p>half a line\r']}.get(number % 100, [])
        data = b"\n".join(lines) + (b"" if name.startswith("c") else b"\n")
        with open(os.path.join(folder, name), "wb") as file:
            file.write(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)


def write_archives(folder, files, pages_each):
    """WARC files, a member a record."""
    os.makedirs(folder)
    pages = [text for kind, text in samples() if kind == "html"]
    for number in range(files):
        with open(os.path.join(folder, f"crawl-{number:02}.warc.gz"), "wb") as file:
            for page in range(pages_each):
                body = pages[page % len(pages)].replace("2025", str(1900 + page % 120)).encode()
                http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
                head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:08}-{page:08}>\r\n"
                        f"WARC-Target-URI: https://news.example/{number}/{page}\r\nWARC-Date: 2025-05-09T10:00:00Z\r\n"
                        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")
                file.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 1, mtime=0))


# ---- What is run


def start(command, log):
    file = open(log, "wb")
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=file, stderr=file, cwd=os.path.dirname(log))
    started.append(process)
    return process


def wait_for(log, pattern, seconds=180):
    """What a log says, as soon as it does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with open(log, encoding="utf8", errors="replace") as file:
            found = re.search(pattern, file.read())
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"{log}: no {pattern} in {seconds} s")


def cluster(folder):
    """A master, and two workers of one core."""
    spark_class = os.path.join(SPARK, "bin/spark-class")
    log = os.path.join(folder, "master.log")
    start([spark_class, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0",
           "--webui-port", "0"], log)
    master = wait_for(log, r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")[1]
    workers = []
    for number in range(2):
        log = os.path.join(folder, f"worker-{number}.log")
        workers.append(start(
            [spark_class, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory",
             "600m", "--webui-port", "0", "--work-dir", os.path.join(folder, f"work-{number}"), master], log))
        wait_for(log, "Successfully registered with master")
    return master, workers


def submit(master, arguments, log, conf={}):
    pairs = [word for key, value in {**CONF, **conf}.items() for word in ("--conf", f"{key}={value}")]
    return start([os.path.join(SPARK, "bin/spark-submit"), "--master", master, *pairs,
                  os.path.join(HERE, "annotate.py"), *arguments], log)


def processes():
    """All processes: number, parent, command line."""
    for path in glob.glob("/proc/[0-9]*"):
        try:
            with open(path + "/cmdline", "rb") as file:
                words = file.read().split(b"\0")
            with open(path + "/stat", "rb") as file:
                parent = int(file.read().rpartition(b")")[2].split()[1])
        except OSError:
            continue
        yield int(os.path.basename(path)), parent, b" ".join(words).decode(errors="replace")


def kill_one(job, mark):
    """Kills one of the program's processes that work for this test, as soon as there is one."""
    while job.poll() is None:
        for number, _, command in processes():
            if command.startswith(PROGRAM + " ") and mark in command:
                time.sleep(0.1)
                try:
                    os.kill(number, signal.SIGKILL)
                    return True
                except ProcessLookupError:
                    break
        time.sleep(0.01)
    return False


def kill_worker(worker):
    """The worker and its executor, at once: the machine is gone."""
    executors = [number for number, parent, command in processes()
                 if parent == worker.pid and "CoarseGrainedExecutorBackend" in command]
    for number in [worker.pid] + executors:
        os.kill(number, signal.SIGKILL)
    return len(executors)


def read(path):
    with open(path, encoding="utf8", errors="replace") as file:
        return file.read()


def parts_of(folder):
    return sorted(glob.glob(os.path.join(folder, "wave-*/part-*")))


def joined(paths):
    data = b""
    for path in paths:
        with open(path, "rb") as file:
            data += file.read()
    return data


def program(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, **options)


# ---- The tests


def try_filter(folder, master, workers):
    pages = os.path.join(folder, "pages")
    write_lines(pages, {"a.jsonl": 9000, "b.jsonl.gz": 2000, "c.jsonl": 3000})
    sequential = program("run", pages, "-o", "-", "-q").stdout
    output, log = os.path.join(folder, "records"), os.path.join(folder, "filter.log")
    job = submit(master, ["filter", pages, "-o", output, "--program", PROGRAM, "--split", "2"], log)
    check("a filter is killed in the middle", kill_one(job, " --offset "))
    check("and another one", kill_one(job, " --offset "))
    check("and a worker with its executor", kill_worker(workers[0]) == 1)
    code = job.wait()
    said = read(log)
    check("the job ends well all the same", code == 0, said)
    check("Spark has noticed the filters", "and ended with -9" in said, said)
    check("and the worker", "Lost executor" in said, said)
    parts = parts_of(output)
    check("the records are those of one run, byte for byte", joined(parts) == sequential and len(parts) > 5,
          f"{len(parts)} parts")
    outputs = [word for path in parts for word in ("--output", path)]
    verify = program("verify", pages, *outputs)
    check("verify agrees", verify.returncode == 0, verify.stderr)
    manifest = json.loads(read(os.path.join(output, "_manifest.json")))
    check("the manifest counts them", manifest["records"] == sequential.count(b"\n") == sum(
        part["records"] for part in manifest["parts"]) and os.path.exists(os.path.join(output, "_SUCCESS")))
    return pages


def try_early_end(folder, master):
    """A filter that ends early and says that all is well."""
    liar = os.path.join(folder, "liar")
    with open(liar, "w", encoding="utf8") as file:
        file.write('#!/bin/bash\nif [ "$1" = filter ]; then\n'
                   f'  head -n 50 | {PROGRAM} "$@"\n  exit 0\nfi\nexec {PROGRAM} "$@"\n')
    os.chmod(liar, 0o755)
    lines = os.path.join(folder, "few")
    write_lines(lines, {"d.jsonl": 400}, is_clean=True)
    log = os.path.join(folder, "liar.log")
    output = os.path.join(folder, "liar-records")
    job = submit(master, ["filter", lines, "-o", output, "--program", liar], log, {"spark.task.maxFailures": "2"})
    code, said = job.wait(), read(log)
    check("a filter that ends early with 0 is caught by its count", code != 0 and re.search(
        r"filter wrote \d+ records for \d+ lines and ended with 0", said), said)
    check("and leaves nothing that looks whole", not glob.glob(os.path.join(output, "_SUCCESS"))
          and not glob.glob(os.path.join(output, "wave-*/_SUCCESS")))
    # The same with Spark's own pipe, its check switched on.
    piped = os.path.join(folder, "piped")
    script = os.path.join(folder, "pipe.py")
    with open(script, "w", encoding="utf8") as file:
        file.write("import sys\nfrom pyspark import SparkContext\nlines = SparkContext().textFile(sys.argv[1], 1)\n"
                   f"lines.pipe('{liar} filter --path d.jsonl', checkCode=True).saveAsTextFile(sys.argv[2])\n")
    pairs = [word for key, value in CONF.items() for word in ("--conf", f"{key}={value}")]
    job = start([os.path.join(SPARK, "bin/spark-submit"), "--master", master, *pairs, script, lines, piped],
                os.path.join(folder, "pipe.log"))
    code = job.wait()
    check("Spark's own pipe takes it for a success", code == 0 and os.path.exists(os.path.join(piped, "_SUCCESS")),
          read(os.path.join(folder, "pipe.log")))
    verify = program("verify", lines, *[word for path in sorted(glob.glob(piped + "/part-*"))
                                        for word in ("--output", path)])
    check("and verify does not", verify.returncode == 1 and b"no record answers for it" in verify.stderr, verify.stderr)


def try_run(folder, master):
    archives = os.path.join(folder, "archives")
    write_archives(archives, 6, 700)
    sequential = program("run", archives, "-o", "-", "-q").stdout
    output, log = os.path.join(folder, "files"), os.path.join(folder, "run.log")
    arguments = ["run", archives + "/*.warc.gz", "-o", output, "--program", PROGRAM, "--ending", ".jsonl"]
    job = submit(master, arguments, log)
    check("a run is killed in the middle", kill_one(job, " run "))
    code = job.wait()
    check("the job ends well all the same", code == 0, read(log))
    check("Spark has noticed", "run ended with -9" in read(log), read(log))
    records = sorted(glob.glob(output + "/*.jsonl"))
    check("the files together are those of one run, byte for byte", joined(records) == sequential and len(records) == 6)
    check("nothing else is left", not os.path.exists(os.path.join(output, "_attempts")))
    times = {path: os.stat(path).st_mtime_ns for path in records}
    os.remove(records[2])
    write_archives(os.path.join(folder, "more"), 1, 10)
    os.rename(os.path.join(folder, "more/crawl-00.warc.gz"), os.path.join(archives, "new.warc.gz"))
    listed = os.path.join(folder, "list")
    with open(listed, "w", encoding="utf8") as file:
        file.write("\n".join(sorted(glob.glob(archives + "/*.gz")) + ["/nowhere/gone.warc.gz"]) + "\n")
    fetch = ["run", "--list", listed, "--fetch", "cp {source} {target}", "-o", output, "--program", PROGRAM, "--ending",
             ".jsonl"]
    log = os.path.join(folder, "again.log")
    code = submit(master, fetch, log, {"spark.task.maxFailures": "2"}).wait()
    said = read(log)
    check("a file that cannot be fetched is named, and ends with 1", code == 1 and
          "/nowhere/gone.warc.gz: fetch ended with 1" in said and "1 of 8 files have no records" in said, said)
    again = sorted(glob.glob(output + "/*.jsonl"))
    check("only what was missing was made", len(again) == 7 and [path for path in records if times[path] != os.stat(
        path).st_mtime_ns] == [records[2]])
    check("fetched files give the same records", joined(again[:6]) == sequential)


def main():
    if subprocess.run(["java", "-version"], capture_output=True).returncode != 0:
        raise SystemExit("no Java: apt-get install openjdk-17-jre-headless")
    if not os.path.exists(PROGRAM):
        raise SystemExit(f"{PROGRAM}: not there; swift build -c release")
    with tempfile.TemporaryDirectory() as folder:
        try:
            master, workers = cluster(folder)
            try_run(folder, master)
            try_filter(folder, master, workers)
            try_early_end(folder, master)
        finally:
            for process in reversed(started):
                if process.poll() is None:
                    process.terminate()
                    try:
                        process.wait(20)
                    except subprocess.TimeoutExpired:
                        process.kill()
                        process.wait()
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
