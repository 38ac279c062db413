#!/usr/bin/env python3
"""Runs rapporteur on Spark, and believes nothing that it has not counted.

    annotate.py filter INPUT… -o OUT    JSON Lines, cut up: any file system that Spark reads
    annotate.py run INPUT… -o OUT       WARC, WET, ARC, whole files: a folder that all workers share

On a laptop: python3 annotate.py --master 'local-cluster[2,1,1024]' filter pages.jsonl -o records
On a cluster: spark-submit --master spark://… annotate.py filter hdfs:///crawl/*.jsonl.gz -o hdfs:///records

The README beside this file says what stands where, what is checked, and how large a cluster must be.
"""
import argparse
import contextlib
import ctypes
import glob
import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import uuid

from pyspark import TaskContext
from pyspark.sql import SparkSession, functions

BLANK = bytes(range(33))
# What begins and ends every record: the order of its keys is part of its schema.
HEAD = r'^\{"schema":"rapporteur/1","id":("(?:[^"\\]|\\.)*"),"status":"(\w+)"'
TAIL = r'"pipeline":(\{[^{}]*\})\}$'


class Trouble(Exception):
    """What the person at the terminal can do something about."""


# ---- On the workers


def dies_with_its_parent():
    """A worker that is killed leaves nothing behind that goes on writing (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def last_words(file):
    """What a program said on its way out."""
    file.seek(0)
    return "\n".join(file.read().decode(errors="replace").splitlines()[-5:])


class Part:
    """The lines of a part of a file, each with its place, and the filters that they go through.

    A filter is told where in the file its lines begin, and counts on from there. Where Spark's place of a line is
    another (a line was no UTF-8, and Spark has put U+FFFD into it), the next filter begins.
    """

    def __init__(self, lines, name, size, command):
        self.lines = iter(lines)
        self.name, self.size, self.command = name, size, command
        self.ahead = next(self.lines, None)
        self.fault = None

    def records(self):
        while self.ahead is not None:
            yield from self.filtered()

    def feed(self, stream, counts):
        """Writes lines as long as each begins where the one before it ended."""
        try:
            place = self.ahead[0]
            with stream:
                while self.ahead is not None and self.ahead[0] == place:
                    line = self.ahead[1].encode()
                    # The last line of a file may have no end.
                    if self.size is None or place + len(line) < self.size:
                        line += b"\n"
                    stream.write(line)
                    counts["in"] += bool(line.strip(BLANK))
                    place += len(line)
                    self.ahead = next(self.lines, None)
        except BrokenPipeError:
            pass  # What is missing is counted.
        except Exception as error:
            self.fault = error

    def filtered(self):
        """The records of one filter, none of which is believed before all are there."""
        begin = self.ahead[0]
        counts = {"in": 0, "out": 0}
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(
                self.command + ["--path", self.name, "--offset", str(begin)], cwd="/", stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=errors, preexec_fn=dies_with_its_parent)
            feeder = threading.Thread(target=self.feed, args=(process.stdin, counts), daemon=True)
            feeder.start()
            try:
                for record in process.stdout:
                    if not record.endswith(b"\n"):
                        raise RuntimeError(f"{self.name} from byte {begin}: the last record is cut off")
                    counts["out"] += 1
                    yield record[:-1]
                code = process.wait()
            finally:
                process.kill()
                process.wait()
                process.stdout.close()
            feeder.join()
            if self.fault is not None:
                raise self.fault
            if code != 0 or counts["in"] != counts["out"]:
                raise RuntimeError(
                    f"{self.name} from byte {begin}: filter wrote {counts['out']} records for {counts['in']} lines "
                    f"and ended with {code}\n{last_words(errors)}")


def annotate_file(source, name, options):
    """Annotates one file in a folder of its own, checks it, and gives it its name last of all."""
    target = os.path.join(options["output"], name)
    if os.path.exists(target):
        return
    attempt = os.path.join(options["output"], "_attempts", f"{name}.{uuid.uuid4().hex}")
    os.makedirs(attempt)

    def call(command, what, shell=False):
        with tempfile.TemporaryFile() as errors:
            code = subprocess.run(
                command, shell=shell, cwd=attempt, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
                preexec_fn=dies_with_its_parent).returncode
            if code != 0:
                raise RuntimeError(f"{source}: {what} ended with {code}\n{last_words(errors)}")

    try:
        path = source
        if options["fetch"]:
            path = os.path.join(attempt, os.path.basename(source))
            places = {"{source}": shlex.quote(source), "{target}": shlex.quote(path)}
            fetch = options["fetch"]
            for mark, place in places.items():
                fetch = fetch.replace(mark, place)
            call(fetch, "fetch", shell=True)
        program, config = [options["program"]], options["config"]
        # Documents that fail are no failure of the task: their records say why.
        call(program + ["run", path, "-o", name, "--quiet", "--workers", str(options["cores"]),
                        "--max-failures", str(2**62)] + config, "run")
        call(program + ["verify", path, "--output", name, "--quiet"] + config, "verify")
        for ending in (".failures.jsonl", ".duplicates.jsonl", ".run.json", ""):
            with contextlib.suppress(FileNotFoundError):
                os.replace(os.path.join(attempt, name + ending), target + ending)
    finally:
        shutil.rmtree(attempt, ignore_errors=True)


def annotate_files(options):
    def run(pairs):
        for source, name in pairs:
            try:
                annotate_file(source, name, options)
                yield source, None
            except Exception as error:
                # Spark tries a task again; in the end one bad file must not take all others with it.
                if TaskContext.get().attemptNumber() + 1 < options["tries"]:
                    raise
                yield source, str(error)

    return run


# ---- On the driver


class Files:
    """A file system of Hadoop's, as far as it is needed here."""

    def __init__(self, context, place):
        self.jvm = context._jvm
        self.path = self.jvm.org.apache.hadoop.fs.Path(place)
        self.system = self.path.getFileSystem(context._jsc.hadoopConfiguration())

    def at(self, name):
        return self.jvm.org.apache.hadoop.fs.Path(self.path, name)

    def exists(self, name):
        return self.system.exists(self.at(name))

    def remove(self, name):
        self.system.delete(self.at(name), True)

    def read(self, name):
        stream = self.system.open(self.at(name))
        try:
            return self.jvm.org.apache.commons.io.IOUtils.toString(stream, "UTF-8")
        finally:
            stream.close()

    def write(self, name, text):
        """Whole, or not at all."""
        fresh = self.at("_" + name)
        stream = self.system.create(fresh, True)
        stream.write(bytearray(text.encode()))
        stream.close()
        self.remove(name)
        self.system.rename(fresh, self.at(name))


def inputs_of(context, places):
    """Name, address, size and time of every input, sorted by name; names as `rapporteur run` gives them."""
    found = {}

    def add(name, status):
        address = status.getPath().toString()
        if found.setdefault(name, [name, address, status.getLen(), status.getModificationTime()])[1] != address:
            raise Trouble(f"two inputs are called '{name}': {found[name][1]} and {address}; annotate them one by one")

    for place in places:
        files = Files(context, place)
        matches = files.system.globStatus(files.path)
        if not matches:
            raise Trouble(f"{place}: no such file; name files, folders or globs that every worker can read")
        fixed = place[:min((place.find(mark) for mark in "*?[{" if mark in place), default=len(place))]
        base = files.jvm.org.apache.hadoop.fs.Path(fixed[:fixed.rfind("/") + 1] or ".")
        base = files.system.makeQualified(base).toString()
        for match in matches:
            root = match.getPath().toString()
            if not match.isDirectory():
                add(match.getPath().getName() if fixed == place else root[len(base):].lstrip("/"), match)
                continue
            walk = files.system.listFiles(match.getPath(), True)
            while walk.hasNext():
                status = walk.next()
                name = status.getPath().toString()[len(root):].lstrip("/")
                if not any(part.startswith((".", "_")) for part in name.split("/")):
                    add(name, status)
    return sorted(found.values(), key=lambda input: input[0].encode())


def version_of(program):
    try:
        return subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble(f"{program}: {error}; name the program with --program, where every worker has it") from None


def config_of(options):
    """The options that name the pipeline, and what is in it."""
    config = ["-c", os.path.abspath(options.config)] if options.config else []
    done = subprocess.run([options.program, "check", "--print"] + config, capture_output=True, text=True, cwd="/")
    digest = hashlib.sha256(done.stdout.encode()).hexdigest()
    if done.returncode == 0 and options.command == "filter":
        # What filter refuses, such as looking for duplicates, it refuses without a line as well.
        done = subprocess.run([options.program, "filter"] + config, input="", capture_output=True, text=True, cwd="/")
    if done.returncode != 0:
        raise Trouble(done.stderr.strip() or f"{options.program}: ended with {done.returncode}")
    return config, digest


def resume(files, plan, restart):
    """Goes on where the plan is the same; refuses where it is another."""
    if restart and files.exists("_plan.json"):
        files.system.delete(files.path, True)
    if not files.exists("_plan.json"):
        if files.system.exists(files.path) and len(files.system.listStatus(files.path)) > 0:
            raise Trouble(f"{files.path.toString()}: there already, and no output of this program; name another folder")
        files.system.mkdirs(files.path)
        return files.write("_plan.json", json.dumps(plan, indent=1))
    earlier = json.loads(files.read("_plan.json"))
    other = [key for key in plan if plan[key] != earlier.get(key)]
    if other:
        raise Trouble(
            f"{files.path.toString()}: begun with other {', '.join(other)}; --restart throws away what is there")


def finish(files, manifest):
    files.write("_manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    files.write("_SUCCESS", "")


def waves_of(inputs, most):
    """Inputs in order, in groups of at most so many bytes."""
    waves, size = [[]], 0
    for input in inputs:
        if waves[-1] and size + input[2] > most:
            waves.append([])
            size = 0
        waves[-1].append(input)
        size += input[2]
    return waves


def filter_lines(spark, options):
    context = spark.sparkContext
    version = version_of(options.program)
    config, digest = config_of(options)
    inputs = inputs_of(context, options.input)
    files = Files(context, options.output)
    waves = waves_of(inputs, options.wave << 20)
    plan = {"command": "filter", "version": version, "config": digest, "inputs": inputs,
            "options": [options.split, options.wave, options.gzip]}
    resume(files, plan, options.restart)
    command = [options.program, "filter"] + config
    conf = {"textinputformat.record.delimiter": "\n",
            "mapreduce.input.fileinputformat.split.maxsize": str(options.split << 20)}

    def lines_of(input):
        name, address, size, _ = input
        lines = context.newAPIHadoopFile(
            address, "org.apache.hadoop.mapreduce.lib.input.TextInputFormat", "org.apache.hadoop.io.LongWritable",
            "org.apache.hadoop.io.Text", conf=conf)
        size = None if name.endswith((".gz", ".zst", ".bz2")) else size
        return lines.mapPartitions(lambda part: Part(part, name, size, command).records())

    names = [f"wave-{index:05}" for index in range(len(waves))]
    for name, wave in zip(names, waves):
        if files.exists(f"{name}/_SUCCESS"):
            continue
        files.remove(name)
        codec = "org.apache.hadoop.io.compress.GzipCodec" if options.gzip else None
        context.union([lines_of(input) for input in wave]).saveAsTextFile(files.at(name).toString(), codec)
        print(f"{name}: done, {names.index(name) + 1} of {len(names)}", file=sys.stderr)
    check_records(spark, files, inputs, names, plan)


def check_records(spark, files, inputs, names, plan):
    """Counts again, from what was stored: lines in, records out, ids once, one program and one configuration."""
    def text(paths):
        return spark.read.option("lineSep", "\n").text(paths)

    read = text([input[1] for input in inputs]).where(functions.col("value").rlike(r"[^\x00-\x20]")).count()
    stored = text([files.at(name).toString() for name in names]).select(
        functions.input_file_name().alias("part"), functions.regexp_extract("value", HEAD, 1).alias("id"),
        functions.regexp_extract("value", HEAD, 2).alias("status"),
        functions.regexp_extract("value", TAIL, 1).alias("pipeline"))
    parts = {row.part: row for row in stored.groupBy("part").agg(
        functions.count("*").alias("records"), functions.count_if(stored.status == "failed").alias("failed"),
        functions.min("pipeline").alias("least"), functions.max("pipeline").alias("most")).collect()}
    root = files.path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).makeQualified(files.path).toString()
    listed = [{"path": part[part.rindex("/wave-") + 1:], "records": row.records, "failed": row.failed}
              for part, row in sorted(parts.items())]
    records = sum(part["records"] for part in listed)
    if records != read:
        raise Trouble(f"{root}: {read} lines and {records} records; begin anew with --restart")
    pipelines = sorted({pipeline for row in parts.values() for pipeline in (row.least, row.most)})
    if len(pipelines) > 1 or "" in pipelines:
        raise Trouble(f"{root}: made by more than one program or configuration, or not by ours: {', '.join(pipelines)}")
    again = [row.id for row in stored.groupBy("id").count().where("count > 1").orderBy("id").limit(5).collect()]
    if again:
        raise Trouble(f"{root}: ids that stand there more than once, such as {', '.join(again)}; one run would have "
                      "called the second one x#2. Give lines ids of their own, or none: then their places are the ids")
    failed = sum(part["failed"] for part in listed)
    finish(files, {**{key: plan[key] for key in ("command", "version", "inputs")}, "records": records, "failed": failed,
                   "pipeline": json.loads(pipelines[0]) if pipelines else None, "parts": listed})
    print(f"{records} records for {read} lines, {failed} of them failed -> {root.removeprefix('file:')}",
          file=sys.stderr)


def run_files(spark, options):
    context = spark.sparkContext
    version = version_of(options.program)
    config, digest = config_of(options)
    output = os.path.abspath(options.output)
    found = {place: glob.glob(place) for place in options.input}
    for place, paths in found.items():
        if not paths:
            raise Trouble(f"{place}: no such file")
    sources = sorted({os.path.abspath(path) for paths in found.values() for path in paths})
    if options.list:
        with open(options.list, encoding="utf8") as lines:
            sources += [line.strip() for line in lines if line.strip()]
    if not sources:
        raise Trouble("no input: name files or globs, or a list of them with --list")
    names = {}
    for source in sources:
        name = os.path.basename(source) + options.ending
        if names.setdefault(name, source) != source:
            raise Trouble(f"two inputs would be written to {name}: {names[name]} and {source}")
    files = Files(context, "file:" + output)
    # More files may come later, so they are no part of the plan.
    resume(files, {"command": "run", "version": version, "config": digest,
                   "ending": options.ending}, options.restart)
    shutil.rmtree(os.path.join(output, "_attempts"), ignore_errors=True)
    todo = [(source, name) for name, source in sorted(names.items()) if not os.path.exists(os.path.join(output, name))]
    task = annotate_files({
        "output": output, "program": options.program, "config": config, "fetch": options.fetch,
        "cores": int(context.getConf().get("spark.task.cpus", "1")),
        "tries": int(context.getConf().get("spark.task.maxFailures", "4"))})
    faults = {}
    if todo:
        done = context.parallelize(todo, len(todo)).mapPartitions(task).collect()
        faults = {source: fault for source, fault in done if fault is not None}
    shutil.rmtree(os.path.join(output, "_attempts"), ignore_errors=True)
    for fault in faults.values():
        print(fault, file=sys.stderr)
    listed = []
    for name, source in sorted(names.items()):
        if source in faults:
            continue
        with open(os.path.join(output, name + ".run.json"), encoding="utf8") as file:
            run = json.load(file)
        listed.append({"path": name, "source": source, "sha256": run["output"]["sha256"], "ledger": run["ledger"]})
    if faults:
        raise Trouble(f"{len(faults)} of {len(names)} files have no records; the same command tries them again")
    finish(files, {"command": "run", "version": version, "files": listed})
    read = sum(file["ledger"]["read"] for file in listed)
    failed = sum(file["ledger"]["failed"] for file in listed)
    print(f"{len(listed)} files, {len(todo)} of them new, {read} documents, {failed} of them failed -> {output}",
          file=sys.stderr)


def session(options):
    """As spark-submit has it, or with --master in this process."""
    builder = SparkSession.builder.appName(f"rapporteur {options.command}")
    if options.master:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(options.master)
        if options.master.startswith("local"):
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
            builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.ui.enabled", "false")
    return builder.getOrCreate()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--master", help="where Spark runs, if not by spark-submit: 'local-cluster[2,1,1024]'")
    commands = parser.add_subparsers(dest="command", required=True)
    lines = commands.add_parser("filter", help="JSON Lines, cut up")
    whole = commands.add_parser("run", help="whole files: WARC, WET, ARC")
    for command in (lines, whole):
        command.add_argument("input", nargs="*", help="files, folders or globs")
        command.add_argument("-o", "--output", required=True, help="the folder of the records; it is made")
        command.add_argument("-c", "--config", help="pipeline.yml, where every worker has it (default: built in)")
        command.add_argument("--program", default="rapporteur", help="where every worker has it")
        command.add_argument("--restart", action="store_true", help="throw away what the output holds")
    lines.add_argument("--split", type=int, default=64, metavar="MB", help="of a file a task, at most")
    lines.add_argument("--wave", type=int, default=65536, metavar="MB", help="what is lost at most when the job ends")
    lines.add_argument("--gzip", action="store_true", help="pack the records")
    whole.add_argument("--list", metavar="FILE", help="a file that names the inputs, one a line")
    whole.add_argument("--fetch", metavar="COMMAND", help="gets {source} to {target}, where inputs are not at hand")
    whole.add_argument("--ending", default=".jsonl.zst", help=".jsonl, .jsonl.gz or .jsonl.zst")
    options = parser.parse_args()
    if os.sep in options.program:
        options.program = os.path.abspath(options.program)
    spark = None
    try:
        spark = session(options)
        (filter_lines if options.command == "filter" else run_files)(spark, options)
    except Trouble as trouble:
        print(f"annotate: {trouble}", file=sys.stderr)
        return 1
    finally:
        if spark is not None:
            spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
