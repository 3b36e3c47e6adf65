// Passkeys: the device is asked for what the server wants signed, and its answer goes with the form. Without script, or where the browser cannot,
// the forms stay hidden: the card does the same.

export function offerPasskeys(): void {
  if (typeof PublicKeyCredential === 'undefined' || !PublicKeyCredential.parseRequestOptionsFromJSON || !isSecureContext) return;
  for (const part of document.querySelectorAll<HTMLElement>('.needs-passkey')) part.hidden = false;
  listen('.passkey-ask', options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  listen('.passkey-add', options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
}

function listen(which: string, ask: (options: never) => Promise<Credential | null>): void {
  const form = document.querySelector<HTMLFormElement>(which);
  form?.addEventListener('submit', event => {
    event.preventDefault();
    void answer(form, ask);
  });
}

async function answer(form: HTMLFormElement, ask: (options: never) => Promise<Credential | null>): Promise<void> {
  const failed = form.parentElement!.querySelector<HTMLElement>('.passkey-failed')!;
  const button = form.querySelector('button')!;
  failed.hidden = true;
  button.disabled = true;
  try {
    const options = await fetch(form.action + '/options', { method: 'POST', body: new URLSearchParams(new FormData(form) as never) });
    if (!options.ok) throw new Error(options.statusText);
    const credential = await ask(await options.json() as never);
    if (!credential) throw new Error('none');
    form.querySelector<HTMLInputElement>('[name=credential]')!.value = JSON.stringify(credential);
    // Not requestSubmit: that would come back here.
    form.submit();
  } catch {
    // The owner said no, took too long, or has none here: they may try again.
    failed.hidden = false;
    button.disabled = false;
  }
}
