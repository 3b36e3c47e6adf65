import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Point, challenge, hex, mod, multiply, order, parse, randomScalar, text } from './group';
import { type Proof, knowledge, writeProof } from './proofs';

// One member's side of the making of a key of which any k of n decrypt (Pedersen; Belenios specification 3.1, section 4.6). The files are
// those of "mandate ballot ceremony": some members may use that, others this.

export interface Signed { message: string; signature: Proof }

export interface Certificate { size: number; threshold: number; index: number; verification: Point; encryption: Point }

/** What a member keeps between the rounds: signing key, decryption key, polynomial. */
export type Secrets = bigint[];

const littleEndian = (n: bigint): string => n.toString(16).padStart(64, '0').match(/../g)!.reverse().join('');

export const writeSecrets = (secrets: Secrets): string => secrets.map(littleEndian).join('') + '\n';

export function readSecrets(file: string): Secrets {
  const digits = file.trim();
  if (!/^([0-9a-f]{64})+$/.test(digits)) throw new Error('a file of secrets is hexadecimal digits');
  const secrets = digits.match(/.{64}/g)!.map(d => BigInt('0x' + d.match(/../g)!.reverse().join('')));
  if (secrets.some(s => s >= order || s === 0n)) throw new Error('a secret is out of range');
  return secrets;
}

const sign = (message: string, key: bigint): Proof => knowledge(`sigmsg|${message}|`, key);

const holds = (prefix: string, key: Point, proof: Proof): boolean => challenge(prefix, [multiply(Point.BASE, proof.response).add(key.multiplyUnsafe(proof.challenge))]) === proof.challenge;

const writeSigned = (s: Signed): string => `{"message":${JSON.stringify(s.message)},"signature":${writeProof(s.signature)}}`;

const readProof = (p: { challenge: string; response: string }): Proof => ({ challenge: BigInt(p.challenge), response: BigInt(p.response) });

export function readSigned(json: string): Signed {
  const read = JSON.parse(json) as { message: string; signature: { challenge: string; response: string } };
  return { message: read.message, signature: readProof(read.signature) };
}

/** A certificate whose signature holds. */
export function readCertificate(signed: Signed): Certificate {
  const read = JSON.parse(signed.message) as { context: { group: string; size: number; threshold: number; index: number }; verification: string; encryption: string };
  const verification = parse(read.verification);
  if (read.context.group !== 'Ed25519' || !holds(`sigmsg|${signed.message}|`, verification, signed.signature)) throw new Error('the signature of a certificate does not hold');
  return { ...read.context, verification, encryption: parse(read.encryption) };
}

/** Round 1: secrets and a certificate. */
export function begin(index: number, size: number, threshold: number): { secrets: Secrets; certificate: string } {
  const [signing, ...polynomial] = Array.from({ length: threshold + 1 }, randomScalar) as [bigint, ...bigint[]];
  const decryption = randomScalar();
  const message = `{"context":{"group":"Ed25519","size":${size},"threshold":${threshold},"index":${index}},"verification":"${text(multiply(Point.BASE, signing))}","encryption":"${text(multiply(Point.BASE, decryption))}"}`;
  return { secrets: [signing, decryption, ...polynomial], certificate: writeSigned({ message, signature: sign(message, signing) }) };
}

/** Round 2: commitments, agreement to all certificates, and a sealed share for each member, by file name. */
export async function share(secrets: Secrets, certificates: Signed[]): Promise<Record<string, string>> {
  const [signing, , ...polynomial] = secrets as [bigint, bigint, ...bigint[]];
  const own = mine(secrets, certificates);
  const coefficients = `{"coefexps":[${polynomial.map(a => `"${text(multiply(Point.BASE, a))}"`).join(',')}]}`;
  const agreement = `certs_sig|{"certs":[${certificates.map(writeSigned).join(',')}],${coefficients.slice(1)}`;
  const files: Record<string, string> = {
    [`contribution-${own.index}.json`]: `{"coefexps":${writeSigned({ message: coefficients, signature: sign(coefficients, signing) })},"signature":${writeProof(sign(agreement, signing))}}`,
  };
  for (const to of certificates.map(readCertificate)) {
    const value = polynomial.reduceRight((sum, a) => mod(sum * BigInt(to.index) + a), 0n);
    files[`share-${own.index}-to-${to.index}.sealed`] = await seal(littleEndian(value), to.encryption, context(own, own.index, to.index));
  }
  return files;
}

/** Round 3: checks every share against what its sender committed to, and gives the share of the key. */
export async function finish(secrets: Secrets, certificates: Signed[], contributions: string[], shares: string[]): Promise<{ key: string; publicKey: string }> {
  const own = mine(secrets, certificates);
  const [signing, decryption] = secrets as [bigint, bigint];
  let sum = 0n;
  for (const [i, certificate] of certificates.map(readCertificate).entries()) {
    const signed = (JSON.parse(contributions[i]!) as { coefexps: { message: string; signature: { challenge: string; response: string } } }).coefexps;
    if (!holds(`sigmsg|${signed.message}|`, certificate.verification, readProof(signed.signature))) throw new Error(`the contribution of member ${i + 1} is not signed by them`);
    const commitments = (JSON.parse(signed.message) as { coefexps: string[] }).coefexps.map(parse);
    const value = readSecrets(await open(shares[i]!, decryption, context(own, i + 1, own.index)))[0]!;
    const expected = commitments.reduceRight((at, c) => at.multiplyUnsafe(BigInt(own.index)).add(c), Point.ZERO);
    if (commitments.length !== own.threshold || !multiply(Point.BASE, value).equals(expected)) throw new Error(`the share of member ${i + 1} is not the one that they committed to`);
    sum = mod(sum + value);
  }
  const publicText = text(multiply(Point.BASE, sum));
  const proof = knowledge(`pok|Ed25519|${publicText}|`, sum);
  return { key: littleEndian(sum) + '\n', publicKey: `{"pok":${writeProof(proof)},"public_key":"${publicText}","signature":${writeProof(sign(publicText, signing))}}` };
}

/** The certificate that belongs to these secrets. */
export function mine(secrets: Secrets, certificates: Signed[]): Certificate {
  const key = text(multiply(Point.BASE, secrets[0]!));
  const own = certificates.map(readCertificate).find(c => text(c.verification) === key);
  if (!own || secrets.length !== own.threshold + 2) throw new Error('none of the certificates belongs to these secrets');
  if (certificates.length !== own.size || certificates.some((c, i) => readCertificate(c).index !== i + 1)) throw new Error('the certificates of all members are needed, each once');
  return own;
}

const context = (c: Certificate, from: number, to: number): string => `share|${c.size}|${c.threshold}|${from}|${to}`;

const bytes = (digits: string): Uint8Array<ArrayBuffer> => Uint8Array.from(digits.match(/../g)!, b => parseInt(b, 16));

async function cipher(shared: Point, sent: Uint8Array, info: string): Promise<CryptoKey> {
  const key = hkdf(sha256, Uint8Array.from([...shared.toBytes(), ...sent]), undefined, new TextEncoder().encode(info), 32);
  return crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Ephemeral point, tag, text; each key is used once, so the nonce is zero. */
async function seal(digits: string, to: Point, info: string): Promise<string> {
  const secret = randomScalar();
  const sent = multiply(Point.BASE, secret).toBytes();
  const made = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, await cipher(multiply(to, secret), sent, info), bytes(digits)));
  return btoa(String.fromCharCode(...sent, ...made.subarray(-16), ...made.subarray(0, -16)));
}

async function open(envelope: string, secret: bigint, info: string): Promise<string> {
  const all = Uint8Array.from(atob(envelope.trim()), c => c.charCodeAt(0));
  const sent = all.subarray(0, 32);
  const key = await cipher(multiply(parse(hex(Uint8Array.from(sent).reverse())), secret), sent, info);
  return hex(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, Uint8Array.from([...all.subarray(48), ...all.subarray(32, 48)]))));
}
