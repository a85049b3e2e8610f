/* 名称查找。combobox.js loads it when somebody wants to search. It needs <html data-root="../"> and the index at {root}search/index/ (IndexText.cs, tests/search-cases.json).
portalSearch.find(q): Promise of {places, schools, placeTotal, total, more: total is a lower bound, near: only similar names}; .directory(): Promise of its having been read;
 .fill(to, name, hit, q) writes a hit; .bytes(path): Promise of a file's bytes, unzipped; .add(address): Promise of a script's having run. */
((w, d) => {
'use strict';
const root = d.documentElement.dataset.root || './', here = (d.currentScript || {}).src;
const HAN = '〇一二三四五六七八九', NO = 9;
const BLANK = /[\0-\/:-@[-`{-\xbf\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb\ufeff]+/g;
const flat = a => [].concat(...a), uniq = a => [...new Set(a)], tight = s => s.replace(/ /g, ''), chars = s => Array.from(s);

/* the rules of SearchText.cs */
const plain = s => s.normalize('NFKC').toLowerCase();
const han = s => s.replace(/\d/g, c => HAN[c]);
const normalise = (s, tens) => plain(s).replace(BLANK, ' ').trim().replace(/[零○]/g, '〇').replace(/\d+/g, n =>
  n[3] ? n : tens && n[1] && !n[2] && n[0] > 0 ? (n[0] > 1 ? HAN[n[0]] : '') + '十' + (n[1] > 0 ? HAN[n[1]] : '') : han(n));
const code = s => plain(s).replace(/[^a-z0-9]/g, '');
const forms = s => uniq([normalise(s), /\d/.test(s = plain(s)) && normalise(s, true)]).filter(Boolean);
const keys = names => flat(names.map(forms)).map(tight);

/* 0 the name, 1 its beginning, 2 a run of it, 3 all parts, 4 the characters in this order */
const rate = (form, key) => {
  let run = tight(form), i = key.indexOf(run);
  if (i >= 0) return i ? 2 : +(run !== key);
  if (form.split(' ').every(p => key.includes(p))) return 3;
  i = 0;
  return chars(run).every(c => i = key.indexOf(c, i) + 1) ? 4 : NO;
};
const best = (fs, ks) => Math.min(NO, ...flat(fs.map(f => ks.map(k => rate(f, k)))));
const score = (q, names) => best(forms(q), keys(names));

/* files: each is read once, a failed one again */
const kept = {};
const once = (name, make) => kept[name] || (kept[name] = make().catch(e => { delete kept[name]; throw e; }));
const bytes = path => once(path, async () => {
  const r = await fetch(root + 'search/' + path, { cache: /(places|list|all)$/.test(path) ? 'no-cache' : 'default' });
  if (!r.ok) throw Error(path);
  let b = new Uint8Array(await r.arrayBuffer()), n = b.length - 4;
  if (b[0] === 31 && b[1] === 139) {
    if (w.DecompressionStream) return new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer().then(x => new Uint8Array(x));
    b = (await once('/', inflate))(b.subarray(10, n - 4), new Uint8Array(new DataView(b.buffer).getUint32(n, true)));
  }
  return b;
});
const file = async path => new TextDecoder().decode(await bytes('index/' + path));
const add = src => new Promise((onload, onerror) => d.head.append(Object.assign(d.createElement('script'), { onload, onerror, src, async: false })));
const inflate = () => {
  w.module = {};
  return add(new URL('vendor/tiny-inflate/tiny-inflate.js', here)).then(() => w.module.exports);
};

let dir;
const directory = () => once('//', async () => {
  const [head, frequent, decided, computed, ...lines] = (await file('places')).split('\n'), h = head.split('\t'), rank = {}, by = {};
  if (h[0] !== 'portal-search 5') throw Error(h[0]);
  chars(frequent).forEach((c, i, a) => { if (i % 2) rank[a[i - 1] + c] = i; });
  let p = { id: '' };
  const all = lines.filter(Boolean).map((l, i) => {
    const [c, said, level = p.level, up, shard, url] = l.split('\t'), id = p.id.slice(0, parseInt(c[0], 36)) + c.slice(1), [short, kind] = said.split('|'), name = short + (kind || ''), [key] = keys([name]);
    const parent = up === '.' ? p : up ? by[up] : p.parent;
    p = by[id] = { id, key, short: kind ? keys([short])[0] : key.replace(/(..)([省市县区州旗盟]|地区)$/, '$1'), name, level: level || p.level, shard, up: parent ? parent.up : [], url: url || h[3].replace('*', id),
      at: where(parent), place: id, was: [], say: [decided, computed].map(s => h[s.charCodeAt(i) - 185]) };
    p.parent = parent;
    p.up = [p, ...p.up];
    return p;
  });
  dir = { shards: h[1], url: h[4] || '', sounds: h[5], help: h[6], rank, by, all };
});
const where = p => p ? p.up.slice(0, 2).filter(x => x.parent).reverse().map(x => x.name).join('') : '';
const Row = {
  get keys() { return this.k = this.k || keys([this.name, ...this.was]); },
  get own() {
    const [t] = keys([this.here]), o = this.keys.map(k => [this.p.key, this.p.short].reduce((k, n) => k !== n && k.startsWith(n) ? k.slice(n.length) : k, k));
    return this.o = this.o || (t ? o.concat(o.filter(k => !k.includes(t)).map(k => t + k)) : o);
  },
};
const rows = block => {
  let place, code, at = 0, id = '';
  return block.split('\n').filter(Boolean).map(l => {
    const [own, name, county, town, level, former, note, url] = l.split('\t'), was = former ? former.split('|') : [], here = /^\d$/.test(town) ? name.slice(0, town) : town;
    if (county) {
      place = county[0] === '=' ? 0 : dir.all[at += parseInt(county, 36)];
      code = place ? place.id : county.slice(1);
    }
    id = (own[0] === '*' ? code : id.slice(0, parseInt(own[0], 36))) + own.slice(1);
    const p = place || {};
    return { __proto__: Row, id, name, place: code, at: [where(place), here].join(' '), level, was, note, url: url || dir.url.replace('*', id), p, here };
  });
};
/* the schools of a run; cut: how many there are where not all are listed */
const shard = (route, n) => {
  let h = 2166136261;
  for (const c of route.split('')) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  h = (h ^ h >>> 15) & n - 1;
  return n + (h < 16 ? '/0' : '/') + h.toString(16);
};
const route = run => run[0] === '#' ? run.slice(0, 9) : chars(run).slice(0, 3).join('');
const list = async run => {
  let at = 0;
  const path = shard(route(run), dir.shards), s = await once('/' + path, async () => {
    const [top, runs = ''] = (await file(path)).split('\n\n');
    return { top: rows(top), runs: new Map(runs.split('\n').map(l => [l.split('\t')[0], l.split('\t')])) };
  });
  const f = s.runs.get(run) || [];
  return { cut: +f[2] || 0, rows: f[1] ? f[1].split(',').map(n => s.top[at += parseInt(n, 36)]) : [] };
};
/* the list of the shortest beginning of a frequent run that is not frequent, else of the run */
const chain = async (run, n) => {
  const c = chars(run);
  let l;
  do l = await list(c.slice(0, n).join('')); while (l.cut && n++ < c.length);
  return l;
};

/* hits are [school, class]; cut: the total where not all are listed, then run: of which run, has: whether a school has it; more: how many are unknown */
const pick = (all, rank, to = NO) => all.map(r => [r, rank(r)]).filter(h => h[1] < to);
const pairs = s => uniq(chars(s).map((c, i, a) => c + a[i + 1]).slice(0, -1)).sort((a, b) => (dir.rank[b] || 1e9) - (dir.rank[a] || 1e9));
const named = async form => {
  const parts = form.split(' '), rare = flat(parts.map(pairs)).find(b => !dir.rank[b]);
  const lists = rare ? [await list(rare)] : await Promise.all(parts.slice(0, 4).map(p => chain(p, Math.min(3, chars(p).length))));
  const whole = lists.find(l => !l.cut);
  return { hits: pick(whole ? whole.rows : flat(lists.map(l => l.rows)), r => best([form], r.keys), 4), cut: !whole && !parts[1] && lists[0].cut, run: form, has: r => r.keys.some(k => k.includes(form)), more: parts[1] && !whole };
};
/* places whose names stand in the query, and what else it says */
const placesIn = form => {
  let top = 1, out = [];
  for (const place of dir.all) if (form.includes(place.short)) {
    let rest = form, sure = true, got = 0;
    for (const p of place.up) {
      const k = [p.key, p.short].find(n => n[1] && rest.includes(n));
      if (k) {
        const next = rest[rest.indexOf(k) + k.length];
        sure = sure && (k === p.key || !next || next === ' ');
        rest = rest.replace(k, ' ');
        got += k.length;
      } else if (p === place) break;
    }
    if (got > top) { top = got; out = []; }
    if (got === top) out.push({ place, sure, rest: rest.trim().replace(/ +/g, ' ') });
  }
  return out[12] ? [] : out;
};
const county = p => once('=' + p.id, async () => rows(await file('c/' + p.id)));
/* a county's schools by the rest of the query; those that only have its characters count too */
const inside = async x => ({ hits: pick(await county(x.place), r => below(Math.min(best([x.rest], r.own), best([x.rest], r.keys)))) });
const below = c => c < NO ? 3 + c / 10 : c;
const sortKey = ([r, k]) => [10 + k * 10, r.note ? 1 : 0, r.place, r.name, r.id].join('\t');
const sorted = hits => hits.map(h => [sortKey(h), h[0]]).sort((a, b) => a[0] < b[0] ? -1 : 1);

/* what was found: groups of hits put together; of: the most frequent run of which not all are listed */
const sum = () => {
  const hits = new Map(), out = { places: [], schools: [], placeTotal: 0, total: 0 };
  const count = all => { out.total = out.of ? out.of.cut + all.filter(h => !out.of.has(h[0])).length : all.length; };
  return {
    out,
    add: g => {
      for (const h of g.hits) {
        const o = hits.get(h[0].id);
        if (!o || h[1] < o[1]) hits.set(h[0].id, h);
      }
      if (g.cut) {
        out.more = out.more || !!out.of && out.of.run !== g.run;
        if (!out.of || out.of.cut < g.cut) out.of = g;
      }
      out.more = out.more || !!g.more;
      count([...hits.values()]);
    },
    done: places => {
      let all = [...hits.values()], good = all.filter(h => h[1] < 4);
      if (good[0]) count(all = good);
      const first = a => sorted(a).map(h => h[1]);
      return Object.assign(out, { placeTotal: places.length, places: first(places), schools: first(all) });
    },
  };
};
/* counties named whole, or whose short name stands before a whole name, answer alone where they can; else the runs of the names; with a place named, search-help.js */
const look = async fs => {
  const { out, add, done } = sum(), found = flat(fs.map(placesIn)), some = found.filter(x => x.rest && x.place.shard), parts = fs.map(f => f.split(' '));
  for (const [x, g] of await Promise.all(some.slice(0, 3 * fs.length).map(async x => [x, await inside(x)]))) if (x.sure || g.hits.some(h => h[1] === 3)) add(g);
  if (out.total) out.more = true;
  else if (found.some(x => x.rest)) await (await helper()).around(fs, found, add, out);
  else for (const f of fs) {
    const g = await named(f);
    add(g);
    if (g.more) add({ hits: (await named(tight(f))).hits });
  }
  return done(pick(dir.all, p => Math.min(parts.some(f => f.every(t => p.key.includes(t))) ? best(fs, [p.key]) : NO, found.some(x => x.place === p && !x.rest) ? 3 : NO), 4));
};
const helper = () => once('help', () => add(root + dir.help)).then(() => w.portalSearch);
/* what search-help.js answers: letters, also among characters, and what no simplified name has */
const HELPED = /[a-z學縣區鄉鎮實]/;
const find = async q => {
  const fs = forms(q);
  if (!fs[0]) return sum().out;
  if (/[a-z]/.test(fs[0])) bytes('index/readings').catch(() => 0); // comes with the directory
  await directory();
  const out = /[^\0-\x7f]/.test(fs[0]) && !HELPED.test(fs[0]) ? await look(fs) : 0;
  return out && (out.placeTotal || out.total || out.more) ? out : (await helper()).help(q, fs, dir);
};

/* words and looks */
const set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); return e; };
const el = (tag, o, ...inner) => { const e = set(d.createElement(tag), o); e.append(...inner); return e; };
const marked = (name, q) => {
  const key = name.replace(/[^]/g, c => han(normalise(c)) || ' '), out = [];
  let end = 0;
  if (key.length === name.length) for (const f of forms(q).map(han)) for (const p of [tight(f), ...f.split(' ')]) {
    const at = key.indexOf(p);
    if (at >= end) out.push(name.slice(end, at), el('mark', {}, name.slice(at, end = at + p.length)));
  }
  return [...out, name.slice(end)];
};
const fill = (to, name, x, q) => {
  const was = x.was.find(n => score(q, [n]) < score(q, [x.name])), note = { class: 'note' };
  name.append(...marked(x.name, q));
  to.append(name, el('span', { class: 'at' }, [x.at, x.level].filter(Boolean).join(' · ')));
  if (was) to.append(el('span', note, '曾用名：', ...marked(was, q)));
  for (const n of x.say || [x.note]) if (n) to.append(el('span', note, n));
  return to;
};

w.portalSearch = { normalise, find, directory, helper, score, fill, bytes, add, NO, flat, uniq, tight, chars, plain, code, forms, keys, best, once, file, rows, shard, route, list, chain, pick, pairs, named, placesIn, county, below, sum, look, dir: () => dir };
})(window, document);
