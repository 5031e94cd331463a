/** The shapes of POST /api/v1/messages, as the public contract has them. */

export interface Paragraph {
  type: "paragraph";
  text: string;
}
export interface ItemList {
  type: "list";
  items: string[];
  title?: string | null;
}
export interface Table {
  type: "table";
  columns: string[];
  rows: string[][];
  caption?: string | null;
}
export interface Quote {
  type: "quote";
  text: string;
  /** Id of the source quoted. */
  source: string;
  heading?: string | null;
}
export interface Point {
  label: string;
  value: number;
  text: string;
}
export interface Figure {
  type: "figure";
  title: string;
  points: Point[];
  unit?: string | null;
}
export type Block = Paragraph | ItemList | Table | Quote | Figure;

export interface Source {
  id: string;
  title: string;
  publisher?: string | null;
  url?: string | null;
  locator?: string | null;
  date?: string | null;
  as_of?: string | null;
  quote?: string | null;
}
export interface Contact {
  email: string;
  subject: string;
  body: string;
}
export interface Reply {
  conversation_id: string;
  message_id: string;
  status: string;
  text: string;
  lang?: string;
  blocks?: Block[];
  sources?: Source[];
  quick_replies?: { label: string; text: string }[];
  links?: { label: string; url: string }[];
  contact?: Contact | null;
}

/** One question and, once it has come, its answer: two messages of the thread. */
export interface Turn {
  question: string;
  reply?: Reply;
  helpful?: boolean;
}
