/* 比较：把选好的学校或县并排列出。数据在 {root}compare/places|schools/{县}.json（CompareFile.cs）；选择记在地址里，
   ?schools=县-学校,… 或 ?places=县,…。Stands before combobox.js, whose choice it takes by the event "choose" on its form. */
((w, d) => {
'use strict';
const root = d.documentElement.dataset.root || './', box = d.getElementById('compare');
if (!box) return;
const most = +box.dataset.most, query = new URLSearchParams(w.location.search);
const set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); return e; };
const el = (tag, o, ...inner) => { const e = set(d.createElement(tag), o); e.append(...inner); return e; };
const MARK = 'http://www.w3.org/2000/svg';
const SEAL = { 认: 'ren', 算: 'suan', 距: 'ju' };
const state = (shape, word) => {
  const svg = set(d.createElementNS(MARK, 'svg'), { class: 'mk mk-' + shape, 'aria-hidden': true, width: 16, height: 16 });
  svg.append(set(d.createElementNS(MARK, 'use'), { href: '#m-' + shape }));
  return el('span', { class: 'st st-' + shape }, svg, word);
};

/* the choice: {kind: 'schools' or 'places', ids: 'county-school' or 'county'}; what the address says that cannot be one is left out */
const FORM = { schools: /^\d{6}-[\w.-]{1,40}$/, places: /^\d{6}$/ };
let kind = query.get('schools') ? 'schools' : 'places';
const named = [...new Set((query.get(kind) || '').split(','))].filter(Boolean);
let ids = named.filter(i => FORM[kind].test(i)).slice(0, most), bad = named.length - ids.length;

const kept = {};
const file = (of, county) => kept[of + county] = kept[of + county] || fetch(root + 'compare/' + of + '/' + county + '.json').then(r => {
  if (!r.ok) throw Error(r.status);
  return r.json();
}).catch(e => { delete kept[of + county]; throw e; });
const item = async id => {
  const [county, school = county] = id.split(/-(.*)/), data = await file(kind, county), found = data.items.find(i => i.id === school);
  return found && { id, data, item: found };
};

/* furniture */
const say = el('p', { role: 'status' });
const form = el('form', { class: 'find find-l', role: 'search', action: root + 'search/', 'aria-label': '加入比较', 'data-only': 'names' },
  el('label', { for: 'add' }, box.dataset.ask),
  el('div', {}, el('input', { id: 'add', name: 'q', type: 'search', autocomplete: 'off', enterkeyhint: 'search' }), el('button', {}, '加入')));
const chosen = el('ul', { class: 'plain chosen', 'aria-label': '已选' }), table = el('div', {});
const own = [...box.childNodes];
box.textContent = '';
box.append(form, say, chosen, table, ...own);

const add = hit => {
  const of = hit.url.startsWith('schools/') ? 'schools' : 'places', id = of === 'schools' ? hit.place + '-' + hit.id : hit.id;
  if (of === 'places' && hit.level !== '县级') return say.textContent = hit.name + '不是县（市、区）；省和市不在这里比较。';
  if (ids[0] && of !== kind) return say.textContent = '已经选了' + (kind === 'schools' ? '学校，只能再加学校' : '县，只能再加县') + '；要换，先去掉已选的。';
  if (ids.includes(id)) return say.textContent = hit.name + '已经在列。';
  if (ids.length >= most) return say.textContent = '最多并排 ' + most + ' 个；先去掉一个。';
  kind = of;
  ids.push(id);
  show(hit.name + '已加入。');
};
form.addEventListener('choose', e => { e.preventDefault(); form.q.value = ''; add(e.detail); });
form.addEventListener('submit', async e => {
  e.preventDefault();
  const q = form.q.value.trim();
  if (!q) return;
  let r;
  try { r = await (await w.portalNames()).find(q); } catch (_) { say.textContent = '查找用的文件没有打开，请稍后再试。'; return; }
  const hits = [...r.places, ...r.schools];
  if (hits.length === 1) { form.q.value = ''; add(hits[0]); } else say.textContent = hits[0] ? '有 ' + hits.length + ' 个，请从建议里选一个。' : '没有找到“' + q + '”。';
});

/* where it lies and which period it is of; on a phone, where the head of the table is not seen, the list of the choice says it */
const about = item => [item.at, item.period].filter(Boolean).join('，');
const cellOf = (cell, name, why) => {
  const td = el('td', { 'data-l': name });
  if (!cell) return td.append(el('span', { class: 'out' }, why)), td;
  const [, value, limit, shape, word, fix, gap] = cell;
  td.append(shape ? el('b', {}, value) : value);
  if (shape) td.append(' ', state(shape, word));
  if (gap) td.append(' ', el('span', { class: 'gap' }, gap));
  if (limit) td.append(el('small', {}, limit));
  if (fix) td.append(el('small', { class: 'note fix' }, fix));
  return td;
};

const draw = columns => {
  const rows = new Map(), groups = [];
  columns.forEach((c, n) => c.item.cells.forEach(cell => {
    const [key, group, label, url, seal] = c.data.rows[cell[0]], id = key + '\n' + group;
    if (!rows.has(id)) {
      rows.set(id, { label, url, cells: [], why: key.endsWith('/why') });
      let g = groups.find(x => x.name === group);
      if (!g) groups.push(g = { name: group, seal, rows: [] });
      g.rows[rows.get(id).why ? 'unshift' : 'push'](rows.get(id)); // why a school is not judged stands first
    }
    rows.get(id).cells[n] = cell;
  }));
  const head = el('tr', {}, el('th', { scope: 'col' }, '项目'), ...columns.map(c => el('th', { scope: 'col' },
    el('a', { href: root + c.item.url }, c.item.name), el('small', {}, about(c.item)))));
  const bodies = groups.map(g => el('tbody', {}, el('tr', { class: 'grp' }, el('th', { scope: 'rowgroup', colspan: columns.length + 1 }, ...g.seal ? [el('span', { class: 'seal seal-' + SEAL[g.seal], 'aria-hidden': true }, g.seal)] : [], g.name)),
    ...g.rows.map(r => el('tr', {}, el('th', { scope: 'row' }, r.url ? el('a', { href: root + r.url }, r.label) : r.label), ...columns.map((c, n) => cellOf(r.cells[n], c.item.name, r.why ? '—' : g.rows[0].why && g.rows[0].cells[n] ? '见说明' : '没有这一项'))))));
  const releases = [...new Set(columns.map(c => c.item.release))];
  table.textContent = '';
  table.append(el('table', { class: 'cards compare' }, el('caption', {}, columns.map(c => c.item.name).join('、') + '，并排列出，不是排名'), el('thead', {}, head), ...bodies),
    el('p', { class: 'src' }, '来源：', ...releases.flatMap((r, i) => [i ? '、' : '', el('a', { href: root + 'releases/' + r + '/' }, '发布 ' + r)]), '。把本页的地址发给别人，看到的是同样的选择：', el('span', { class: 'url' }, w.location.href)));
  if (w.portalTables) w.portalTables(table);
};

let asked = 0;
const show = async said => {
  const mine = ++asked, url = w.location.pathname + (ids[0] ? '?' + kind + '=' + ids.join(',') : '');
  w.history.replaceState(null, '', url);
  const got = await Promise.all(ids.map(i => item(i).catch(() => null)));
  if (mine !== asked) return;
  const columns = got.filter(Boolean), lost = ids.filter((_, i) => !got[i]);
  chosen.textContent = '';
  chosen.append(...ids.map((id, i) => {
    const off = el('button', { type: 'button', class: 'tool' }, '去掉'), item = got[i] && got[i].item, name = item ? item.name : id + '（没有打开）';
    off.setAttribute('aria-label', '去掉' + name);
    off.onclick = () => { ids = ids.filter(x => x !== id); show(name + '已去掉。'); form.q.focus(); };
    return el('li', {}, item ? el('a', { href: root + item.url }, name) : name, item ? el('small', {}, about(item)) : '', ' ', off);
  }));
  own.forEach(n => { if (n.nodeType === 1) n.hidden = columns.length > 1; });
  if (columns.length > 1) draw(columns); else table.textContent = '';
  d.title = columns.length > 1 ? columns.map(c => c.item.name).join('、') + ' · ' + title : title;
  say.textContent = [said, new Set(columns.map(c => c.item.period)).size > 1 && '各列不是同一期的数据，不能直接比大小。', lost.length + bad > 0 && lost.length + bad + ' 个没有打开：地址里的代码不对，或网络不通。', ids.length === 1 && columns[0] && '再加入一' + (kind === 'schools' ? '所学校' : '个县') + '，就并排列出。'].filter(Boolean).join(' ');
  bad = 0;
};
const title = d.title;
show('');
})(window, document);
