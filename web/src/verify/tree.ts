// RFC 6962, 2.1: the tree computed again from the entries, with its tiles and its roots at earlier sizes.
import { type Bytes, hash } from './bytes';

export const TILE = 256;

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

export const leafHash = (entry: Bytes): Bytes => hash(LEAF, entry);

const nodeHash = (left: Bytes, right: Bytes): Bytes => hash(NODE, left, right);

export interface Tile { readonly level: number; readonly index: number; readonly hashes: readonly Bytes[] }

export class Tree {
  size = 0;

  /** Roots of complete subtrees, largest first. */
  private edge: { hash: Bytes; size: number }[] = [];

  private readonly levels: Bytes[][] = [[]];

  private readonly finished: number[] = [0];

  /** Adds a leaf; gives the tiles that it completes. */
  add(leaf: Bytes): Tile[] {
    this.size++;
    let node = { hash: leaf, size: 1 };
    for (let last = this.edge.at(-1); last?.size === node.size; last = this.edge.at(-1)) {
      this.edge.pop();
      node = { hash: nodeHash(last.hash, node.hash), size: 2 * node.size };
    }
    this.edge.push(node);
    const made: Tile[] = [];
    for (let level = 0, arriving = leaf; ; level++) {
      const tile = this.levels[level] ??= [];
      this.finished[level] ??= 0;
      tile.push(arriving);
      if (tile.length < TILE) return made;
      made.push({ level, index: this.finished[level]!++, hashes: tile });
      this.levels[level] = [];
      arriving = complete(tile);
    }
  }

  /** The unfinished tiles. */
  partial(): Tile[] {
    return this.levels.flatMap((hashes, level) => hashes.length > 0 ? [{ level, index: this.finished[level]!, hashes }] : []);
  }

  root(): Bytes {
    const [first, ...rest] = [...this.edge].reverse();
    return rest.reduce((right, left) => nodeHash(left.hash, right), first?.hash ?? hash());
  }
}

function complete(hashes: readonly Bytes[]): Bytes {
  let row = hashes;
  while (row.length > 1) row = row.flatMap((h, i) => i % 2 === 0 ? [nodeHash(h, row[i + 1]!)] : []);
  return row[0]!;
}

/** RFC 9162, 2.1.3.2. */
export function isIncluded(index: number, size: number, leaf: Bytes, proof: readonly Bytes[]): Bytes | undefined {
  if (index >= size) return undefined;
  let fn = index, sn = size - 1, root = leaf;
  for (const p of proof) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(p, root);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      root = nodeHash(root, p);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 ? root : undefined;
}

/** tile/L/N[.p/W], c2sp.org/tlog-tiles. */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  const groups: string[] = [];
  for (let n = index; ; n = Math.floor(n / 1000)) {
    groups.unshift((groups.length > 0 ? 'x' : '') + String(n % 1000).padStart(3, '0'));
    if (n < 1000) break;
  }
  return `tile/${level}/${groups.join('/')}${width < TILE ? `.p/${width}` : ''}`;
}

/** Entries of a bundle, each after its length. */
export function readBundle(bytes: Bytes, width: number): Bytes[] | undefined {
  const entries: Bytes[] = [];
  let at = 0;
  while (entries.length < width) {
    if (at + 2 > bytes.length) return undefined;
    const length = bytes[at]! * 256 + bytes[at + 1]!;
    if (at + 2 + length > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length ? entries : undefined;
}
