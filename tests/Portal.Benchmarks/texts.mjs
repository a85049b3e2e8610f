// What a query for texts reads and costs: theme/textsearch.js, as the browser has it, on an index that `texts <input> <output>` wrote.
// node tests/Portal.Benchmarks/texts.mjs theme <output>
// Each query is cold (nothing kept but the list); ten texts are read for what is shown first. Time on a slow network is worked out: a round trip for each step,
// and the bytes at the rate; bytes are those of the files, without heads of answers.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import zlib from 'node:zlib';

const [theme, output] = process.argv.slice(2), RATE = 1.6e6 / 8, TRIP = 0.15;
const script = fs.readFileSync(path.join(theme, 'textsearch.js'), 'utf8');
let read = [];
const opened = () => {
  const window = { portalSearch: { bytes: async p => {
    const b = fs.readFileSync(path.join(output, 'search', p));
    read.push([p, b.length]);
    return zlib.gunzipSync(b);
  }, directory: async () => {}, helper: async () => ({ simple: async q => q }) } };
  vm.runInThisContext(`(window => {${script}\n})`)(window);
  return window.portalText;
};
const queries = fs.readFileSync(path.join(output, 'texts-queries.tsv'), 'utf8').trim().split('\n').map(l => l.split('\t'));
const rows = [];
let wrong = 0;
for (const [run, count] of queries) {
  read = [];
  const text = opened(), cpu = process.cpuUsage();
  const { texts } = await text.find(run);
  const used = process.cpuUsage(cpu), search = read.filter(r => r[0] !== 'text/list');
  await Promise.all(texts.slice(0, 10).map(t => text.read(t)));
  if (texts.length !== +count) { wrong++; console.log(`${run}: ${texts.length} found, ${count} in a scan`); }
  const sum = a => a.reduce((n, r) => n + r[1], 0), blocks = read.slice(search.length + 1);
  rows.push({ run, n: [...run].length, bytes: sum(search), all: sum(search) + sum(blocks), requests: search.length + blocks.length, cpu: (used.user + used.system) / 1000, hits: texts.length,
    time: 2 * TRIP + (sum(search) + sum(blocks)) / RATE });
}
const at = (key, part, of = rows) => of.map(r => r[key]).sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * part))];
const line = (name, key, f) => console.log(`| ${name} | ${[0.5, 0.95, 1].map(p => f(at(key, p))).join(' | ')} |`);
console.log(`${rows.length} runs of two to six characters, wrong: ${wrong}; texts found, median ${at('hits', 0.5)}, most ${at('hits', 1)}\n`);
console.log('| a query, cold | median | 95 % | most |\n|---|---:|---:|---:|');
const kb = n => (n / 1000).toFixed(1);
line('shards, KB', 'bytes', kb);
line('shards and the texts of ten results, KB', 'all', kb);
line('requests', 'requests', n => n);
line('processor time of deciding, with unzipping, ms', 'cpu', n => n.toFixed(1));
line('slow 4G (1.6 Mbit/s, 150 ms), worked out, s', 'time', n => n.toFixed(2));
for (const n of [2, 3, 4, 5, 6]) console.log(`| ${n} characters: shards, KB | ${[0.5, 0.95, 1].map(p => kb(at('bytes', p, rows.filter(r => r.n === n)))).join(' | ')} |`);
