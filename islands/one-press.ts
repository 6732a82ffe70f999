// A second press at once is a slip of the finger: a form that changes something is sent once, until
// its answer is there or the wait is too long to be believed.

const WAIT = 10_000;

export function onePress(): void {
  const sent = new Map<HTMLFormElement, number>();

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (event.submitter?.dataset["preventDoubleClick"] === "false") return;
    const last = sent.get(form);
    if (last !== undefined && event.timeStamp - last < WAIT) {
      event.preventDefault();
      return;
    }
    sent.set(form, event.timeStamp);
  });

  // Back from the next page, the form can be sent again.
  window.addEventListener("pageshow", () => sent.clear());
}
