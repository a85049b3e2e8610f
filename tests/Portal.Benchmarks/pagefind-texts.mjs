// The reports of an index that `texts <input> <output>` wrote, as plain pages for Pagefind, and a page that asks Pagefind for 100 runs of two to six characters taken
// from them and counts for how many it finds exactly the reports that have the run.
//   node tests/Portal.Benchmarks/pagefind-texts.mjs <output> <site>
//   npx pagefind@1.4.0 --site <site>
//   python3 -m http.server 8932 --directory <site>, then
//   chromium --headless --no-sandbox --virtual-time-budget=90000 --dump-dom http://127.0.0.1:8932/runs.html
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [output, site] = process.argv.slice(2), blocks = path.join(output, 'search/text/t'), texts = [];
for (const file of fs.readdirSync(blocks).filter(f => f[0] === 'r').sort()) {
  const [head, ...sentences] = zlib.gunzipSync(fs.readFileSync(path.join(blocks, file))).toString().trimEnd().split('\n'), [title] = head.split('\t');
  const folder = path.join(site, String(texts.length));
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'index.html'),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><main data-pagefind-body><h1>${title}</h1>${sentences.map(s => `<p>${s}</p>`).join('')}</main></body></html>`);
  texts.push([title, ...sentences].join('\n'));
}
let seed = 7;
const below = n => { seed = seed * 1103515245 + 12345 & 0x7fffffff; return seed % n; };
const runs = [];
while (runs.length < 100) {
  const text = texts[below(texts.length)], length = 2 + below(5), from = below(text.length - length), run = text.slice(from, from + length);
  if (/^[\u4e00-\u9fff]+$/.test(run)) runs.push([run, texts.map((t, n) => t.includes(run) ? n : -1).filter(n => n >= 0)]);
}
fs.writeFileSync(path.join(site, 'runs.json'), JSON.stringify(runs));
// Up to sixty results are compared one by one (each costs Pagefind a file), more of them by their number.
fs.writeFileSync(path.join(site, 'runs.html'), `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><pre></pre><script type="module">
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
const said = { runs: 0, exact: 0, fewer: 0, more: 0, none: 0 };
for (const [run, wanted] of await (await fetch('runs.json')).json()) {
  const { results } = await pagefind.search(run);
  let exact = results.length === wanted.length;
  if (exact && results.length <= 60) {
    const found = await Promise.all(results.map(async r => +(await r.data()).url.split('/')[1]));
    exact = found.every(n => wanted.includes(n));
  }
  said.runs++;
  said.exact += exact;
  said.fewer += results.length < wanted.length;
  said.more += results.length > wanted.length;
  said.none += !results.length;
}
const read = performance.getEntriesByType('resource').filter(r => r.name.includes('/pagefind/') && !r.name.includes('fragment'));
said.files = read.slice(0, 5).map(r => r.name.split('/').pop().split('?')[0] + ' ' + r.encodedBodySize);
document.querySelector('pre').textContent = JSON.stringify(said);
</script></html>`);
console.log(`${texts.length} reports`);
