// The demonstration's switcher. It shows what a clinic can set: it puts the settings of the page's address
// on the one tag before that tag's script runs, and writes the settings chosen back into the address.

const ON_THE_TAG = ['title', 'colour', 'position', 'region', 'locale'];
const ALL = [...ON_THE_TAG, 'appearance'];
const address = new URL(location.href);

/** The settings that the address holds. */
const chosen = Object.fromEntries(
  ALL.filter((name) => address.searchParams.get(name)).map((name) => [name, address.searchParams.get(name)]),
);

/** The page's own settings, as its tag has them. */
let own = {};

dressPage();
new MutationObserver(dressTag).observe(document, { childList: true, subtree: true });
document.addEventListener('DOMContentLoaded', () => {
  keepSettingsOnLinks();
  fillPanel();
});

function dressPage() {
  const root = document.documentElement;
  if (/^#[0-9a-f]{6}$/i.test(chosen.colour)) root.style.setProperty('--brand', chosen.colour);
  if (chosen.appearance) root.dataset.appearance = chosen.appearance;
}

/** The tag's script is async, and an observer is called before any task of its loading. */
function dressTag(_, observer) {
  const tag = document.querySelector('script[src="/thatch.js"]');
  if (!tag) return;
  own = { ...tag.dataset };
  for (const name of ON_THE_TAG) if (name in chosen) tag.dataset[name] = chosen[name];
  observer.disconnect();
}

function keepSettingsOnLinks() {
  for (const link of document.querySelectorAll('a[href^="/"]')) {
    const target = new URL(link.href);
    for (const [name, value] of Object.entries(chosen)) target.searchParams.set(name, value);
    link.href = target.href;
  }
}

function fillPanel() {
  const tag = document.querySelector('script[src="/thatch.js"]');
  const panel = document.getElementById('settings');
  const controls = Object.fromEntries(ALL.map((name) => [name, panel.querySelectorAll(`[name="${name}"]`)]));
  for (const name of ALL) setControl(controls[name], tag.dataset[name] ?? chosen[name] ?? 'system');
  panel.open = location.hash === '#settings';
  document.getElementById('tag').textContent = written(tag);
  document.getElementById('apply').addEventListener('click', () => apply(controls));
  document.getElementById('reset').addEventListener('click', () => location.assign(location.pathname));
}

function apply(controls) {
  const next = new URL(location.pathname, location.href);
  for (const name of ALL) {
    const value = controlValue(controls[name]);
    if (value !== (own[name] ?? 'system')) next.searchParams.set(name, value);
  }
  next.hash = 'settings';
  if (next.href === location.href) location.reload();
  else location.assign(next);
}

function setControl(elements, value) {
  for (const element of elements) {
    if (element.type === 'radio') element.checked = element.value === value;
    else element.value = value;
  }
}

function controlValue(elements) {
  return [...elements].find((element) => element.type !== 'radio' || element.checked)?.value ?? '';
}

/** The tag as a clinic would paste it, with the address of this assistant. */
function written(tag) {
  const data = [...tag.attributes].filter(({ name }) => name.startsWith('data-'));
  const attributes = data.map(({ name, value }) => `\n  ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  return `<script async src="${tag.src}"${attributes.join('')}></script>`;
}
