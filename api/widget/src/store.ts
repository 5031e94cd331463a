/** The thread of this tab, in sessionStorage: gone with the tab, never sent anywhere. */

import type { Turn } from "./types";

/** Two messages a turn: the thread keeps at most 50. */
const TURNS = 25;

/** What survives a reload. `draft` is a question not yet answered. */
export interface State {
  turns: Turn[];
  conversation?: string;
  draft?: string;
  open?: boolean;
}

/** The state kept under a key; empty when there is none, or when the browser refuses storage. */
export function load(key: string): State {
  try {
    const state = JSON.parse(sessionStorage.getItem(key) || "{}");
    return { ...state, turns: Array.isArray(state.turns) ? state.turns : [] };
  } catch {
    return { turns: [] };
  }
}

/** Keeps the latest turns; without storage the thread lives as long as the page. */
export function save(key: string, state: State): void {
  state.turns.splice(0, state.turns.length - TURNS);
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Storage full or forbidden: nothing is lost on the screen.
  }
}

/** Forgets the thread. */
export function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage forbidden: there was nothing to forget.
  }
}
