// "None of these" clears the others of its checkboxes, and any other clears it.

export function onlyThisOne(): void {
  document.addEventListener("change", (event) => {
    const changed = event.target;
    if (!(changed instanceof HTMLInputElement) || !changed.checked) return;
    const group = changed.closest('[data-module="govuk-checkboxes"]');
    if (!group) return;
    const alone = changed.dataset["behaviour"] === "exclusive";
    for (const other of group.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
      if (other !== changed && (alone || other.dataset["behaviour"] === "exclusive")) other.checked = false;
    }
  });
}
