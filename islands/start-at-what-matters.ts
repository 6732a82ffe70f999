// A page that opens with a problem, or with word that something was done, begins there for those
// who listen. A link in the summary goes to the field's question, so that both are in sight.

const FIRST = '[data-module="govuk-error-summary"], [data-module="govuk-notification-banner"][role="alert"]';

export function startAtWhatMatters(): void {
  const first = document.querySelector<HTMLElement>(FIRST);
  if (!first) return;
  if (first.dataset["disableAutoFocus"] !== "true") focusOnce(first);
  if (first.dataset["module"] === "govuk-error-summary") first.addEventListener("click", toField);
}

// It must not be reached by the tab key later, when it is only text.
function focusOnce(element: HTMLElement): void {
  element.tabIndex = -1;
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus();
}

function toField(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const id = link?.hash.slice(1);
  const field = id ? document.getElementById(decodeURIComponent(id)) : null;
  if (!field) return;
  const question = field.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  event.preventDefault();
  question?.scrollIntoView();
  field.focus({ preventScroll: question !== null });
}
