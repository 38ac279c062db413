"""What the fault scripts share: the program, run and measured."""
import json, os, subprocess, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))


def program():
    """The program's path: RAPPORTEUR, else the release build."""
    path = os.path.abspath(os.environ.get("RAPPORTEUR", os.path.join(HERE, "../../.build/release/rapporteur")))
    if not os.path.exists(path): raise SystemExit(f"{path} is not there: swift build -c release")
    return path


class Outcome:
    """How a process ended: its code (below zero for a signal, None where it was stopped for being slow), its seconds,
    the most memory it had in MB, and what it wrote."""
    def __init__(self, code, seconds, megabytes, output, errors):
        self.code, self.seconds, self.megabytes = code, seconds, megabytes
        self.output, self.errors = output, errors


def run(*arguments, seconds=600, stdin=None):
    """Runs the program in the working directory."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen([program(), *arguments], stdin=stdin or subprocess.DEVNULL, stdout=out, stderr=err)
        wait = .0005
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid: break
            if time.monotonic() - begin > seconds:
                process.kill()
                _, status, usage = os.wait4(process.pid, 0)
                status = None
                break
            time.sleep(wait)
            wait = min(wait * 1.3, .05)
        process.returncode = 0
        code = None if status is None else os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Outcome(code, time.monotonic() - begin, usage.ru_maxrss / 1024, out.read(), err.read().decode("utf-8", "replace"))


def records(output):
    """The records in lines of bytes."""
    return [json.loads(line) for line in output.splitlines()]
