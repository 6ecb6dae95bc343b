// Judges graphs by schema.org's vocabulary, whose types TypeScript checks: that every type and property exists, and stands
// where it may. An array of graphs on standard input; on standard output an array with what is wrong in each.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const graphs = JSON.parse(readFileSync(0, 'utf8'));
const name = (at) => fileURLToPath(new URL(`graph-${at}.ts`, import.meta.url));
const sources = new Map(
  graphs.map((graph, at) => [
    name(at),
    `import type { Graph } from 'schema-dts';\nexport const graph: Graph = ${JSON.stringify(graph)};\n`,
  ]),
);
const options = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (file) => sources.has(file) || fileExists(file);
host.readFile = (file) => sources.get(file) ?? readFile(file);
const { getSourceFile } = host;
host.getSourceFile = (file, target, ...rest) =>
  sources.has(file) ? ts.createSourceFile(file, sources.get(file), target) : getSourceFile(file, target, ...rest);

const program = ts.createProgram([...sources.keys()], options, host);
const told = graphs.map((_, at) =>
  ts
    .getPreEmitDiagnostics(program, program.getSourceFile(name(at)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
);
console.log(JSON.stringify(told));
