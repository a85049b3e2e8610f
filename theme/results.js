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
/* cut: how many there are in all where not all are listed; a choice within those listed cannot be a total */
const put = (kind, hits, cut, more) => { if (hits[0]) found[kind] = { hits, cut: cut > hits.length || more ? cut : 0, more }; };
/* Texts that are found do not wait for names that take long (similar ones, mostly): late. They stand below, so that nothing moves that is read already. */
const GRACE = 300;
let waiting = true, late = false;
const lost = () => { failed = true; };
const asked = [w.portalAsked[0].then(r => {
  put('p', r.places, r.placeTotal);
  put('s', r.schools, r.total, r.more);
  near = r.near;
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

/* kinds that the choice leaves, each with its hits */
const narrowed = skip => kinds().filter(k => skip === 'kind' || fits('kind', [k])).map(kind => {
  const f = found[kind], hits = f.hits.filter(h => (skip === 'in' || inside(areaOf(kind, h))) && (skip === 'stage' || kind !== 's' || fits('stage', stagesOf(h))));
  return { kind, hits, cut: f.cut && hits.length === f.hits.length ? f.cut : 0, listed: f.cut ? f.hits.length : 0, more: f.more };
}).filter(g => g.hits[0]);
const total = gs => gs.reduce((n, g) => n + (g.cut || g.hits.length), 0);

const sum = el('p', { class: 'sum', role: 'status' }, '正在查找……'), form = el('div', { class: 'narrow' }), lists = el('div');
/* one group of boxes: value, label, which hits it is for; a box stays while anything was found for it, so that none moves under the finger */
const count = gs => { const n = total(gs); return number(n) + (gs.some(g => g.more || g.listed && !g.cut) ? '+' : ''); };
const part = (gs, test) => gs.map(g => Object.assign({}, g, { hits: g.hits.filter(h => test(g.kind, h)) })).filter(g => g.hits[0])
  .map(g => Object.assign(g, { cut: g.hits.length === found[g.kind].hits.length ? g.cut : 0 }));
const boxes = (key, legend, options) => {
  const any = Object.keys(found).map(kind => Object.assign({ kind }, found[kind])), now = narrowed(key);
  const shown = options.filter(([value, , test]) => part(any, test)[0] || chosen(key).includes(value));
  if (!shown[1] && !chosen(key)[0]) return [];
  return [el('fieldset', {}, el('legend', {}, legend), ...shown.map(([value, label, test]) => {
    const input = el('input', { type: 'checkbox', name: key, value });
    input.checked = chosen(key).includes(value);
    return el('label', {}, input, label + ' ' + count(part(now, test)));
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
  const [title, unit] = KINDS[g.kind], id = 'h-' + g.kind, ul = el('ul', { class: 'hits' }), n = g.cut || g.hits.length, text = isText(g.kind);
  const note = g.more ? '至少 ' + number(n) + ' ' + unit + '，加上县名可以缩小范围。'
    : g.cut ? '共 ' + number(n) + ' ' + unit + '，可以看到前 ' + number(g.hits.length) + ' ' + unit + '，加上县名可以缩小范围。'
    : g.listed ? '列出的 ' + number(g.listed) + ' ' + unit + '里有 ' + number(n) + ' ' + unit + '，没有列出的里可能还有；加上县名可以查全。'
    : '共 ' + number(n) + ' ' + unit + ('rfc'.includes(g.kind) && n > 1 ? '，按地区代码排列' : '') + '。';
  const button = el('button', { type: 'button', class: 'btn' });
  const step = text ? 5 : 10;
  let shown = 0;
  const more = async () => {
    const next = await Promise.all(g.hits.slice(shown, shown + step).map(h => text ? textHit(h, runs) : nameHit(h))), had = shown;
    ul.append(...next);
    shown += next.length;
    button.hidden = shown >= g.hits.length;
    button.textContent = '再看 ' + number(Math.min(step, g.hits.length - shown)) + ' ' + unit + title;
    if (had) next[0].querySelector('a').focus();
  };
  button.addEventListener('click', more);
  await more();
  return el('section', { 'aria-labelledby': id }, el('h2', { id }, title), el('p', { class: 'src' }, note), ul, button);
};

const LETTERS = '用拼音或首字母查学校，要从县名写起。';
const NOTHING = '查的是地区和学校的名称、曾用名、代码，以及指标、说明、督导报告、整改台账和各县情况的正文，正文要两个字以上。可以少输几个字、换一个说法再试。';
let turn = 0;
/* only: kinds that are added to those shown already */
const render = async only => {
  const mine = ++turn, gs = narrowed(), shown = gs.filter(g => !only || only(g.kind)), any = Object.keys(found)[0];
  choices();
  set(lists, { 'aria-busy': true });
  const tell = () => { sum.textContent = failed ? '查找用的文件有的没有打开，' + (gs[0] ? '下面不全；' : '') + '请稍后再试，或按地区找。'
    : !any ? '没有找到' + said + '。' + NOTHING + (/^[a-zü '’-]+$/i.test(q) ? LETTERS : '')
    : !gs[0] ? '选定的范围里没有' + said + '，可以去掉一些选择。'
    : near && found.s && gs.every(g => g.kind === 's') ? '没有' + said + '，下面是相近的名称。'
    : said + '：' + gs.map(g => KINDS[g.kind][0] + ' ' + (g.more || g.listed && !g.cut ? '至少 ' : '') + number(g.cut || g.hits.length) + ' ' + KINDS[g.kind][1]).join('，') + (waiting ? '；名称还在查找……' : '。'); };
  tell();
  if (!any) own.forEach(n => box.append(n));
  /* one after the other, so that nothing moves that is read already; what stood there stays until the first is ready.
     The first that reads texts has the network to itself: a slow one shows it sooner */
  const make = g => section(g).catch(() => { failed = true; tell(); }), alone = 1 + shown.findIndex(g => isText(g.kind)) || shown.length, made = shown.slice(0, alone).map(make);
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
