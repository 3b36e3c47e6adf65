// A member's device key: made here, kept here, never readable by the page. What its owner does is signed with it before it is sent.
const STORE = 'keys';

interface Kept { readonly publicKey: string; readonly pair: CryptoKeyPair }

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('mandate-device', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = act(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  } finally {
    database.close();
  }
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Keys on this device, by the public key under which the record knows them. */
async function find(publicKeys: readonly string[]): Promise<Kept | undefined> {
  for (const key of publicKeys) {
    const pair = await inStore<CryptoKeyPair | undefined>('readonly', s => s.get(key) as IDBRequest<CryptoKeyPair | undefined>);
    if (pair) return { publicKey: key, pair };
  }
  return undefined;
}

async function make(): Promise<string> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']) as CryptoKeyPair;
  const key = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
  await inStore('readwrite', s => s.put(pair, key));
  return key;
}

async function isPossible(): Promise<boolean> {
  if (!globalThis.isSecureContext || !globalThis.indexedDB || !crypto.subtle) return false;
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return true;
  } catch {
    return false;
  }
}

/** The page on which a key is made: shows the form where this browser can, and marks the key that is on this device. */
export async function offerKey(): Promise<void> {
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-key]')) {
    const here = row.querySelector<HTMLElement>('[data-key-here]');
    if (here && globalThis.indexedDB && await find([row.dataset.key!])) here.hidden = false;
  }
  const section = document.querySelector<HTMLElement>('[data-new-key]');
  const form = section?.querySelector<HTMLFormElement>('form');
  if (!section || !form || !await isPossible()) return;
  section.querySelector<HTMLElement>('[data-not-possible]')!.hidden = true;
  section.querySelector<HTMLElement>('[data-possible]')!.hidden = false;
  form.addEventListener('submit', event => {
    const field = form.elements.namedItem('key') as HTMLInputElement;
    if (field.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void make().then(key => {
      field.value = key;
      form.requestSubmit(event.submitter);
    });
  });
}

/** Signs every act that is sent from a device with a key of its author's. */
export function signActs(): void {
  // On the document, because forms come and go while a meeting goes on.
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('form.act-form[data-device-keys]') || form.dataset.signed === 'yes') return;
    event.preventDefault();
    void sign(form, event.submitter).finally(() => {
      form.dataset.signed = 'yes';
      form.requestSubmit(event.submitter);
    });
  });
}

/** Asks for the bytes of the act as the record will hold it, signs them, and puts the signature into the form. Without a key here the form is sent as it is. */
async function sign(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const action = new URL((submitter as HTMLButtonElement | null)?.formAction || form.action);
  if (!(action.pathname.includes('/act/') || form.dataset.signs) || !globalThis.isSecureContext) return;
  const key = await find(form.dataset.deviceKeys!.split(' '));
  if (!key) return;
  const data = new FormData(form, submitter);
  const seen = await newestSeen(form.dataset.organisation!);
  if (seen) data.set('seen', seen);
  data.set('to-sign', 'yes');
  const answer = await fetch(action, { method: 'POST', body: data });
  if (!answer.ok || answer.headers.get('content-type') !== 'application/octet-stream') return;
  const signature = await crypto.subtle.sign('Ed25519', key.pair.privateKey, await answer.arrayBuffer());
  put(form, 'sig', base64(signature));
  if (seen) put(form, 'seen', seen);
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
  field.value = value;
}

/** The newest checkpoint that the witnesses have cosigned: kept here, so that an author who was shown another record can prove it. */
async function newestSeen(organisation: string): Promise<string | undefined> {
  const answer = await fetch(`${organisation}/ledger/witnessed`);
  if (!answer.ok) return undefined;
  const note = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', note));
  const name = [...digest].map(b => b.toString(16).padStart(2, '0')).join('');
  await inStore('readwrite', s => s.put(new TextDecoder().decode(note), `seen ${organisation} ${name}`));
  return name;
}
