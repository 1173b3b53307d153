#!/usr/bin/env python3
"""spark.py NOTES.ndjson OUT-FOLDER [PARTS]: Apache Spark over the NDJSON contract.

    spark-submit --master spark://HOST:7077 spark.py notes.ndjson report 200
    cat report/part-* > report.ndjson

Each partition runs one peerscope, which must be on the PATH of every worker. A run that was killed fails its task, and
Spark starts the task again elsewhere. The parts keep the order of the stream.
"""
import itertools
import subprocess
import sys
import threading

from pyspark.sql import SparkSession


def check(lines):
    """The report's lines for the stream's lines of one partition: (line, its number from 0 on)."""
    first = next(lines, None)
    if first is None:
        return
    run = subprocess.Popen(
        ["peerscope", "lint", "-j", "1", "--config", "none", "--fail-on", "never", "--format", "ndjson",
         "--input-format", "ndjson", "--first-record", str(first[1] + 1), "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        try:
            for line, _ in itertools.chain([first], lines):
                run.stdin.write(line.encode() + b"\n")
            run.stdin.close()
        except BrokenPipeError:
            pass  # the exit code tells

    feeder = threading.Thread(target=feed)
    feeder.start()
    for line in run.stdout:
        yield line.rstrip(b"\n").decode()
    feeder.join()
    code = run.wait()
    # 2 tells of records that cannot be read, which another try would not mend.
    if code not in (0, 1, 2):
        raise RuntimeError(f"peerscope ended with {code}")


if __name__ == "__main__":
    notes, out = sys.argv[1:3]
    parts = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    spark = SparkSession.builder.appName("peerscope").getOrCreate()
    spark.sparkContext.textFile(notes, parts).zipWithIndex().mapPartitions(check).saveAsTextFile(out)
    spark.stop()
