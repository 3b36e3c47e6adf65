// The page that lies in every export: verify/index.html. One file, no connection, nothing sent.
import type { Bytes } from './bytes';
import { Checker, describe, type Report, type Source } from './check';
import { type Key, language, say } from './words';

document.documentElement.lang = language;
document.title = say('title');
for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) element.textContent = say(element.dataset.say as Key);

const picker = document.querySelector<HTMLInputElement>('#folder')!;
const status = document.querySelector<HTMLElement>('#status')!;
const result = document.querySelector<HTMLElement>('#result')!;

const read = async (file: Blob): Promise<Bytes> => new Uint8Array(await file.arrayBuffer());

/** Chosen or dropped files, by path below the folder that was chosen. */
function fromFiles(files: Iterable<[string, File]>): Source {
  const all = new Map<string, File>();
  for (const [path, file] of files) all.set(path.replace(/^\/?[^/]+\//, ''), file);
  return { files: [...all.keys()].sort(), read: async path => all.has(path) ? read(all.get(path)!) : undefined };
}

/** The copy that this page was served from. */
const fromHere: Source = {
  files: undefined,
  read: async path => {
    const answer = await fetch(new URL(`../${path}`, location.href));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  },
};

async function walk(entry: FileSystemEntry): Promise<[string, File][]> {
  if (entry.isFile) return [[entry.fullPath, await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))]];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: [string, File][] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return found;
    for (const one of some) found.push(...await walk(one));
  }
}

async function check(source: Source): Promise<void> {
  result.replaceChildren();
  result.removeAttribute('data-holds');
  const known = document.querySelector<HTMLInputElement>('#known')!.value;
  const receipt = document.querySelector<HTMLInputElement>('#receipt')!.files?.[0];
  let shown = 0;
  const report = await new Checker(source, say, known, receipt && await read(receipt), (done, of) => {
    // The page stays alive: one line now and then.
    if (performance.now() - shown < 200) return;
    shown = performance.now();
    status.textContent = say('working', done, of);
  }).run();
  status.textContent = '';
  show(report);
}

const NAMES: Record<string, Key> = { key: 'key', checkpoint: 'checkpoint0', tree: 'tree0', manifest: 'manifest0', blobs: 'blobs0', witnesses: 'witnesses0', receipt: 'receipt0', decisions: 'decisions0', 'personal-data': 'personal0' };

function show(report: Report): void {
  const holds = report.faults.length === 0;
  const head = add(result, 'h2', say(holds ? 'good' : 'bad'));
  head.tabIndex = -1;
  result.dataset.holds = String(holds);
  if (!holds) add(result, 'p', say('first', describe(report.faults[0]!, say)));
  const table = add(result, 'table', '');
  const row = add(add(table, 'thead', ''), 'tr', '');
  for (const name of ['what', 'outcome', 'found'] as const) add(row, 'th', say(name)).setAttribute('scope', 'col');
  const body = add(table, 'tbody', '');
  for (const one of report.checks) {
    const line = add(body, 'tr', '');
    line.dataset.check = one.name;
    line.dataset.outcome = one.outcome;
    add(line, 'th', say(NAMES[one.name]!)).setAttribute('scope', 'row');
    add(line, 'td', say(one.outcome));
    add(line, 'td', one.text);
  }
  if (report.faults.length > 1) {
    add(result, 'h3', say('faults'));
    const list = add(result, 'ul', '');
    for (const fault of report.faults.slice(0, 50)) add(list, 'li', describe(fault, say));
  }
  if (holds) add(result, 'p', say('meaning'));
  head.focus();
}

function add<K extends keyof HTMLElementTagNameMap>(to: HTMLElement, tag: K, text: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  return to.appendChild(element);
}

picker.addEventListener('change', () => void check(fromFiles([...picker.files ?? []].map(f => [f.webkitRelativePath, f]))));

document.querySelector('#here')!.addEventListener('click', () => void check(fromHere));
document.querySelector<HTMLElement>('#served')!.hidden = !location.protocol.startsWith('http');

const zone = document.querySelector<HTMLElement>('#drop')!;
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  event.preventDefault();
  const entry = event.dataTransfer?.items[0]?.webkitGetAsEntry();
  if (entry?.isDirectory) void walk(entry).then(files => check(fromFiles(files)));
});
zone.hidden = false;
