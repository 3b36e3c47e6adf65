// The checks, in the order in which mandate verify makes them. What they find is named: which entry, which file.
import { type Bytes, equal, fromBase64, hash, hex, text } from './bytes';
import { isSigned, type Key, type Note, readCheckpoint, readKey, readNote } from './note';
import { cosigners, isReached, readPolicy } from './policy';
import { isIncluded, leafHash, readBundle, TILE, type Tile, tilePath, Tree } from './tree';
import type { Say } from './words';

export interface Source {
  /** All files that are there; undefined where that cannot be seen. */
  readonly files: readonly string[] | undefined;
  read(path: string): Promise<Bytes | undefined>;
}

export type Outcome = 'holds' | 'fails' | 'withheld' | 'not-checked';

export interface Check { readonly name: string; readonly outcome: Outcome; readonly text: string }

export interface Fault { readonly entry?: number; readonly file?: string; readonly what: string }

export interface Report { readonly checks: readonly Check[]; readonly faults: readonly Fault[]; readonly size: number; readonly origin: string }

export class Checker {
  readonly checks: Check[] = [];
  readonly faults: Fault[] = [];
  private readonly leaves = new Map<number, Bytes>();
  private key: Key | undefined;
  private note: Note | undefined;
  private size = 0;
  private origin = '';

  constructor(private readonly source: Source, private readonly say: Say, private readonly known: string, private readonly receipt: Bytes | undefined, private readonly progress: (done: number, of: number) => void) {}

  async run(): Promise<Report> {
    if (await this.checkKey() && await this.checkCheckpoint()) {
      await this.checkTree();
      const files = await this.checkManifest();
      await this.checkBlobs(files);
      await this.checkWitnesses();
      if (this.receipt) this.checkReceipt(this.receipt);
    }
    this.checks.push({ name: 'decisions', outcome: 'not-checked', text: this.say('decisions') });
    this.checks.push({ name: 'personal-data', outcome: 'withheld', text: this.say('personal') });
    return { checks: this.checks, faults: this.faults, size: this.size, origin: this.origin };
  }

  private end(name: string, before: number, good: string): boolean {
    const fault = this.faults[before];
    this.checks.push(fault ? { name, outcome: 'fails', text: describe(fault, this.say) } : { name, outcome: 'holds', text: good });
    return !fault;
  }

  private async checkKey(): Promise<boolean> {
    const before = this.faults.length;
    const bytes = await this.source.read('key');
    this.key = bytes && readKey(text(bytes));
    if (!this.key || this.key.type !== 1) this.faults.push({ file: 'key', what: this.say('key-unreadable') });
    else if (this.known && this.known.trim() !== this.key.text) this.faults.push({ file: 'key', what: this.say('key-other') });
    return this.end('key', before, this.say(this.known ? 'key-known' : 'key-own', this.key?.text ?? ''));
  }

  private async checkCheckpoint(): Promise<boolean> {
    const before = this.faults.length;
    const bytes = await this.source.read('checkpoint');
    this.note = bytes && readNote(bytes);
    const checkpoint = this.note && readCheckpoint(this.note);
    if (!this.note || !checkpoint) this.faults.push({ file: 'checkpoint', what: this.say('unreadable') });
    else if (isSigned(this.note, this.key!) !== true) this.faults.push({ file: 'checkpoint', what: this.say('not-signed') });
    else if (checkpoint.origin !== this.key!.name) this.faults.push({ file: 'checkpoint', what: this.say('other-log') });
    this.size = checkpoint?.size ?? 0;
    this.origin = checkpoint?.origin ?? '';
    return this.end('checkpoint', before, this.say('checkpoint', this.origin, this.size));
  }

  private async checkTree(): Promise<void> {
    const before = this.faults.length;
    const tree = new Tree();
    const earlier = await this.publishedCheckpoints();
    for (let first = 0; first < this.size && this.faults.length < 20; first += TILE) {
      const width = Math.min(TILE, this.size - first);
      const path = tilePath('entries', first / TILE, width);
      const bytes = await this.source.read(path);
      const entries = bytes && readBundle(bytes, width);
      if (!entries) {
        this.faults.push({ entry: first, file: path, what: this.say(bytes ? 'unreadable' : 'missing') });
        break;
      }
      const stored = await this.source.read(tilePath(0, first / TILE, width));
      for (const [i, entry] of entries.entries()) {
        const leaf = leafHash(entry);
        if (stored && !equal(leaf, stored.subarray(32 * i, 32 * i + 32))) this.faults.push({ entry: first + i, file: path, what: this.say('leaf-differs') });
        this.leaves.set(first + i, leaf);
        for (const tile of tree.add(leaf)) await this.checkTile(tile);
        const at = earlier.get(tree.size);
        if (at && !equal(at, tree.root())) this.faults.push({ file: `checkpoints/${tree.size}`, what: this.say('forked') });
      }
      this.progress(first + width, this.size);
    }
    for (const tile of tree.partial()) await this.checkTile(tile);
    const checkpoint = readCheckpoint(this.note!)!;
    if (this.faults.length === before && !equal(tree.root(), checkpoint.root)) this.faults.push({ file: 'checkpoint', what: this.say('root-differs') });
    this.end('tree', before, this.say('tree', this.size));
  }

  private async checkTile(tile: Tile): Promise<void> {
    const path = tilePath(tile.level, tile.index, tile.hashes.length);
    const bytes = await this.source.read(path);
    const holds = bytes?.length === 32 * tile.hashes.length && tile.hashes.every((h, i) => equal(h, bytes.subarray(32 * i, 32 * i + 32)));
    if (!holds) this.faults.push({ file: path, what: this.say(bytes ? 'tile-differs' : 'missing') });
  }

  /** Roots of the checkpoints published before, by size. */
  private async publishedCheckpoints(): Promise<Map<number, Bytes>> {
    const roots = new Map<number, Bytes>();
    for (const file of this.source.files ?? []) {
      if (!file.startsWith('checkpoints/')) continue;
      const bytes = await this.source.read(file);
      const note = bytes && readNote(bytes);
      const checkpoint = note && readCheckpoint(note);
      if (!note || !checkpoint || isSigned(note, this.key!) !== true || checkpoint.origin !== this.origin) this.faults.push({ file, what: this.say('not-signed') });
      else roots.set(checkpoint.size, checkpoint.root);
    }
    return roots;
  }

  private async checkManifest(): Promise<readonly string[]> {
    const before = this.faults.length;
    const bytes = await this.source.read('manifest');
    const note = bytes && readNote(bytes);
    const lines = note?.text.slice(0, -1).split('\n') ?? [];
    const listed = new Map<string, string>();
    if (!note || lines[0] !== 'mandate-manifest/v1' || lines[1] !== this.origin) this.faults.push({ file: 'manifest', what: this.say(bytes ? 'unreadable' : 'missing') });
    else if (isSigned(note, this.key!) !== true) this.faults.push({ file: 'manifest', what: this.say('not-signed') });
    else {
      for (const line of lines.slice(2)) listed.set(line.slice(66), line.slice(0, 64));
      let done = 0;
      for (const [path, digest] of listed) {
        const file = await this.source.read(path);
        if (!file) this.faults.push({ file: path, what: this.say('missing') });
        else if (hex(hash(file)) !== digest) this.faults.push({ file: path, what: this.say('changed') });
        if (++done % 50 === 0) this.progress(done, listed.size);
      }
      for (const path of this.source.files ?? []) if (path !== 'manifest' && !listed.has(path)) this.faults.push({ file: path, what: this.say('unlisted') });
    }
    this.end('manifest', before, this.say(this.source.files ? 'manifest' : 'manifest-remote', listed.size));
    return [...listed.keys()];
  }

  private async checkBlobs(files: readonly string[]): Promise<void> {
    const before = this.faults.length;
    const blobs = files.filter(f => f.startsWith('blobs/'));
    for (const path of blobs) {
      const bytes = await this.source.read(path);
      if (bytes && hex(hash(bytes)) !== path.slice('blobs/'.length)) this.faults.push({ file: path, what: this.say('blob-differs') });
    }
    this.end('blobs', before, this.say('blobs', blobs.length));
  }

  private async checkWitnesses(): Promise<void> {
    const bytes = await this.source.read('policy');
    if (!bytes) {
      this.checks.push({ name: 'witnesses', outcome: 'not-checked', text: this.say('no-witnesses') });
      return;
    }
    const before = this.faults.length;
    const policy = readPolicy(text(bytes));
    const names = policy ? cosigners(policy, this.note!).join(', ') : '';
    if (!policy) this.faults.push({ file: 'policy', what: this.say('unreadable') });
    else if (!isReached(policy.quorum, this.note!)) this.faults.push({ file: 'checkpoint', what: this.say('no-quorum', names || '–') });
    this.end('witnesses', before, this.say('witnesses', names));
  }

  /** c2sp.org/tlog-proof: somebody's receipt is of this record. */
  private checkReceipt(bytes: Bytes): void {
    const before = this.faults.length;
    const [head, ...rest] = text(bytes).split('\n\n');
    const lines = head!.split('\n');
    const extra = lines.find(l => l.startsWith('extra '))?.slice(6);
    const index = Number(lines.find(l => l.startsWith('index '))?.slice(6));
    const at = lines.findIndex(l => l.startsWith('index '));
    const proof = lines.slice(at + 1).map(fromBase64);
    const note = readNote(new TextEncoder().encode(rest.join('\n\n')));
    const checkpoint = note && readCheckpoint(note);
    const entry = extra === undefined ? undefined : fromBase64(extra);
    const leaf = entry ? leafHash(entry) : this.leaves.get(index);
    if (lines[0] !== 'c2sp.org/tlog-proof@v1' || at < 0 || proof.some(p => p?.length !== 32) || !checkpoint) this.faults.push({ what: this.say('receipt-unreadable') });
    else if (isSigned(note, this.key!) !== true) this.faults.push({ what: this.say('receipt-not-signed') });
    else if (!leaf || !this.leaves.has(index) || !equal(leaf, this.leaves.get(index)!)) this.faults.push({ entry: index, what: this.say('receipt-other') });
    else if (!equal(isIncluded(index, checkpoint.size, leaf, proof as Bytes[]) ?? new Uint8Array(), checkpoint.root)) this.faults.push({ entry: index, what: this.say('receipt-fails') });
    this.end('receipt', before, this.say('receipt', index));
  }
}

export function describe(fault: Fault, say: Say): string {
  return [fault.entry === undefined ? '' : say('entry', fault.entry), fault.file ?? '', fault.what].filter(Boolean).join(': ');
}
