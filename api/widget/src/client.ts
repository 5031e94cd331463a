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
    ...(signal && { signal }),
  });

async function explain(response: Response, t: Strings): Promise<string> {
  if (response.status == 429) return fill(t.$busy, Number(response.headers.get("Retry-After")) || 60);
  if (response.status >= 500) return t.$server;
  const problem = await response.json().catch(() => null);
  return typeof problem?.detail == "string" ? problem.detail : t.$server;
}

/**
 * Asks one question.
 *
 * Throws a `Failure` with the message to show. An empty answer is an outage, not an answer. A conversation
 * the server has forgotten (404) is begun again once, without its id.
 */
export async function ask(
  endpoint: string,
  body: { text: string; conversation_id?: string; lang?: string },
  signal: AbortSignal,
  t: Strings,
): Promise<Reply> {
  let response: Response;
  try {
    response = await post(`${endpoint}/api/v1/messages`, body, signal);
    if (response.status == 404 && body.conversation_id) {
      const { conversation_id: _, ...fresh } = body;
      return await ask(endpoint, fresh, signal, t);
    }
    if (!response.ok) throw new Failure(await explain(response, t));
    const reply = (await response.json()) as Reply;
    if (!reply?.message_id || !(reply.text || reply.blocks?.length)) throw new Failure(t.$server);
    return reply;
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (signal.aborted) throw new Failure(t.$timeout);
    if (error instanceof SyntaxError) throw new Failure(t.$server);
    throw new Failure(navigator.onLine ? t.$network : t.$offline);
  }
}

/** Sends an opinion on an answer; true when the server took it. */
export const sendFeedback = (endpoint: string, id: string, helpful: boolean, comment: string): Promise<boolean> =>
  post(`${endpoint}/api/v1/messages/${encodeURIComponent(id)}/feedback`, {
    helpful,
    ...(comment && { comment }),
  }).then(
    (response) => response.ok,
    () => false,
  );
