// c2sp.org/signed-note@v1.0.0, tlog-checkpoint@v1.0.0, tlog-cosignature@v1.0.1 (Ed25519).
import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, equal, fromBase64, hash, hex, text, utf8 } from './bytes';

export interface Key { readonly name: string; readonly id: Bytes; readonly type: number; readonly key: Bytes; readonly text: string }

export interface Signature { readonly name: string; readonly id: Bytes; readonly signature: Bytes }

export interface Note { readonly text: string; readonly signatures: readonly Signature[] }

export interface Checkpoint { readonly origin: string; readonly size: number; readonly root: Bytes }

const LOG = 1;
const COSIGNER = 4;

export function readKey(line: string): Key | undefined {
  const parts = line.trim().split('+');
  const [name, id] = parts;
  const typed = fromBase64(parts.slice(2).join('+'));
  if (!name || !id || !typed || typed.length !== 33 || /\s/.test(name)) return undefined;
  const computed = hash(utf8(name + '\n'), typed).slice(0, 4);
  return hex(computed) === id ? { name, id: computed, type: typed[0]!, key: typed.slice(1), text: line.trim() } : undefined;
}

export function readNote(bytes: Bytes): Note | undefined {
  let all: string;
  try {
    all = text(bytes);
  } catch {
    return undefined;
  }
  const split = all.lastIndexOf('\n\n');
  // eslint-disable-next-line no-control-regex
  if (split < 0 || !all.endsWith('\n') || /[\x00-\x09\x0b-\x1f]/.test(all)) return undefined;
  const lines = all.slice(split + 2, -1).split('\n');
  const signatures: Signature[] = [];
  for (const line of lines) {
    const [dash, name, value, more] = line.split(' ');
    const decoded = value === undefined ? undefined : fromBase64(value);
    if (dash !== '—' || !name || more !== undefined || !decoded || decoded.length < 5) return undefined;
    signatures.push({ name, id: decoded.slice(0, 4), signature: decoded.slice(4) });
  }
  return { text: all.slice(0, split + 1), signatures };
}

/** Whether the key has signed; undefined where it has not, false where a signature under its name fails. */
export function isSigned(note: Note, key: Key): boolean | undefined {
  let found: boolean | undefined;
  for (const s of note.signatures.filter(s => s.name === key.name && equal(s.id, key.id))) {
    if (!holds(note.text, key, s.signature)) return false;
    found = true;
  }
  return found;
}

function holds(signed: string, key: Key, signature: Bytes): boolean {
  try {
    if (key.type === LOG) return ed25519.verify(signature, utf8(signed), key.key, { zip215: false });
    if (key.type !== COSIGNER || signature.length !== 72) return false;
    const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
    return ed25519.verify(signature.slice(8), utf8(`cosignature/v1\ntime ${time}\n${signed}`), key.key, { zip215: false });
  } catch {
    return false;
  }
}

export function readCheckpoint(note: Note): Checkpoint | undefined {
  const [origin, size, root] = note.text.split('\n');
  const bytes = root === undefined ? undefined : fromBase64(root);
  if (!origin || !size || !/^(0|[1-9][0-9]{0,14})$/.test(size) || bytes?.length !== 32) return undefined;
  return { origin, size: Number(size), root: bytes };
}
