// Makes the pages that work without a server, each one file with styles and script inside, allowed by their hashes alone: the verifier that
// lies in every export (verify/index.html), and the trustee's page.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

export const verifierPage = () => page('src/verify/main.ts', 'src/verify/page.html', "connect-src 'self'");

export const trusteePage = () => page('src/trustee/main.ts', 'src/trustee/page.html', "connect-src 'none'");

async function page(entry, html, connect) {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, write: false, charset: 'utf8', format: 'esm', target: ['es2022', 'chrome115', 'firefox115', 'safari16.4'], legalComments: 'none' });
  const script = outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
  const style = (await readFile('src/verify/page.css', 'utf8')).trim();
  const allowed = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${allowed(script)}; style-src ${allowed(style)}; ${connect}; base-uri 'none'; form-action 'none'`;
  const frame = await readFile(html, 'utf8');
  const licences = await Promise.all(['@noble/curves', '@noble/hashes'].map(async name => `${name}\n${(await readFile(`node_modules/${name}/LICENSE`, 'utf8')).trim()}`));
  return frame.replace('%LICENCES%', () => licences.join('\n\n')).replace('%POLICY%', () => policy).replace('%STYLE%', () => style).replace('%SCRIPT%', () => script);
}

for (const [out, made] of [['../src/Mandate.Node/Exports/verify.html', await verifierPage()], ['../src/Mandate.Server/assets/trustee.html', await trusteePage()]]) {
  if (process.argv.includes('--check')) {
    if (await readFile(out, 'utf8') !== made) {
      console.error(`${out} is not what its sources make: run npm run build`);
      process.exit(1);
    }
  } else {
    await writeFile(out, made);
  }
}
