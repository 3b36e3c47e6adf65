import { json, readArchive, readCredentials, readElection } from './archive';
import { Point, challenge, mod, multiply, parse, randomScalar, sha256Base64, text } from './group';
import { writeProof } from './proofs';

/** Fewer ballots than this are not opened: their sum would tell how people voted. */
const least = 10;

export interface Share { json: string; head: string; ballots: number }

interface BallotText { credential: string; answers: { choices: { alpha: string; beta: string }[] }[]; signature: { hash: string; proof: { challenge: string; response: string } } }

/**
 * A trustee's share of the decryption of a box of choices (specification 3.1, section 4.20). The sum that is opened is computed here from
 * the signed ballots, not taken from the host: so no single ballot can be passed off as a sum. A box with rankings needs the proofs of
 * its shuffles checked first, which "mandate ballot decrypt" does.
 */
export function decryptionShare(archive: Uint8Array, secret: bigint): Share {
  const events = readArchive(archive);
  const setup = events[0]!;
  const election = readElection(setup.records[0]!);
  const questions = election.questions.map(q => {
    if (q.kind !== 'choice') throw new Error('rankings are opened with "mandate ballot decrypt", which checks their shuffles first');
    return q.answers.length + (q.blank ? 1 : 0);
  });
  const listed = new Set(readCredentials(setup.records[2]!));
  const last = new Map<string, BallotText>();
  for (const event of events.filter(e => e.kind === 'Ballot')) {
    const whole = json(event.records[0]!);
    const ballot = JSON.parse(whole) as BallotText;
    const unsigned = whole.slice(0, whole.lastIndexOf(',"signature":')) + '}';
    const { hash, proof } = ballot.signature;
    const commitment = multiply(Point.BASE, BigInt(proof.response)).add(parse(ballot.credential).multiplyUnsafe(BigInt(proof.challenge)));
    if (!listed.has(ballot.credential) || hash !== sha256Base64(unsigned) || challenge(`sig|${hash}|`, [commitment]) !== BigInt(proof.challenge))
      throw new Error('a ballot of the box is not signed by a listed credential');
    last.set(ballot.credential, ballot);
  }
  if (last.size < least) throw new Error(`there are ${last.size} ballots; fewer than ${least} are not opened`);
  const publicText = text(multiply(Point.BASE, secret));
  if (!json(setup.records[1]!).includes(`"public_key":"${publicText}"`)) throw new Error('this key is of no trustee of this box');
  const alphas = questions.map((width, q) => Array.from({ length: width }, (_, i) => [...last.values()].reduce((sum, b) => sum.add(point(b.answers[q]!.choices[i]!.alpha)), Point.ZERO)));
  const stated = JSON.parse(json(events.find(e => e.kind === 'EncryptedTally')?.records[0] ?? new TextEncoder().encode('[]'))) as { alpha: string }[][];
  if (alphas.some((row, q) => row.some((a, i) => stated[q]?.[i]?.alpha !== text(a)))) throw new Error('the sum in the box is not the sum of its ballots');
  const prefix = `decrypt|${election.fingerprint}|${publicText}|`;
  const shares = alphas.map(row => row.map(alpha => {
    const w = randomScalar();
    const c = challenge(prefix, [multiply(Point.BASE, w), multiply(alpha, w)]);
    return { factor: text(multiply(alpha, secret)), proof: writeProof({ challenge: c, response: mod(w - secret * c) }) };
  }));
  const factors = shares.map(row => `[${row.map(s => `"${s.factor}"`).join(',')}]`).join(',');
  const proofs = shares.map(row => `[${row.map(s => s.proof).join(',')}]`).join(',');
  return { json: `{"decryption_factors":[${factors}],"decryption_proofs":[${proofs}]}`, head: events.at(-1)!.hash, ballots: last.size };
}

/** A point of a ballot that the box has checked; the sum is checked against the box once more. */
const point = (value: string): Point => Point.fromBytes(Uint8Array.from(value.match(/../g)!, b => parseInt(b, 16)).reverse());
