/* 正文查找:几个连着的字在哪些正文里。combobox.js loads it on /search/. Needs portalSearch (search.js) and the index at {root}search/text/ (TextIndex.cs, tests/text-search-cases.json).
portalText.list(): Promise of the list's having been read; .find(q): Promise of {runs, texts: [{kind, city, ...}], areas}; a run is in a text exactly where a scan of its letters finds it.
.read(text): Promise of {title, at, date, url, sentences}; .marks(sentence, runs): [[from, to]] in it */
(w => {
'use strict';
const HAN = '〇一二三四五六七八九';
const SPACE = /[\0-\x20\xa0\u2000-\u200f\u3000\ufeff]+/, SIGN = /[!-\/:-@[-`{-\xbf\u2010-\u206f\u3001-\u3004\u3008-\u3020\u30fb]/;
if (!w.portalSearch) return; // combobox.js says so
const { bytes, directory, helper } = w.portalSearch, chars = s => Array.from(s), uniq = a => [...new Set(a)];

/* the rules of TextForm.cs; at: for each letter the place in the text that it comes from */
const form = text => {
  let out = '', i = 0;
  const at = [], push = x => { out += x; for (const _ of x.split('')) at.push(i); };
  for (const c of text) {
    if (c === '.' && i && /^\d\.\d/.test(text.slice(i - 1))) push(c);
    else for (const x of c.normalize('NFKC')) {
      if (SPACE.test(x)) continue;
      if (SIGN.test(x)) { if (out && !out.endsWith(' ')) push(' '); }
      else push(x >= '0' && x <= '9' ? HAN[x] : x >= 'A' && x <= 'Z' ? x.toLowerCase() : x === '零' || x === '○' ? '〇' : x);
    }
    i += c.length;
  }
  at.push(i);
  return { out, at };
};
const runs = q => uniq([].concat(...q.split(SPACE).map(p => form(p.normalize('NFC')).out.split(' '))).filter(r => chars(r)[1]));

const kept = {};
const once = (name, make) => kept[name] || (kept[name] = make().catch(e => { delete kept[name]; throw e; }));
const words = async path => new TextDecoder().decode(await bytes('text/' + path));

const list = () => once('', async () => {
  const [head, areas, ...lines] = (await words('list')).split('\n'), h = head.split('\t'), a = areas.split('\t');
  if (h[0] !== 'portal-text 1') throw Error(h[0]);
  let end = 0;
  return {
    shards: +h[1],
    areas: a.filter((x, i) => i % 2 === 0 && x).map((code, i) => ({ code, name: a[2 * i + 1] })),
    groups: lines.filter(Boolean).map(l => {
      const [id, n, own] = l.split('\t'), from = end;
      end += +n;
      return { id, kind: id[0], city: id.slice(1), from, end, size: own ? 1 : +h[3] };
    })
  };
});

/* numbers of seven bits a byte, the lowest first */
const reader = (b, at) => {
  const next = () => { let v = 0, s = 0, x; do { x = b[at++]; v |= (x & 127) << s; s += 7; } while (x > 127); return v; };
  return { next, at: () => at };
};
const shard = (n, of) => once(of + '/' + n, async () => {
  const b = await bytes('text/' + of + '/' + n), r = reader(b, 0), pairs = new Map(), own = [];
  for (let left = r.next(); left--;) own.push([String.fromCodePoint(r.next(), r.next()), r.next()]);
  let from = r.at();
  for (const [pair, length] of own) pairs.set(pair, [from, from += length]);
  return { b, pairs };
});
/* the texts of a pair with its places; only those of some texts where they are known */
const postings = async (pair, shards) => {
  const [a, z] = chars(pair).map(c => c.codePointAt(0)), s = await shard((a * 31 + z & shards - 1).toString(16), shards), [from, to] = s.pairs.get(pair) || [0, 0];
  return { size: to - from, each: f => {
    const r = reader(s.b, from);
    let text = 0;
    while (r.at() < to) {
      text += r.next();
      let place = 0, left = r.next();
      const places = [];
      while (left--) places.push(place += r.next());
      f(text, places);
    }
  } };
};
/* numbers of the texts with the run: its pairs one beside the other cover it; the rarest is read first */
const having = async (run, shards) => {
  const c = chars(run), last = c.length - 2, offs = [];
  for (let i = 0; i < last; i += 2) offs.push(i);
  const lists = await Promise.all([...offs, last].map(async off => Object.assign(await postings(c[off] + c[off + 1], shards), { off })));
  let found;
  for (const l of lists.sort((x, y) => x.size - y.size)) {
    const now = new Map();
    l.each((text, places) => {
      if (found && !found.has(text)) return;
      const at = places.map(p => p - l.off), both = found ? at.filter(p => found.get(text).has(p)) : at;
      if (both.length) now.set(text, new Set(both));
    });
    found = now;
  }
  return found;
};

const search = async q => {
  const rs = runs(q), l = await list();
  if (!rs[0]) return { runs: rs, texts: [], areas: l.areas };
  const [first, ...rest] = await Promise.all(rs.map(r => having(r, l.shards)));
  let g = 0;
  return { runs: rs, areas: l.areas, texts: [...first.keys()].filter(n => rest.every(r => r.has(n))).sort((x, y) => x - y).map(n => {
    while (l.groups[g].end <= n) g++;
    const { id, kind, city, from, size } = l.groups[g], i = n - from;
    return { kind, city, path: 't/' + id + '-' + Math.floor(i / size), i: i % size };
  }) };
};
/* traditional characters are read as simplified ones where the texts do not have them as typed; the runs are then the simplified ones */
const find = async q => {
  const asked = await search(q);
  if (asked.texts[0] || !/[\u3400-\u9fff]/.test(q)) return asked;
  const folded = await directory().then(helper).then(s => s.simple(q));
  return folded === q ? asked : search(folded);
};
const read = async t => {
  const [head, ...sentences] = (await once(t.path, () => words(t.path))).split('\n\n')[t.i].split('\n'), [title, at, date, url] = head.split('\t');
  return { title, at, date, url, sentences };
};
const marks = (sentence, rs) => {
  const { out, at } = form(sentence), all = [];
  for (const r of rs) for (let i = out.indexOf(r); i >= 0; i = out.indexOf(r, i + 1)) {
    const from = at[i], last = at[i + r.length - 1];
    all.push([from, last + String.fromCodePoint(sentence.codePointAt(last)).length]);
  }
  return all.sort((x, y) => x[0] - y[0] || y[1] - x[1]).reduce((done, m) => {
    const p = done[done.length - 1];
    if (p && m[0] <= p[1]) p[1] = Math.max(p[1], m[1]); else done.push(m);
    return done;
  }, []);
};

w.portalText = { list, find, read, marks, form: s => form(s.normalize('NFC')).out, runs };
})(window);
