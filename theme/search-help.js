/* 名称查找的后备：市和省里的学校、代码、拼音、首字母、繁体字、错一个字或少一个字。
search.js needs <html data-root="../"> and the index at {root}search/index/ (IndexText.cs, tests/search-cases.json); combobox.js loads it.
portalSearch.find(q): Promise of {places, schools, placeTotal, total, more: total is a lower bound, near: only similar names}; .directory(): Promise of its having been read;
 .fill(to, name, hit, q) writes a hit; .bytes(path): Promise of a file's bytes, unzipped; .add(address): Promise of a script's having run. This script comes for letters, codes, places beside a name that their county's file does not answer, and queries that find nothing; the directory says where
 it is. It adds .help(q, forms, directory): Promise as of find, .around, and .sound, .near, .simple for the shared cases. */
(k => {
'use strict';
const { NO, flat, uniq, tight, chars, plain, code, forms, best, once, file, rows, shard, list, chain, pick, pairs, named, placesIn, county, below, sum, look } = k;
const COUNTIES = 6, PLACES = 3, LIKELY = 8, FILES = 24, ROUTES = 3, LISTS = 2, WRONG = 5, SHORTEST = 4;
let dir = k.dir(), readings = {}, simplified = {};

/* the tables of Readings.cs */
const distances = text => {
  let at = 0x3400;
  const out = [];
  for (const c of text) if (c === '~') at += 90; else { at += c.charCodeAt(0) - 35; out.push(String.fromCharCode(at++)); }
  return out;
};
const number = (high, low) => (high.charCodeAt(0) - 35) * 90 + low.charCodeAt(0) - 35;
const readReadings = () => once('readings', async () => {
  const [all, at, high, low, further] = (await file('readings')).split('\n'), names = all.split(' ');
  distances(at).forEach((c, i) => readings[c] = [names[number(high[i], low[i])]]);
  further.replace(/([^\0-~])([#-~]+)/g, (_, c, more) => { for (let i = 0; i < more.length; i += 2) readings[c].push(names[number(more[i], more[i + 1])]); });
  for (const c in readings) for (const r of readings[c]) if (r.includes('v')) readings[c].push(r.replace('v', 'u'));
});
const readSimplified = () => once('simplified', async () => {
  const [at, to] = (await file('simplified')).split('\n');
  distances(at).forEach((c, i) => simplified[c] = to[i]);
});
const simple = s => s.replace(/[^\0-\x7f]/g, c => simplified[c] || c);
const letters = s => plain(s).replace(/ü/g, 'v').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const of = c => readings[c] || [c];

/* characters that no simplified text has: outside GB 2312 and the names of places */
const traditional = s => {
  const known = k.known = k.known || new TextDecoder('gbk').decode(Uint8Array.from({ length: 13536 }, (_, i) => i % 2 ? 161 + (i >> 1) % 94 : 176 + i / 188)) + dir.all.map(p => p.key).join('');
  return (s.match(/[\u4e00-\u9fff]/g) || []).some(c => !known.includes(c));
};

/* schools whose names have the whole query; and those of a place that have the rest: by its counties' files, of a large place by the run */
const within = place => dir.all.filter(p => p.shard && p.up.includes(place));
const readable = ({ place, sure }) => { const own = within(place); return own[sure ? FILES : 2] ? [] : own; };
const inside = async x => {
  const { place, rest } = x;
  const own = within(place), big = own[5] && await named(rest), some = big && big.hits.some(h => own.includes(dir.by[h[0].place]));
  const all = some ? big.hits.map(h => h[0]).filter(r => own.includes(dir.by[r.place])) : flat(await Promise.all(readable(x).map(county)));
  return { more: some && (big.more || big.cut), hits: pick(all, r => { const c = Math.min(best([rest], r.own), best([rest], r.keys)); return c < 4 ? below(c) : c; }) };
};
/* unsure ones are at most three */
const few = found => [...found.filter(x => x.sure), ...found.filter(x => !x.sure).slice(0, PLACES)];
const around = async (fs, found, add, out) => {
  dir = k.dir();
  for (const f of fs) {
    const g = await named(f);
    add(g);
    if (g.more) add({ hits: (await named(tight(f))).hits });
  }
  for (const county of [true, false]) for (const x of few(found)) if (x.rest && !x.place.shard !== county && !out.more && (x.sure || !out.total)) add(await inside(x));
};

/* by sound. A character meets its whole reading, its first letter (not where whole is asked), at the end of the query a reading's beginning, or a character read alike. */
const meets = (q, i, c) => i < q.length && (q.charCodeAt(i) > 127 ? q[i] === c || of(q[i]).some(r => of(c).includes(r)) : of(c).some(r => r[0] === q[i]));
const step = (q, at, c, whole) => {
  const out = new Set();
  for (const i of at) {
    if (/[^\0-\x7f]/.test(q[i] || '')) { if (q[i] === c || of(q[i]).some(r => of(c).includes(r))) out.add(i + 1); continue; }
    for (const r of of(c)) {
      if (q.startsWith(r, i)) out.add(i + r.length);
      if (!whole && i < q.length) {
        if (q[i] === r[0]) out.add(i + 1);
        if (r.startsWith(q.slice(i))) out.add(q.length);
      }
    }
  }
  return out;
};
/* classes as of names: 0 the name, 1 its beginning, 2 a run of it, 4 the characters in this order */
const begins = (q, key) => {
  const cs = chars(key);
  let at = new Set([0]);
  if (meets(q, 0, cs[0])) for (let j = 0; j < cs.length && at.size; j++) if ((at = step(q, at, cs[j])).has(q.length)) return +(j < cs.length - 1);
  return NO;
};
const rate = (q, key) => {
  const cs = chars(key), from = cs.map(() => new Set());
  let top = begins(q, key), loose = new Set([0]);
  if (top < NO) return top;
  cs.forEach((c, j) => {
    if (meets(q, 0, c)) from[j].add(0);
    for (let s = 0; s <= j; s++) if (from[s].size) {
      from[s] = step(q, from[s], c);
      if (from[s].has(q.length)) top = Math.min(top, s ? 2 : +(j < cs.length - 1));
    }
    for (const i of step(q, loose, c)) loose.add(i);
  });
  return top < NO ? top : loose.has(q.length) ? 4 : NO;
};
const sound = (q, names) => Math.min(NO, ...names.map(n => rate(q, n)));
/* where a name that begins at a place of the query ends, its characters read whole */
const ends = (q, from, name, whole) => {
  let at = new Set(meets(q, from, name[0]) ? [from] : []);
  for (const c of name) if (at.size) at = step(q, at, c, whole);
  return at;
};
const fullOf = r => { const p = dir.by[r.place] || { key: '', short: '' }; return flat(r.own.map(o => [p.short + o, p.key + o])); };

const bySound = async form => {
  await readReadings();
  const parts = form.split(' '), q = tight(form), starts = [0], found = [], { add, done, out } = sum();
  parts.forEach((p, i) => starts.push(starts[i] + p.length));
  const cut = (q, name, at) => flat(at.map(from => [...ends(q, from, name, true)].map(to => ({ from, to, got: to - from }))));
  for (const place of dir.all) for (const name of uniq([place.key, place.short])) if (chars(name)[1]) for (const c of cut(q, name, starts)) {
    let rest = q.slice(0, c.from) + q.slice(c.to), got = c.got;
    for (const p of place.up.slice(1)) for (const n of [p.key, p.short]) {
      const at = n && n[1] && cut(rest, n, [0])[0];
      if (at) { rest = rest.slice(at.to); got += at.got; break; }
    }
    found.push({ place, rest, got });
  }
  found.sort((a, b) => b.got - a.got || (a.place.id < b.place.id ? -1 : 1));
  const places = pick(dir.all, p => found.some(x => x.place === p && !x.rest) ? 0 : begins(q, p.key), 2);
  /* counties of which most letters stand in the query, then the others */
  const rested = found.filter(x => x.rest), shards = rested.filter(x => x.place.shard), most = shards.filter(x => x.got === shards[0].got);
  const large = shards[0] ? [] : flat(uniq(rested.map(x => x.place)).slice(0, 1).map(within)).slice(0, COUNTIES * 2), wanted = uniq(shards.map(x => x.place)).slice(0, COUNTIES);
  let top = NO;
  for (const own of [uniq(most.map(x => x.place)).slice(0, PLACES), wanted, large]) if (top > 3.4) {
    add({ hits: pick(flat(await Promise.all(own.map(county))), r => {
      const c = Math.min(NO, ...rested.filter(x => dir.by[r.place].up.includes(x.place)).map(x => sound(x.rest, r.own)));
      top = Math.min(top, c < 4 ? below(c) : c);
      return c < 4 ? below(c) : c;
    }) });
  }
  if (!out.total) {
    /* first letters of the county's short name or name, then of the school's */
    const first = chars(q).map(c => of(c)[0][0]).join(''), lengths = {};
    for (const p of dir.all) if (p.shard) for (const n of uniq([p.short, p.key])) {
      const l = chars(n).length;
      if (l < q.length && !lengths[l] && ends(q, 0, n).has(l)) lengths[l] = 1;
    }
    const routes = uniq(Object.keys(lengths).slice(0, ROUTES).map(l => first.slice(0, 2) + first.substr(l, 2)).filter(r => r[3]));
    for (const some of [routes.slice(0, 2), routes.slice(2)]) if (!out.total) {
      const paths = uniq(some.map(r => 's/' + shard(r, dir.sounds))), near = flat(await Promise.all(paths.map(async path => rows(await file(path)))));
      add({ hits: pick(near, r => {
        const place = dir.by[r.place], c = place && !meets(q, 0, place.key[0]) ? NO : Math.min(NO, ...fullOf(r).map(n => begins(q, n)));
        return c < 2 ? below(c) : NO;
      }) });
    }
  }
  /* a small site: letters of a name without its county, in all its schools */
  const all = dir.all.filter(p => p.shard);
  if (!out.total && q[2] && !all[FILES]) add({ hits: pick(flat(await Promise.all(all.map(county))), r => { const c = sound(q, r.own); return c < 3 ? below(c) : NO; }) });
  return done(places);
};

/* 5: the name but for one character, 6: a run of it but for one */
const errors = (q, key, whole) => {
  let row = Array.from({ length: key.length + 1 }, (_, j) => whole ? j : 0);
  for (let i = 0; i < q.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < key.length; j++) next.push(Math.min(row[j] + +(q[i] !== key[j]), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return whole ? row[key.length] : Math.min(...row);
};
const near = (query, names) => {
  const q = tight(query), some = names.filter(n => Math.abs(n.length - q.length) < 2);
  return q.length >= SHORTEST - 1 && some.some(n => errors(q, n, true) < 2) ? WRONG : q.length >= SHORTEST && names.some(n => n.length >= q.length - 1 && errors(q, n) < 2) ? WRONG + 1 : NO;
};
const byLikeness = async fs => {
  const [f] = fs, q = tight(f), { add, out, done } = sum(), like = r => Math.min(best(fs, r.keys), near(f, r.keys), near(f, fullOf(r)));
  /* what was read already: the counties of places that the query names */
  const found = few(placesIn(f).filter(x => x.rest)), own = flat(found.map(readable));
  const all = flat(await Promise.all(uniq(own).map(county)));
  add({ hits: pick(all, r => Math.min(like(r), ...found.map(x => near(x.rest, r.own)))) });
  if (!out.total) {
    const likely = dir.all.filter(p => {
      const begin = q.slice(0, p.key.length + 1);
      return p.shard && p.key.length > 2 && chars(p.key).filter(c => begin.includes(c)).length > p.key.length - 2 && errors(p.key, begin) < 2;
    });
    const first = p => q[0] === p.key[0] ? 0 : 1;
    add({ hits: pick(flat(await Promise.all(likely.sort((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1)).slice(0, LIKELY).map(county))), like) });
  }
  /* two rare pairs apart from each other: one wrong character cannot be in both */
  const cs = chars(q), at = cs.map((c, i) => i).filter(i => cs[i + 1] && !dir.rank[cs[i] + cs[i + 1]]).reverse(), apart = at.filter(i => i === at[0] || i === at.find(n => n < at[0] - 1));
  for (const b of apart[0] >= 0 ? apart.map(i => cs[i] + cs[i + 1]) : pairs(q).slice(0, LISTS)) if (!out.total) add({ hits: pick((await list(b)).rows, like), more: true });
  return done([]);
};

/* a code's beginning is filed at 4, 6, 8 characters, then as far as it is frequent */
const byCode = async c => {
  const n = c[7] ? 8 : c.length & 6, l = await chain('#' + (c[7] ? c : c.slice(0, n)), n + 1), all = c[n], { add, done } = sum();
  add({ hits: pick(l.rows, r => code(r.id).startsWith(c) ? +(code(r.id) !== c) : NO), cut: !all && l.cut, more: all && l.cut });
  return done(pick(dir.all, p => p.id.startsWith(c) ? 1 : NO));
};

const any = r => r.total || r.placeTotal;
const help = async (query, fs, directory) => {
  dir = directory;
  const id = code(query), none = sum().out;
  let r = none;
  if (id[3] && /\d/.test(id) && !/[^\0-\x7f]/.test(plain(query))) r = await byCode(id);
  const mixed = /[^\0-\x7f]/.test(fs[0]) && /[a-z]/.test(fs[0]);
  if (mixed) r = await bySound(forms(letters(query))[0]);
  if (!any(r) && mixed) r = await look(fs);
  if (!any(r) && /[^\0-\x7f]/.test(fs[0])) for (const asked of traditional(query) ? [true] : [false, true]) if (!any(r)) {
    let q = query;
    if (asked) await readSimplified();
    if (asked) q = simple(query);
    if (asked && q === query && !traditional(query)) break;
    if (q !== query) { fs = forms(q); r = await look(fs); }
    else if (asked) r = await look(fs);
    if (!any(r)) r = Object.assign(await byLikeness(fs), { near: true });
  }
  if (!any(r) && (/[^\0-\x7f]/.test(fs[0]) || /[a-z]/.test(fs[0]))) {
    const han = /[a-z]/.test(fs[0]) ? {} : { near: true };
    r = Object.assign(await bySound(forms(letters(query))[0]), han);
  }
  return any(r) ? r : none;
};
Object.assign(k, { help, around, near, simple: async s => { await readSimplified(); return simple(s); }, sound: async (q, names) => { await readReadings(); return sound(tight(forms(letters(q))[0]), names.map(n => tight(forms(n)[0]))); } });
})(window.portalSearch);
