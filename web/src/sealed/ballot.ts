import type { Election, Question } from './archive';
import { Point, embed, mod, multiply, sha256Base64, sha256Hex, text } from './group';
import { type Opened, Prover, knowledge, product, writeCiphertext, writeProof, writeProofs } from './proofs';

/** A voter's credential and the key pair that follows from it (specification 3.1, section 4.8). */
export interface Credential { secret: bigint; public: string }

/** For a choice the chosen answers, or 'blank'; for a ranking one number for each answer, 0 for none. */
export type Vote = number[] | 'blank';

export interface SealedBallot {
  /** What goes into the box, byte for byte. */
  json: string;
  /** The ballot's number: the hash of all of it. */
  tracker: string;
  /** The randomness of each ciphertext: whoever has it can open the ballot. Shown in an audit only, after which the ballot is not cast. */
  opened: string[][];
}

const form = /^[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}-[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}$/;

/** The credential that was typed; undefined where it cannot be one. */
export function readCredential(typed: string, uuid: string): Credential | undefined {
  const c = typed.trim();
  if (!form.test(c)) return undefined;
  const secret = mod(BigInt('0x' + [0, 1].map(i => sha256Hex(`derive_credential|${uuid}|${i}|${c}`)).join('')));
  return secret === 0n ? undefined : { secret, public: text(multiply(Point.BASE, secret)) };
}

/** Seals a vote (sections 4.11 to 4.17). What it makes is checked by the box before it is taken, and by every verifier after. */
export function seal(election: Election, credential: Credential, votes: Vote[]): SealedBallot {
  if (votes.length !== election.questions.length) throw new Error('one vote for each question');
  const prover = new Prover(election.key);
  const statement = `${election.fingerprint}|${credential.public}`;
  const made = election.questions.map((q, i) => (q.kind === 'choice' ? sealChoice(prover, q, votes[i]!, statement) : sealRanking(prover, election, votes[i]!, statement)));
  const head = `{"election_uuid":"${election.uuid}","election_hash":"${election.fingerprint}","credential":"${credential.public}","answers":[${made.map(m => m.json).join(',')}]`;
  const hash = sha256Base64(head + '}');
  const json = `${head},"signature":{"hash":"${hash}","proof":${writeProof(knowledge(`sig|${hash}|`, credential.secret))}}}`;
  return { json, tracker: sha256Base64(json), opened: made.map(m => m.opened.map(o => o.r.toString())) };
}

function sealChoice(prover: Prover, q: Extract<Question, { kind: 'choice' }>, vote: Vote, s0: string): { json: string; opened: Opened[] } {
  const blank = vote === 'blank';
  const chosen = q.answers.map((_, i) => !blank && vote.includes(i));
  const count = chosen.filter(Boolean).length;
  if (blank ? !q.blank : count < q.min || count > q.max) throw new Error('the vote does not fit the question');
  const bits = q.blank ? [blank, ...chosen] : chosen;
  const opened = bits.map(b => prover.encryptBit(b));
  const individual = opened.map((o, i) => prover.interval(s0, o, 0, 1, bits[i] ? 1 : 0));
  const whole = `${s0}|${opened.map(o => `${text(o.ciphertext.alpha)},${text(o.ciphertext.beta)}`).join(',')}`;
  const begin = `{"choices":[${opened.map(o => writeCiphertext(o.ciphertext)).join(',')}],"individual_proofs":[${individual.map(writeProofs).join(',')}],"overall_proof":`;
  if (!q.blank) return { json: `${begin}${writeProofs(prover.interval(whole, product(opened), q.min, q.max, count))}}`, opened };
  const [first, sum] = [opened[0]!, product(opened.slice(1))];
  const blankProof = prover.disjunction(`bproof0|${whole}|`, [{ ciphertext: first.ciphertext, message: 0 }, { ciphertext: sum.ciphertext, message: 0 }], blank ? 1 : 0, blank ? sum.r : first.r);
  const branches = [{ ciphertext: first.ciphertext, message: 1 }, ...Array.from({ length: q.max - q.min + 1 }, (_, i) => ({ ciphertext: sum.ciphertext, message: q.min + i }))];
  const overall = prover.disjunction(`bproof1|${whole}|`, branches, blank ? 0 : count - q.min + 1, blank ? first.r : sum.r);
  return { json: `${begin}${writeProofs(overall)},"blank_proof":${writeProofs(blankProof)}}`, opened };
}

function sealRanking(prover: Prover, election: Election, vote: Vote, s0: string): { json: string; opened: Opened[] } {
  if (vote === 'blank') throw new Error('a ranking that ranks nobody is all zeros');
  const opened = prover.encrypt(embed(vote));
  const { alpha, beta } = opened.ciphertext;
  const proof = knowledge(`raweg|${s0}|${text(election.key)},${text(alpha)},${text(beta)}|`, opened.r);
  return { json: `{"choices":${writeCiphertext(opened.ciphertext)},"proof":${writeProof(proof)}}`, opened: [opened] };
}
