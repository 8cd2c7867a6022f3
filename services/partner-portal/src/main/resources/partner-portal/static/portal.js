// What the pages do beyond links and forms. They work without it: it adds buttons, closes menus and updates lists.
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
        const min = input.min === '' ? 0 : parseInt(input.min, 10);
        const max = input.max === '' ? Infinity : parseInt(input.max, 10);
        input.value = Math.min(max, Math.max(min, to));
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

  // Beside a product that is ticked, a button includes one that it requires and that is not.
  const box = (id) => document.getElementById(id);
  const offers = () => document.querySelectorAll('[data-adds]').forEach((offer) => {
    const missing = box(offer.dataset.adds);
    offer.hidden = !box(offer.dataset.when).checked || !missing || missing.checked || missing.disabled;
  });
  offers();
  document.addEventListener('change', offers);
  document.addEventListener('htmx:afterSettle', (event) => {
    offers();
    // Products of another system: the totals are others too.
    if (event.target.id === 'produtos') event.target.dispatchEvent(new Event('change', { bubbles: true }));
  });
  document.addEventListener('click', (event) => {
    const offer = event.target.closest('[data-adds]');
    if (!offer) return;
    const missing = box(offer.dataset.adds);
    missing.checked = true;
    missing.focus();
    missing.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // One menu is open at a time; Escape or a click elsewhere closes it.
  const openMenus = () => document.querySelectorAll('details.actions[open]');
  document.addEventListener('click', (event) => {
    openMenus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('keydown', (event) => {
    openMenus().forEach((menu) => {
      if (event.key === 'Escape') {
        menu.open = false;
        menu.querySelector('summary').focus();
      } else if (['ArrowDown', 'ArrowUp'].includes(event.key) && menu.contains(document.activeElement)) {
        event.preventDefault();
        const entries = [...menu.querySelectorAll('li a, li button')];
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const at = entries.indexOf(document.activeElement);
        entries[(at < 0 && step < 0 ? entries.length - 1 : at + step + entries.length) % entries.length].focus();
      }
    });
  });
  // A menu that would reach below the window opens upwards.
  document.addEventListener('toggle', (event) => {
    const menu = event.target;
    if (!menu.matches('details.actions') || !menu.open) return;
    menu.classList.remove('up');
    menu.classList.toggle('up', menu.querySelector('ul').getBoundingClientRect().bottom > window.innerHeight);
  }, true);

  // A second click sends nothing. The server would ignore it, too.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });

  // A window over the page keeps the focus. Escape clicks its Cancel button; if there is none, its link to the list.
  document.querySelectorAll('dialog[data-window]').forEach((dialog) => {
    dialog.removeAttribute('open');
    dialog.showModal();
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      dialog.querySelector('[data-cancel]').click();
    });
  });

  // Lists and waiting pages are updated when a customer of the partner has changed, but not while a person is using them:
  // while a menu is open, or the pointer is pressed.
  if (document.querySelector('[data-live]') && window.EventSource) {
    const source = new EventSource('/mudancas');
    let due = false;
    let pressed = false;
    const isBusy = () => pressed || document.querySelector('#lista details[open]') !== null;
    const wake = () => {
      if (isBusy()) { due = true; return; }
      due = false;
      if (window.htmx) window.htmx.trigger(document.body, 'mudanca');
    };
    const released = () => {
      // After the click, which may open a menu.
      setTimeout(() => { pressed = false; if (due) wake(); }, 0);
    };
    source.addEventListener('customer', wake);
    // An answer to an earlier request must not replace the list either.
    document.addEventListener('htmx:beforeSwap', (event) => {
      if (event.detail.target.id === 'lista' && isBusy()) {
        event.detail.shouldSwap = false;
        due = true;
      }
    });
    document.addEventListener('pointerdown', () => { pressed = true; }, true);
    document.addEventListener('pointerup', released, true);
    document.addEventListener('pointercancel', released, true);
    document.addEventListener('toggle', () => { if (due) wake(); }, true);
    window.addEventListener('pagehide', () => source.close());
  }
})();
