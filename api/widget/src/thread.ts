/** The conversation: what was said, the field to ask, and what happens while an answer is awaited. */

import { answerNode, type Around } from "./answer";
import { ask, Failure } from "./client";
import { button, h, icon, outward } from "./dom";
import { forget, load, save, type State } from "./store";
import type { Strings } from "./strings";
import type { Reply, Turn } from "./types";

const SEND = "M4 12h15M13 6l6 6-6 6";

/** What a thread is told by its element. */
export interface Options {
  t: Strings;
  endpoint: string;
  /** Key of the thread in the tab's storage. */
  key: string;
  /** Milliseconds before an answer is given up. */
  timeout: number;
  /** Language to ask an answer in; absent, the server follows the question's. */
  lang: string | undefined;
  greeting: string;
  /** The thread has the page to itself and scrolls with it. */
  page: boolean;
  emit(name: string, detail: object): void;
}

/** One conversation and its nodes. */
export class Thread implements Around {
  readonly t: Strings;
  readonly endpoint: string;
  readonly node: HTMLElement;
  readonly field: HTMLTextAreaElement;
  readonly state: State;
  readonly #options: Options;
  readonly #scroller: HTMLElement;
  readonly #log: HTMLElement;
  readonly #start: HTMLElement;
  readonly #waiting: HTMLElement;
  readonly #failure = h("div", { role: "alert", class: "failure" });
  readonly #status = h("div", { role: "status", class: "sr" });
  #pending: { turn: Turn; node: HTMLElement; control?: AbortController } | undefined;

  constructor(options: Options) {
    this.#options = options;
    const { t, endpoint, greeting, page } = options;
    this.t = t;
    this.endpoint = endpoint;
    this.state = load(options.key);
    this.#start = h("div", { class: "start" }, h("p", { class: "msg" }, greeting), h("slot", { name: "start" }));
    this.#log = h("div", { role: "log", "aria-label": t.$log, tabindex: -1 });
    this.#waiting = h("p", { class: "waiting", hidden: true }, t.$waiting);
    this.field = h("textarea", {
      rows: 1,
      required: true,
      placeholder: t.$field,
      "aria-label": t.$field,
      enterkeyhint: "send",
      keydown: (event) => this.#typed(event as KeyboardEvent),
      input: () => this.#isTooLong(this.field.value),
    });
    // Focusable where it scrolls by itself, so that the keyboard can scroll it.
    const focusable = page ? {} : { role: "group", "aria-label": t.$log, tabindex: 0 };
    const content = [this.#start, this.#log, this.#waiting, this.#failure];
    this.#scroller = h("div", { class: "scroller", ...focusable }, ...content);
    this.node = h("div", { class: "thread" }, this.#scroller, this.#composer(), this.#status);
    for (const turn of this.state.turns) this.#log.append(this.#turnNode(turn));
    this.field.value = this.state.draft ?? "";
    this.#settle();
  }

  #composer(): HTMLElement {
    const { t, endpoint } = this.#options;
    return h(
      "form",
      {
        class: "composer",
        submit: (event) => {
          event.preventDefault();
          this.ask(this.field.value);
        },
      },
      h("div", { class: "field" }, this.field, h("button", { class: "send", "aria-label": t.$send }, icon(SEND))),
      h("p", { class: "quiet" }, `${t.$privacy} `, outward(t.$more, `${endpoint}/privacy`, endpoint, t.$tab)),
    );
  }

  #typed(event: KeyboardEvent): void {
    if (event.key != "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    // The browser says that the field is empty.
    this.field.form!.requestSubmit();
  }

  #turnNode(turn: Turn): HTMLElement {
    const question = h("div", { class: "msg question" }, h("span", { class: "sr" }, this.t.$you), h("p", {}, turn.question));
    return h("div", { class: "turn" }, question, turn.reply && answerNode(turn, turn.reply, this));
  }

  /** Sends a question, unless one is on its way. A question that failed is taken up again, not repeated. */
  ask(text: string): void {
    const question = text.trim();
    if (!question || this.#pending?.control || this.#isTooLong(question)) return;
    if (this.#pending?.turn.question != question) {
      this.#pending?.node.remove();
      const turn = { question };
      this.#pending = { turn, node: this.#turnNode(turn) };
      this.#log.append(this.#pending.node);
    }
    if (this.field.value.trim() == question) this.field.value = "";
    this.state.draft = question;
    this.#failure.replaceChildren();
    this.#settle();
    void this.#send(this.#pending!);
  }

  /** Whether a text is longer than the server takes: said at once, so that nothing is cut in silence. */
  #isTooLong(text: string): boolean {
    const long = text.length > 2000;
    if (`${long}` != this.field.getAttribute("aria-invalid")) {
      this.field.setAttribute("aria-invalid", `${long}`);
      if (!this.#pending) this.#failure.replaceChildren(...(long ? [h("p", {}, this.t.$long)] : []));
    }
    return long;
  }

  async #send(pending: { turn: Turn; node: HTMLElement; control?: AbortController }): Promise<void> {
    const { endpoint, timeout, lang, t } = this.#options;
    const control = (pending.control = new AbortController());
    const timer = setTimeout(() => control.abort(), timeout);
    // Answers come in milliseconds: waiting is shown and said only when there is any.
    const patience = setTimeout(() => this.#wait(true), 400);
    this.#reveal(pending.node);
    const body = {
      text: pending.turn.question,
      conversation_id: this.state.conversation,
      lang,
    };
    try {
      const reply = await ask(endpoint, body, control.signal, t);
      if (this.#pending == pending) this.#answered(pending, reply);
    } catch (error) {
      if (this.#pending == pending) this.#failed(error instanceof Failure ? error.message : t.$server);
    } finally {
      clearTimeout(timer);
      clearTimeout(patience);
    }
  }

  #answered({ turn, node }: { turn: Turn; node: HTMLElement }, reply: Reply): void {
    // First, because an answer that cannot be shown is a failure.
    const answer = answerNode(turn, reply, this);
    this.#wait(false);
    turn.reply = reply;
    this.#pending = undefined;
    this.state.turns.push(turn);
    this.state.conversation = reply.conversation_id;
    delete this.state.draft;
    node.append(answer);
    this.#settle();
    while (this.#log.childElementCount > this.state.turns.length) this.#log.firstElementChild!.remove();
    this.#reveal(node);
    const { conversation_id, message_id, status } = reply;
    this.#options.emit("answer", { conversation_id, message_id, status });
  }

  #failed(message: string): void {
    const question = this.#pending!.turn.question;
    delete this.#pending!.control;
    this.#wait(false);
    // The question is back in the field: Enter sends it again.
    this.field.value ||= question;
    const retry = button({ class: "action", click: () => this.#retry(question) }, this.t.$retry);
    this.#failure.replaceChildren(h("p", {}, message), retry);
    this.#failure.scrollIntoView({ block: "nearest" });
  }

  #retry(question: string): void {
    // The button that had the focus goes away.
    this.field.focus();
    this.ask(question);
  }

  #wait(on: boolean): void {
    this.#waiting.hidden = !on;
    this.say(on ? this.t.$waiting : "");
  }

  say(text: string): void {
    this.#status.textContent = text;
  }

  rated(turn: Turn): void {
    this.#settle();
    this.#options.emit("feedback", { message_id: turn.reply!.message_id, helpful: turn.helpful });
  }

  /** Writes the state and shows the start only while nothing was said. */
  #settle(): void {
    this.#start.hidden = this.#log.childElementCount > 0;
    if (this.state.turns.length || this.state.draft || this.state.open) save(this.#options.key, this.state);
  }

  /** Notes whether the panel is open, so that a reload finds it so. */
  opened(open: boolean): void {
    this.state.open = open;
    save(this.#options.key, this.state);
  }

  /** Whether the conversation scrolls with what is around it, not by itself. */
  get #flows(): boolean {
    return getComputedStyle(this.#scroller).overflowY == "visible";
  }

  /** Brings the question to the top of what is seen, its answer below; the focus stays where it is. */
  #reveal(node: HTMLElement): void {
    if (this.#flows) node.scrollIntoView();
    else this.#scroller.scrollTop = node.offsetTop - 12;
  }

  /** Puts the focus on the conversation, without bringing up a keyboard. */
  focus(): void {
    this.#log.focus({ preventScroll: true });
  }

  /** Shows the latest exchange, after the panel appeared. */
  latest(): void {
    const last = this.#log.lastElementChild as HTMLElement | null;
    if (last && !this.#options.page) this.#reveal(last);
  }

  /** Forgets everything said. */
  restart(): void {
    this.stop();
    forget(this.#options.key);
    Object.assign(this.state, { turns: [], conversation: undefined, draft: undefined });
    this.#log.replaceChildren();
    this.#failure.replaceChildren();
    this.field.value = "";
    this.#settle();
    this.say(this.t.$restarted);
    this.field.focus();
  }

  /** Gives up a request on its way, without a word: the element is leaving the page. */
  stop(): void {
    const control = this.#pending?.control;
    this.#pending = undefined;
    this.#wait(false);
    control?.abort();
  }
}
