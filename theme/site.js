/* 可有可无:复制、筛选学校表、大字。没有它,页面也完整;按钮都由它自己造,没有它就没有死按钮。 */
(function (d) {
  'use strict';

  function button(text, press) {
    var b = d.createElement('button');
    b.type = 'button';
    b.className = 'tool';
    b.textContent = text;
    b.addEventListener('click', function () { press(b); });
    return b;
  }

  // 复制:新浏览器用剪贴板;微信等没有剪贴板的,选中后用旧命令。
  function copyBySelection(text) {
    var area = d.createElement('textarea');
    area.value = text;
    area.readOnly = true;
    area.className = 'vh';
    d.body.appendChild(area);
    area.select();
    area.setSelectionRange(0, text.length);
    var done = false;
    try { done = d.execCommand('copy'); } catch (x) { done = false; }
    d.body.removeChild(area);
    return done;
  }

  d.querySelectorAll('[data-copy]').forEach(function (part) {
    var label = part.getAttribute('data-copy') || '复制';
    part.insertAdjacentElement('afterend', button(label, function (b) {
      var text = part.innerText;
      function say(done) {
        b.textContent = done ? '已复制' : '请长按文字复制';
        b.focus();
        setTimeout(function () { b.textContent = label; }, 3000);
      }
      if (navigator.clipboard) {
        navigator.clipboard.writeText(text).then(function () { say(true); }, function () { say(copyBySelection(text)); });
      } else {
        say(copyBySelection(text));
      }
    }));
  });

  // 筛选:每个 tbody 是一个乡镇,第一行 .grp 是它的名字;学校多时乡镇折叠,有结果的打开,没有的藏起。
  d.querySelectorAll('[data-filter]').forEach(function (table, i) {
    var p = d.createElement('p');
    var label = d.createElement('label');
    var input = d.createElement('input');
    var said = d.createElement('span');
    p.className = 'filter';
    label.textContent = table.getAttribute('data-filter');
    label.htmlFor = input.id = 'filter-' + i;
    input.type = 'search';
    said.setAttribute('role', 'status');
    p.append(label, input, said);
    table.parentNode.insertBefore(p, table);
    input.addEventListener('input', function () {
      var query = input.value.trim();
      var shown = 0;
      table.querySelectorAll('tbody').forEach(function (body) {
        var any = false;
        body.querySelectorAll('tr:not(.grp)').forEach(function (row) {
          var fits = row.cells[0].textContent.indexOf(query) > -1;
          row.hidden = !fits;
          if (fits) { any = true; shown++; }
        });
        body.hidden = !any;
        var fold = body.closest('details');
        if (fold) {
          fold.hidden = !any;
          fold.open = any && query !== '';
        }
      });
      said.textContent = query ? (shown ? '找到 ' + shown + ' 所' : '没有找到') : '';
    });
  });

  // 折叠:从目录点来的打开;打印时全部打开,打印后复原。
  function unfold() {
    var part = location.hash.length > 1 && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (part && part.tagName === 'DETAILS') { part.open = true; }
  }
  addEventListener('hashchange', unfold);
  unfold();
  addEventListener('beforeprint', function () {
    d.querySelectorAll('details.fold:not([open])').forEach(function (fold) { fold.open = true; fold.setAttribute('data-shut', ''); });
  });
  addEventListener('afterprint', function () {
    d.querySelectorAll('details[data-shut]').forEach(function (fold) { fold.open = false; fold.removeAttribute('data-shut'); });
  });

  // 手机上把表排成卡片,旧浏览器会忘了它是表:用 role 说回来。写在页面里不合规范,也让每页更重。
  var roles = { THEAD: 'rowgroup', TBODY: 'rowgroup', TFOOT: 'rowgroup', TR: 'row', TD: 'cell' };
  function tables(within) {
    within.querySelectorAll('table.cards,table.inds').forEach(function (table) {
      table.setAttribute('role', 'table');
      table.querySelectorAll('thead,tbody,tfoot,tr,td,th').forEach(function (part) {
        part.setAttribute('role', roles[part.tagName] || (part.scope === 'col' ? 'columnheader' : 'rowheader'));
      });
    });
  }
  window.portalTables = tables;
  tables(d);

  // 大字:只记在这台设备上。
  var root = d.documentElement;
  var key = 'big';
  var foot = d.querySelector('.foot .wrap');
  function remembered() { try { return localStorage.getItem(key) === '1'; } catch (x) { return false; } }
  function set(on) {
    root.classList.toggle('big', on);
    try { localStorage.setItem(key, on ? '1' : ''); } catch (x) { return; }
  }
  if (remembered()) { set(true); }
  if (foot) {
    var big = button('大字版', function (b) {
      var on = !root.classList.contains('big');
      set(on);
      b.setAttribute('aria-pressed', String(on));
    });
    big.setAttribute('aria-pressed', String(root.classList.contains('big')));
    foot.appendChild(big);
  }
})(document);
