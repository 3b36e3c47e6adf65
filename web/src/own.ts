// What only this reader may do is in no fragment that all share. It is asked for again when what stands before the meeting has
// changed, so that nobody has to load the page anew to be given the ballot.
import { Idiomorph } from 'idiomorph';

/** The longest that one reader waits: a full hall must not ask in the same instant. */
const spread = 900;
let waiting = false;

/** Renews the reader's own parts of the page: all of them when the meeting has gone on, else those that follow its every change. */
export function renewOwn(goneOn: boolean): void {
  if (waiting || !document.querySelector(goneOn ? '[data-own]' : '[data-own="always"]')) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    void renew();
  }, 100 + Math.random() * spread);
}

async function renew(): Promise<void> {
  const answer = await fetch(location.pathname + location.search);
  // Sent elsewhere: signed out meanwhile, or the page is no more. What is there stays until the reader does something.
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll<HTMLElement>('[data-own]')) {
    const now = fresh.getElementById(part.id);
    if (now) Idiomorph.morph(part, now.innerHTML, { morphStyle: 'innerHTML', ignoreActiveValue: true, restoreFocus: true });
  }
}
