"""The seed job on Spark with two local threads, by the script that Inlay writes of the same document.

`spark-submit` becomes the Java machine, so that its memory is measured.
"""

import subprocess
import sys
from pathlib import Path

from agreement import same_rows
from contest import Row
from setting import Setting

from rows.seed import document, inlay_job, maps

# More than the one gigabyte that it would take by itself, and with which it would be slower.
MEMORY = "8g"


def rows(setting: Setting) -> list[Row]:
    script = setting.work / "seed_spark.py"
    return [
        Row(
            key="spark",
            group="seed job, Spark",
            title="the real inputs, Spark local[2]",
            commands={
                "inlay": lambda folder: inlay_job(setting, setting.inputs, folder),
                "spark": lambda folder: spark(setting, script, folder),
            },
            check=same_rows,
            inputs=tuple(setting.inputs.values()),
            time_target=0.02,
            clock="process",
            prepare=lambda: export(setting, script),
        )
    ]


def export(setting: Setting, script: Path) -> None:
    command = [setting.inlay, "job", "export", document(setting), "--to", "pyspark"]
    script.write_text(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def spark(setting: Setting, script: Path, folder: Path) -> list[str]:
    # The folder must not be there for Spark, which makes it.
    folder.rmdir()
    submit = Path(sys.executable).with_name("spark-submit")
    command = ["env", f"PYSPARK_PYTHON={sys.executable}", str(submit), "--master", f"local[{setting.threads}]"]
    command += ["--driver-memory", MEMORY, str(script)]
    for prefix, path in maps(setting.inputs, folder).items():
        command += ["--map", f"{prefix}={path}"]
    return command
