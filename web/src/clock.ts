// Counts a speech on, second by second; what the server wrote stays where no script runs. A region replaced brings new clocks.
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function tick(): void {
  for (const clock of document.querySelectorAll<HTMLElement>('[data-clock-from]')) {
    const { clockFrom, clockLimit, clockAhead } = clock.dataset;
    const spoken = Math.max(0, Math.floor(Date.now() / 1000) + Number(clockAhead ?? '0') - Number(clockFrom));
    const over = clockLimit !== undefined && spoken >= Number(clockLimit);
    clock.toggleAttribute('data-over', over);
    const text = clockLimit === undefined ? minutes(spoken) : `${minutes(spoken)} / ${minutes(Number(clockLimit))}`;
    if (clock.textContent !== text) clock.textContent = text;
  }
}

export function runClocks(): void {
  tick();
  setInterval(tick, 1000);
}
