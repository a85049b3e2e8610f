// What a query for names takes in Chromium on a slow network (1.6 Mbit/s, 150 ms) with an index that `search <folder>` wrote: cold, a new window that has only the page and
// search.js; after, the same window, another school of the same form. CPU is the page's own (Performance.getMetrics, TaskDuration), of the second query.
// node --experimental-websocket tests/Portal.Benchmarks/names-browser.mjs <folder> [schools]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

const [folder, tried = '12'] = process.argv.slice(2), PORT = 9334;
const schools = JSON.parse(fs.readFileSync(folder + '/schools.json', 'utf8')), readings = new Map();
for (const line of fs.readFileSync('src/Portal.Site/Search/Tables/readings.txt', 'utf8').split('\n')) {
  const [reading, common] = line.split('\t');
  if (line[0] !== '#' && common) for (const c of common) readings.set(c, reading);
}
const server = http.createServer((request, answer) => {
  const p = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1);
  if (!p) { answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html data-root="/"><meta charset="utf-8"><form role="search"><input name="q"></form><script src="assets/search.js"></script>'); return; }
  if (!fs.existsSync(path.join(folder, p))) { answer.writeHead(404).end(); return; }
  const bytes = fs.readFileSync(path.join(folder, p)), script = p.endsWith('.js');
  answer.writeHead(200, script ? { 'content-type': 'text/javascript', 'content-encoding': 'gzip' } : {});
  answer.end(script ? zlib.gzipSync(bytes) : bytes);
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/`, profile = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-names-'));
const chromium = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  `--user-data-dir=${profile}`, `--remote-debugging-port=${PORT}`, 'about:blank'], { stdio: 'ignore' });
const later = ms => new Promise(done => setTimeout(done, ms));
let targets;
for (let n = 0; n < 300 && !targets; n++) targets = await fetch(`http://127.0.0.1:${PORT}/json`).then(r => r.json()).catch(() => later(100));
const socket = new WebSocket(targets.find(t => t.type === 'page').webSocketDebuggerUrl), waiting = new Map();
await new Promise(open => { socket.onopen = open; });
let id = 0;
socket.onmessage = m => { const { id: n, result } = JSON.parse(m.data); if (n) waiting.get(n)(result); };
const send = (method, params = {}) => new Promise(done => { waiting.set(++id, done); socket.send(JSON.stringify({ id, method, params })); });
for (const domain of ['Page', 'Network', 'Performance']) await send(domain + '.enable');
await send('Network.setCacheDisabled', { cacheDisabled: true });
await send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200000, uploadThroughput: 200000 });
const cpu = async () => (await send('Performance.getMetrics')).metrics.find(m => m.name === 'TaskDuration').value * 1000;
const value = async expression => (await send('Runtime.evaluate', { expression, awaitPromise: true })).result.value;
const ask = q => value(`(async () => { const t = performance.now(), r = await portalSearch.find(${JSON.stringify(q)}); return r.total + r.placeTotal ? performance.now() - t : 0; })()`);
let seed = 7;
const pick = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return schools[Math.floor(seed / 4294967296 * schools.length)]; };
const own = s => s.Name.startsWith(s.Place) ? s.Name.slice(s.Place.length) : s.Name, pinyin = s => [...s].map(c => readings.get(c) ?? c).join('');
const forms = { 'county + name': s => s.Place + own(s), 'name alone': s => s.Name, 'pinyin, with county': s => pinyin(s.Place + own(s)) };
const at = (list, part) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
console.log('| typed | cold s, median / most | after s, median / most | CPU ms, median / most | not found |\n|---|---:|---:|---:|---:|');
for (const [name, type] of Object.entries(forms)) {
  const cold = [], warm = [], used = [];
  let missed = 0;
  for (let n = 0; n < +tried; n++) {
    await send('Page.navigate', { url: base });
    for (let i = 0; i < 200 && !await value('!!window.portalSearch'); i++) await later(50);
    const first = await ask(type(pick())), before = await cpu(), second = await ask(type(pick()));
    used.push(await cpu() - before);
    missed += (first ? 0 : 1) + (second ? 0 : 1);
    cold.push(first / 1000);
    warm.push(second / 1000);
  }
  console.log(`| ${name} | ${at(cold, 0.5).toFixed(2)} / ${at(cold, 1).toFixed(2)} | ${at(warm, 0.5).toFixed(2)} / ${at(warm, 1).toFixed(2)} | ${at(used, 0.5).toFixed(1)} / ${at(used, 1).toFixed(1)} | ${missed} |`);
}
socket.close();
chromium.kill();
server.close();
await later(300);
fs.rmSync(profile, { recursive: true, force: true });
process.exit(0);
