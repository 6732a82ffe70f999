// Keeps what is typed: sends the fields of the form around it (or within it) to the server after a
// pause and when the page is left. Nothing is ever stored on the device, which may be shared.

const PAUSE = 1500;
const LONGEST_WAIT = 60_000;
// A browser refuses a keepalive request with a larger body.
const KEEPALIVE_LIMIT = 60_000;

export class KeepTyping extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #status: HTMLElement = this;
  #kept = "";
  #timer = 0;
  #failures = 0;
  #sending = false;

  connectedCallback(): void {
    this.#form = this.closest("form") ?? this.querySelector("form");
    if (!this.#form) return;
    if (this.contains(this.#form)) {
      this.#status = document.createElement("p");
      this.#status.className = "trib-kept";
      this.#status.setAttribute("aria-live", "polite");
      this.append(this.#status);
    }
    this.#kept = this.#fields();
    this.#form.addEventListener("input", this.#onInput);
    this.#form.addEventListener("submit", this.#onSubmit);
    window.addEventListener("pagehide", this.#onLeave);
    document.addEventListener("visibilitychange", this.#onHidden);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#form?.removeEventListener("input", this.#onInput);
    this.#form?.removeEventListener("submit", this.#onSubmit);
    window.removeEventListener("pagehide", this.#onLeave);
    document.removeEventListener("visibilitychange", this.#onHidden);
    this.#form = null;
  }

  /** Sends what is not kept yet, for something that is about to take the page away. */
  keepNow(): Promise<void> {
    return this.#send(true);
  }

  readonly #onInput = (): void => this.#later(PAUSE);

  // The form itself carries everything now. If the save fails, its page has the text.
  readonly #onSubmit = (): void => {
    window.clearTimeout(this.#timer);
    this.#kept = this.#fields();
  };

  readonly #onLeave = (): void => void this.keepNow();

  // On a phone this is often the last event there is.
  readonly #onHidden = (): void => {
    if (document.visibilityState === "hidden") void this.keepNow();
  };

  #later(pause: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#send(false), pause);
  }

  #fields(): string {
    if (!this.#form) return this.#kept;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      const secret = this.#form.elements.namedItem(name);
      if (secret instanceof HTMLInputElement && secret.type === "password") continue;
      if (typeof value === "string") fields.append(name, value);
    }
    return fields.toString();
  }

  async #send(leaving: boolean): Promise<void> {
    const path = this.dataset["draft"];
    const body = this.#fields();
    if (!path || body === this.#kept || (this.#sending && !leaving)) return;
    this.#sending = true;
    const kept = await post(path, body, leaving || body.length < KEEPALIVE_LIMIT);
    this.#sending = false;
    if (kept) {
      this.#kept = body;
      this.#failures = 0;
      this.#say(this.dataset["kept"]);
      if (this.#fields() !== body) this.#later(PAUSE);
    } else {
      this.#failures += 1;
      this.#say(this.dataset["notKept"]);
      this.#later(Math.min(PAUSE * 2 ** this.#failures, LONGEST_WAIT));
    }
  }

  // Said once, not after every pause: a screen reader would read it out each time.
  #say(text: string | undefined): void {
    if (text && this.#status.textContent !== text) this.#status.textContent = text;
  }
}

async function post(path: string, body: string, keepalive: boolean): Promise<boolean> {
  const headers = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };
  try {
    // A redirect is the sign-in page: what was typed has not been kept.
    const answer = await fetch(path, { method: "POST", body, headers, keepalive, redirect: "error" });
    return answer.ok;
  } catch {
    return false;
  }
}
