// Makes the pages that the browser tests watch frameworks in: `node frameworks.mjs SOURCES TARGET`. Each is an article
// as the framework's server renders it, and a script that takes it over when it is told to.

import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { compile } from 'svelte/compiler';

const [sources, target] = process.argv.slice(2).map((folder) => resolve(folder));
const require = createRequire(import.meta.url);

const svelte = (generate) => ({
  name: 'svelte',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: compile(source, { generate, filename: path }).js.code };
    }),
});

const bundle = (entry, outfile, browser) =>
  build({
    entryPoints: [join(sources, entry)],
    outfile: join(target, outfile),
    bundle: true,
    minify: browser,
    platform: browser ? 'browser' : 'node',
    format: browser ? 'iife' : 'cjs',
    conditions: ['production'],
    // The build of Vue that compiles templates in the page.
    alias: browser ? { vue: 'vue/dist/vue.esm-bundler.js' } : {},
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    jsx: 'automatic',
    // The sources stand elsewhere than the packages.
    nodePaths: [join(import.meta.dirname, 'node_modules')],
    plugins: [svelte(browser ? 'client' : 'server')],
    logLevel: 'warning',
  });

const page = (name, article) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>An article by ${name}</title>
<link rel="stylesheet" href="/plain.css">
<link rel="stylesheet" href="/variorum/variorum.css">
</head>
<body>
<div id="story">${article}</div>
<script src="/frameworks/${name}.js"></script>
</body>
</html>
`;

for (const [name, ending] of [['react', 'jsx'], ['vue', 'js'], ['svelte', 'js']]) {
  await bundle(`${name}/client.${ending}`, `${name}.js`, true);
  await bundle(`${name}/server.${ending}`, `${name}-server.cjs`, false);
  const { render } = require(join(target, `${name}-server.cjs`));
  await writeFile(join(target, `${name}.html`), page(name, await render()));
}
