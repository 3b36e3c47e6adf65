// c2sp.org/tlog-policy: who must have cosigned.
import { isSigned, type Key, type Note, readKey } from './note';

type Member = { readonly name: string; readonly key?: Key; readonly needed?: number; readonly members?: readonly Member[] };

export interface Policy { readonly witnesses: readonly Member[]; readonly quorum: Member | undefined }

export function readPolicy(file: string): Policy | undefined {
  const known = new Map<string, Member>();
  const witnesses: Member[] = [];
  let quorum: Member | undefined;
  let said = false;
  for (const line of file.split('\n')) {
    const [word, name, ...rest] = line.trim().split(/[ \t]+/);
    if (!word || word.startsWith('#')) continue;
    if (word === 'log') continue;
    if (!name) return undefined;
    if (word === 'witness') {
      const key = readKey(rest[0] ?? '');
      if (!key || key.type !== 4 || known.has(name)) return undefined;
      const member = { name, key };
      known.set(name, member);
      witnesses.push(member);
    } else if (word === 'group') {
      const members = rest.slice(1).map(m => known.get(m));
      const needed = rest[0] === 'any' ? 1 : rest[0] === 'all' ? members.length : Number(rest[0]);
      if (members.some(m => !m) || !(needed >= 1 && needed <= members.length) || known.has(name)) return undefined;
      known.set(name, { name, needed, members: members as Member[] });
    } else if (word === 'quorum') {
      quorum = known.get(name);
      if (!quorum && name !== 'none') return undefined;
      said = true;
    } else {
      return undefined;
    }
  }
  return said ? { witnesses, quorum } : undefined;
}

export const cosigners = (policy: Policy, note: Note): string[] => policy.witnesses.filter(w => isSigned(note, w.key!) === true).map(w => w.name);

export const isReached = (member: Member | undefined, note: Note): boolean =>
  !member || (member.key ? isSigned(note, member.key) === true : member.members!.filter(m => isReached(m, note)).length >= member.needed!);
