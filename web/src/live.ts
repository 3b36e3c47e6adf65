// Keeps the live regions of a page as the server shows them. One connection for all regions of a page; focus, scroll and what
// somebody is typing stay, because only what differs is changed.
import { Idiomorph } from 'idiomorph';
import { renewOwn } from './own';

export function connectLive(root: ParentNode = document): void {
  const byStream = new Map<string, HTMLElement[]>();
  for (const region of root.querySelectorAll<HTMLElement>('[data-live][data-live-from]')) {
    const stream = region.dataset.liveFrom!;
    byStream.set(stream, [...(byStream.get(stream) ?? []), region]);
  }
  for (const [stream, regions] of byStream) connect(stream, regions);
}

function connect(stream: string, regions: HTMLElement[]): void {
  const address = new URL(stream, location.href);
  for (const region of regions) address.searchParams.append('region', region.dataset.live!);
  address.searchParams.set('since', String(Math.min(...regions.map(r => Number(r.dataset.liveSince ?? '0')))));
  address.searchParams.set('lang', document.documentElement.lang);

  const source = new EventSource(address);
  for (const region of regions) {
    source.addEventListener(region.dataset.live!, event => show(region, event as MessageEvent<string>));
  }
  source.addEventListener('open', () => mark(regions, true));
  source.addEventListener('error', () => mark(regions, false));
  addEventListener('pagehide', () => source.close());
}

function show(region: HTMLElement, event: MessageEvent<string>): void {
  // An older fragment that a proxy held back never replaces a newer one.
  if (Number(event.lastEventId) <= Number(region.dataset.liveSince ?? '0')) return;
  region.dataset.liveSince = event.lastEventId;
  const turn = turnOf(region);
  Idiomorph.morph(region, event.data, { morphStyle: 'innerHTML', ignoreActiveValue: true, restoreFocus: true });
  renewOwn(turnOf(region) !== turn);
}

/** What stands before the meeting, as the server names it. */
const turnOf = (region: HTMLElement): string | undefined => region.querySelector<HTMLElement>('[data-turn]')?.dataset.turn;

function mark(regions: HTMLElement[], connected: boolean): void {
  for (const region of regions) region.dataset.liveState = connected ? 'connected' : 'waiting';
}
