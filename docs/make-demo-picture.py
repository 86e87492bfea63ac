#!/usr/bin/env python3
"""Draws docs/demo.svg from the demonstration's own output.

    ./hasekura demo --once | python3 docs/make-demo-picture.py > docs/demo.svg

Long lines are cut, ids shortened and long lists of details shortened, each marked; nothing else is changed.
"""
import html
import re
import sys

WIDTH = 116
DETAILS = 2


def shortened(line):
    line = re.sub(r"(?:/[^\s/]+)*/(demo[^\s/]*)/", r"data/\1/", line)
    line = re.sub(r"\b([0-9a-f]{12})[0-9a-f]{52}\b", r"\1…", line)
    line = re.sub(r"\b([0-9a-f]{8})-[0-9a-f]{4}-7[0-9a-f-]{22}\b", r"\1…", line)
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def colour(line):
    if re.match(r"^\d  ", line):
        return "#ffd166"
    if re.match(r"^\s+\d+ ms", line):
        return "#9be28f"
    return "#a9b2bb" if is_detail(line) else "#d6dbe0"


def is_detail(line):
    return line.startswith(" " * 13)


def fewer_details(lines):
    """Keeps the first details of each step and says how many more there were."""
    kept, run = [], []
    for line in [*lines, ""]:
        if is_detail(line):
            run.append(line)
            continue
        kept += run[:DETAILS]
        if len(run) > DETAILS:
            kept.append(" " * 13 + f"(and {len(run) - DETAILS} more)")
        run = []
        kept.append(line)
    return kept[:-1]


def main():
    told = []
    for line in sys.stdin.read().splitlines():
        if line.startswith("Everything lies in"):
            break
        told.append(shortened(line))
    lines = fewer_details(told)
    width, height = WIDTH * 7.3 + 40, len(lines) * 17 + 70
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img"'
          ' aria-label="Output of ./hasekura demo --once: five parts, each step with the time it took">')
    print('<rect width="100%" height="100%" rx="8" fill="#1b1f24"/>')
    print('<text x="20" y="30" font-family="monospace" font-size="13" fill="#8ab4f8">$ ./hasekura demo --once</text>')
    for number, line in enumerate(lines):
        print(f'<text x="20" y="{54 + 17 * number}" xml:space="preserve" font-family="monospace" font-size="12"'
              f' fill="{colour(line)}">{html.escape(line)}</text>')
    print("</svg>")


main()
