// The way out for somebody who must not be seen reading this. The form inside it works without
// this script; with it the page is gone before anything is sent or fetched, and the back button
// does not bring it back.

import { KeepTyping } from "./keep-typing";

const PRESSES = 3;
const WITHIN = 2000;
/** For so long the sign-out waits for what was typed to be kept, while the page goes. */
const PATIENCE = 1000;

export class ExitPage extends HTMLElement {
  #presses: number[] = [];
  #leaving = false;

  connectedCallback(): void {
    this.addEventListener("submit", this.#onSubmit);
    document.addEventListener("keyup", this.#onKey);
    window.addEventListener("pageshow", this.#onShow);
  }

  disconnectedCallback(): void {
    this.removeEventListener("submit", this.#onSubmit);
    document.removeEventListener("keyup", this.#onKey);
    window.removeEventListener("pageshow", this.#onShow);
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#leave();
  };

  // Shift alone, three times. Letters in between are somebody writing capitals.
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Shift") {
      this.#presses = [];
      return;
    }
    const now = event.timeStamp;
    this.#presses = [...this.#presses.filter((it) => now - it < WITHIN), now];
    if (this.#presses.length >= PRESSES) this.#leave();
  };

  // A browser may keep the page in memory and show it again as it was left.
  readonly #onShow = (event: PageTransitionEvent): void => {
    if (event.persisted && this.#leaving) this.#go();
  };

  #leave(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    const action = this.querySelector("form")?.action;
    // What was typed goes to the server first: after the sign-out it would be refused.
    const typed = [...document.querySelectorAll("keep-typing")].filter((it) => it instanceof KeepTyping);
    const kept = Promise.allSettled(typed.map((it) => it.keepNow()));
    document.title = "";
    document.documentElement.hidden = true;
    document.body.replaceChildren();
    if (action) signOutAfter(kept, action);
    this.#go();
  }

  #go(): void {
    location.replace(this.dataset["to"] ?? "/");
  }
}

// Signs out once what was typed is kept, or is given up. Whatever comes first, the page does not wait for it: when it
// goes before, the sign-out goes with it.
function signOutAfter(kept: Promise<unknown>, action: string): void {
  let done = false;
  const signOut = (): void => {
    if (done) return;
    done = true;
    void fetch(action, { method: "POST", keepalive: true }).catch(() => undefined);
  };
  window.addEventListener("pagehide", signOut, { once: true });
  window.setTimeout(signOut, PATIENCE);
  void kept.then(signOut);
}
