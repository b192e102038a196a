// The menu of a narrow screen for whoever has no mouse: the theme hears the mouse alone.
const trigger = document.getElementById('tsd-toolbar-menu-trigger');
const isOpen = () => document.documentElement.classList.contains('has-menu');
const tell = () => trigger.setAttribute('aria-expanded', String(isOpen()));
trigger.setAttribute('role', 'button');
tell();
new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['class'] });

trigger.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  for (const kind of ['mouseup', 'touchend']) trigger.dispatchEvent(new Event(kind));
  document.querySelector('.site-menu summary')?.focus();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !isOpen()) return;
  document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  trigger.focus();
});
