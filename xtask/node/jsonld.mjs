// Takes documents of JSON-LD through a processor in safe mode, in which nothing may be dropped: `node jsonld.mjs CONTEXT`,
// an array of documents on standard input. Each is expanded, made into a graph, and compacted with its own contexts: on
// standard output an array of `{statements, compacted}`. CONTEXT is the file of the only context that is loaded.

import jsonld from 'jsonld';
import { readFileSync } from 'node:fs';

const ANNO = 'http://www.w3.org/ns/anno.jsonld';
const context = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const documentLoader = async (documentUrl) => {
  if (documentUrl !== ANNO) throw new Error(`asks for ${documentUrl}`);
  return { document: context, documentUrl };
};
const options = { safe: true, documentLoader };

const results = [];
for (const document of JSON.parse(readFileSync(0, 'utf8'))) {
  const graph = await jsonld.toRDF(document, options);
  const expanded = await jsonld.expand(document, options);
  const compacted = await jsonld.compact(expanded, document['@context'], options);
  results.push({ statements: graph.length, compacted });
}
console.log(JSON.stringify(results));
