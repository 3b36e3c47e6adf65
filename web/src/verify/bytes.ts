import { sha256 } from '@noble/hashes/sha2.js';

export type Bytes = Uint8Array;

export const hash = (...parts: Bytes[]): Bytes => {
  const all = sha256.create();
  for (const part of parts) all.update(part);
  return all.digest();
};

export const hex = (bytes: Bytes): string => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

export const equal = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((v, i) => v === b[i]);

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Strict: bytes that are no UTF-8 are no text. */
export const text = (bytes: Bytes): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

export const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

/** Only the exact text that the writer writes is accepted. */
export function fromBase64(value: string): Bytes | undefined {
  try {
    const bytes = Uint8Array.from(atob(value), c => c.charCodeAt(0));
    return toBase64(bytes) === value ? bytes : undefined;
  } catch {
    return undefined;
  }
}
