/* 查找结果页:分组、筛选、总数。Loaded on /search/?q= by combobox.js, which has asked portalSearch and portalText: portalAsked.
#results: data-places, data-feedback, data-stages (type:stage stage;type:stage); its own text comes last where nothing is found.
The address keeps the choice: in (beginnings of codes), kind (p s i w r f c), stage (学段 of schools). Looks: parts/results.css. */
((w, d) => {
'use strict';
const box = d.getElementById('results'), own = [...box.childNodes].filter(n => n.id !== 'idle'), names = w.portalSearch, root = d.documentElement.dataset.root || './';
if (!names) return; // combobox.js says so
const q = (new URLSearchParams(w.location.search).get('q') || '').trim(), said = '“' + q + '”';
const KINDS = { p: ['地区', '个'], s: ['学校', '所'], i: ['指标', '项'], w: ['办法与说明', '篇'], r: ['督导报告', '篇'], f: ['整改台账', '项'], c: ['各县情况', '篇'] };
const isText = kind => 'iwrfc'.includes(kind), number = n => n.toLocaleString('zh-CN');
const set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); return e; };
const el = (tag, o, ...inner) => { const e = set(d.createElement(tag), o || {}); e.append(...inner); return e; };
const link = (url, text) => el('a', { href: url }, text);

/* the choice */
const chosen = key => new URLSearchParams(w.location.search).getAll(key);
const fits = (key, values) => { const c = chosen(key); return !c[0] || values.some(v => c.includes(v)); };
const stages = {};
for (const t of box.dataset.stages.split(';')) { const [type, of] = t.split(':'); stages[type] = of ? of.split(' ') : []; }
const stagesOf = school => stages[school.level] || [];
const inside = code => { const c = chosen('in'); return !c[0] || c.some(x => code.startsWith(x)); };

/* a text: title, place and day, sentences with the runs marked, a long one cut around the first mark */
const MOST = 96, BEFORE = 24;
const marked = (sentence, runs) => {
  const marks = w.portalText.marks(sentence, runs), out = [];
  let from = 0, end = sentence.length;
  if (end > MOST && marks[0]) {
    from = Math.max(0, marks[0][0] - BEFORE);
    end = Math.min(end, Math.max(from + MOST, marks[0][1]));
    if (/[\udc00-\udfff]/.test(sentence[from])) from--;
    if (/[\udc00-\udfff]/.test(sentence[end] || '')) end++;
  }
  let at = from;
  if (from) out.push('……');
  for (const [a, b] of marks) if (b <= end) { out.push(sentence.slice(at, a), el('mark', {}, sentence.slice(a, b))); at = b; }
  out.push(sentence.slice(at, end));
  if (end < sentence.length) out.push('……');
  return out;
};
const textHit = async (t, runs) => {
  const x = await w.portalText.read(t), shown = [];
  for (const r of runs) {
    const s = x.sentences.find(s => w.portalText.form(s).includes(r));
    if (s && !shown.includes(s)) shown.push(s);
  }
  return el('li', {}, el('a', { href: root + x.url }, ...marked(x.title, runs)), el('span', { class: 'at' }, ...marked(x.at, runs), [x.at && x.date ? ' · ' : '', x.date].join('')),
    ...(shown[0] ? shown : x.sentences.slice(0, 1)).map(s => el('p', { class: 'ex' }, ...marked(s, runs))));
};
const nameHit = async x => names.fill(el('li'), link(root + x.url, ''), x, q);

/* what was found, before the choice narrows it: for each kind its hits, and whether all of them are there */
let found = {}, areas = [], runs = [], near, failed;
const areaOf = (kind, h) => kind === 'p' ? h.id : kind === 's' ? h.place : h.city;
/* all: the hits, and of schools that are not listed the cells { place, level, n } in which they are counted, so that any choice has a total; more: there may be others */
const put = (kind, hits, all = hits, more) => { if (total(all)) found[kind] = { hits, all, more }; };
const total = all => all.reduce((n, h) => n + (h.n === undefined ? 1 : h.n), 0);
let schools; // as search.js found them
const putSchools = async () => {
  const r = schools, cells = r.of ? await names.helper().then(k => k.totals(r.of)).catch(() => 0) : [];
  const all = [...cells || [], ...r.schools.filter(h => !(cells && r.of && r.of.has(h)))];
  put('s', r.schools, [...all, { place: '', level: '', n: Math.max(0, r.total - total(all)) }], r.more || !cells); // the last are known for no choice
};
/* further schools of the choice: those that the letters may also mean, then county by county; true while some may be left */
const further = async g => {
  const rest = !schools.next && schools.of && (await names.helper()).further(schools, code => inside(code) && g.all.some(c => c.n && code.startsWith(c.place)));
  if (schools.next) await schools.next();
  const left = await rest;
  await putSchools();
  return schools.next || left;
};
/* Texts that are found do not wait for names that take long (similar ones, mostly): late. They stand below, so that nothing moves that is read already. */
const GRACE = 300, FEW = 100;
let waiting = true, late = false;
const lost = () => { failed = true; };
const asked = [w.portalAsked[0].then(async r => {
  put('p', r.places);
  near = r.near;
  schools = r;
  for (let n = 0; n < 3 && r.next && r.total < FEW; n++) await r.next(); // what letters may mean is looked up whole where that is not much
  return putSchools();
}).catch(lost), w.portalAsked[1].then(r => {
  runs = r.runs;
  areas = r.areas;
  const by = {};
  for (const x of r.texts) (by[x.kind] = by[x.kind] || []).push(x);
  for (const k in by) put(k, by[k]);
}).catch(lost)];
const all = Promise.all(asked).then(() => { waiting = false; });
const early = asked[1].then(() => new Promise(done => setTimeout(done, GRACE))).then(() => Object.keys(found).some(isText) || all);
const kinds = () => Object.keys(KINDS).filter(k => found[k]).sort((a, b) => late ? isText(b) - isText(a) : 0);

/* kinds that the choice leaves, each with its hits and how many there are */
const narrowed = skip => kinds().filter(k => skip === 'kind' || fits('kind', [k])).map(kind =>
  part(Object.assign({ kind }, found[kind]), h => (skip === 'in' || inside(areaOf(kind, h))) && (skip === 'stage' || kind !== 's' || fits('stage', stagesOf(h))))).filter(g => g.n);
const part = (g, test) => {
  const all = g.all.filter(test);
  return Object.assign({}, g, { all, hits: g.hits.filter(test), n: total(all) });
};

const sum = el('p', { class: 'sum', role: 'status' }, '正在查找……'), form = el('div', { class: 'narrow' }), lists = el('div');
/* one group of boxes: value, label, which hits it is for; a box stays while anything was found for it, so that none moves under the finger */
const count = gs => number(gs.reduce((n, g) => n + g.n, 0)) + (gs.some(g => g.more) ? '+' : '');
const parts = (gs, test) => gs.map(g => part(g, h => test(g.kind, h))).filter(g => g.n);
const boxes = (key, legend, options) => {
  const any = Object.keys(found).map(kind => Object.assign({ kind }, found[kind])), now = narrowed(key);
  const shown = options.filter(([value, , test]) => parts(any, test)[0] || chosen(key).includes(value));
  if (!shown[1] && !chosen(key)[0]) return [];
  return [el('fieldset', {}, el('legend', {}, legend), ...shown.map(([value, label, test]) => {
    const input = el('input', { type: 'checkbox', name: key, value });
    input.checked = chosen(key).includes(value);
    return el('label', {}, input, label + ' ' + count(parts(now, test)));
  }))];
};
const choices = () => {
  const focus = d.activeElement && form.contains(d.activeElement) && [d.activeElement.name, d.activeElement.value];
  form.textContent = '';
  form.append(
    ...boxes('kind', '种类', Object.keys(KINDS).map(k => [k, KINDS[k][0], kind => kind === k])),
    ...boxes('in', '地区', areas.map(a => [a.code, a.name, (kind, h) => areaOf(kind, h).startsWith(a.code)])),
    ...boxes('stage', '学校的学段', [...new Set([].concat(...Object.values(stages)))].map(t => [t, t, (kind, h) => kind === 's' && stagesOf(h).includes(t)])));
  if (focus) for (const i of form.querySelectorAll('input')) if (i.name === focus[0] && i.value === focus[1]) i.focus();
};

const section = async g => {
  const [title, unit] = KINDS[g.kind], id = 'h-' + g.kind, ul = el('ul', { class: 'hits' }), text = isText(g.kind), note = el('p', { class: 'src' });
  const button = el('button', { type: 'button', class: 'btn' }), said = new Set();
  const step = text ? 5 : 10;
  let left = g.kind === 's' && (schools.next || g.n > g.hits.length);
  const more = async () => {
    let next;
    /* what is listed already, then what is fetched */
    while ((next = g.hits.filter(h => !said.has(h)).slice(0, step)).length < step && left) {
      left = await further(g);
      g = narrowed().find(x => x.kind === 's') || g;
    }
    const had = said.size, items = await Promise.all(next.map(h => text ? textHit(h, runs) : nameHit(h)));
    next.forEach(h => said.add(h));
    ul.append(...items);
    const rest = g.n - said.size;
    button.hidden = !rest && !left || !next[0];
    button.textContent = (g.more ? '再看更多' : '再看 ' + number(Math.min(step, rest)) + ' ' + unit) + title;
    note.textContent = (g.more ? '至少 ' : '共 ') + number(g.n) + ' ' + unit + (g.more || g.n > g.hits.length ? '，加上县名可以缩小范围' : 'rfc'.includes(g.kind) && g.n > 1 ? '，按地区代码排列' : '') + '。';
    if (had) (items[0] ? items[0].querySelector('a') : set(note, { tabindex: -1 })).focus(); // the button may be gone
  };
  let busy;
  button.addEventListener('click', async () => {
    if (busy) return;
    busy = true;
    try { await more(); } catch (_) { note.textContent = '后面的没有打开，请再按一次。'; }
    busy = false;
  });
  await more();
  return el('section', { 'aria-labelledby': id }, el('h2', { id }, title), note, ul, button);
};

const LETTERS = '用拼音或首字母查学校，从县名写起，或者从校名的头一个字写起。';
const NOTHING = '查的是地区和学校的名称、曾用名、代码，以及指标、说明、督导报告、整改台账和各县情况的正文，正文要两个字以上。可以少输几个字、换一个说法再试。';
let turn = 0;
/* only: kinds that are added to those shown already */
const render = async only => {
  const mine = ++turn, gs = narrowed(), shown = gs.filter(g => !only || only(g.kind)), any = Object.keys(found)[0];
  choices();
  set(lists, { 'aria-busy': true });
  let missed;
  const tell = () => { sum.textContent = failed || missed ? '查找用的文件有的没有打开，' + (gs[0] ? '下面不全；' : '') + '请稍后再试，或按地区找。'
    : !any ? '没有找到' + said + '。' + NOTHING + (/^[a-zü '’-]+$/i.test(q) ? LETTERS : '')
    : !gs[0] ? '选定的范围里没有' + said + '，可以去掉一些选择。'
    : near && gs.every(g => 'ps'.includes(g.kind)) ? '没有' + said + '，下面是相近的名称。'
    : said + '：' + gs.map(g => KINDS[g.kind][0] + ' ' + (g.more ? '至少 ' : '') + number(g.n) + ' ' + KINDS[g.kind][1]).join('，') + (waiting ? '；名称还在查找……' : '。'); };
  tell();
  if (!any) own.forEach(n => box.append(n));
  /* one after the other, so that nothing moves that is read already; what stood there stays until the first is ready.
     The first that reads texts has the network to itself: a slow one shows it sooner */
  const make = g => section(g).catch(() => { missed = true; tell(); }), alone = 1 + shown.findIndex(g => isText(g.kind)) || shown.length, made = shown.slice(0, alone).map(make);
  let first = !only;
  for (let n = 0; n < shown.length; n++) {
    if (n === alone) made.push(...shown.slice(n).map(make));
    const s = await made[n];
    if (mine !== turn) return;
    if (first) lists.textContent = '';
    first = false;
    if (s) lists.append(s);
  }
  if (first) lists.textContent = '';
  set(lists, { 'aria-busy': waiting });
};

form.addEventListener('change', () => {
  const now = new URLSearchParams({ q });
  form.querySelectorAll('input:checked').forEach(i => now.append(i.name, i.value));
  w.history.pushState(0, '', '?' + now);
  render();
});
w.addEventListener('popstate', () => render());

d.title = q + ' - ' + d.title;
box.textContent = '';
box.append(sum, form, lists, el('p', { class: 'more' }, link(box.dataset.places, '按地区找'), link(box.dataset.feedback, '告诉我们')));
Promise.race([all, early]).then(async () => {
  late = waiting;
  const before = render(), was = turn;
  if (!late) return;
  await all;
  await before;
  render(turn === was ? k => !isText(k) : undefined); // another choice since then: all anew
});
})(window, document);
