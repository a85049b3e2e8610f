/* 交互图：读者点了才取 Plotly 和本页的 figures.json（FigurePlan.cs）。没有它，静态的图和旁边的表已经完整。 */
((w, d) => {
'use strict';
const here = d.currentScript.src, from = p => new URL('vendor/plotly/' + p, here).href;
const set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); return e; };
const el = (tag, o, ...inner) => { const e = set(d.createElement(tag), o); e.append(...inner); return e; };
const add = (tag, o) => new Promise((onload, fail) => { const e = Object.assign(d.createElement(tag), { onload, onerror: () => { e.remove(); fail(Error(tag)); } }, o); d.head.append(e); });

/* the library and the page's figures are fetched once; what fails is fetched again at the next press */
let ready;
const came = {}, need = (id, tag, o) => came[id] = came[id] || add(tag, o).catch(e => { came[id] = null; throw e; });
const load = () => ready = ready || Promise.all([
  fetch('figures.json').then(r => { if (!r.ok) throw Error(r.status); return r.json(); }),
  // Plotly puts its rules into the page unless it finds this element: inline styles are not allowed here.
  need('style', 'link', { id: 'plotly.js-style-global', className: 'no-inline-styles', rel: 'stylesheet', href: from('plotly.css') }),
  need('library', 'script', { src: from('plotly-basic.min.js') }),
]).then(([figures]) => {
  w.Plotly.register({ moduleType: 'locale', name: 'zh-CN', dictionary: { 'Zoom in': '放大', 'Zoom out': '缩小', Pan: '移动', 'Reset axes': '复原' } });
  return figures;
}).catch(e => { ready = null; throw e; });

const save = (plot, name) => {
  const url = URL.createObjectURL(new Blob([w.Plotly.Snapshot.toSVG(plot, 'svg')], { type: 'image/svg+xml' }));
  el('a', { href: url, download: name + '.svg' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

/* by keyboard: left and right go from point to point, and each is read out */
const walk = (plot, data, say) => {
  const points = [].concat(...data.map((trace, curveNumber) => trace.text.map((text, pointNumber) => ({ curveNumber, pointNumber, text })))).filter(p => p.text);
  let at = -1;
  plot.addEventListener('keydown', e => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: points.length - 1 - at }[e.key];
    if (step === undefined || e.target !== plot || !points[0]) return;
    e.preventDefault();
    at = Math.min(points.length - 1, Math.max(0, at + step));
    const { curveNumber, pointNumber, text } = points[at];
    w.Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
    say.textContent = text;
  });
};

d.querySelectorAll('[data-figure]').forEach(figure => {
  const say = el('p', { role: 'status', class: 'src' }), show = el('button', { type: 'button', class: 'tool' }), words = '看可以放大的图（另取约 400 KB）';
  let plot, busy;
  const off = () => { w.Plotly.purge(plot); plot.remove(); plot = null; say.textContent = ''; show.textContent = words; show.setAttribute('aria-expanded', false); };
  set(show, { 'aria-expanded': false }).textContent = words;
  show.onclick = async () => {
    if (busy) return;
    if (plot) return off();
    busy = true;
    say.textContent = '正在取图……';
    try {
      const { data, layout } = (await load())[figure.dataset.figure], title = figure.querySelector('svg title').textContent;
      plot = el('div', { class: 'plot', tabindex: 0, role: 'application', 'aria-label': title + '，可以放大的图：左右键逐个读数' });
      figure.insertBefore(plot, show);
      await w.Plotly.newPlot(plot, data, layout, {
        locale: 'zh-CN', responsive: true, displayModeBar: true, displaylogo: false,
        modeBarButtons: [['zoomIn2d', 'zoomOut2d', 'pan2d', 'resetScale2d', { name: 'save', title: '存为图片（SVG）', icon: w.Plotly.Icons.camera, click: p => save(p, title) }]],
      });
      walk(plot, data, say);
      show.textContent = '收起这张图';
      show.setAttribute('aria-expanded', true);
      if (d.activeElement === show) plot.focus();
      say.textContent = '按图上的按钮放大、移动、存为图片；点一点，或用左右键，看每个数。';
    } catch (e) {
      if (plot) off();
      say.textContent = '图没有取到，上面的图和旁边的表是同样的数。请稍后再试。';
    }
    busy = false;
  };
  figure.append(show, say);
});
})(window, document);
