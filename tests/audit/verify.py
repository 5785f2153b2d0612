#!/usr/bin/env python3
"""A second verifier of the record of changes, written from clew-file(5) alone.

usage: verify.py KEY FILE [KEY FILE]...         KEY: the data key, 64 digits

Prints a line for each file: "whole EVENTS ROWS ERASED HEAD" or "bad EVENT", where EVENT is the first
event that is not what it was ("bad stray": none, but something there belongs to no event). It shares no code with clew, so that an error in one is seen by the other.
"""
import hashlib
import sqlite3
import struct
import sys

LOWEST = -(2**63)


def sub_key(key, context):
    """crypto_kdf_derive_from_key() of libsodium: sub-key number 1."""
    return hashlib.blake2b(
        b"",
        digest_size=32,
        key=key,
        salt=struct.pack("<Q", 1) + bytes(8),
        person=context + bytes(8),
    ).digest()


def number(value):
    return struct.pack("<q", LOWEST if value is None else value)


def text(value):
    value = b"" if value is None else value
    return number(len(value)) + value


class Bad(Exception):
    pass


# What may stand in a column: the types that typeof() names, and whether NULL may.
EVENT_TYPES = (
    ("id", "integer", False), ("at", "integer", False), ("account", "integer", True),
    ("roles", "integer", True), ("session", "integer", True), ("kind", "text", False),
    ("what", "text", False), ("person", "integer", True), ("via", "text", True),
    ("rows", "integer", False), ("undoes", "integer", True), ("link", "blob", False),
)
ROW_TYPES = (
    ("event", "integer", False), ("seq", "integer", False), ("person", "integer", True),
    ("tbl", "text", False), ("pk", "text", False), ("kind", "text", False),
    ("body", "text", True), ("salt", "blob", True), ("digest", "blob", False),
)


def read(db, table, types, order):
    """Every row as a dictionary of values, texts as bytes, with what fits noted under fits."""
    columns = ", ".join("%s, typeof(%s)" % (name, name) for name, _, _ in types)
    rows = []
    for values in db.execute("SELECT %s FROM %s ORDER BY %s" % (columns, table, order)):
        row = {"fits": True, "types": {}}
        for i, (name, wanted, may_be_null) in enumerate(types):
            value, kind = values[2 * i], values[2 * i + 1].decode()
            row["types"][name] = kind
            row[name] = value
            if kind == "null" and may_be_null:
                continue
            if kind != wanted or (kind == "integer" and value == LOWEST):
                row["fits"] = False
            if name == "via" and len(value or b"") == 0:
                row["fits"] = False
        rows.append(row)
    return rows


def content(row, digest_key):
    """1 when what it did was erased, 0 when it stands as it was."""
    if row["body"] is None and row["salt"] is None:
        return 1
    if row["body"] is None or row["salt"] is None or len(row["salt"]) != 16:
        raise Bad
    made = hashlib.blake2b(row["salt"] + row["body"], digest_size=32, key=digest_key).digest()
    if made != row["digest"]:
        raise Bad
    return 0


def link_of(event, rows, before, link_key):
    made = hashlib.blake2b(before, digest_size=32, key=link_key)
    for name in ("id", "at", "account", "roles", "session", "person", "rows", "undoes"):
        made.update(number(event[name]))
    for name in ("kind", "what", "via"):
        made.update(text(event[name]))
    for row in rows:
        made.update(number(row["seq"]) + number(row["person"]))
        made.update(text(row["tbl"]) + text(row["pk"]) + text(row["kind"]) + row["digest"])
    return made.digest()


def check_event(event, rows, before, keys):
    """How many of its rows were erased; Bad when it is not what it was."""
    erased = 0
    if not event["fits"]:
        raise Bad
    for seq, row in enumerate(rows, 1):
        if not row["fits"] or row["seq"] != seq or len(row["digest"]) != 32:
            raise Bad
        erased += content(row, keys[0])
    if len(rows) != event["rows"] or link_of(event, rows, before, keys[1]) != event["link"]:
        raise Bad
    return erased


def verify(path, key):
    keys = sub_key(key, b"eventrow"), sub_key(key, b"eventlnk")
    db = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    db.text_factory = bytes
    events, of = {}, {}
    stray = False
    for event in read(db, "event", EVENT_TYPES, "id"):
        if event["types"]["id"] != "integer" or event["id"] < 1:
            stray = True
        else:
            events.setdefault(event["id"], []).append(event)
    for row in read(db, "event_row", ROW_TYPES, "event, seq"):
        of.setdefault(row["event"] if row["types"]["event"] == "integer" else None, []).append(row)
    given = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'event'").fetchone()
    db.close()

    before, erased, count, here = bytes(32), 0, 0, 1
    while here in events:
        if len(events[here]) != 1:
            return "bad %d" % here
        rows = of.pop(here, [])
        try:
            erased += check_event(events[here][0], rows, before, keys)
        except Bad:
            return "bad %d" % here
        before = events[here][0]["link"]
        count += len(rows)
        here += 1
    if any(other >= here for other in events) or (given[0] if given else 0) != here - 1:
        return "bad %d" % here
    if of or stray:
        return "bad stray"
    return "whole %d %d %d %s" % (here - 1, count, erased, before.hex())


def main():
    given = iter(sys.argv[1:])
    for key, path in zip(given, given):
        print(verify(path, bytes.fromhex(key)), flush=True)


if __name__ == "__main__":
    main()
