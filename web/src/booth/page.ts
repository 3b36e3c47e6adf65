interface Words { words: Record<string, string>; answers: Record<string, string>; question: string }

/** The words of the page in the reader's language, and the names of the answers, which the box knows by their ids. */
export const words: Words = JSON.parse(document.querySelector('#booth-words')?.textContent ?? '{"words":{},"answers":{},"question":""}') as Words;

export const say = (key: string): string => words.words[key] ?? key;

export const answer = (id: string): string => words.answers[id] ?? id;

export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Each step begins with its heading, which takes the focus: a screen reader says where one is. */
export const heading = (text: string): HTMLHeadingElement => element('h2', { tabindex: '-1' }, text);

export const button = (text: string, type: 'button' | 'submit' = 'button', second = false): HTMLButtonElement =>
  element('button', { class: 'ds-button', type, ...(second ? { 'data-variant': 'secondary' } : {}) }, text);
