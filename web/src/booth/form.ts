import type { Question } from '../sealed/archive';
import type { Vote } from '../sealed/ballot';
import { answer, element, say } from './page';

export interface BallotForm {
  element: HTMLElement;
  /** The vote as it is marked; undefined where it cannot be cast, which is then said beside it. */
  read(): Vote | undefined;
  /** The same in words, for the voter to look over. */
  words(): string[];
}

export const ballotForm = (question: Question, index: number): BallotForm => (question.kind === 'choice' ? choiceForm(question, index) : rankingForm(question, index));

function choiceForm(q: Extract<Question, { kind: 'choice' }>, index: number): BallotForm {
  const single = q.max === 1;
  const wrong = element('p', { role: 'alert', class: 'field-error' });
  const options = [...q.answers.map(a => answer(a)), ...(q.blank ? [say('blank')] : [])];
  const inputs = options.map((_, i) => element('input', { type: single ? 'radio' : 'checkbox', name: `q${index}`, id: `q${index}-${i}`, class: 'ds-input' }));
  const rows = options.map((text, i) => element('div', { class: 'choice-row' }, inputs[i]!, element('label', { for: `q${index}-${i}` }, text)));
  const chosen = (): number[] => inputs.flatMap((input, i) => (input.checked ? [i] : []));
  return {
    element: element('fieldset', { class: 'ballot' }, element('legend', {}, single ? say('choose-one') : q.text), wrong, ...rows),
    read() {
      const marks = chosen();
      const blank = q.blank && marks.includes(q.answers.length);
      const fits = blank ? marks.length === 1 : marks.length >= q.min && marks.length <= q.max;
      wrong.textContent = fits ? '' : say('choose-one');
      if (!fits) inputs[0]!.focus();
      return fits ? (blank ? 'blank' : marks) : undefined;
    },
    words: () => chosen().map(i => options[i]!),
  };
}

/** One list of numbers beside each name: works with a keyboard, a screen reader and a thumb alike. */
function rankingForm(q: Extract<Question, { kind: 'ranking' }>, index: number): BallotForm {
  const wrong = element('p', { role: 'alert', class: 'field-error' });
  const selects = q.answers.map((_, i) => {
    const select = element('select', { id: `q${index}-${i}`, class: 'ds-input' }, element('option', { value: '0' }, '–'));
    select.append(...q.answers.map((__, n) => element('option', { value: String(n + 1) }, String(n + 1))));
    return select;
  });
  const rows = q.answers.map((a, i) => element('div', { class: 'choice-row' }, selects[i]!, element('label', { for: `q${index}-${i}` }, answer(a))));
  const numbers = (): number[] => selects.map(s => Number(s.value));
  return {
    element: element('fieldset', { class: 'ballot' }, element('legend', {}, say('rank')), wrong, ...rows),
    read() {
      const given = numbers().filter(n => n > 0).sort((a, b) => a - b);
      const fits = given.every((n, i) => n === i + 1);
      wrong.textContent = fits ? '' : say('same-rank');
      if (!fits) selects[0]!.focus();
      return fits ? numbers() : undefined;
    },
    words() {
      const ranked = numbers().flatMap((n, i) => (n > 0 ? [{ n, name: answer(q.answers[i]!) }] : [])).sort((a, b) => a.n - b.n);
      return ranked.length === 0 ? [say('blank')] : ranked.map(r => `${r.n}. ${r.name}`);
    },
  };
}
