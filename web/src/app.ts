// What pages gain where scripts run. Nothing here is needed to act.
import { offerReading } from './aloud';
import { takeCardCode } from './card';
import { runClocks } from './clock';
import { watchEditor } from './editor';
import { connectLive } from './live';
import { offerPasskeys } from './passkey';
import { offerKey, signActs } from './sign';

// After a form came back with errors, readers and keyboards start at the summary.
document.querySelector<HTMLElement>('[data-focus]')?.focus();

// Figures kept in details are printed too.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    details.open = true;
    details.dataset.openedForPrint = '';
  }
});
addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-opened-for-print]')) {
    details.open = false;
    delete details.dataset.openedForPrint;
  }
});

// A choice that sends its form when made; the button stays for those without script and for keyboards.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send-on-change]')) form.addEventListener('change', () => form.requestSubmit());

offerReading();
takeCardCode();
connectLive();
runClocks();
offerPasskeys();
void offerKey();
signActs();
watchEditor();
