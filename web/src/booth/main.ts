// The voting booth. The credential and the choice stay in this page; what leaves it is the sealed ballot, without a cookie.
import { type Election, readArchive, readCredentials, readElection } from '../sealed/archive';
import { type Credential, type SealedBallot, type Vote, readCredential, seal } from '../sealed/ballot';
import { ballotForm } from './form';
import { button, element, heading, say, words } from './page';

const place = document.querySelector<HTMLElement>('#booth');
if (place) void open(place).catch(() => show(place, heading(say('wrong-box'))));

function show(root: HTMLElement, ...content: Node[]): void {
  root.replaceChildren(...content);
  root.querySelector<HTMLElement>('h2')?.focus();
}

async function open(root: HTMLElement): Promise<void> {
  const answer = await fetch(root.dataset['setup']!, { credentials: 'omit' });
  const setup = readArchive(new Uint8Array(await answer.arrayBuffer()))[0]!;
  const election = readElection(setup.records[0]!);
  // The questions are those whose fingerprint is in the record, or nobody votes on this page.
  if (!answer.ok || election.fingerprint !== root.dataset['fingerprint']) return show(root, heading(say('wrong-box')));
  const listed = new Set(readCredentials(setup.records[2]!));
  askCredential(root, election, listed);
}

function askCredential(root: HTMLElement, election: Election, listed: Set<string>): void {
  const field = element('input', { id: 'credential', type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none', 'aria-describedby': 'credential-hint credential-wrong', class: 'ds-input', required: '' });
  const wrong = element('p', { id: 'credential-wrong', role: 'alert', class: 'field-error' });
  const form = element('form', { class: 'act-form', novalidate: '' }, heading(words.question),
    element('label', { for: 'credential' }, say('credential')), element('p', { id: 'credential-hint', class: 'quiet' }, say('credential-hint')), wrong, field, button(say('go-on'), 'submit'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const credential = readCredential(field.value, election.uuid);
    wrong.textContent = credential === undefined ? say('bad-form') : listed.has(credential.public) ? '' : say('not-listed');
    field.toggleAttribute('aria-invalid', wrong.textContent !== '');
    if (credential && wrong.textContent === '') askVote(root, election, credential);
    else field.focus();
  });
  show(root, form);
}

function askVote(root: HTMLElement, election: Election, credential: Credential): void {
  const parts = election.questions.map(ballotForm);
  const form = element('form', { class: 'act-form', novalidate: '' }, heading(words.question), ...parts.map(p => p.element), button(say('seal'), 'submit'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const votes = parts.map(p => p.read());
    if (votes.some(v => v === undefined)) return;
    const status = element('p', { role: 'status' }, say('sealing'));
    form.append(status);
    // The sealing takes the page's only thread: first the words are painted.
    setTimeout(() => {
      const ballot = seal(election, credential, votes as Vote[]);
      status.remove();
      review(root, election, credential, parts.map(p => p.words()), ballot, form);
    }, 30);
  });
  show(root, form);
}

function review(root: HTMLElement, election: Election, credential: Credential, chosen: string[][], ballot: SealedBallot, form: HTMLElement): void {
  const status = element('p', { role: 'status' });
  const cast = button(say('cast'));
  cast.addEventListener('click', () => void send(root, ballot, status, cast, () => askVote(root, election, credential)));
  const change = button(say('change'), 'button', true);
  change.addEventListener('click', () => show(root, form));
  const audit = button(say('audit'), 'button', true);
  audit.addEventListener('click', () => opened(root, ballot, chosen, () => askVote(root, election, credential)));
  show(root, kicker(), heading(say('review')), element('h3', {}, say('you-chose')), ...chosen.map(list => element('ul', { class: 'choice' }, ...list.map(c => element('li', {}, c)))), number(ballot.tracker),
    element('p', { class: 'next-steps' }, cast, change), status, element('details', {}, element('summary', {}, say('audit')), element('p', {}, say('audit-why')), audit));
}

/** Opens a ballot instead of casting it (Benaloh's challenge): from here it cannot be sent any more. */
function opened(root: HTMLElement, ballot: SealedBallot, chosen: string[][], anew: () => void): void {
  const file = JSON.stringify({ ballot: JSON.parse(ballot.json) as unknown, tracker: ballot.tracker, chosen, randomness: ballot.opened });
  const save = element('a', { class: 'ds-button', download: 'opened-ballot.json', href: URL.createObjectURL(new Blob([file], { type: 'application/json' })) }, say('audit-save'));
  const again = button(say('anew'));
  again.addEventListener('click', anew);
  show(root, kicker(), heading(say('audit')), element('p', {}, say('audited')), number(ballot.tracker), element('p', { class: 'next-steps' }, save, again));
}

async function send(root: HTMLElement, ballot: SealedBallot, status: HTMLElement, cast: HTMLButtonElement, again: () => void): Promise<void> {
  cast.disabled = true;
  const token = root.dataset['token'];
  try {
    const answer = token
      ? await fetch(root.dataset['cast']!, { method: 'POST', body: new URLSearchParams({ ballot: ballot.json, __RequestVerificationToken: token }) })
      : await fetch(root.dataset['cast']!, { method: 'POST', credentials: 'omit', headers: { 'Content-Type': 'application/json' }, body: ballot.json });
    const said = (await answer.json()) as { number?: string; fault?: string };
    if (said.number === ballot.tracker) return done(root, ballot.tracker, again);
    status.textContent = say('refused').replace('{fault}', said.fault ?? '');
  } catch {
    status.textContent = say('not-sent');
  }
  cast.disabled = false;
}

function done(root: HTMLElement, tracker: string, again: () => void): void {
  const save = element('a', { class: 'ds-button', download: 'ballot-number.txt', href: URL.createObjectURL(new Blob([`${tracker}\n${new URL(find(root, tracker), location.href).href}\n`], { type: 'text/plain' })) }, say('save'));
  const more = button(say('again'), 'button', true);
  more.addEventListener('click', again);
  show(root, kicker(), heading(say('done')), element('p', {}, say('nobody-alone')), number(tracker), element('p', { class: 'quiet' }, say('number-why')),
    element('p', { class: 'next-steps' }, save, element('a', { class: 'ds-button', 'data-variant': 'secondary', href: find(root, tracker) }, say('find')), more));
}

/** What is voted on, where the heading says something else. */
const kicker = (): HTMLParagraphElement => element('p', { class: 'kicker' }, words.question);

const find = (root: HTMLElement, tracker: string): string => `${root.dataset['box']!}?number=${encodeURIComponent(tracker)}`;

/** The whole number, in groups for reading aloud. */
function number(tracker: string): HTMLElement {
  const groups = tracker.match(/.{1,4}/g)!.map(g => element('span', {}, g));
  return element('p', { class: 'ballot-number' }, element('span', {}, `${say('number')}: `), element('strong', { 'data-number': tracker }, ...groups));
}
