// Seals a document in the page: the text and the randomness stay here, what leaves is the sealed file.
import { type Header, readHolders, readSealed, seal } from '../sealed/document';

const place = document.querySelector<HTMLFormElement>('#seal-here');
const bring = document.querySelector<HTMLFormElement>('#seal-bring');
if (place && bring) begin(place, bring);

function begin(form: HTMLFormElement, deposit: HTMLFormElement): void {
  const words = JSON.parse(document.querySelector('#seal-words')!.textContent ?? '{}') as Record<string, string>;
  const status = form.querySelector<HTMLElement>('[role=status]')!;
  const field = (name: string): HTMLInputElement => form.querySelector<HTMLInputElement>(`[data-seal="${name}"]`)!;
  form.hidden = false;
  if (typeof crypto.subtle === 'undefined') {
    status.textContent = words['not-possible']!;
    return;
  }
  const showKey = (): void => {
    for (const one of form.querySelectorAll<HTMLElement>('[data-of-key]')) one.hidden = one.dataset['ofKey'] !== field('key').value;
  };
  field('key').addEventListener('change', showKey);
  showKey();
  form.addEventListener('submit', event => {
    event.preventDefault();
    status.textContent = words['making']!;
    void make().catch((e: unknown) => { status.textContent = words['not-made']!.replace('{fault}', e instanceof Error ? e.message : ''); });
  });

  async function make(): Promise<void> {
    const file = field('file').files?.[0];
    const written = field('text').value;
    if (!file && written.trim() === '') return wrong(words['needs-file']!, 'text');
    if (field('title').value.trim() === '') return wrong(words['needs-title']!, 'title');
    if (field('on').value === '') return wrong(words['needs-title']!, 'on');
    const chosen = (name: string): string | undefined => field(name).value.trim() || undefined;
    const silence = chosen('silence');
    const header: Header = {
      organisation: form.dataset['organisation']!, id: `document-${[...crypto.getRandomValues(new Uint8Array(6))].map(b => b.toString(16).padStart(2, '0')).join('')}`, title: field('title').value.trim(),
      to: chosen('to') === undefined ? [] : [chosen('to')!],
      opens: { on: field('on').value, ...optional('session', chosen('session')), ...optional('decision', chosen('decision')), ...(silence === undefined ? {} : { silence: Number(silence) }) },
    };
    const record = await (await fetch(`${form.dataset['keys']!}/${field('key').value}.json`)).text();
    const holders = readHolders(record);
    // The record of the key is the one that the holders confirmed, or nothing is sealed to it.
    if (holders.id !== field('key').value) throw new Error('the key is not the one on the record');
    const content = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(written);
    const made = await seal(header, file?.name ?? 'text.txt', content, holders);
    show(made, readSealed(made).name, header.id);
  }

  function show(made: string, name: string, id: string): void {
    const sealedFile = new File([made], `${id}.sealed`, { type: 'application/json' });
    const carried = new DataTransfer();
    carried.items.add(sealedFile);
    deposit.querySelector<HTMLInputElement>('input[type=file]')!.files = carried.files;
    const done = document.querySelector<HTMLElement>('#seal-done')!;
    const link = done.querySelector<HTMLAnchorElement>('a')!;
    link.href = URL.createObjectURL(sealedFile);
    link.download = sealedFile.name;
    done.querySelector<HTMLElement>('[data-number]')!.textContent = name;
    done.querySelector('button')!.addEventListener('click', () => deposit.requestSubmit(), { once: true });
    form.hidden = true;
    document.querySelector<HTMLElement>('#seal-otherwise')!.hidden = true;
    done.hidden = false;
    done.querySelector<HTMLElement>('h2')!.focus();
  }

  function wrong(text: string, name: string): void {
    status.textContent = text;
    field(name).focus();
  }
}

const optional = <K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> => (value === undefined ? {} : ({ [name]: value } as Record<K, string>));
