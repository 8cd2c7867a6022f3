// What the pages do beyond links and forms. Everything works without it: it adds buttons, closes menus, and listens.
(() => {
  'use strict';

  // − and + beside every number of licenses.
  function stepper(box) {
    const input = box.querySelector('input[type=number]');
    if (!input || box.querySelector('button')) return;
    const button = (text, label, by) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'step';
      made.textContent = text;
      made.setAttribute('aria-label', label);
      made.addEventListener('click', () => {
        const to = (parseInt(input.value, 10) || 0) + by;
        const max = input.max === '' ? Infinity : parseInt(input.max, 10);
        input.value = Math.min(max, Math.max(0, to));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      return made;
    };
    box.prepend(button('−', box.dataset.less, -1));
    box.append(button('+', box.dataset.more, 1));
  }
  const steppers = (root) => root.querySelectorAll('.stepper').forEach(stepper);
  steppers(document);
  document.addEventListener('htmx:afterSettle', () => steppers(document));

  // One menu is open at a time; Escape or a click elsewhere closes it.
  const openMenus = () => document.querySelectorAll('details.actions[open]');
  document.addEventListener('click', (event) => {
    openMenus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    openMenus().forEach((menu) => { menu.open = false; menu.querySelector('summary').focus(); });
  });

  // A second click sends nothing: the server would not act on it twice anyhow.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });

  // Lists and waiting pages wake up when a customer of the partner changed; an open menu is not pulled away.
  if (document.querySelector('[data-live]') && window.EventSource) {
    const source = new EventSource('/mudancas');
    let due = false;
    const wake = () => {
      if (openMenus().length > 0) { due = true; return; }
      due = false;
      if (window.htmx) window.htmx.trigger(document.body, 'mudanca');
    };
    source.addEventListener('customer', wake);
    // An answer that was asked for before the menu was opened must not pull it away either.
    document.addEventListener('htmx:beforeSwap', (event) => {
      if (event.detail.target.id === 'lista' && openMenus().length > 0) {
        event.detail.shouldSwap = false;
        due = true;
      }
    });
    document.addEventListener('toggle', () => { if (due) wake(); }, true);
    window.addEventListener('pagehide', () => source.close());
  }
})();
