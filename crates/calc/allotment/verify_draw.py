#!/usr/bin/env python3
"""Verifies a draw: python3 verify_draw.py PROOF.json (standard library only).

Draws again from the rule, the beacon and the list in the proof, and compares the
whole file byte by byte. Prints the order and ends with 0 if all is right, else with 1.
Whether the beacon is the one announced, compare yourself with where it was published.
"""

import hashlib
import hmac
import json
import sys

FORMAT = "wiec-draw/1"


def sha256(text):
    return hashlib.sha256(text.encode()).digest()


def draw(rule, beacon, entries):
    entries = sorted(entries, key=lambda entry: entry[0].encode())
    if not beacon or len({entry[0] for entry in entries}) != len(entries):
        raise ValueError("no beacon, or an id twice")
    for text in [rule, beacon, *(text for entry in entries for text in entry)]:
        if any(c < " " or "\x7f" <= c <= "\x9f" for c in text):
            raise ValueError("a control character")
    list_hash = sha256("".join(f"{i}\t{c}\n" for i, c in entries)).hex()
    seed = sha256(f"{FORMAT}\n{rule}\n{list_hash}\n{beacon}\n")
    number = lambda i: hmac.new(seed, i.encode(), hashlib.sha256).hexdigest()
    order = sorted(([i, number(i)] for i, _ in entries), key=lambda pair: pair[1])
    return {
        "format": FORMAT,
        "rule": rule,
        "beacon": beacon,
        "list": entries,
        "list_hash": list_hash,
        "seed": seed.hex(),
        "order": order,
    }


def main(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        told = json.loads(data.decode())
        drawn = draw(told["rule"], told["beacon"], told["list"])
        text = json.dumps(drawn, ensure_ascii=False, separators=(",", ":")) + "\n"
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        sys.exit(f"not a proof of a draw: {error}")
    if text.encode() != data:
        sys.exit("WRONG: the proof is not that of this draw")
    for place, (name, _) in enumerate(drawn["order"], 1):
        print(place, name)


if __name__ == "__main__":
    main(sys.argv[1])
