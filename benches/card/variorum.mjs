// Variorum among the widgets of the harness that compares cards, `cargo xtask bench card`: the side of node.
//
// The page is what a publisher has who baked it: marks are links, the evidence stands in the elements, our files come from
// the page's own host, as a policy may ask. A dossier has at most 60 claims, so many marks take several elements.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { claim } from '../data.mjs';

const { VARIORUM_DIST: dist, VARIORUM_XTASK: xtask } = process.env;
const CLAIMS = 60;

const VALUES = {
  'nearly four hours': { is: 'PT4H', hedge: 'nearly' },
  'about three hours': { is: 'PT3H', hedge: 'about' },
  '3 h 40 min': { is: 'PT3H40M' },
  'more than four hours': { is: 'PT4H', hedge: 'over' },
};

/** An outlet's name as an id. */
const id = (name) => name.toLowerCase().replaceAll(' ', '-');

/** What one outlet reports, in our format. */
function reading({ outlet, value, quote, by }) {
  if (!VALUES[value]) return { source: id(outlet), mode: 'silent' };
  return {
    source: id(outlet),
    mode: 'attributes',
    attributedTo: { name: by, kind: 'unnamed' },
    value: { ...VALUES[value], words: value },
    quotes: [{ exact: quote.slice(1, -1) }],
  };
}

/** The dossier of the claims from `first` to `end`. */
function dossier(first, end) {
  const claims = Array.from({ length: end - first }, (_, at) => claim(first + at));
  const outlets = new Map(claims.flatMap(({ rows }) => rows.map((row) => [row.outlet, row])));
  return {
    variorum: '1.0',
    id: `delays-${first / CLAIMS}`,
    lang: 'en',
    title: 'What sources report',
    status: 'published',
    publisher: { name: 'The desk' },
    created: '2026-11-01T12:00:00Z',
    modified: '2026-11-01T12:00:00Z',
    revision: 1,
    by: ['The desk'],
    sources: [...outlets].map(([name, { url, date }]) => ({ id: id(name), name, kind: 'news', url, published: date })),
    claims: claims.map(({ id, text, rows }) => ({
      id: `c${id}`,
      question: 'How long were the passengers held?',
      type: 'duration',
      anchors: [{ exact: text }],
      readings: rows.map(reading),
    })),
  };
}

const made = new Map();

/** The dossiers of a page with so many marks, each with what is baked of it: `[{dossier, evidence, marks}]`. */
function baked(marks) {
  if (!made.has(marks)) {
    const starts = Array.from({ length: Math.ceil(marks / CLAIMS) }, (_, at) => at * CLAIMS);
    const dossiers = starts.map((first) => dossier(first, Math.min(first + CLAIMS, marks)));
    const input = JSON.stringify(dossiers);
    const output = JSON.parse(execFileSync(xtask, ['bake'], { input, maxBuffer: 1 << 28 }));
    made.set(marks, dossiers.map((dossier, at) => ({ dossier, ...output[at] })));
  }
  return made.get(marks);
}

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.json': 'application/json' };
const compressed = new Map();

/** The bytes of `/dossiers/MARKS/NUMBER.json`, or of a file of the bundle. */
function bytes(address) {
  const [, marks, at] = address.match(/^\/dossiers\/(\d+)\/(\d+)\.json$/) ?? [];
  return marks ? JSON.stringify(baked(+marks)[at].dossier) : fs.readFileSync(path.join(dist, address.slice('/variorum'.length)));
}

/** What a publisher's server sends of an address: compressed once, beforehand as a build does it for the bundle. */
function sent(address) {
  if (!compressed.has(address)) compressed.set(address, zlib.brotliCompressSync(bytes(address)));
  return compressed.get(address);
}

fs.readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .forEach(({ parentPath, name }) => sent(`/variorum/${path.relative(dist, path.join(parentPath, name))}`));

// The harness's server, which is made after this: what is not ours it answers itself.
const { createServer } = http;
http.createServer = (answer) => createServer((request, response) => {
  const address = path.normalize(new URL(request.url, 'http://host').pathname);
  if (!/^\/(variorum|dossiers)\//.test(address)) return answer(request, response);
  response.setHeader('content-type', TYPES[path.extname(address)] ?? 'text/plain');
  response.setHeader('content-encoding', 'br');
  response.end(sent(address));
});

export default {
  name: 'Variorum',
  entry: 'variorum.entry.js',
  open: 'hover',
  trigger: (k, text) => baked(1000)[Math.floor(k / CLAIMS)].marks[`c${k}`].replace('></', `>${text}</`),
  footer: (n) => `<link rel="stylesheet" nonce="n" href="/variorum/variorum.css">`
    + baked(n).map(({ evidence }, at) =>
      `<variorum-dossier src="/dossiers/${n}/${at}.json" baked="1">${evidence}</variorum-dossier>`).join(''),
  triggerSel: (k) => `a[href$=".c${k}"].variorum-mark`,
  esbuild: { external: ['/variorum/*'] },
};
