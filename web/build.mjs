// Bundles styles and scripts into the server's assets. The result is checked in, so that building Mandate needs no Node.
import { build, context } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { themeCss } from './theme.mjs';

const out = '../src/Mandate.Server/assets';
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const theme = {
  name: 'theme',
  setup(b) {
    b.onResolve({ filter: /^theme:colours$/ }, () => ({ path: 'colours.css', namespace: 'theme' }));
    b.onLoad({ filter: /.*/, namespace: 'theme' }, () => ({ contents: themeCss(), loader: 'css' }));
  },
};
const options = {
  entryPoints: { app: 'src/app.ts', booth: 'src/booth/main.ts', seal: 'src/seal/main.ts', style: 'styles/style.css' },
  outdir: out, bundle: true, minify: true, charset: 'utf8', format: 'esm', target: ['es2022', 'chrome115', 'firefox115', 'safari16.4'],
  loader: { '.woff2': 'file', '.svg': 'dataurl' }, assetNames: 'fonts/[name]', legalComments: 'none', plugins: [theme],
};

if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);

for (const name of ['mark.svg', 'favicon.svg']) await cp(`images/${name}`, `${out}/${name}`);

// The licences of what is inside the bundle travel with it.
const packages = ['@noble/curves', '@noble/hashes', '@digdir/designsystemet-css', '@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4', 'idiomorph'];
const licences = await Promise.all(packages.map(async name => {
  const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version} (${license})\n\n${(await readFile(`node_modules/${name}/LICENSE`, 'utf8')).trim()}\n`;
}));
await writeFile(`${out}/licences.txt`, licences.join(`\n${'-'.repeat(80)}\n\n`));
