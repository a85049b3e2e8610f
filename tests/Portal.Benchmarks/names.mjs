// What theme/search.js and theme/search-help.js find of random schools of the index that `search` wrote, in each form that a reader types, against a plain scan of all names.
// node tests/Portal.Benchmarks/names.mjs <folder> [schools, 500]. Cold: every file asked for once; warm: one window for all queries.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import vm from 'node:vm';

const [folder, tried = '500'] = process.argv.slice(2);
const schools = JSON.parse(readFileSync(folder + '/schools.json', 'utf8'));
const readings = new Map();
for (const line of readFileSync('src/Portal.Site/Search/Tables/readings.txt', 'utf8').split('\n')) {
  const [reading, common] = line.split('\t');
  if (line[0] !== '#' && common) for (const c of common) readings.set(c, reading);
}
const official = new Map(readFileSync('tests/Portal.Site.Tests/Search/county-names.tsv', 'utf8').trim().split('\n').map(l => l.split('\t').slice(1)));
const traditional = new Map();
for (const line of readFileSync('src/Portal.Site/Search/Tables/simplified.txt', 'utf8').split('\n')) {
  const [to, from] = line.split('\t');
  if (line[0] !== '#' && from) traditional.set(to, [...from].at(-1));
}

// a window: files from the folder, counted
const scripts = new Map(['search', 'search-help'].map(n => ['assets/' + n + '.js', readFileSync(folder + '/assets/' + n + '.js', 'utf8')]));
const onTheWire = path => path.endsWith('.js') ? 0 : readFileSync(folder + '/' + path).length;
const open = () => {
  const asked = [], load = at => { const path = at.replace(/^\.\//, ''); asked.push(path); vm.runInContext(scripts.get(path), context); };
  const context = vm.createContext({
    document: { documentElement: { dataset: { root: '' } }, currentScript: {}, querySelectorAll: () => [], getElementById: () => null, createElement: () => ({}), head: { append: e => { load(e.src); setTimeout(e.onload); } } },
    location: { search: '' }, Response, Blob, DecompressionStream, TextDecoder, URL, setTimeout,
    fetch: async path => { asked.push(path); return new Response(readFileSync(folder + '/' + path)); },
  });
  context.window = context;
  load('assets/search.js');
  return { asked, find: q => context.portalSearch.find(q), search: () => context.portalSearch };
};

// one school in each form, seeded
let seed = 20261124;
const random = n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * n); };
const OTHER = [...'的是在了不和有我他这中人来上个国到说们为子生时出就分对成会可主发年动同工也能下过民前面当产'];
const kind = /(..)([省市县区州旗盟]|地区)$/;
const shorter = n => n.replace(/^(..+?)(?:[^自]{1,3}族)*自治[区州县旗]$/, '$1').replace(kind, '$1');
const digits = s => s.replace(/第([一二三四五六七八九])/g, (_, c) => '第' + '〇一二三四五六七八九'.indexOf(c)).replace(/第十([一二])/g, (_, c) => '第1' + '〇一二'.indexOf(c)).replace('第十', '第10');
const own = s => s.Name.startsWith(s.Place) ? s.Name.slice(s.Place.length) : s.Name;
const pinyin = s => [...s].map(c => readings.get(c) ?? c).join('');
const place = s => (official.get(s.Place) ?? '').split(' ');
const placeShort = s => place(s).slice(0, [...shorter(s.Place)].length);
const initials = list => list.map(r => r[0]).join('');
const swap = (s, at) => s.slice(0, at) + OTHER[random(OTHER.length)] + s.slice(at + 1);
const drop = (s, at) => s.slice(0, at) + s.slice(at + 1);
const forms = {
  'county + name': s => s.Place + own(s),
  'county, blank, name': s => s.Place + ' ' + own(s),
  'short county + name': s => shorter(s.Place) + own(s),
  'name, blank, county': s => own(s) + ' ' + shorter(s.Place),
  'county + name, 镇 left out': s => s.Place + own(s).replace(/(..)[镇乡]/, '$1'),
  'county + name, digits': s => s.Place + digits(own(s)),
  'county + name, traditional': s => [...s.Place + own(s)].map(c => traditional.get(c) ?? c).join(''),
  'county + first half of name': s => s.Place + own(s).slice(0, Math.ceil(own(s).length / 2)),
  'code': s => s.Id,
  'county + name, one wrong in name': s => { const n = own(s); return s.Place + swap(n, random(n.length)); },
  'county + name, one dropped in name': s => { const n = own(s); return s.Place + drop(n, random(n.length)); },
  'county + name, one wrong anywhere': s => { const n = s.Place + own(s); return swap(n, random(n.length)); },
  'county + name, one dropped anywhere': s => { const n = s.Place + own(s); return drop(n, random(n.length)); },
  'name alone, one wrong': s => swap(s.Name, random(s.Name.length)),
  'pinyin, with county': s => place(s).join('') + pinyin(own(s)),
  'pinyin, short county': s => placeShort(s).join('') + pinyin(own(s)),
  'pinyin, short county, blanks': s => placeShort(s).join(' ') + ' ' + [...own(s)].map(pinyin).join(' '),
  'county, pinyin of name': s => shorter(s.Place) + pinyin(own(s)),
  'initials, with county': s => initials(place(s)) + initials([...own(s)].map(pinyin)),
  'initials, short county': s => initials(placeShort(s)) + initials([...own(s)].map(pinyin)),
  'name alone': s => s.Name,
  'pinyin, name alone': s => pinyin(own(s)),
  'initials, name alone': s => initials([...own(s)].map(pinyin)),
};

const chosen = Array.from({ length: +tried }, () => schools[random(schools.length)]);
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0, at = (list, part) => [...list].sort((a, b) => a - b)[Math.floor(list.length * part)] ?? 0;
const count = keys => { const all = new Map(); for (const x of schools) for (const k of new Set(keys(x))) all.set(k, (all.get(k) ?? 0) + 1); return all; };
const byName = count(x => [x.Name]), byPlace = count(x => [x.Place + '\t' + own(x)]);
let byInitials;
// the ceiling: of the schools that fit as well, five are listed; of those that fit better, first. With one character wrong or dropped: by a scan of all names
const alike = (a, b) => {
  const most = Math.max(a.length, b.length), least = Math.min(a.length, b.length);
  let i = 0, j = 0;
  if (most > least + 1) return false;
  while (i < least && a[i] === b[i]) i++;
  while (j < least - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  return i + j >= most - 1;
};
const whole = schools.map(x => ({ id: x.Id, place: x.Place, name: x.Name, full: x.Place + own(x), short: shorter(x.Place) + own(x) }));
const mistyped = (q, s, how) => {
  let better = 0, equal = 0;
  for (const x of whole) {
    if (how.endsWith('in name') && x.place !== s.Place) continue;
    if (x.full.includes(q) || x.name.includes(q) || x.short.includes(q)) better++;
    else if (alike(q, how.startsWith('name alone') ? x.name : x.full)) equal++;
  }
  return Math.max(0, Math.min(1, (5 - better) / Math.max(1, equal)));
};
let bySound;
const scan = (q, s, how) => how.endsWith('name alone') && how !== 'name alone' ? (bySound ??= count(x => { const n = [...own(x)].map(pinyin); return [n.join(''), initials(n)]; })).get(q)
  : how.startsWith('initials') ? (byInitials ??= count(x => { const n = initials([...own(x)].map(pinyin)); return [initials(place(x)) + n, initials(placeShort(x)) + n]; })).get(q)
  : how === 'name alone' ? byName.get(q) : byPlace.get(s.Place + '\t' + own(s));
for (const [path, text] of scripts) console.log(`${path}: ${gzipSync(text, { level: 9 }).length} bytes gzip`);
console.log('| typed | in the first five, % | ceiling of equal names, % | listed, or more are said to be, % | cold KB without scripts, median / most | cold requests with scripts, most | warm KB median / p95 | ms CPU median / p95 |\n|---|---:|---:|---:|---:|---:|---:|---:|');
const warm = open();
await warm.find(schools[0].Name + 'x');
for (const [how, type] of Object.entries(forms).filter(([how]) => new RegExp(process.env.FORMS ?? '').test(how))) {
  let found = 0, ceiling = 0, said = 0, most;
  const cold = [], requests = [], later = [], cpu = [], missed = [];
  for (const s of chosen) {
    const q = type(s);
    if (!q) continue;
    const before = warm.asked.length, from = process.cpuUsage(), r = await warm.find(q), used = process.cpuUsage(from);
    cpu.push((used.user + used.system) / 1000);
    later.push(warm.asked.slice(before).reduce((sum, p) => sum + onTheWire(p), 0) / 1000);
    if (r.schools.slice(0, 5).some(x => x.id === s.Id)) found++; else missed.push(`${q} (${s.Name}, ${s.Place})${r.schools.length}`);
    ceiling += /wrong|dropped/.test(how) ? mistyped(q, s, how) : Math.min(1, 5 / Math.max(1, scan(q, s, how)));
    if (r.schools.some(x => x.id === s.Id) || r.total > r.schools.length || r.more) said++;
    if (cold.length < 30) {
      const first = open();
      await first.find(q);
      cold.push(first.asked.reduce((sum, p) => sum + onTheWire(p), 0) / 1000);
      requests.push(first.asked.length);
      if (first.asked.length === Math.max(...requests)) most = q + ' ' + first.asked.join(' ');
    }
  }
  const percent = n => (100 * n / chosen.length).toFixed(1);
  console.log(`| ${how} | ${percent(found)} | ${percent(ceiling)} | ${percent(said)} | ${median(cold).toFixed(1)} / ${Math.max(...cold).toFixed(1)} | ${Math.max(...requests)} | ${median(later).toFixed(1)} / ${at(later, 0.95).toFixed(1)} | ${median(cpu).toFixed(1)} / ${at(cpu, 0.95).toFixed(1)} |`);
  if (process.env.MISSED) console.error(how, missed.slice(0, 6), most);
}

// nothing flickers: each beginning of a name lists its school, or says that there are more than are listed
if (new RegExp(process.env.FORMS ?? '').test('beginnings')) for (const [how, type] of [['name', s => s.Name], ['county + name', s => s.Place + own(s)]]) {
  const lost = [];
  let all = 0;
  for (const s of chosen.slice(0, 200)) for (let n = 1; n <= type(s).length; n++, all++) {
    const q = type(s).slice(0, n), r = await warm.find(q), place = q.length <= s.Place.length && r.placeTotal;
    if (!r.schools.some(x => x.id === s.Id) && !(r.total > r.schools.length) && !r.more && !place) lost.push(`${q} (${s.Name}, ${s.Place})`);
  }
  console.log(`beginnings of ${how}: ${all} of ${Math.min(200, chosen.length)} schools, ${lost.length} neither list the school nor say that there are more ${lost.slice(0, 8).join(', ')}`);
}

// totals: random runs under random choices of a province and kinds of school, against the scan
if (new RegExp(process.env.FORMS ?? '').test('totals')) {
  const kinds = [...new Set(schools.map(x => x.Stages))], keys = schools.map(x => [x.Name, ...x.FormerNames]), wrong = [];
  let cut = 0, bytes = [];
  for (let n = 0; n < 200; n++) {
    const s = chosen[random(chosen.length)], from = random(s.Name.length - 1), run = s.Name.slice(from, from + 1 + random(Math.min(5, s.Name.length - from)));
    const r = await warm.find(run), area = random(4) ? s.Code.slice(0, 2) : '', few = kinds.filter(() => random(2)), before = warm.asked.length;
    if (r.more || !r.of && r.total > r.schools.length || r.placeTotal && !r.of) continue;
    const fits = x => x.place.startsWith(area) && few.includes(x.level), cells = r.of ? await warm.search().totals(r.of) : [];
    if (r.of) { cut++; bytes.push(warm.asked.slice(before).reduce((sum, p) => sum + onTheWire(p), 0) / 1000); }
    const total = cells.filter(fits).reduce((sum, c) => sum + c.n, 0) + r.schools.filter(x => fits(x) && !(r.of && r.of.has(x))).length;
    let is = 0;
    schools.forEach((x, i) => { if (keys[i].some(k => k.includes(run)) && x.Code.startsWith(area) && few.includes(x.Stages)) is++; });
    if (is !== total) wrong.push(`${run} in ${area} of ${few}: ${total}, not ${is}`);
  }
  console.log(`totals under a choice: 200 runs, ${cut} of them not listed whole, ${wrong.length} wrong ${wrong.slice(0, 5).join('; ')}; further bytes, most ${Math.max(0, ...bytes).toFixed(1)} KB`);
}
