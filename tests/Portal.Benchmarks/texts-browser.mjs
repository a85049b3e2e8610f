// How long a query for texts takes in Chromium on a slow network (1.6 Mbit/s, 150 ms), from opening the page of results, with nothing kept, to the first text shown;
// and what is asked for. A built site gives the page and its scripts, an index that `texts <input> <output>` wrote gives the texts.
// node --experimental-websocket tests/Portal.Benchmarks/texts-browser.mjs <site> <output> [runs]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

const [site, output, many = '24'] = process.argv.slice(2), PORT = 9333;
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const server = http.createServer((request, answer) => {
  let p = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1);
  if (p.endsWith('/') || !p) p += 'index.html';
  const file = path.join(p.startsWith('search/text/') ? output : site, p), type = types[p.split('.').pop()];
  if (!fs.existsSync(file)) { answer.writeHead(404).end(); return; }
  const bytes = fs.readFileSync(file);
  answer.writeHead(200, type ? { 'content-type': type, 'content-encoding': 'gzip' } : {});
  answer.end(type ? zlib.gzipSync(bytes) : bytes);
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/`;
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-texts-'));
const chromium = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--no-first-run',
  `--user-data-dir=${profile}`, `--remote-debugging-port=${PORT}`, 'about:blank'], { stdio: 'ignore' });
const later = ms => new Promise(done => setTimeout(done, ms));
let targets;
for (let n = 0; n < 100 && !targets; n++) targets = await fetch(`http://127.0.0.1:${PORT}/json`).then(r => r.json()).catch(() => later(100));
const socket = new WebSocket(targets.find(t => t.type === 'page').webSocketDebuggerUrl), waiting = new Map();
await new Promise(open => { socket.onopen = open; });
let id = 0, asked = [];
socket.onmessage = m => {
  const { id: n, result, method, params } = JSON.parse(m.data);
  if (n) waiting.get(n)(result);
  if (method === 'Network.loadingFinished') asked.push(params.encodedDataLength);
};
const send = (method, params = {}) => new Promise(done => { waiting.set(++id, done); socket.send(JSON.stringify({ id, method, params })); });
await send('Page.enable');
await send('Network.enable');
await send('Network.setCacheDisabled', { cacheDisabled: true });
await send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200000, uploadThroughput: 200000 });
await send('Page.addScriptToEvaluateOnNewDocument', { source: `addEventListener('DOMContentLoaded', () => new MutationObserver((_, o) => {
  if (document.querySelector('#results .ex')) { window.firstText = performance.now(); o.disconnect(); }
}).observe(document.body, { childList: true, subtree: true }));` });
const rows = [];
for (const [run] of fs.readFileSync(path.join(output, 'texts-queries.tsv'), 'utf8').trim().split('\n').slice(0, +many).map(l => l.split('\t'))) {
  asked = [];
  await send('Page.navigate', { url: `${base}search/?q=${encodeURIComponent(run)}` });
  let time;
  for (let n = 0; n < 200 && !time; n++) {
    await later(50);
    time = (await send('Runtime.evaluate', { expression: 'window.firstText' })).result.value;
  }
  rows.push({ run, time, bytes: asked.reduce((a, b) => a + b, 0), requests: asked.length });
}
const at = (key, part) => rows.map(r => r[key]).sort((a, b) => a - b)[Math.min(rows.length - 1, Math.floor(rows.length * part))];
console.log(`${rows.length} runs, each with nothing kept: page, style, scripts, directory of places, index, texts\n\n| | median | 95 % | most |\n|---|---:|---:|---:|`);
for (const [name, key, f] of [['first text shown, s', 'time', t => (t / 1000).toFixed(2)], ['all bytes, KB', 'bytes', b => (b / 1000).toFixed(0)], ['requests', 'requests', n => n]])
  console.log(`| ${name} | ${[0.5, 0.95, 1].map(p => f(at(key, p))).join(' | ')} |`);
if (rows.some(r => !r.time)) console.log('not shown:', rows.filter(r => !r.time).map(r => r.run).join(' '));
socket.close();
chromium.kill();
server.close();
await later(300);
fs.rmSync(profile, { recursive: true, force: true });
process.exit(0);
