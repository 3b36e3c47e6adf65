import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** The group of a sealed ballot: prime-order points of edwards25519 (Belenios specification 3.1, section 5.2.1). */
export const Point = ed25519.Point;
export type Point = InstanceType<typeof Point>;

export const order: bigint = Point.Fn.ORDER;

const utf8 = new TextEncoder();

export const hex = (bytes: Uint8Array): string => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

export const sha256Hex = (value: string | Uint8Array): string => hex(sha256(typeof value === 'string' ? utf8.encode(value) : value));

/** Base64 without padding of the SHA-256: fingerprints, hashes of ballots, ballot numbers. */
export const sha256Base64 = (value: string | Uint8Array): string =>
  btoa(String.fromCharCode(...sha256(typeof value === 'string' ? utf8.encode(value) : value))).replace(/=+$/, '');

export const mod = (value: bigint): bigint => ((value % order) + order) % order;

/** A uniform scalar: 64 bytes reduced, so that no value is likelier than another by more than 2^-252. */
export function randomScalar(): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  return mod(BigInt('0x' + hex(bytes)));
}

/** The text of a point: the number of RFC 8032 with its most significant digit first. */
export const text = (point: Point): string => hex(point.toBytes().reverse());

/** The point of a text; throws for what is no canonical point of prime order. */
export function parse(value: string): Point {
  if (!/^[0-9a-f]{64}$/.test(value)) throw new Error('a point is 64 lower-case hex digits');
  const bytes = Uint8Array.from(value.match(/../g)!, b => parseInt(b, 16)).reverse();
  const point = Point.fromBytes(bytes);
  if (text(point) !== value || !point.isTorsionFree()) throw new Error('the point is not in the group of prime order');
  return point;
}

/** Multiplication by a secret; noble's own constant-time ladder, which takes no zero. */
export const multiply = (point: Point, scalar: bigint): Point => (scalar === 0n ? Point.ZERO : point.multiply(scalar));

/** c = H(prefix; elements) as a number below the order. */
export const challenge = (prefix: string, elements: Point[]): bigint => mod(BigInt('0x' + sha256Hex(prefix + elements.map(text).join(','))));

/** The point that carries a ranking: at most 30 numbers below 256, then 14 bits until there is such a point (section 5.2.1). */
export function embed(numbers: number[]): Point {
  if (numbers.length > 30 || numbers.some(n => !Number.isInteger(n) || n < 0 || n > 255)) throw new Error('a ranking has at most 30 numbers of 0 to 255');
  let candidate = numbers.reduce((sum, n) => (sum << 8n) + BigInt(n), 0n) << 14n;
  for (; ; candidate++) {
    try {
      return parse(candidate.toString(16).padStart(64, '0'));
    } catch {
      // No point there; the next is tried.
    }
  }
}
