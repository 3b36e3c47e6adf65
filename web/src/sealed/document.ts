import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Signed, readCertificate } from './ceremony';
import { Point, challenge, mod, multiply, order, parse, randomScalar, sha256Hex, text } from './group';
import { type Proof, knowledge, writeProof } from './proofs';

// Documents sealed to a key of several holders; the files are those of "mandate seal" (docs/formats/sealed.md).

export interface Opens { on: string; session?: string; decision?: string; silence?: number }

export interface Header { organisation: string; id: string; title: string; to: string[]; opens: Opens }

export interface Holders { record: string; id: string; threshold: number; keys: Point[]; publicKey: Point }

export interface SealedDocument { name: string; header: Header; headerText: string; holders: Holders; alpha: Point; ciphertext: Uint8Array }

export type Reason = 'day' | 'session' | 'decision' | 'silence';

const utf8 = new TextEncoder();

/** As the programs that read it write it: JSON, and the one control character that JSON.stringify leaves as it is. */
const quote = (value: string): string => JSON.stringify(value).replaceAll('\u007f', '\\u007f');

export function writeHeader(h: Header): string {
  const o = h.opens;
  const opens = `{"on":"${o.on}"${o.session === undefined ? '' : `,"session":${quote(o.session)}`}${o.decision === undefined ? '' : `,"decision":${quote(o.decision)}`}${o.silence === undefined ? '' : `,"silence":${o.silence}`}}`;
  return `{"organisation":${quote(h.organisation)},"id":${quote(h.id)},"title":${quote(h.title)},"to":[${h.to.map(quote).join(',')}],"opens":${opens}}`;
}

interface Pedersen { threshold: number; certs: { message: string; signature: { challenge: string; response: string } }[]; coefexps: { message: string; signature: { challenge: string; response: string } }[]; verification_keys: { public_key: string }[] }

/** The holders of a key from the record of their ceremony, whose signatures hold and whose keys follow from what each committed to. */
export function readHolders(record: string): Holders {
  const items = JSON.parse(record) as [string, Pedersen][];
  if (items.length !== 1 || items[0]![0] !== 'Pedersen') throw new Error('a sealing key is one group of holders');
  const p = items[0]![1];
  const certificates = p.certs.map(c => readCertificate(signed(c)));
  const committed = p.coefexps.map((c, i) => {
    if (!holds(`sigmsg|${c.message}|`, certificates[i]!.verification, signed(c).signature)) throw new Error(`the commitment of holder ${i + 1} is not signed by them`);
    return (JSON.parse(c.message) as { coefexps: string[] }).coefexps.map(parse);
  });
  const keys = p.verification_keys.map(k => parse(k.public_key));
  if (committed.some(c => c.length !== p.threshold) || keys.length !== committed.length || p.threshold < 2) throw new Error('the record of the key is not complete');
  keys.forEach((key, j) => {
    const expected = committed.reduce((sum, c) => sum.add(c.reduceRight((at, one) => at.multiplyUnsafe(BigInt(j + 1)).add(one), Point.ZERO)), Point.ZERO);
    if (!expected.equals(key)) throw new Error(`the key of holder ${j + 1} does not follow from the ceremony`);
  });
  return { record, id: sha256Hex(record), threshold: p.threshold, keys, publicKey: committed.reduce((sum, c) => sum.add(c[0]!), Point.ZERO) };
}

const signed = (s: { message: string; signature: { challenge: string; response: string } }): Signed =>
  ({ message: s.message, signature: { challenge: BigInt(s.signature.challenge), response: BigInt(s.signature.response) } });

const holds = (prefix: string, key: Point, proof: Proof): boolean => challenge(prefix, [power(Point.BASE, proof.response).add(power(key, proof.challenge))]) === proof.challenge;

/** For public values. */
const power = (point: Point, scalar: bigint): Point => (scalar === 0n ? Point.ZERO : point.multiplyUnsafe(scalar));

/** Seals a file; gives the file that is deposited and kept. */
export async function seal(header: Header, fileName: string, content: Uint8Array, holders: Holders): Promise<string> {
  const headerText = writeHeader(header);
  const r = randomScalar();
  const alpha = multiply(Point.BASE, r);
  const key = await contentKey(multiply(holders.publicKey, r), alpha, headerText, 'encrypt');
  const made = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, pad(fileName, content)));
  // The tag stands before the text.
  const ciphertext = new Uint8Array(made.length);
  ciphertext.set(made.subarray(-16));
  ciphertext.set(made.subarray(0, -16), 16);
  const proof = knowledge(statement(headerText, ciphertext, holders, alpha), r);
  return `{"sealed":1,"header":${headerText},"holders":${holders.record},"alpha":"${text(alpha)}","proof":${writeProof(proof)},"content":"${base64(ciphertext)}"}`;
}

/** A sealed document whose seal holds. */
export function readSealed(file: string): SealedDocument {
  const read = JSON.parse(file) as { header: Header; alpha: string; proof: { challenge: string; response: string }; content: string };
  const [begin, end] = [file.indexOf(',"holders":') + 11, file.lastIndexOf(',"alpha":')];
  const holders = readHolders(file.slice(begin, end));
  const headerText = writeHeader(read.header);
  const alpha = parse(read.alpha);
  const ciphertext = Uint8Array.from(atob(read.content), c => c.charCodeAt(0));
  const proof = { challenge: BigInt(read.proof.challenge), response: BigInt(read.proof.response) };
  const again = `{"sealed":1,"header":${headerText},"holders":${holders.record},"alpha":"${read.alpha}","proof":${writeProof(proof)},"content":"${base64(ciphertext)}"}`;
  if (again !== file || alpha.equals(Point.ZERO) || !holds(statement(headerText, ciphertext, holders, alpha), alpha, proof)) throw new Error('the seal does not hold: something of the file was changed');
  return { name: sha256Hex(file), header: read.header, headerText, holders, alpha, ciphertext };
}

const statement = (header: string, ciphertext: Uint8Array, holders: Holders, alpha: Point): string => `seal|${header}|${sha256Hex(ciphertext)}|${text(holders.publicKey)},${text(alpha)}|`;

/** A holder's share of the opening. */
export function openingShare(document: SealedDocument, secret: bigint, reason: Reason): string {
  const own = text(multiply(Point.BASE, secret));
  const holder = document.holders.keys.findIndex(k => text(k) === own) + 1;
  if (holder === 0) throw new Error('this key is of no holder of the key that the document is sealed with');
  const w = randomScalar();
  const c = challenge(sharePrefix(document, holder, reason), [multiply(Point.BASE, w), multiply(document.alpha, w)]);
  return `{"document":"${document.name}","holder":${holder},"reason":"${reason}","factor":"${text(multiply(document.alpha, secret))}","proof":${writeProof({ challenge: c, response: mod(w - secret * c) })}}`;
}

const sharePrefix = (document: SealedDocument, holder: number, reason: string): string => `unseal|${document.name}|${reason}|${text(document.holders.keys[holder - 1]!)}|`;

/** What was sealed, from shares of as many holders as the key needs. */
export async function openSealed(document: SealedDocument, files: string[]): Promise<{ name: string; content: Uint8Array<ArrayBuffer> }> {
  const factors = new Map<number, Point>();
  for (const file of files) {
    const s = JSON.parse(file) as { document: string; holder: number; reason: string; factor: string; proof: { challenge: string; response: string } };
    if (s.document !== document.name) throw new Error(`the share of holder ${s.holder} is for another document`);
    const [factor, key, proof] = [parse(s.factor), document.holders.keys[s.holder - 1], { challenge: BigInt(s.proof.challenge), response: BigInt(s.proof.response) }];
    const commitments = key && [power(Point.BASE, proof.response).add(power(key, proof.challenge)), power(document.alpha, proof.response).add(power(factor, proof.challenge))];
    if (!commitments || challenge(sharePrefix(document, s.holder, s.reason), commitments) !== proof.challenge) throw new Error(`the share of holder ${s.holder} does not hold`);
    factors.set(s.holder, factor);
  }
  const members = [...factors.keys()].sort((a, b) => a - b).slice(0, document.holders.threshold);
  if (members.length < document.holders.threshold) throw new Error(`${members.length} holders have opened, ${document.holders.threshold} are needed`);
  const shared = members.reduce((sum, j) => sum.add(power(factors.get(j)!, lagrange(members, j))), Point.ZERO);
  const key = await contentKey(shared, document.alpha, document.headerText, 'decrypt');
  const body = new Uint8Array(document.ciphertext.length);
  body.set(document.ciphertext.subarray(16));
  body.set(document.ciphertext.subarray(0, 16), body.length - 16);
  return unpad(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, body)));
}

function lagrange(members: number[], j: number): bigint {
  let [numerator, denominator] = [1n, 1n];
  for (const k of members.filter(m => m !== j)) [numerator, denominator] = [mod(numerator * BigInt(k)), mod(denominator * BigInt(k - j))];
  let [inverse, base, exponent] = [1n, denominator, order - 2n];
  for (; exponent > 0n; exponent >>= 1n, base = mod(base * base)) if (exponent & 1n) inverse = mod(inverse * base);
  return mod(numerator * inverse);
}

async function contentKey(shared: Point, alpha: Point, header: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const key = hkdf(sha256, utf8.encode(text(shared) + text(alpha)), undefined, utf8.encode(header), 32);
  return crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, [use]);
}

/** Length of the name, name, length of the content, content, and zeros up to a size that tells little (Padmé). */
function pad(fileName: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = utf8.encode(fileName);
  if (name.length === 0 || name.length > 200 || /[/\\\p{Cc}]/u.test(fileName)) throw new Error('a file name of at most 200 bytes');
  if (content.length > 16 << 20) throw new Error('at most 16 MB can be sealed');
  const padded = new Uint8Array(paddedSize(6 + name.length + content.length));
  const view = new DataView(padded.buffer);
  view.setUint16(0, name.length);
  padded.set(name, 2);
  view.setUint32(2 + name.length, content.length);
  padded.set(content, 6 + name.length);
  return padded;
}

export function paddedSize(size: number): number {
  if (size <= 1024) return 1024;
  const exponent = 31 - Math.clz32(size);
  const mask = (1 << (exponent - (31 - Math.clz32(exponent)) - 1)) - 1;
  return (size + mask) & ~mask;
}

function unpad(padded: Uint8Array<ArrayBuffer>): { name: string; content: Uint8Array<ArrayBuffer> } {
  const view = new DataView(padded.buffer, padded.byteOffset, padded.length);
  const name = view.getUint16(0);
  const length = view.getUint32(2 + name);
  return { name: new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(2, 2 + name)), content: padded.slice(6 + name, 6 + name + length) };
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

