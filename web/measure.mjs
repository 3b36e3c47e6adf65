// How long a browser takes to seal a ballot of five answers: npm run measure -- CHROMIUM [BALLOTS]. Not part of any test.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [chromium = 'chromium', ballots = '100'] = process.argv.slice(2);
const code = `
import { Point, multiply, randomScalar } from './src/sealed/group';
import { seal } from './src/sealed/ballot';
const key = multiply(Point.BASE, randomScalar());
const election = { uuid: 'BenchmarkE1ection', name: 'Benchmark', fingerprint: 'A'.repeat(43), key, questions: [{ kind: 'choice', text: '?', answers: ['A', 'B', 'C', 'D', 'E'], blank: false, min: 1, max: 1 }] };
const times = [];
for (let i = 0; i < ${Number(ballots)}; i++) {
  const secret = randomScalar();
  const credential = { secret, public: '0'.repeat(64) };
  const start = performance.now();
  seal(election, credential, [[i % 5]]);
  times.push(performance.now() - start);
}
const first = times[0];
times.sort((a, b) => a - b);
document.body.textContent = JSON.stringify({ first, median: times[times.length >> 1], most: times.at(-1), ballots: times.length });
`;
const { outputFiles } = await build({ stdin: { contents: code, resolveDir: '.', loader: 'ts' }, bundle: true, minify: true, write: false, format: 'iife', target: 'es2022' });
const folder = mkdtempSync(join(tmpdir(), 'mandate-measure-'));
try {
  const page = join(folder, 'page.html');
  writeFileSync(page, `<!doctype html><body><script>${outputFiles[0].text}</script>`);
  const dom = execFileSync(chromium, ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', `file://${page}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  console.log(/\{.*\}/.exec(dom)?.[0] ?? 'no answer');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
