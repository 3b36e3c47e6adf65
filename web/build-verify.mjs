// Makes the page that lies in every export (verify/index.html): one file, styles and script inside, allowed by their hashes alone.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

export async function verifierPage() {
  const { outputFiles } = await build({ entryPoints: ['src/verify/main.ts'], bundle: true, minify: true, write: false, charset: 'utf8', format: 'esm', target: ['es2022', 'chrome115', 'firefox115', 'safari16.4'], legalComments: 'none' });
  const script = outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
  const style = (await readFile('src/verify/page.css', 'utf8')).trim();
  const allowed = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${allowed(script)}; style-src ${allowed(style)}; connect-src 'self'; base-uri 'none'; form-action 'none'`;
  const page = await readFile('src/verify/page.html', 'utf8');
  const licences = await Promise.all(['@noble/curves', '@noble/hashes'].map(async name => `${name}\n${(await readFile(`node_modules/${name}/LICENSE`, 'utf8')).trim()}`));
  return page.replace('%LICENCES%', () => licences.join('\n\n')).replace('%POLICY%', () => policy).replace('%STYLE%', () => style).replace('%SCRIPT%', () => script);
}

const out = '../src/Mandate.Node/Exports/verify.html';
if (process.argv.includes('--check')) {
  if (await readFile(out, 'utf8') !== await verifierPage()) {
    console.error(`${out} is not what its sources make: run npm run build`);
    process.exit(1);
  }
} else {
  await writeFile(out, await verifierPage());
}
