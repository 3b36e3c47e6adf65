// Reads a text aloud with the voice of the reader's own device; nothing leaves it. The button is there only where the device can.
export function offerReading(): void {
  if (!('speechSynthesis' in window)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-read-aloud]')) {
    const text = document.getElementById(button.dataset.readAloud!);
    if (!text) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const reading = speechSynthesis.speaking;
      speechSynthesis.cancel();
      button.setAttribute('aria-pressed', String(!reading));
      if (reading) return;
      const speech = new SpeechSynthesisUtterance(text.innerText);
      speech.lang = text.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
      speech.addEventListener('end', () => button.setAttribute('aria-pressed', 'false'));
      speechSynthesis.speak(speech);
    });
  }
}
