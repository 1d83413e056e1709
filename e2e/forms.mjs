// All forms that one person meets, found as a stranger would find them: by following links.

// Of pages that differ only in their last word (sessions, people) so many are enough.
const SIBLINGS = 3;
const MOST_PAGES = 400;

/**
 * Follows links from the given paths, as the owner of the view's cookies, and reads every form.
 *
 * Answers `{ pages, forms }`: of pages their path and status; of forms `{ page, action, fields }`, filled in as they
 * stand there, only those that post, and each action once for each set of its fields' names. `enters` says which paths
 * are followed.
 */
export async function readForms(view, starts, enters = () => true) {
  const waiting = [...starts];
  const known = new Set(starts);
  const children = new Map();
  const pages = [];
  const forms = new Map();
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const path = waiting.shift();
    const answer = await view.context.request.get(view.origin + path, { maxRedirects: 0, failOnStatusCode: false });
    pages.push({ path, status: answer.status() });
    const next = answer.headers()["location"];
    const found = isHtml(answer) ? await view.page.evaluate(readPage, { html: await answer.text(), at: view.origin + path }) : { links: [], forms: [] };
    for (const form of found.forms) {
      const key = JSON.stringify([shape(form.action), form.fields.map(([name]) => name).sort()]);
      if (!forms.has(key)) forms.set(key, { page: path, ...form });
    }
    for (const address of next ? [new URL(next, view.origin + path).href] : found.links) {
      const link = local(view.origin, address);
      if (link === null || known.has(link) || !enters(link)) continue;
      known.add(link);
      const parent = shape(link.split("?")[0]);
      const count = children.get(parent) ?? 0;
      children.set(parent, count + 1);
      if (count < SIBLINGS) waiting.push(link);
    }
  }
  return { pages, forms: [...forms.values()] };
}

/** Sends a form, as it was filled in for somebody else, with the cookies of this view. */
export async function send(view, { action, fields }, headers = {}) {
  const body = new URLSearchParams(fields).toString();
  return view.context.request.post(new URL(action, view.origin).href, {
    data: body,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: view.origin, ...headers },
    maxRedirects: 0,
    failOnStatusCode: false,
  });
}

/** An address without what tells siblings apart: its last word, and every id. */
function shape(address) {
  const words = address.split("?")[0].split("/");
  const isKey = (word) => /^[0-9a-f-]{32,36}$/.test(word) || /^\d+$/.test(word) || /^S\d+$/.test(word);
  return words.map((word, at) => (at === words.length - 1 && words.length > 4 && !address.includes("?") ? "*" : isKey(word) ? "#" : word)).join("/");
}

function isHtml(answer) {
  return (answer.headers()["content-type"] ?? "").startsWith("text/html");
}

function local(origin, address) {
  const url = new URL(address);
  return url.origin === origin ? url.pathname + url.search : null;
}

// Runs in a page: reads what a browser would make of the HTML, without loading anything of it.
function readPage({ html, at }) {
  const document = new DOMParser().parseFromString(html, "text/html");
  const links = [...document.querySelectorAll("a[href]")].map((link) => new URL(link.getAttribute("href"), at).href);
  const usable = (field) => field.name && !field.disabled && (!/^(checkbox|radio)$/.test(field.type) || field.checked);
  const action = (form, button) => new URL(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? at, at).href;
  const filled = (form, button) => {
    const fields = [...form.elements].filter((field) => !/^(submit|button|image|file)$/.test(field.type) && usable(field)).map((field) => [field.name, field.value]);
    return button?.name ? [...fields, [button.name, button.value]] : fields;
  };
  const posting = [...document.forms].filter((form) => form.method === "post");
  const forms = posting.flatMap((form) => {
    const buttons = [...form.elements].filter((field) => field.type === "submit");
    return (buttons.length > 0 ? buttons : [undefined]).map((button) => ({ action: new URL(action(form, button)).pathname + new URL(action(form, button)).search, fields: filled(form, button) }));
  });
  return { links, forms };
}
