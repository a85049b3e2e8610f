/* 名称查找的后备：市和省里的学校、代码、拼音、首字母、繁体字、错一个字或少一个字。
What it offers beside search.js: .help(q, forms, directory): Promise as of find, .around, .totals, .further, and .sound, .near, .simple for the shared cases.
This script comes for letters, codes, places beside a name that their county's file does not answer, and queries that find nothing; the directory
says where it is. */
(k => {
'use strict';
const { NO, flat, uniq, tight, chars, plain, code, forms, best, once, file, rows, shard, route, list, chain, pick, pairs, named, placesIn, county, below, sum, look } = k;
const COUNTIES = 3, PLACES = 3, LIKELY = 3, COMMON = 300, LISTED = 20, FILES = 24, ROUTES = 3, LISTS = 2, WRONG = 5, SHORTEST = 4;
let dir = k.dir(), readings = {}, sounds = [], simplified = {};

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
  sounds = names.filter(n => /[aeiouv]/.test(n));
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
/* of how many of its characters, from the first on, the query is read; 0: of none. loose: characters may be left out */
const upto = (q, cs, loose) => {
  let at = new Set([0]);
  if (meets(q, 0, cs[0])) for (let j = 0; j < cs.length && at.size; j++) {
    const next = step(q, at, cs[j]);
    if (next.has(q.length)) return j + 1;
    if (loose && j) for (const i of next) at.add(i); else at = next;
  }
  return 0;
};
/* classes as of names: 0 the name, 1 its beginning, 2 a run of it, 4 the characters in this order */
const begins = (q, key) => {
  const cs = chars(key), n = upto(q, cs);
  return n ? +(n < cs.length) : NO;
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
  let at = new Set([from]);
  for (const c of name) if (at.size) at = step(q, at, c, whole);
  return at;
};
/* names of places, whole and short, with the letters that they may begin with */
const spoken = () => dir.spoken = dir.spoken || flat(dir.all.map(place => uniq([place.key, place.short]).filter(n => n[1]).map(name => ({ place, name, heads: of(name[0]).map(r => r[0]).join('') }))));
const mayBegin = (q, i, s) => q.charCodeAt(i) > 127 ? meets(q, i, s.name[0]) : s.heads.includes(q[i] || ' ');
const fullOf = r => { const p = dir.by[r.place] || { key: '', short: '' }; return flat(r.own.map(o => [p.short + o, p.key + o])); };

/* names without their county (Cores.cs): the runs of characters that the letters may mean, each with the number of schools whose names begin with it */
const heads = (q, i) => q.charCodeAt(i) > 127 ? uniq(of(q[i]).map(r => r[0])).map(l => [l, i + 1]) : sounds.filter(r => q.startsWith(r, i)).map(r => [r[0], i + r.length]);
const letterPairs = q => {
  const ok = { [q.length]: 1 }, at = (all, test) => uniq(flat(all.filter(h => q[h[1]] && test(h[1])).map(h => heads(q, h[1]).concat([[q[h[1]]]]).map(x => h[0] + x[0])))).filter(p => /^[a-z][a-hj-tw-z]$/.test(p)).slice(0, 2);
  for (let i = q.length - 1; i > 0; i--) ok[i] = heads(q, i).some(h => ok[h[1]]) || sounds.some(r => r.startsWith(q.slice(i)));
  return [at(heads(q, 0), i => ok[i]), at([[q[0], 1], ...heads(q, 0).reverse()], () => true)];
};
const cores = pair => once('n' + pair, async () => {
  let before = '';
  return (await file('n/' + shard(pair, dir.shards >> 4 || 1))).split('\n').filter(Boolean).map(l => {
    const [core, n] = l.split('\t');
    before = before.slice(0, parseInt(core[0], 36)) + core.slice(1);
    return [before, n ? parseInt(n, 36) : 1];
  });
});
const meant = async (q, few) => {
  for (const pairs of letterPairs(q).map(p => p.slice(0, few ? 1 : 2))) {
    const all = new Map(flat(await Promise.all(pairs.map(cores)))), runs = new Map();
    for (const loose of [false, true]) if (!runs.size) for (const [core, n] of all) {
      const cs = chars(core), to = upto(q, cs, loose), run = cs.slice(0, loose ? cs.length : to).join('');
      if (to && (n || to === cs.length)) runs.set(run, (runs.get(run) || 0) + n); // a frequent run by which nobody is called counts whole only
    }
    if (runs.size) return [...runs].map(r => [...r, pairs.length]).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
  return [];
};
/* the runs looked up, a few at a time; the others count as many as the names say. r.next reads on */
const byName = async (q, { add, done, out }, places, few) => {
  const left = await meant(q, few);
  const ask = async n => {
    await Promise.all(left.splice(0, n).map(async ([run]) => { const g = await named(run); add(Object.assign(g, { hits: g.hits.map(([r, c]) => [r, Math.min(c, best([run], r.own))]) })); }));
    return out;
  };
  const settle = r => {
    done(places);
    if (left[0]) { r.total += left.reduce((n, l) => n + l[1], 0) - r.schools.filter(s => s.own.some(o => left.some(l => o.startsWith(l[0])))).length; r.more = true; }
    r.next = left[0] && (async () => { r.more = false; return settle(await ask(LISTS * 2)); });
    return r;
  };
  return left[0] && settle(await ask(few ? 1 : LISTS + 1 - left[0][2]));
};
/* a frequent run: its totals by area and kind of school (Totals.cs), and its further schools, from the counties' files, some at a time */
const totals = async ({ run }) => {
  const lines = (await file('t/' + shard(route(run), dir.shards >> 5 || 1))).split('\n'), [areas, levels] = lines.map(l => l.split('\t')), line = lines.slice(2).find(l => l.startsWith(run + '\t'));
  return flat((line || '').split('\t').slice(1).map((f, i) => f.split(',').map((n, j) => ({ place: areas[i], level: levels[j], n: parseInt(n || 0, 36) })))).filter(c => c.n);
};
const further = async (r, wanted) => {
  r.read = r.read || new Set();
  const left = dir.all.filter(p => p.shard && !r.read.has(p.id) && wanted(p.id)), some = left.slice(0, FILES), had = new Set(r.schools.map(s => s.id));
  for (const own of await Promise.all(some.map(county))) r.schools.push(...own.filter(s => r.of.has(s) && !had.has(s.id)));
  some.forEach(p => r.read.add(p.id));
  return left.length > FILES;
};

const bySound = async form => {
  await readReadings();
  const parts = form.split(' '), q = tight(form), starts = [0], found = [], got = sum(), { add, done, out } = got;
  parts.forEach((p, i) => starts.push(starts[i] + p.length));
  const cut = (q, name, at) => flat(at.filter(from => meets(q, from, name[0])).map(from => [...ends(q, from, name, true)].map(to => ({ from, to, got: to - from }))));
  /* a place stands at the beginning, or is a part of the end */
  for (const s of spoken()) for (const c of cut(q, s.name, starts.filter(i => mayBegin(q, i, s)))) if (!c.from || c.to === q.length) {
    const { place } = s;
    let rest = q.slice(0, c.from) + q.slice(c.to), got = c.got;
    for (const p of place.up.slice(1)) for (const n of [p.key, p.short]) {
      const at = n && n[1] && cut(rest, n, [0])[0];
      if (at) { rest = rest.slice(at.to); got += at.got; break; }
    }
    found.push({ place, rest, got: c.from ? got - 1 : got });
  }
  found.sort((a, b) => b.got - a.got || (a.place.id < b.place.id ? -1 : 1));
  const places = pick(dir.all, p => found.some(x => x.place === p && !x.rest) ? 0 : begins(q, p.key), 2);
  /* counties of which most letters stand in the query, then the others */
  const rested = found.filter(x => x.rest), shards = rested.filter(x => x.place.shard), most = shards.filter(x => x.got === shards[0].got);
  const wanted = uniq(shards.map(x => x.place)).slice(0, COUNTIES);
  let top = NO;
  const read = async own => add({ hits: pick(flat(await Promise.all(own.map(county))), r => {
    const c = Math.min(NO, ...rested.filter(x => dir.by[r.place].up.includes(x.place)).map(x => sound(x.rest, r.own)));
    top = Math.min(top, c < 4 ? below(c) : c);
    return c < 4 ? below(c) : c;
  }) });
  for (const own of [uniq(most.map(x => x.place)).slice(0, PLACES), wanted]) if (top > 3.4) await read(own);
  let few = shards[0];
  if (!out.total && !letterPairs(q)[0][0]) {
    /* first letters of the county's short name or name, then of the school's */
    const first = chars(q).map(c => of(c)[0][0]).join(''), lengths = {};
    for (const s of spoken()) {
      const l = chars(s.name).length;
      if (s.place.shard && l < q.length && !lengths[l] && mayBegin(q, 0, s) && ends(q, 0, s.name).has(l)) lengths[l] = 1;
    }
    const routes = uniq(Object.keys(lengths).reverse().slice(0, ROUTES).map(l => first.slice(0, 2) + first.substr(l, 2)).filter(r => r[3]));
    const paths = uniq(routes.map(r => 's/' + shard(r, dir.sounds)));
    for (const some of [paths.slice(0, 2), paths.slice(2)]) if (!out.total) add({ hits: pick(flat(await Promise.all(some.map(async path => rows(await file(path))))), r => {
      const place = dir.by[r.place], c = place && !meets(q, 0, place.key[0]) ? NO : Math.min(NO, ...fullOf(r).map(n => begins(q, n)));
      return c < 2 ? below(c) : NO;
    }) });
    few = paths[0];
    if (out.total && q[4]) {
      const r = Object.assign(done(places), { more: true });
      r.next = async () => { r.more = false; r.next = 0; await byName(q, got, places, true); return r; };
      return r;
    }
  }
  /* letters of a name without its county; on a small site also within the names of all its schools */
  if (top > 3.1 && q[2]) {
    const r = await byName(q, got, places, few), all = dir.all.filter(p => p.shard);
    if (r) return r;
    /* in a city or province: the schools called as the rest says, else of some of its counties */
    if (!out.total && rested[0] && !shards[0]) {
      const { place, rest } = rested[0], [run] = await meant(rest, true), g = run && await named(run[0]);
      if (g) add({ hits: g.hits.filter(([r]) => (dir.by[r.place] || place).up.includes(place)).map(([r, c]) => [r, below(Math.min(c, best(run.slice(0, 1), r.own)))]), more: true });
      if (!out.total) { await read(within(place).slice(0, COUNTIES)); out.more = true; }
    }
    if (!out.total && !all[FILES]) add({ hits: pick(flat(await Promise.all(all.map(county))), r => { const c = sound(q, r.own); return c < 3 ? below(c) : NO; }) });
  }
  return done(places);
};

/* 5: the name but for one character, 6: a run of it but for one */
const errors = (q, key) => {
  let row = Array.from({ length: key.length + 1 }, () => 0);
  for (let i = 0; i < q.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < key.length; j++) next.push(Math.min(row[j] + +(q[i] !== key[j]), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return Math.min(...row);
};
/* what begins and ends alike leaves at most one character */
const alike = (q, key) => {
  const most = Math.max(q.length, key.length), least = Math.min(q.length, key.length);
  let a = 0, b = 0;
  if (most > least + 1) return false;
  while (a < least && q[a] === key[a]) a++;
  while (b < least - a && q[q.length - 1 - b] === key[key.length - 1 - b]) b++;
  return a + b >= most - 1;
};
const near = (query, names) => {
  const q = tight(query), half = q.length >> 1, [a, b] = [q.slice(0, half), q.slice(half)];
  return q.length >= SHORTEST - 1 && names.some(n => alike(q, n)) ? WRONG
    : q.length >= SHORTEST && names.some(n => n.length >= q.length - 1 && (n.includes(a) || n.includes(b)) && errors(q, n) < 2) ? WRONG + 1 : NO;
};
const byLikeness = async fs => {
  const [f] = fs, q = tight(f), { add, out, done } = sum(), like = r => Math.min(best(fs, r.keys), near(f, r.keys), near(f, fullOf(r)));
  /* what was read already: the counties of places that the query names */
  const found = few(placesIn(f).filter(x => x.rest)), own = flat(found.map(readable));
  const all = flat(await Promise.all(uniq(own).map(county)));
  add({ hits: pick(all, r => Math.min(like(r), ...found.map(x => near(x.rest, r.own)))) });
  if (out.total) return done([]);
  /* counties whose names differ by one from the beginning: their schools, or of many counties those called as the rest says */
  const begun = p => [0, -1, 1].map(n => p.key.length + n).find(n => alike(q.slice(0, n), p.key)), first = p => q[0] === p.key[0] ? 0 : 1;
  const likely = dir.all.filter(p => p.shard && p.key[2] && begun(p)).sort((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1));
  const rests = likely[LIKELY] ? uniq(likely.map(p => q.slice(begun(p)))).filter(r => pairs(r).some(b => !(dir.rank[b] < COMMON))).slice(0, 2) : [];
  /* the first rare pair (read already), and the last apart from it: one wrong character cannot be in both; where there is no other, what stands before or after */
  const cs = chars(q), at = cs.map((c, i) => i).filter(i => cs[i + 1] && !dir.rank[cs[i] + cs[i + 1]]), last = at[at.length - 1], two = last > at[0] + 1;
  const sides = at[0] >= 0 && !two && !likely[0] ? [cs.slice(0, at[0] + 1), cs.slice(last + 1)].sort((a, b) => b.length - a.length).slice(0, 1).map(a => a.join('')) : [];
  const lists = at[0] >= 0 ? (two && (last > 2 || !likely[0]) ? [at[0], last] : [at[0]]).map(i => cs[i] + cs[i + 1]) : likely[0] ? [] : pairs(q).slice(0, LISTS);
  const runs = [...rests, ...sides].filter(r => r[1]);
  const read = await Promise.all([...lists.map(async b => (await list(b)).rows), ...runs.map(async r => (await named(r)).hits.map(h => h[0])),
    ...likely.slice(0, Math.max(0, LIKELY - runs.length - lists.slice(1).length - own.length)).map(county)]);
  add({ hits: pick(flat(read), like), more: true });
  return Object.assign(done([]), { likely });
};

/* a code that begins with its county's is found in the county's file; a code's beginning is filed at 4 and 6 characters, of other codes at 8, then as far as it is frequent */
const byCode = async c => {
  const n = c[7] ? 8 : c.length & 6, all = c[n], { add, done } = sum(), rank = r => code(r.id).startsWith(c) ? +(code(r.id) !== c) : NO, p = dir.all.find(p => p.shard && c.startsWith(p.id));
  const own = p ? pick(await county(p), rank) : [];
  add({ hits: own });
  if (!own.some(h => !h[1])) {
    const l = await chain('#' + (c[7] ? c : c.slice(0, n)), n + 1);
    add({ hits: pick(l.rows, rank), cut: !all && l.cut, run: '#' + c, has: r => code(r.id).startsWith(c), more: all && l.cut });
  }
  return done(pick(dir.all, p => p.id.startsWith(c) ? 1 : NO));
};

const any = r => r.total || r.placeTotal;
const help = async (query, fs, directory) => {
  dir = directory;
  const id = code(query), none = sum().out;
  let r = none, likely;
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
    if (!any(r)) { r = Object.assign(await byLikeness(fs), { near: true }); likely = likely || r.likely; }
  }
  if (!any(r) && (/[^\0-\x7f]/.test(fs[0]) || /[a-z]/.test(fs[0]))) {
    const han = /[a-z]/.test(fs[0]) ? {} : { near: true };
    r = Object.assign(await bySound(forms(letters(query))[0]), han);
  }
  /* at least the counties that may be meant */
  return any(r) ? r : Object.assign(none, likely && { places: likely.slice(0, LISTED), placeTotal: likely.length, near: true });
};
Object.assign(k, { help, around, near, totals, further, simple: async s => { await readSimplified(); return simple(s); }, sound: async (q, names) => { await readReadings(); return sound(tight(forms(letters(q))[0]), names.map(n => tight(forms(n)[0]))); } });
})(window.portalSearch);
