#!/usr/bin/env python3
"""How much faster two threads are than one, and that their outputs are equal.

    Benchmarks/threads/measure.py .build/release/namescreen INDEX CUSTOMERS [--rounds 5]

Elapsed time tells only on a machine that has nothing else to do. Beside it stand the processor seconds, which grow where the
threads stand in each other's way, and those of the busiest thread: with a processor for each, a run takes no less.
"""
import argparse, filecmp, os, statistics, subprocess, tempfile, time

TICK = os.sysconf("SC_CLK_TCK")


def thread_seconds(process):
    """Processor seconds of each thread, by its id; empty once the process has ended."""
    seconds = {}
    try:
        for thread in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{thread}/stat") as handle:
                fields = handle.read().rsplit(")", 1)[1].split()
                seconds[thread] = (int(fields[11]) + int(fields[12])) / TICK
    except OSError:
        pass
    return seconds


def run(options, threads, output):
    command = [options.namescreen, "screen", options.customers, "--index", options.index, "--threads", str(threads), "--format",
               "csv", "--output", output, "--quiet", "--skip-bad-rows"]
    start = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    busiest = {}
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        busiest.update(thread_seconds(process.pid))
        time.sleep(0.02)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, max(busiest.values(), default=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("namescreen")
    parser.add_argument("index")
    parser.add_argument("customers")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    elapsed, balance = [], []
    with tempfile.TemporaryDirectory() as folder:
        outputs = [os.path.join(folder, name) for name in ("one.csv", "two.csv")]
        for _ in range(options.rounds):
            one, two = run(options, 1, outputs[0]), run(options, 2, outputs[1])
            if not filecmp.cmp(*outputs, shallow=False):
                raise SystemExit("the outputs differ")
            elapsed.append(one[0] / two[0])
            balance.append(one[1] / two[2])
            print(f"1 thread {one[0]:.2f} s elapsed, {one[1]:.2f} of a processor; 2 threads {two[0]:.2f} s elapsed, {two[1]:.2f} of "
                  f"processors, {two[2]:.2f} of the busiest thread; load {os.getloadavg()[0]:.1f}")
    print(f"equal outputs; {statistics.median(elapsed):.2f} times by elapsed time (best {max(elapsed):.2f}), "
          f"{statistics.median(balance):.2f} by the busiest thread")


if __name__ == "__main__":
    main()
