/** One answer as the person sees it: blocks, numbered sources, ways to go on, an opinion. */

import { blockNode, folded } from "./blocks";
import { sendFeedback } from "./client";
import { button, freshId, h, icon, outward } from "./dom";
import { day, fill, type Strings } from "./strings";
import type { Contact, Reply, Source, Turn } from "./types";

const THUMB = "M7 21V10l5-8c2 0 3 2 2 4l-1 3h6a2 2 0 0 1 2 2l-1 8a3 3 0 0 1-3 2zM3 10h4v11H3z";

/** What an answer needs of the conversation around it. */
export interface Around {
  t: Strings;
  /** Address of the server, without a final slash. */
  endpoint: string;
  /** Sends a question. */
  ask(text: string): void;
  /** Says something once to a screen reader, outside of the log. */
  say(text: string): void;
  /** Notes the opinion on a turn. */
  rated(turn: Turn): void;
}

function sourceNode(source: Source, { t, endpoint }: Around): HTMLElement {
  const details = [
    source.publisher,
    source.date && fill(t.$published, day(source.date, t)),
    source.as_of && fill(t.$checked, day(source.as_of, t)),
  ].filter(Boolean);
  return h(
    "li",
    {},
    h(
      "details",
      {},
      h("summary", {}, [source.title, source.locator].filter(Boolean).join(", ")),
      details.length > 0 && h("p", {}, details.join(" · ")),
      source.quote && h("blockquote", {}, h("p", {}, source.quote)),
      source.url && h("p", {}, outward(t.$read, source.url, endpoint, t.$tab)),
    ),
  );
}

function sourcesNode(items: HTMLElement[], t: Strings): Node {
  const title = freshId();
  const list = h("ol", { "aria-labelledby": title }, ...items);
  return h("div", { class: "sources", lang: t.code, "aria-live": "off" }, h("p", { class: "head", id: title }, t.$sources), ...folded(list, items, t, 3));
}

function contactNode(contact: Contact, open: boolean, t: Strings): Node {
  const id = freshId();
  const body = h("textarea", { id, rows: 6 });
  body.value = contact.body;
  const link = h("a", { class: "action" }, t.$mail);
  const address = () => {
    // An address that holds anything else than an address would add headers to the message.
    if (/^[^\s?&]+@[^\s?&]+$/.test(contact.email))
      link.href = `mailto:${contact.email}?subject=${encodeURIComponent(contact.subject)}&body=${encodeURIComponent(body.value)}`;
  };
  body.addEventListener("input", address);
  address();
  return h(
    "details",
    { class: "card", open },
    h("summary", {}, t.$contact),
    h("p", {}, fill(t.$to, contact.email), h("br"), fill(t.$subject, contact.subject)),
    h("label", { for: id }, t.$body),
    body,
    h("p", {}, link),
  );
}

async function copy(reply: Reply, node: HTMLElement, around: Around): Promise<void> {
  const { t } = around;
  const notes = (reply.sources ?? []).map(({ title, locator, url }, index) =>
    [`${index + 1}. ${title}`, locator, url].filter(Boolean).join(", "),
  );
  const text = [reply.text, notes.length && `${t.$sources}\n${notes.join("\n")}`].filter(Boolean).join("\n\n");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard on pages without TLS: the answer is selected, ready for the keyboard.
    getSelection()?.selectAllChildren(node);
    document.execCommand("copy");
  }
  around.say(t.$copied);
}

function commentForm(turn: Turn, id: string, around: Around): HTMLFormElement {
  const { t, endpoint } = around;
  const field = freshId();
  const text = h("textarea", { id: field, rows: 2, maxlength: 500 });
  const form = h(
    "form",
    { hidden: true },
    h("label", { for: field }, t.$comment),
    text,
    h("button", { class: "action" }, t.$comment_send),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!text.value.trim()) return text.focus();
    const sent = await sendFeedback(endpoint, id, !!turn.helpful, text.value.trim());
    around.say(sent ? t.$thanks : t.$unsent);
    if (!sent) return;
    // The button that had the focus goes away with the form: the text says why.
    const thanks = h("p", { class: "quiet", tabindex: -1 }, t.$thanks);
    form.replaceChildren(thanks);
    thanks.focus();
  });
  return form;
}

function toolsNode(turn: Turn, reply: Reply, content: HTMLElement, around: Around): Node {
  const { t, endpoint } = around;
  const form = commentForm(turn, reply.message_id, around);
  const thumbs = [true, false].map((helpful) =>
    button(
      { click: () => void rate(helpful) },
      icon(THUMB, helpful ? {} : { transform: "rotate(180)" }),
      helpful ? t.$yes : t.$no,
    ),
  );
  const show = () =>
    thumbs.forEach((thumb, index) => thumb.setAttribute("aria-pressed", `${turn.helpful === !index}`));
  const rate = async (helpful: boolean) => {
    const sent = await sendFeedback(endpoint, reply.message_id, helpful, "");
    if (sent) turn.helpful = helpful;
    around.say(sent ? t.$thanks : t.$unsent);
    form.hidden = !sent;
    show();
    if (sent) around.rated(turn);
  };
  show();
  const why = outward(t.$why, `${endpoint}/answers/${encodeURIComponent(reply.message_id)}`, endpoint, t.$tab);
  const copier = button({ click: () => void copy(reply, content, around) }, t.$copy);
  return h("div", { class: "tools", lang: t.code, "aria-live": "off" }, h("div", {}, ...thumbs, copier, why), form);
}

/** The node of a turn's answer. */
export function answerNode(turn: Turn, reply: Reply, around: Around): HTMLElement {
  const { t, endpoint } = around;
  const sources = reply.sources ?? [];
  const notes = sources.map((source) => sourceNode(source, around));
  const numbers = new Map(sources.map((source, index) => [source.id, index + 1]));
  const open = (number: number) => {
    const details = notes[number - 1]!.firstElementChild as HTMLDetailsElement;
    details.parentElement!.hidden = false;
    details.open = true;
    (details.firstElementChild as HTMLElement).focus();
  };
  const blocks = reply.blocks?.length
    ? reply.blocks
    : reply.text.split(/\n{2,}/).map((text) => ({ type: "paragraph", text }) as const);
  const content = h("div", { class: "blocks" }, ...blocks.map((block) => blockNode(block, numbers, t, open)));
  const links = (reply.links ?? []).map(({ label, url }) => h("li", {}, outward(label, url, endpoint, t.$tab)));
  const replies = (reply.quick_replies ?? []).map(({ label, text }) =>
    h("li", {}, button({ class: "chip", click: () => around.ask(text) }, label)),
  );
  return h(
    "div",
    { class: "msg answer", lang: reply.lang },
    h("span", { class: "sr", lang: t.code }, t.$me),
    content,
    replies.length > 0 && h("ul", { class: "chips", "aria-label": t.$replies }, ...replies),
    links.length > 0 && h("ul", { class: "links" }, ...links),
    reply.contact && contactNode(reply.contact, reply.status == "contact", t),
    notes.length > 0 && sourcesNode(notes, t),
    toolsNode(turn, reply, content, around),
  );
}
