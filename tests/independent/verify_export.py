#!/usr/bin/env python3
"""Verifies an export of a ledger, sharing no code with Mandate: Python's standard library only.

    verify_export.py FOLDER --log VKEY [--witness VKEY]... [--older CHECKPOINT]...

Checks, in this order: the signatures on FOLDER/checkpoint; every entry bundle and every hash tile, recomputed from the
entries by the recursive definition of RFC 6962; older partial tiles; each older checkpoint (and those in FOLDER/checkpoints):
its signatures, and that its root is the root of the first entries; the manifest, where there is one: its signature, and that
it lists every file. Names the first fault and exits 1; exits 2 for wrong usage, 0 when all holds.

Formats: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles; docs/formats/manifest.md.
"""

import argparse
import base64
import hashlib
import os
import re
import sys


class Fault(Exception):
    pass


# Ed25519 (RFC 8032, 5.1), for public data only: slow and plain.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
I = pow(2, (P - 1) // 4, P)


def decode_point(data):
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if len(data) != 32 or y >= P:
        raise Fault("not a canonical point")
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * I % P
    if x * x % P != square or (x == 0 and sign):
        raise Fault("not a point of the curve")
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(a, b):
    s, t = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0])
    c, d = 2 * a[3] * b[3] * D, 2 * a[2] * b[2]
    e, f, g, h = t - s, d - c, d + c, t + s
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def encode_point(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def verify_ed25519(key, message, signature):
    if len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    x, y, z, t = decode_point(key)
    return encode_point(add(multiply(s, BASE), multiply(k, (-x % P, y, z, -t % P)))) == signature[:32]


# Signed notes and checkpoints.


def strict_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Fault("not base64: %r" % text) from None
    if base64.b64encode(data).decode() != text:
        raise Fault("not canonical base64: %r" % text)
    return data


class Key:
    def __init__(self, vkey):
        self.name, identifier, data = vkey.split("+", 2)
        data = strict_base64(data)
        self.type, self.key = data[0], data[1:]
        digest = hashlib.sha256(self.name.encode() + b"\n" + data).digest()
        if digest[:4].hex() != identifier or self.type not in (1, 4):
            raise Fault("verifier key %s: wrong key id, or not of type 1 or 4" % self.name)
        self.id = digest[:4]
        if encode_point(multiply(8, decode_point(self.key))) == encode_point((0, 1, 1, 0)):
            raise Fault("verifier key %s: of small order" % self.name)

    def verify(self, text, signature):
        if self.type == 1:
            return verify_ed25519(self.key, text, signature)
        time = int.from_bytes(signature[:8], "big")
        return verify_ed25519(self.key, b"cosignature/v1\ntime %d\n" % time + text, signature[8:])


def open_note(data, keys):
    """The text and the keys that signed it; one failing signature of a known key is a fault."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise Fault("not UTF-8") from None
    split = data.rfind(b"\n\n")
    if split < 0 or not data.endswith(b"\n") or len(data) <= split + 2:
        raise Fault("not a signed note")
    if any(byte < 32 and byte != 10 for byte in data):
        raise Fault("control character in the note")
    text, signed = data[: split + 1], set()
    for line in data[split + 2 : -1].decode().split("\n"):
        match = re.fullmatch("\u2014 ([^\\s+]+) ([A-Za-z0-9+/=]+)", line)
        if not match:
            raise Fault("not a signature line: %s" % line)
        signature = strict_base64(match.group(2))
        for key in keys:
            if key.name == match.group(1) and key.id == signature[:4]:
                if not key.verify(text, signature[4:]):
                    raise Fault("the signature of %s does not hold" % key.name)
                signed.add(key)
    return text, signed


def open_checkpoint(path, log, witnesses):
    try:
        text, signed = open_note(read(path), [log] + witnesses)
        lines = text.decode().split("\n")
        if log not in signed:
            raise Fault("not signed by the log %s" % log.name)
        missing = [w.name for w in witnesses if w not in signed]
        if missing:
            raise Fault("not cosigned by %s" % ", ".join(missing))
        if len(lines) < 4 or lines[0] != log.name or not re.fullmatch("0|[1-9][0-9]*", lines[1]) or "" in lines[3:-1]:
            raise Fault("not a checkpoint of %s" % log.name)
        root = strict_base64(lines[2])
        if len(root) != 32 or int(lines[1]) > 2**62:
            raise Fault("root not of 32 bytes, or size above 2^62")
        return int(lines[1]), root
    except Fault as fault:
        raise Fault("%s: %s" % (path, fault)) from None


# The tree.


def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def tree_hash(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree_hash(hashes[:k]) + tree_hash(hashes[k:])).digest()


def root_of(tiles, size):
    """The root of the first `size` leaves; tiles[l][i] is the hash of the 256^l leaves from i*256^l."""
    rest = None
    for level in range(len(tiles)):
        count = size >> 8 * level
        partial = list(tiles[level][count & ~255 : count])
        if rest is not None:
            partial.append(rest)
        # The rest stands for fewer leaves than its neighbours, and the splits fall in the same places.
        if partial:
            rest = tree_hash(partial)
    return hashlib.sha256(b"").digest() if rest is None else rest


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Fault("%s: %s" % (path, error.strerror)) from None


def tile_path(level, index, width):
    digits = "%03d" % index
    digits = digits.zfill((len(digits) + 2) // 3 * 3)
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    path = "tile/%s/%s" % (level, "/".join(["x" + g for g in groups[:-1]] + groups[-1:]))
    return path if width == 256 else "%s.p/%d" % (path, width)


def split_bundle(name, data):
    entries, offset = [], 0
    while offset < len(data):
        length = int.from_bytes(data[offset : offset + 2], "big")
        if offset + 2 + length > len(data):
            raise Fault("%s: entry %d is cut short" % (name, len(entries)))
        entries.append(data[offset + 2 : offset + 2 + length])
        offset += 2 + length
    return entries


def tiles_of(size):
    """(level, index, width) of all tiles of a tree, "entries" first."""
    for level in ["entries"] + list(range(8)):
        count = size >> (0 if level == "entries" else 8 * level)
        for index in range(count >> 8):
            yield level, index, 256
        if count & 255:
            yield level, count >> 8, count & 255


def check_folder(folder, size, root):
    """Recomputes everything from the entries. Returns the hashes of each level."""
    expected = {tile_path(*tile): tile for tile in tiles_of(size)}
    tiles = [[]]
    for path, (level, index, width) in expected.items():
        if level != "entries":
            continue
        entries = split_bundle(path, find(folder, path, level, index))[:width]
        if len(entries) != width:
            raise Fault("%s: holds %d entries, not %d" % (path, len(entries), width))
        tiles[0].extend(leaf_hash(entry) for entry in entries)
    while len(tiles[-1]) >= 256:
        below = tiles[-1]
        tiles.append([tree_hash(below[i : i + 256]) for i in range(0, len(below) & ~255, 256)])
    for path, (level, index, width) in expected.items():
        if level == "entries":
            continue
        data = find(folder, path, level, index)[: 32 * width]
        for i in range(width):
            if data[32 * i : 32 * i + 32] != tiles[level][256 * index + i]:
                number = (256 * index + i) << 8 * level
                raise Fault("%s: hash %d is not that of the entries from number %d" % (path, i, number))
    if root_of(tiles, size) != root:
        raise Fault("the entries do not give the root of the checkpoint")
    check_others(folder, expected, tiles)
    return tiles


def find(folder, path, level, index):
    """The tile, or the full one where the partial one is gone."""
    for candidate in (path, tile_path(level, index, 256)):
        if os.path.exists(os.path.join(folder, candidate)):
            data = read(os.path.join(folder, candidate))
            if level != "entries" and len(data) != 32 * (256 if ".p/" not in candidate else int(candidate.rsplit("/", 1)[1])):
                raise Fault("%s: has %d bytes" % (candidate, len(data)))
            return data
    raise Fault("%s: missing" % path)


def check_others(folder, expected, tiles):
    """Whatever else lies under tile/ must be an older partial tile: the beginning of the one at its place."""
    for parent, _, names in sorted(os.walk(os.path.join(folder, "tile"))):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
            if path in expected:
                continue
            match = re.fullmatch(r"tile/(entries|\d|[1-5]\d|6[0-3])/((?:x\d{3}/)*\d{3})\.p/([1-9]\d{0,2})", path)
            if not match:
                raise Fault("%s: not a tile of this log" % path)
            level, index, width = match.group(1), int(match.group(2).replace("x", "").replace("/", "")), int(match.group(3))
            data = read(os.path.join(folder, path))
            if level == "entries":
                found = [leaf_hash(entry) for entry in split_bundle(path, data)]
            else:
                found = [data[i : i + 32] for i in range(0, len(data), 32)]
            hashes = tiles[0 if level == "entries" else int(level)] if level == "entries" or int(level) < len(tiles) else []
            if len(found) != width or found != hashes[256 * index : 256 * index + width]:
                raise Fault("%s: not the beginning of the tile at its place" % path)


def check_manifest(folder, log):
    path = os.path.join(folder, "manifest")
    try:
        text, signed = open_note(read(path), [log])
        lines = text.decode()[:-1].split("\n")
        if log not in signed or lines[:2] != ["mandate-manifest/v1", log.name]:
            raise Fault("not a manifest signed by %s" % log.name)
    except Fault as fault:
        raise Fault("manifest: %s" % fault) from None
    listed = {}
    for line in lines[2:]:
        match = re.fullmatch("([0-9a-f]{64})  (.+)", line)
        if not match:
            raise Fault("manifest: not a hash and a path: %s" % line)
        listed[match.group(2)] = match.group(1)
    present = set()
    for parent, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            file = os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
            if file == "manifest":
                continue
            present.add(file)
            if file not in listed:
                raise Fault("%s: not listed in the manifest" % file)
            if hashlib.sha256(read(os.path.join(folder, file))).hexdigest() != listed[file]:
                raise Fault("%s: not the file that the manifest lists" % file)
    for file in sorted(set(listed) - present):
        raise Fault("%s: listed in the manifest and missing" % file)
    return len(listed)


def main():
    parser = argparse.ArgumentParser(description="Verifies an export of a ledger.")
    parser.add_argument("folder")
    parser.add_argument("--log", required=True, help="the log's verifier key; its name is the origin")
    parser.add_argument("--witness", action="append", default=[], help="a witness that must have cosigned")
    parser.add_argument("--older", action="append", default=[], help="an older checkpoint that the log must continue")
    options = parser.parse_args()
    try:
        log, witnesses = Key(options.log), [Key(w) for w in options.witness]
    except (Fault, ValueError) as error:
        print("usage: %s" % error, file=sys.stderr)
        return 2
    try:
        size, root = open_checkpoint(os.path.join(options.folder, "checkpoint"), log, witnesses)
        tiles = check_folder(options.folder, size, root)
        older = list(options.older)
        published = os.path.join(options.folder, "checkpoints")
        if os.path.isdir(published):
            older += [os.path.join(published, name) for name in sorted(os.listdir(published))]
        for path in older:
            old_size, old_root = open_checkpoint(path, log, [])
            if old_size > size:
                raise Fault("%s: has %d entries, the log only %d: it was set back" % (path, old_size, size))
            if root_of(tiles, old_size) != old_root:
                raise Fault("%s: the first %d entries have another root: the log was rewritten" % (path, old_size))
        files = check_manifest(options.folder, log) if os.path.exists(os.path.join(options.folder, "manifest")) else None
    except Fault as fault:
        print("fails: %s" % fault)
        return 1
    print("holds: %d entries, %d witnesses, %d older checkpoints, %s" % (
        size, len(witnesses), len(older), "no manifest" if files is None else "%d files of the manifest" % files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
