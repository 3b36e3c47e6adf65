// The editor of constitutions says what the rules make possible as one types. Without script a button asks for the same.
import { Idiomorph } from 'idiomorph';

/** Milliseconds without a key until findings are asked for, and after those until remedies are tried, which takes longer. */
const pause = 180;
const longPause = 900;

export function watchEditor(): void {
  const report = document.querySelector<HTMLElement>('[data-report]');
  const form = document.querySelector<HTMLFormElement>(`#${report?.dataset.form ?? 'none'}`);
  if (!report || !form) return;
  let timer = 0;
  let asking: AbortController | undefined;

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(false), pause);
  });

  async function ask(remedies: boolean): Promise<void> {
    asking?.abort();
    asking = new AbortController();
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form!)) if (typeof value === 'string') values.append(name, value);
    values.set('remedies', remedies ? 'yes' : 'no');
    try {
      const answer = await fetch(report!.dataset.report!, { method: 'POST', body: values, signal: asking.signal });
      if (answer.status !== 200) return;
      if (!remedies) timer = window.setTimeout(() => void ask(true), longPause);
      Idiomorph.morph(report!, await answer.text(), {
        morphStyle: 'innerHTML',
        // What the reader has opened stays open.
        callbacks: { beforeAttributeUpdated: (name: string, node: Element) => !(name === 'open' && node instanceof HTMLDetailsElement) },
      });
    } catch {
      // A newer text is being asked about, or the server is away: the button still asks.
    }
  }

  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>('[data-line]') : null;
    const rules = form.querySelector<HTMLTextAreaElement>('textarea[name="yaml"]');
    if (!link || !rules) return;
    event.preventDefault();
    goTo(rules, Number(link.dataset.line));
  });
}

/** Selects a line of a text, counted from 1, and brings it into view. */
function goTo(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 20;
  area.scrollTop = Math.max(0, (line - 4) * height);
  area.scrollIntoView({ block: 'nearest' });
}
