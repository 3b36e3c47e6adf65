// What only this reader may do is in no fragment that all share. Each such part says where it is asked for again (data-own) when what
// stands before the meeting has changed, and within how many milliseconds (data-own-within): a full hall does not ask in the same
// instant, and the ballot comes first.
import { Idiomorph } from 'idiomorph';

const waiting = new Set<string>();

/** Renews the reader's own parts of the page: all of them when the meeting has gone on, else those that follow its every change. */
export function renewOwn(goneOn: boolean): void {
  for (const part of document.querySelectorAll<HTMLElement>(goneOn ? '[data-own]' : '[data-own][data-own-always]')) {
    if (waiting.has(part.id)) continue;
    waiting.add(part.id);
    setTimeout(() => {
      waiting.delete(part.id);
      void renew(part.id);
    }, 100 + Math.random() * Number(part.dataset.ownWithin));
  }
}

async function renew(id: string): Promise<void> {
  const part = document.getElementById(id);
  if (!part) return;
  const answer = await fetch(part.dataset.own!);
  // Sent elsewhere: signed out meanwhile, or the page is no more. What is there stays until the reader does something.
  if (!answer.ok || answer.redirected) return;
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
  if (now) Idiomorph.morph(part, now.innerHTML, { morphStyle: 'innerHTML', ignoreActiveValue: true, restoreFocus: true });
}
