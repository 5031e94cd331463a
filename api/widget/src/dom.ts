/** Building nodes without markup: strings only ever become text or attribute values. */

type Child = Node | string | null | undefined | false;
type Handler = (event: Event) => void;
type Props = Record<string, string | boolean | number | Handler | null | undefined>;

/** No line ends inside a number, after its sign or before its unit. */
const whole = (text: string): string =>
  text.replace(/(?<=\d) (?=\d{3}\b|\S?\S?€|%)/g, "\xa0").replace(/(?<=\B[+–-]) (?=\d)/g, "\u2060\xa0");

function fillNode<T extends Element>(node: T, props: Props, children: Child[]): T {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value == "function") node.addEventListener(name, value);
    else if (value != null && value !== false) node.setAttribute(name, value === true ? "" : `${value}`);
  }
  for (const child of children) {
    if (typeof child == "string") node.append(whole(child));
    else if (child) node.append(child);
  }
  return node;
}

/** An HTML element; function props are listeners, `true` is an empty attribute, `false` and null are left out. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => fillNode(document.createElement(tag), props, children);

/** A button that submits nothing. */
export const button = (props: Props, ...children: Child[]): HTMLButtonElement =>
  h("button", { type: "button", ...props }, ...children);

/** An SVG element, by the same rules. */
export const svg = (tag: string, props: Props = {}, ...children: Child[]): SVGElement =>
  fillNode(document.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement, props, children);

/** A decorative 24 × 24 line icon. */
export const icon = (path: string, props: Props = {}): SVGElement =>
  svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon", ...props }, svg("path", { d: path }));

/** The address if a browser may follow it (http or https), else null: no `javascript:` from an answer. */
export function webAddress(url: string | null | undefined, base: string): string | null {
  try {
    const parsed = new URL(url || "", base);
    return url && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A link that opens apart, and says so; plain text when its address cannot be followed. */
export const outward = (label: string, url: string | null | undefined, base: string, tab: string): Node => {
  const href = webAddress(url, base);
  return href
    ? h("a", { href, target: "_blank", rel: "noreferrer" }, label, h("span", { class: "sr" }, ` ${tab}`))
    : h("span", {}, label);
};

let serial = 0;
/** An id no other node of the page has. */
export const freshId = (): string => `greffier-${++serial}`;
