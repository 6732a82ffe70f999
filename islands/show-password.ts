// Lets a password be seen while it is typed. It is hidden again before it is sent, so that no
// browser remembers it as an ordinary answer.

export function showPassword(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-module="govuk-password-input"]')) {
    const input = group.querySelector("input");
    const button = group.querySelector("button");
    if (input && button) improve(group, input, button);
  }
}

function improve(group: HTMLElement, input: HTMLInputElement, button: HTMLButtonElement): void {
  const shown = [button.textContent ?? "", button.getAttribute("aria-label") ?? ""] as const;
  const hidden = [
    group.getAttribute("data-i18n.hide-password") ?? shown[0],
    group.getAttribute("data-i18n.hide-password-aria-label") ?? shown[1],
  ] as const;

  function show(yes: boolean): void {
    input.type = yes ? "text" : "password";
    const [text, label] = yes ? hidden : shown;
    button.textContent = text;
    button.setAttribute("aria-label", label);
  }

  button.hidden = false;
  button.addEventListener("click", () => show(input.type === "password"));
  input.form?.addEventListener("submit", () => show(false));
  window.addEventListener("pageshow", () => show(false));
}
