/** <greffier-tchat>: the button, the panel it opens, and the element's public face. */

import answerCss from "./answer.css";
import { button, h, icon } from "./dom";
import { load } from "./store";
import { stringsFor, type Strings } from "./strings";
import themeCss from "./theme.css";
import { Thread } from "./thread";
import widgetCss from "./widget.css";

const MARK = "M4 2l4 4h8l4-4v15a3 3 0 0 1-3 3h-4l-5 3v-3H7a3 3 0 0 1-3-3zM8 11h8M8 15h5";
const CROSS = "M6 6l12 12M18 6L6 18";
const ENLARGE = "M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7";
const RESTART = "M4 12a8 8 0 1 0 2.5-5.8M4 3v4h4";

const script = document.currentScript as HTMLScriptElement | null;
const home = new URL(script?.src || location.href).origin;
const phone = matchMedia("(max-width: 480px), (max-height: 480px)");

/** The widgets of the page; a place is taken again when its widget has left. */
const present: (GreffierTchat | undefined)[] = [];

let sheet: CSSStyleSheet | undefined;
function styles(): CSSStyleSheet {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(themeCss + answerCss + widgetCss);
  return sheet;
}

/** The conversation as an element: a button and its panel, or the whole of its place with `mode="page"`. */
export class GreffierTchat extends HTMLElement {
  static readonly observedAttributes = ["lang", "endpoint", "start-text", "greeting", "mode"];
  #place = 0;
  #thread: Thread | undefined;
  #launcher: HTMLButtonElement | undefined;
  #dialog: HTMLDialogElement | undefined;
  readonly #turned = () => this.#dialog?.open && this.#show(this.#dialog.contains(this.shadowRoot!.activeElement));

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles()];
    phone.addEventListener("change", this.#turned);
    const place = present.findIndex((other) => !other);
    this.#place = place < 0 ? present.length : place;
    present[this.#place] = this;
    this.#render();
  }

  disconnectedCallback(): void {
    phone.removeEventListener("change", this.#turned);
    present[this.#place] = undefined;
    this.#thread?.stop();
    this.#thread = undefined;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (!this.shadowRoot || !this.isConnected || before === after) return;
    this.#thread?.stop();
    this.#thread = undefined;
    this.#render();
  }

  get #page(): boolean {
    return this.getAttribute("mode") == "page";
  }

  get #language(): string {
    return this.closest<HTMLElement>("[lang]")?.lang || document.documentElement.lang || "fr";
  }

  /** Two widgets of one page are two conversations. */
  get #key(): string {
    return `greffier:${this.id || this.#place}`;
  }

  /** The other widgets that open at the same place. */
  get #rivals(): GreffierTchat[] {
    const side = (widget: GreffierTchat) => !widget.#page && widget.getAttribute("position");
    return present.filter((other) => other && other != this && side(other) == side(this)) as GreffierTchat[];
  }

  #render(): void {
    const t = stringsFor(this.#language);
    if (this.#page) {
      this.#dialog = this.#launcher = undefined;
      this.shadowRoot!.replaceChildren(this.#frame(h("section", { class: "panel page", "aria-label": "Greffier" }), t));
      return;
    }
    this.#dialog = h("dialog", { class: "panel", "aria-label": "Greffier" });
    this.#launcher = button(
      { class: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false", click: () => this.open() },
      icon(MARK),
      h("span", {}, this.getAttribute("start-text") || t.$start),
    );
    this.#dialog.addEventListener("close", () => this.#closed());
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key == "Escape") {
        event.preventDefault();
        this.close();
      }
    });
    const root = h("section", { "aria-label": "Greffier", lang: t.code }, this.#launcher, this.#dialog);
    root.style.setProperty("--below", `${this.#rivals.filter((other) => other.#place < this.#place).length}`);
    this.shadowRoot!.replaceChildren(root);
    if (!phone.matches && load(this.#key).open) this.#show(false);
  }

  /** Fills a panel with its header and the thread. */
  #frame(panel: HTMLElement, t: Strings): HTMLElement {
    const timeout = Number(this.getAttribute("timeout")) || 15000;
    this.#thread = new Thread({
      t,
      endpoint: (this.getAttribute("endpoint") || home).replace(/\/+$/, ""),
      key: this.#key,
      timeout,
      // A French page still answers a question asked in English.
      lang: t.code == "fr" ? undefined : "en",
      greeting: this.getAttribute("greeting") || t.$greeting,
      page: this.#page,
      emit: (name, detail) => this.#emit(name, detail),
    });
    const tool = (label: string, path: string, click: () => void, extra = {}) =>
      button({ class: "tool", "aria-label": label, title: label, click, ...extra }, icon(path));
    const enlarge = tool(t.$enlarge, ENLARGE, () => {
      enlarge.setAttribute("aria-pressed", `${panel.classList.toggle("large")}`);
    }, { class: "tool enlarge", "aria-pressed": "false" });
    panel.lang = t.code;
    panel.replaceChildren(
      h(
        "div",
        { class: "top" },
        icon(MARK),
        h("p", { class: "name", tabindex: -1 }, "Greffier", h("span", {}, t.$subtitle)),
        tool(t.$restart, RESTART, () => this.#thread!.restart()),
        !this.#page && enlarge,
        !this.#page && tool(t.$close, CROSS, () => this.close()),
      ),
      this.#thread.node,
    );
    return panel;
  }

  /** Opens the panel and puts the focus in it. */
  open(): void {
    if (this.#dialog && !this.#dialog.open) this.#show(true);
  }

  #show(focus: boolean): void {
    const dialog = this.#dialog;
    const launcher = this.#launcher;
    if (!dialog || !launcher) return;
    const was = dialog.open;
    if (!this.#thread) this.#frame(dialog, stringsFor(this.#language));
    if (was) dialog.close();
    for (const other of this.#rivals) other.close();
    launcher.hidden = true;
    launcher.setAttribute("aria-expanded", "true");
    if (phone.matches) dialog.showModal();
    else dialog.setAttribute("open", "");
    this.#thread!.latest();
    // On a phone the field would bring up the keyboard over the conversation.
    if (phone.matches) dialog.querySelector<HTMLElement>(".name")!.focus();
    else if (focus) this.#thread!.field.focus();
    if (was) return;
    this.#thread!.opened(true);
    this.#emit("open", {});
  }

  /** Closes the panel; the focus, if it was inside, goes back to the button. */
  close(): void {
    this.#dialog?.close();
    this.#closed();
  }

  #closed(): void {
    const launcher = this.#launcher;
    // Told twice: at once, and by the event, which is also how a phone's back button closes.
    if (!launcher?.hidden || this.#dialog!.open) return;
    launcher.hidden = false;
    launcher.setAttribute("aria-expanded", "false");
    if (document.activeElement == this || document.activeElement == document.body) launcher.focus();
    this.#thread?.opened(false);
    this.#emit("close", {});
  }

  /** Asks a question, opening the panel first. */
  ask(text: string): void {
    this.open();
    const elsewhere = this.querySelector(":focus");
    this.#thread?.ask(text);
    // An example of the page that was chosen with the keyboard is no longer shown.
    if (elsewhere) this.#thread!.focus();
  }

  /** Forgets the conversation and begins again. */
  restart(): void {
    this.#thread?.restart();
  }

  #emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`greffier:${name}`, { detail, bubbles: true, composed: true }));
  }
}
