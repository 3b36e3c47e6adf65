import { Point, parse, sha256Base64, sha256Hex } from './group';

export type Question =
  | { kind: 'choice'; text: string; answers: string[]; blank: boolean; min: number; max: number }
  | { kind: 'ranking'; text: string; answers: string[] };

export interface Election { uuid: string; name: string; fingerprint: string; key: Point; questions: Question[] }

export interface Event { kind: string; hash: string; records: Uint8Array[] }

/** Reads the members of an archive (.bel): each record lies under its own hash, each event names the one before it. */
export function readArchive(bytes: Uint8Array): Event[] {
  const ascii = new TextDecoder('ascii');
  const events: Event[] = [];
  let records: Uint8Array[] = [];
  let parent: string | undefined;
  for (let at = 0, number = 0; at < bytes.length; number++) {
    const name = ascii.decode(bytes.subarray(at, at + 100)).replace(/\0.*$/s, '');
    const size = parseInt(ascii.decode(bytes.subarray(at + 124, at + 135)), 8);
    if (!Number.isInteger(size) || at + 512 + size > bytes.length) throw new Error('the archive is cut off');
    const content = bytes.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
    if (number === 0) continue;
    const hash = sha256Hex(content);
    if (name === `${hash}.data.json`) records.push(content);
    else if (name === `${hash}.event.json`) {
      const event = JSON.parse(json(content)) as { parent?: string; height: number; type: string };
      if (event.parent !== parent || event.height !== events.length) throw new Error('the chain of the archive is broken');
      events.push({ kind: event.type, hash, records });
      records = [];
      parent = hash;
    } else throw new Error(`the content of ${name} does not have the hash that is its name`);
  }
  if (events[0]?.kind !== 'Setup') throw new Error('the archive has no setup');
  return events;
}

export const json = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** What is voted on, with the fingerprint of its bytes. */
export function readElection(bytes: Uint8Array): Election {
  const e = JSON.parse(json(bytes)) as { version: number; group: string; uuid: string; name: string; public_key: string; questions: Record<string, unknown>[] };
  if (e.version !== 1 || e.group !== 'Ed25519') throw new Error('another version or group than this page knows');
  return { uuid: e.uuid, name: e.name, fingerprint: sha256Base64(bytes), key: parse(e.public_key), questions: e.questions.map(readQuestion) };
}

function readQuestion(q: Record<string, unknown>): Question {
  if (q['type'] === 'NonHomomorphic') {
    const value = q['value'] as { answers: string[]; question: string };
    return { kind: 'ranking', text: value.question, answers: value.answers };
  }
  if (q['type'] !== undefined) throw new Error('a kind of question that this page does not know');
  return { kind: 'choice', text: q['question'] as string, answers: q['answers'] as string[], blank: q['blank'] === true, min: q['min'] as number, max: q['max'] as number };
}

/** The public credentials of a setup, without weights. */
export const readCredentials = (bytes: Uint8Array): string[] => (JSON.parse(json(bytes)) as string[]).map(c => c.split(',')[0]!);
