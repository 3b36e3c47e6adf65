// A scanned card leads here with its code in the part of the address that is never sent. It is filled in and taken out of the
// address, so that neither the history nor a copied link keeps it; signing in stays a click of the person's own.
export function takeCardCode(): void {
  const field = document.querySelector<HTMLInputElement>('#f-code');
  const code = decodeURIComponent(location.hash.slice(1));
  if (!field || !/^[0-9A-Za-z]{4}(-?[0-9A-Za-z]{4}){3}$/.test(code)) return;
  field.value = code;
  history.replaceState(null, '', location.pathname + location.search);
  const details = field.closest('details');
  if (details) details.open = true;
  field.form?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
}
