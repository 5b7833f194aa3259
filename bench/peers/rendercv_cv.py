"""One CV by RenderCV, from its YAML to the source of its page; run by its own interpreter, never by ours."""

import json
import statistics
import sys
import time

ROUNDS = 5


def main(text: str) -> None:
    from rendercv.api.functions import create_contents_of_a_typst_file_from_a_yaml_string

    times = []
    for _ in range(ROUNDS + 1):
        begin = time.perf_counter()
        written = create_contents_of_a_typst_file_from_a_yaml_string(text)
        times.append(time.perf_counter() - begin)
        if not isinstance(written, str):
            raise SystemExit(str(written))
    print(json.dumps({"warm": statistics.median(times[1:])}))


main(sys.stdin.read())
