/* 查找框；没有它，表单照样提交。form[role=search] input[name=q] is made a combobox (adds ul.sug > li, p.vh); a choice is told by the event "choose" on the form.
This script is on every page. What finds (search.js, at data-names of this script's element) comes when somebody enters a box, and with it the directory of places.
On /search/ it comes at once, with textsearch.js (first of the data-scripts of #results); for ?q= both are asked, and results.js (the second) shows what they find: portalAsked,
two Promises. #idle says so where scripts fail to come. portalNames(): Promise of portalSearch. Looks: parts/search.css */
((w, d) => {
'use strict';
const root = d.documentElement.dataset.root || './', { names, titles } = d.currentScript.dataset;
const set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); return e; };
const el = (tag, o) => set(d.createElement(tag), o);
const add = src => new Promise((onload, onerror) => d.head.append(Object.assign(d.createElement('script'), { onload, onerror, src, async: false })));
let coming;
/* the directory is asked for with the script that reads it; the head of /search/ has done so */
w.portalNames = () => {
  if (!coming && !d.getElementById('results')) d.head.append(el('link', { rel: 'preload', as: 'fetch', crossorigin: '', href: root + 'search/index/places' }));
  return coming = coming || add(names).then(() => w.portalSearch, e => { coming = 0; throw e; });
};
/* titles of indicators and reports, for two Chinese characters or more */
let titling;
const titled = q => !/[\u3400-\u9fff〇].*[\u3400-\u9fff〇]/.test(q) ? Promise.resolve([]) : (titling = titling || ready().then(() => add(titles)).catch(e => { titling = 0; throw e; })).then(() => w.portalTitles(q));
const ready = () => w.portalNames().then(s => s.directory());

const enhance = (form, no) => {
  const box = form.q, id = 'sug' + no, ul = el('ul', { class: 'sug', role: 'listbox', id, 'aria-label': '查找建议' }), say = el('p', { class: 'vh', role: 'status' });
  const on = (type, f) => box.addEventListener(type, f);
  let asked = 0, at, hits = [];
  if (!box) return;
  set(box, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': id });
  form.append(ul, say);
  const choose = n => {
    at = n;
    box.removeAttribute('aria-activedescendant');
    [...ul.children].forEach((o, i) => {
      set(o, { 'aria-selected': i === n });
      if (i === n) { set(box, { 'aria-activedescendant': o.id }); o.scrollIntoView({ block: 'nearest' }); }
    });
  };
  const show = open => { ul.hidden = !open; set(box, { 'aria-expanded': !!open }); choose(-1); };
  const close = () => { asked++; show(); say.textContent = ''; };
  const go = n => {
    const hit = hits[n];
    close();
    if (form.dispatchEvent(new CustomEvent('choose', { cancelable: true, detail: hit }))) w.location.assign(root + hit.url);
  };
  /* what is there stays where it is: titles come after the names, when they come */
  const list = (some, q, r) => {
    ul.append(...some.map((x, i) => {
      const n = hits.length + i, o = w.portalSearch.fill(el('li', { role: 'option', id: id + '-' + n }), el('b'), x, q);
      o.onclick = () => go(n);
      return o;
    }));
    hits = [...hits, ...some];
    say.textContent = q && (r || hits[0]) ? hits.length + ' 条建议' : '';
  };
  const ask = async () => {
    const q = box.value, mine = ++asked;
    choose(-1); // what was chosen for other letters is no choice for these
    await new Promise(r => setTimeout(r, 80));
    if (mine !== asked) return;
    const more = form.dataset.only ? Promise.resolve([]) : titled(q).catch(() => []), r = await w.portalNames().then(s => s.find(q)).catch(() => 0);
    if (mine !== asked) return;
    hits = [];
    ul.textContent = '';
    list(r ? [...r.places.slice(0, Math.max(3, 8 - r.schools.length)), ...r.schools].slice(0, 8) : [], q, r);
    show(hits[0]);
    const also = await more;
    if (mine !== asked || !also[0]) return;
    list(also, q, r);
    if (hits.length === also.length) show(1);
  };
  show();
  on('focus', () => ready().catch(() => 0));
  on('input', e => { if (!e.isComposing) ask(); else asked++; });
  on('compositionend', ask);
  on('blur', close);
  ul.onmousedown = e => e.preventDefault();
  on('keydown', e => {
    const n = hits.length, k = e.key, open = !ul.hidden;
    if (e.isComposing || e.keyCode === 229 || !n || !box.value.trim()) return;
    if (k === 'ArrowDown' || k === 'ArrowUp') {
      const to = k === 'ArrowDown' ? at + 1 : at < 0 ? n - 1 : at - 1;
      if (!open) show(1);
      choose(to < n ? to : -1);
    } else if (!open) return;
    else if (k === 'Escape') close();
    else if (at < 0) return;
    else if (k === 'Enter') go(at);
    else if (k === 'Home') choose(0);
    else if (k === 'End') choose(n - 1);
    else return;
    e.preventDefault();
  });
};

d.querySelectorAll('form[role=search]').forEach(enhance);
/* the page of results asks at once; results.js shows what comes of it */
const results = d.getElementById('results'), idle = d.getElementById('idle'), q = (new URLSearchParams(w.location.search).get('q') || '').trim();
if (results) {
  const [texts, shown] = results.dataset.scripts.split(' '), names = ready(), list = add(texts).then(() => w.portalText.list());
  if (q) {
    d.querySelectorAll('form[role=search] [name=q]').forEach(b => b.value = q);
    w.portalAsked = [names.then(() => w.portalSearch.find(q)), list.then(() => w.portalText.find(q))];
    w.portalAsked.forEach(a => a.catch(() => 0)); // told by results.js
    Promise.all([w.portalNames(), add(shown)]).catch(() => { idle.textContent = '查找没有运行：查找用的脚本没有打开。请刷新再试，或按地区找。'; });
  } else idle.remove();
  [names, list].forEach(a => a.catch(() => 0));
}
})(window, document);
