/** The two calls the widget makes, and what can go wrong with them. */

import { fill, type Strings } from "./strings";
import type { Reply } from "./types";

/** A failure in words the person can act on. */
export class Failure extends Error {}

const post = (url: string, body: object, signal?: AbortSignal): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    credentials: "omit",
    signal: signal ?? null,
  });

const explain = ({ status, headers }: Response, t: Strings): string =>
  status == 429 ? fill(t.$busy, Number(headers.get("Retry-After")) || 60) : t.$server;

/**
 * Asks one question.
 *
 * Throws a `Failure` with the message to show. An empty answer is an outage, not an answer. A conversation
 * the server has forgotten (404) is begun again once, without its id.
 */
export async function ask(
  endpoint: string,
  body: { text: string; conversation_id: string | undefined; lang: string | undefined },
  signal: AbortSignal,
  t: Strings,
): Promise<Reply> {
  try {
    const response = await post(`${endpoint}/api/v1/messages`, body, signal);
    if (response.status == 404 && body.conversation_id) {
      return await ask(endpoint, { ...body, conversation_id: undefined }, signal, t);
    }
    if (!response.ok) throw new Failure(explain(response, t));
    const reply = (await response.json()) as Reply;
    if (!reply?.message_id || !(reply.text || reply.blocks?.length)) throw new Failure(t.$server);
    return reply;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reached = error instanceof SyntaxError;
    throw new Failure(signal.aborted ? t.$timeout : reached ? t.$server : navigator.onLine ? t.$network : t.$offline);
  }
}

/** Sends an opinion on an answer; true when the server took it. */
export const sendFeedback = (endpoint: string, id: string, helpful: boolean, comment: string): Promise<boolean> =>
  post(`${endpoint}/api/v1/messages/${encodeURIComponent(id)}/feedback`, {
    helpful,
    comment: comment || undefined,
  }).then(
    (response) => response.ok,
    () => false,
  );
