/* 名称查找的后备：代码、拼音、首字母、繁体字、错一个字或少一个字。Loaded by search.js for queries of letters and where nothing was found;
adds portalSearch.help(q, forms, directory): Promise as of find, and .sound, .near, .simple for the shared cases (tests/search-cases.json). */
(k => {
'use strict';
const { NO, flat, uniq, tight, chars, plain, code, forms, best, once, file, rows, shard, list, chain, pick, pairs, placesIn, within, county, below, up, sum, look } = k;
const COUNTIES = 6, PLACES = 4, ROUTES = 3, WRONG = 5, SHORTEST = 4;
let dir, readings = {}, simplified = {};

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

/* by sound. A character meets its whole reading, its first letter (not where whole is asked), at the end of the query a reading's beginning, or a character read alike. */
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
const rate = (q, key) => {
  const cs = chars(key), from = cs.map(() => new Set());
  let top = NO, loose = new Set([0]);
  cs.forEach((c, j) => {
    from[j].add(0);
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
const ends = (q, from, name, whole) => chars(name).reduce((at, c) => at.size ? step(q, at, c, whole) : at, new Set([from]));
const fullOf = r => { const p = dir.by[r.place] || { key: '', short: '' }; return flat(r.own.map(o => [p.short + o, p.key + o])); };

const bySound = async form => {
  await readReadings();
  const parts = form.split(' '), q = tight(form), starts = [0], found = [], { add, done, out } = sum();
  parts.forEach((p, i) => starts.push(starts[i] + p.length));
  const cut = (q, name, at) => flat(at.map(from => [...ends(q, from, name, true)].map(to => ({ from, to, got: to - from }))));
  for (const place of dir.all) for (const name of uniq([place.key, place.short])) if (chars(name)[1]) for (const c of cut(q, name, starts)) {
    let rest = q.slice(0, c.from) + q.slice(c.to), got = c.got;
    for (const p of up(place.parent)) for (const n of [p.key, p.short]) {
      const at = n && n[1] && cut(rest, n, [0])[0];
      if (at) { rest = rest.slice(at.to); got += at.got; break; }
    }
    found.push({ place, rest, got });
  }
  found.sort((a, b) => b.got - a.got || (a.place.id < b.place.id ? -1 : 1));
  const places = pick(dir.all, p => found.some(x => x.place === p && !x.rest) ? 0 : sound(q, [p.key]), 2);
  const wanted = uniq(found.filter(x => x.rest && x.place.shard).map(x => x.place)).slice(0, COUNTIES);
  const large = wanted[0] ? [] : uniq(found.filter(x => x.rest).map(x => x.place)).slice(0, 1), own = flat([wanted, ...large.map(within)]).slice(0, COUNTIES * 2);
  const all = flat(await Promise.all(own.map(county)));
  add({ hits: pick(all, r => Math.min(NO, ...found.filter(x => x.rest && up(dir.by[r.place]).includes(x.place)).map(x => below(sound(x.rest, r.own))))) });
  if (!out.total) {
    /* first letters of the county's short name or name, then of the school's */
    const first = chars(q).map(c => of(c)[0][0]).join(''), lengths = {};
    for (const p of dir.all) if (p.shard) for (const n of uniq([p.short, p.key])) {
      const l = chars(n).length;
      if (l < q.length && !lengths[l] && ends(q, 0, n).has(l)) lengths[l] = 1;
    }
    const routes = uniq(Object.keys(lengths).slice(0, ROUTES).map(l => first.slice(0, 2) + first.substr(l, 2)).filter(r => r[3]));
    const near = flat(await Promise.all(uniq(routes.map(r => 's/' + shard(r, dir.sounds))).map(async path => rows(await file(path)))));
    add({ hits: pick(near, r => { const c = sound(q, fullOf(r)); return c < 2 ? 3 + c / 10 : NO; }) });
  }
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
  const found = placesIn(f).filter(x => x.rest), own = flat(found.map(x => within(x.place).slice(0, COUNTIES))).slice(0, COUNTIES);
  const all = flat(await Promise.all(uniq(own).map(county)));
  add({ hits: pick(all, r => Math.min(like(r), ...found.map(x => near(x.rest, r.own)))) });
  if (!out.total) {
    const likely = dir.all.filter(p => p.shard && p.key.length > 2 && errors(p.key, q.slice(0, p.key.length + 1)) < 2);
    if (!likely[PLACES]) add({ hits: pick(flat(await Promise.all(likely.map(county))), like) });
  }
  for (const b of pairs(q).slice(0, PLACES)) if (!out.total) add({ hits: pick((await list(b)).rows, like), more: true });
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
  if (!any(r) && /[^\0-\x7f]/.test(fs[0])) {
    await readSimplified();
    const q = simple(query);
    if (q !== query) { fs = forms(q); r = await look(fs); }
    if (!any(r)) r = Object.assign(await byLikeness(fs), { near: true });
  }
  if (!any(r) && (/[^\0-\x7f]/.test(fs[0]) || /[a-z]/.test(fs[0]))) {
    const han = /[a-z]/.test(fs[0]) ? {} : { near: true };
    r = Object.assign(await bySound(forms(letters(query))[0]), han);
  }
  return any(r) ? r : none;
};
Object.assign(k, { help, near, simple: async s => { await readSimplified(); return simple(s); }, sound: async (q, names) => { await readReadings(); return sound(tight(forms(letters(q))[0]), names.map(n => tight(forms(n)[0]))); } });
})(window.portalSearch);
