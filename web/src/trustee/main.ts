// The trustee's page: one file, no network. What is secret is read from a file of the trustee's own and written to one.
import { type Signed, begin, finish, readSecrets, readSigned, share, writeSecrets } from '../sealed/ceremony';
import { decryptionShare } from '../sealed/decrypt';
import { type Reason, openSealed, openingShare, readSealed } from '../sealed/document';
import { say } from './words';

const find = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;

for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) place.textContent = say(place.dataset['say']!);
document.title = say('title');

step('begin', async () => {
  const [member, size, threshold] = ['#member', '#size', '#threshold'].map(id => Number(find<HTMLInputElement>(id).value));
  if (![member, size, threshold].every(n => Number.isInteger(n)) || size! < 1 || threshold! < 1 || threshold! > size! || member! < 1 || member! > size!) throw new Error(say('bad-numbers'));
  const made = begin(member!, size!, threshold!);
  offer({ 'my.secret': writeSecrets(made.secrets), [`certificate-${member}.json`]: made.certificate });
});

step('share', async () => {
  const files = await chosen('#share-files');
  offer(await share(secretsOf(files), certificatesOf(files)));
});

step('finish', async () => {
  const files = await chosen('#finish-files');
  const certificates = certificatesOf(files);
  const secrets = secretsOf(files);
  const own = find<HTMLElement>('#status');
  own.textContent = '';
  const index = Number([...files.keys()].map(n => /^share-\d+-to-(\d+)\.sealed$/.exec(n)?.[1]).find(n => n !== undefined) ?? 0);
  const need = (name: string): string => files.get(name) ?? fail(name);
  const made = await finish(secrets, certificates, certificates.map((_, i) => need(`contribution-${i + 1}.json`)), certificates.map((_, i) => need(`share-${i + 1}-to-${index}.sealed`)));
  offer({ 'my.key': made.key, [`key-${index}.json`]: made.publicKey });
});

step('decrypt', async () => {
  const list = [...(find<HTMLInputElement>('#decrypt-files').files ?? [])];
  const box = list.find(f => f.name.endsWith('.bel')) ?? fail('….bel');
  const key = list.find(f => f !== box) ?? fail('my.key');
  const made = decryptionShare(new Uint8Array(await box.arrayBuffer()), readSecrets(await key.text())[0]!);
  find('#status').textContent = say('opened').replace('{ballots}', String(made.ballots)).replace('{head}', made.head);
  offer({ 'share.partial.json': made.json }, false);
});

step('lend', async () => {
  const files = await chosen('#lend-files');
  const document = readSealed(named(files, '.sealed'));
  const reason = find<HTMLSelectElement>('#reason').value as Reason;
  const { opens } = document.header;
  if (reason === 'day' ? new Date().toISOString().slice(0, 10) < opens.on : opens[reason] === undefined) throw new Error(say('not-yet').replace('{day}', opens.on));
  const key = readSecrets([...files].find(([n]) => !n.endsWith('.sealed'))?.[1] ?? fail('my.key'))[0]!;
  offer({ 'opening.share.json': openingShare(document, key, reason) }, false);
  find('#status').textContent = say('lent').replace('{title}', document.header.title).replace('{document}', document.name);
});

step('unseal', async () => {
  const files = await chosen('#unseal-files');
  const document = readSealed(named(files, '.sealed'));
  const opened = await openSealed(document, [...files].filter(([n]) => !n.endsWith('.sealed')).map(([, text]) => text.trim()));
  offer({ [opened.name]: opened.content });
});

function step(id: string, run: () => Promise<void>): void {
  find<HTMLFormElement>('#' + id).addEventListener('submit', event => {
    event.preventDefault();
    find('#status').textContent = say('working');
    find('#made').replaceChildren();
    setTimeout(() => void run().catch((e: unknown) => { find('#status').textContent = `${say('not-made')} ${e instanceof Error ? e.message : ''}`; find<HTMLElement>('#h5').focus(); }), 30);
  });
}

function offer(files: Record<string, string | Uint8Array<ArrayBuffer>>, clear = true): void {
  if (clear) find('#status').textContent = say('save');
  find('#made').replaceChildren(...Object.entries(files).map(([name, content]) => {
    const link = Object.assign(document.createElement('a'), { download: name, href: URL.createObjectURL(new Blob([content])), textContent: name });
    const item = document.createElement('li');
    item.append(link, name.startsWith('my.') ? ` – ${say('secret')}` : ` – ${say('public')}`);
    return item;
  }));
  // What was made stands at the end of the page, far from the button.
  find<HTMLElement>('#h5').focus();
}

async function chosen(id: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const file of find<HTMLInputElement>(id).files ?? []) files.set(file.name, await file.text());
  return files;
}

const named = (files: Map<string, string>, end: string): string => [...files].find(([n]) => n.endsWith(end))?.[1] ?? fail('…' + end);

const secretsOf = (files: Map<string, string>) => readSecrets(files.get('my.secret') ?? fail('my.secret'));

function certificatesOf(files: Map<string, string>): Signed[] {
  const list = [...files.keys()].filter(n => /^certificate-\d+\.json$/.test(n)).length;
  return Array.from({ length: Math.max(list, 1) }, (_, i) => readSigned(files.get(`certificate-${i + 1}.json`) ?? fail(`certificate-${i + 1}.json`)));
}

function fail(name: string): never {
  throw new Error(say('missing').replace('{name}', name));
}
