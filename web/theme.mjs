// Generates the colour tokens of the theme. Designsystemet's components read sixteen steps per colour; each step here has the
// relative luminance that the same step has in Designsystemet's own neutral scale, so that every contrast its authors checked
// (WCAG 2.2 AA) holds for our hues too. Only hue and chroma are ours.

/** Luminance per step, light and dark, measured on Designsystemet 1.22.0. */
const steps = {
  'background-default': [1, 0.0091], 'background-tinted': [0.897, 0.0142],
  'surface-default': [1, 0.021], 'surface-tinted': [0.8075, 0.0271], 'surface-hover': [0.7, 0.0356], 'surface-active': [0.59, 0.0558],
  'border-subtle': [0.502, 0.0797], 'border-default': [0.19, 0.219], 'border-strong': [0.109, 0.391],
  'text-subtle': [0.109, 0.391], 'text-default': [0.0249, 0.8388],
};

/** Hue in degrees and chroma of Oklch; `base` is the luminance of filled shapes (buttons, tags) in light and dark. */
const colours = {
  // Ink blue: links, buttons, focus. The only colour without a meaning of its own.
  accent: { hue: 255, chroma: 0.085, base: [0.04, 0.5] },
  // Paper and ink.
  neutral: { hue: 80, chroma: 0.010, darkHue: 255, darkChroma: 0.032, base: [0.02, 0.8] },
  // In force, met, open to you.
  success: { hue: 158, chroma: 0.085, base: [0.09, 0.42] },
  // Pending, opens later.
  warning: { hue: 75, chroma: 0.105, base: [0.14, 0.5] },
  // Alarm of a guard, an error in what was typed.
  danger: { hue: 27, chroma: 0.16, base: [0.1, 0.36] },
  // Refused: no fault of anybody, only not possible, so not the red of an alarm.
  refused: { hue: 345, chroma: 0.085, base: [0.075, 0.4] },
  // Plain information.
  info: { hue: 255, chroma: 0.05, base: [0.09, 0.45] },
};

const linear = (l, c, h) => {
  const a = c * Math.cos(h * Math.PI / 180), b = c * Math.sin(h * Math.PI / 180);
  const [L, M, S] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map(x => x ** 3);
  return [4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S, -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S, -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S];
};
const inGamut = rgb => rgb.every(v => v >= -0.0005 && v <= 1.0005);
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const byte = v => Math.round(255 * Math.min(1, Math.max(0, v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)));
const hex = rgb => '#' + rgb.map(v => byte(v).toString(16).padStart(2, '0')).join('');

/** The colour of that hue whose relative luminance is the one asked for; chroma gives way where the gamut ends. */
function shade(hue, chroma, wanted) {
  for (let c = chroma; ; c -= 0.002) {
    if (c <= 0) c = 0;
    let low = 0, high = 1;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (luminance(linear(middle, c, hue)) < wanted) low = middle; else high = middle;
    }
    const rgb = linear(high, c, hue);
    if (c === 0 || inGamut(rgb)) return hex(rgb);
  }
}

function scheme(dark) {
  const lines = [];
  for (const [name, { hue, darkHue, chroma: lightChroma, darkChroma, base }] of Object.entries(colours)) {
    const h = dark ? darkHue ?? hue : hue;
    const chroma = dark ? darkChroma ?? lightChroma : lightChroma;
    // Pale steps take less chroma than the middle ones, as ink thinned with water does.
    const thin = y => chroma * (dark ? (y < 0.1 ? 0.35 : 0.8) : y > 0.55 ? 0.3 + (1 - y) * 0.8 : 1);
    for (const [step, y] of Object.entries(steps)) {
      const wanted = y[dark ? 1 : 0];
      lines.push(`--ds-color-${name}-${step}:${shade(h, thin(wanted), wanted)}`);
    }
    const b = base[dark ? 1 : 0];
    lines.push(`--ds-color-${name}-base-default:${shade(h, chroma, b)}`);
    lines.push(`--ds-color-${name}-base-hover:${shade(h, chroma, dark ? b * 1.25 : b * 0.72)}`);
    lines.push(`--ds-color-${name}-base-active:${shade(h, chroma, dark ? b * 1.5 : b * 0.5)}`);
    lines.push(`--ds-color-${name}-base-contrast-subtle:${shade(h, chroma * 0.3, dark ? 0.006 : 0.86)}`);
    lines.push(`--ds-color-${name}-base-contrast-default:${dark ? '#000' : '#fff'}`);
  }
  const paper = dark ? shade(255, 0.012, 0.0095) : '#fbfaf6';
  lines.push(`--ds-color-neutral-background-default:${paper}`, `--ds-color-neutral-background-tinted:${dark ? shade(255, 0.014, 0.0155) : '#f3f0e8'}`);
  lines.push(`--ds-color-neutral-text-default:${dark ? '#eeece6' : shade(255, 0.025, 0.018)}`);
  lines.push(`--ds-color-focus-inner:${dark ? '#0b0f14' : '#fff'}`, `--ds-color-focus-outer:${dark ? '#fff' : shade(255, 0.03, 0.012)}`);
  lines.push(`--ds-link-color-visited:${dark ? shade(310, 0.08, 0.42) : shade(310, 0.1, 0.09)}`);
  lines.push(`color-scheme:${dark ? 'dark' : 'light'}`);
  return lines.join(';');
}

export function themeCss() {
  return `@layer ds.theme,mandate.theme;@layer mandate.theme{` +
    `:root,[data-color-scheme=light],[data-color-scheme=auto]{${scheme(false)}}` +
    `@media (prefers-color-scheme:dark){[data-color-scheme=auto]{${scheme(true)}}}` +
    `[data-color-scheme=dark]{${scheme(true)}}` +
    `@media print{:root,[data-color-scheme]{${scheme(false)}}}}`;
}
