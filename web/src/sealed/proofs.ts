import { Point, challenge, mod, multiply, order, randomScalar, text } from './group';

export interface Proof { challenge: bigint; response: bigint }

export interface Ciphertext { alpha: Point; beta: Point }

/** A ciphertext with the randomness that made it: what an audit opens, and nothing else ever shows. */
export interface Opened { ciphertext: Ciphertext; r: bigint }

export const writeProof = (p: Proof): string => `{"challenge":"${p.challenge}","response":"${p.response}"}`;

export const writeProofs = (list: Proof[]): string => `[${list.map(writeProof).join(',')}]`;

export const writeCiphertext = (c: Ciphertext): string => `{"alpha":"${text(c.alpha)}","beta":"${text(c.beta)}"}`;

/** Makes ciphertexts and proofs under one election key. */
export class Prover {
  constructor(private readonly key: Point) {
    key.precompute(8);
  }

  /** (g^r, y^r m). */
  encrypt(message: Point): Opened {
    const r = randomScalar();
    return { ciphertext: { alpha: multiply(Point.BASE, r), beta: multiply(this.key, r).add(message) }, r };
  }

  encryptBit(bit: boolean): Opened {
    return this.encrypt(bit ? Point.BASE : Point.ZERO);
  }

  /** That the ciphertext holds a number from least to most; it holds message. */
  interval(statement: string, c: Opened, least: number, most: number, message: number): Proof[] {
    const { alpha, beta } = c.ciphertext;
    const branches = Array.from({ length: most - least + 1 }, (_, i) => ({ ciphertext: c.ciphertext, message: least + i }));
    return this.disjunction(`prove|${statement}|${text(alpha)},${text(beta)}|`, branches, message - least, c.r);
  }

  /** That one of the branches is true: the one numbered real, whose randomness is r. What the real one does not need is computed too, so that all do the same work. */
  disjunction(prefix: string, branches: { ciphertext: Ciphertext; message: number }[], real: number, r: bigint): Proof[] {
    const proofs = branches.map((_, j) => ({ challenge: j === real ? 0n : randomScalar(), response: randomScalar() }));
    const commitments = branches.flatMap(({ ciphertext, message }, j) => {
      const { challenge: c, response } = proofs[j]!;
      const beta = message === 0 ? ciphertext.beta : ciphertext.beta.subtract(Point.BASE.multiplyUnsafe(BigInt(message)));
      const factor = j === real ? randomScalar() : c;
      const [a, b] = [multiply(ciphertext.alpha, factor), multiply(beta, factor)];
      return [multiply(Point.BASE, response).add(j === real ? Point.ZERO : a), multiply(this.key, response).add(j === real ? Point.ZERO : b)];
    });
    const own = proofs[real]!;
    own.challenge = mod(challenge(prefix, commitments) - proofs.reduce((sum, p) => sum + p.challenge, 0n));
    own.response = mod(own.response - r * own.challenge);
    return proofs;
  }
}

/** Knowledge of a secret: c = H(prefix; g^w), r = w - secret c. */
export function knowledge(prefix: string, secret: bigint): Proof {
  const w = randomScalar();
  const c = challenge(prefix, [multiply(Point.BASE, w)]);
  return { challenge: c, response: mod(w - secret * c) };
}

export const product = (parts: Opened[]): Opened => ({
  ciphertext: {
    alpha: parts.reduce((sum, p) => sum.add(p.ciphertext.alpha), Point.ZERO),
    beta: parts.reduce((sum, p) => sum.add(p.ciphertext.beta), Point.ZERO),
  },
  r: parts.reduce((sum, p) => sum + p.r, 0n) % order,
});
